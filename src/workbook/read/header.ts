import { distance } from "fastest-levenshtein";
import type { ColumnRole } from "../layout";
import {
  CRITERIA_WORDS,
  ENTRY_PATTERNS,
  ENTRY_WORDS,
  EVIDENCE_WORDS,
  STAGE_WORDS,
  type TableKind,
} from "./header-words";

/** What a header text stands for, and how surely: 100 and less by rank for known words, 40 for patterns, 30 for typing errors. */
export interface RoleMatch {
  readonly role: string;
  readonly strength: number;
}

type AnswerKind = Exclude<TableKind, "other">;

const indexWords = (words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, RoleMatch> => {
  const index = new Map<string, RoleMatch>();
  for (const [role, list] of Object.entries(words))
    list.forEach((word, rank) => {
      if (!index.has(word)) index.set(word, { role, strength: 100 - rank });
    });
  return index;
};

const WORDS: Readonly<Record<AnswerKind, ReadonlyMap<string, RoleMatch>>> = {
  entries: indexWords(ENTRY_WORDS),
  criteria: indexWords(CRITERIA_WORDS),
  evidence: indexWords(EVIDENCE_WORDS),
  stages: indexWords(STAGE_WORDS),
};

/** Every word that any table's header may hold: what a row needs two of to be looked at as a header. */
const ANY_WORD = new Set(Object.values(WORDS).flatMap((words) => [...words.keys()]));
export const isHeaderWord = (folded: string): boolean => ANY_WORD.has(folded);

/** Words that tell our other sheets (Temuan, Jawaban OPD, Konflik, Rencana, Log Gabung, Riwayat, Indeks) from answers. */
const FOREIGN = new Set([
  "keparahan",
  "sha 256",
  "predikat",
  "tambahan",
  "sumbangan",
  "kontribusi",
  "nilai terpilih",
  "tingkat terpilih",
  "dipilih",
]);

/** Years and scales that people add to a header: "Tingkat 2023", "Level 1 5". */
const bare = (folded: string): string =>
  folded
    .replace(/\b(?:tahun )?20\d\d\b/g, "")
    .replace(/ 1 (?:s d |sampai )?5$/, "")
    .replace(/\s+/g, " ")
    .trim();

/** The role of a folded header text in a kind of table, or null. */
export function roleOf(folded: string, kind: AnswerKind): RoleMatch | null {
  if (folded === "" || folded.length > 80) return null;
  const words = WORDS[kind];
  const exact = words.get(folded);
  if (exact) return exact;
  const short = bare(folded);
  const known = words.get(short);
  if (known) return { role: known.role, strength: known.strength - 1 };
  if (kind === "entries")
    for (const [pattern, role] of ENTRY_PATTERNS) if (pattern.test(short)) return { role, strength: 40 };
  return misspelt(short, words);
}

/** One typing error in five letters, two in nine. */
function misspelt(short: string, words: ReadonlyMap<string, RoleMatch>): RoleMatch | null {
  const allowed = short.length >= 9 ? 2 : short.length >= 5 ? 1 : 0;
  if (allowed === 0) return null;
  let best: RoleMatch | null = null;
  let least = allowed + 1;
  for (const [word, match] of words) {
    if (word.length < 5 || Math.abs(word.length - short.length) > allowed) continue;
    const far = letterErrors(word, short);
    if (far < least) {
      least = far;
      best = { role: match.role, strength: 30 - far };
    }
  }
  return best;
}

/** Edits between two words, where two letters that changed places are one. */
function letterErrors(a: string, b: string): number {
  const far = distance(a, b);
  return far === 2 && a.length === b.length && [...a].sort().join("") === [...b].sort().join("") ? 1 : far;
}

/** Which table a header belongs to, from its folded texts; null when it is none of an assessment's. */
export function kindOf(texts: readonly string[]): TableKind | null {
  const roles = new Map<AnswerKind, ReadonlySet<string | undefined>>();
  const has = (kind: AnswerKind, role: string): boolean => {
    if (!roles.has(kind)) roles.set(kind, new Set(texts.map((text) => roleOf(text, kind)?.role)));
    return roles.get(kind)?.has(role) ?? false;
  };
  const says = (...words: string[]): boolean => words.some((word) => texts.includes(word));
  if (texts.some((text) => FOREIGN.has(text)) && !has("entries", "explanation")) return "other";
  if (says("sha 256", "keparahan") || (says("dari") && says("ke")) || says("upaya")) return "other";
  if (says("kriteria", "uraian kriteria", "kriteria pemenuhan") && says("kode", "kode kriteria", "butir", "jenis"))
    return "criteria";
  if (says("kode", "kode kriteria") && says("terpenuhi") && !has("entries", "explanation")) return "criteria";
  if (says("tahap", "tahapan") && has("stages", "level")) return "stages";
  const register = (["id", "name", "number", "date", "signatory", "validUntil", "file", "status"] as const).filter(
    (role) => has("evidence", role),
  );
  const claims = has("entries", "level" satisfies ColumnRole);
  if (!claims && register.length >= 3 && (register.includes("name") || register.includes("id"))) return "evidence";
  if (claims && (has("entries", "no") || has("entries", "indicator"))) return "entries";
  return null;
}
