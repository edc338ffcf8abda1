/** The documents that an indicator rests on, and what can be told about each. */
import { matches, type EvidenceRules } from "../../instrument/evidence-rules";
import type { Indicator } from "../../instrument/types";
import type { CellRef, Entry, Evidence, IsoDate } from "../assessment";
import { evidenceId, type Facts } from "./facts";

/** The references of one evidence cell: a criterion's, or the indicator row's own (`criterion` null). */
export interface EvidenceCell {
  readonly criterion: string | null;
  /** Of the criterion. */
  readonly level: number | null;
  readonly at: CellRef | undefined;
  /** Rows of the register; ids that it lacks are left out (V05 names them). */
  readonly documents: readonly Evidence[];
  /** File names, folders, links. */
  readonly free: readonly string[];
}

export function evidenceCells(entry: Entry, indicator: Indicator, { register }: Facts): readonly EvidenceCell[] {
  const cell = (criterion: string | null, level: number | null, references: readonly string[], at?: CellRef) => {
    const found = references.map((reference) => register.get(evidenceId(reference)));
    return {
      criterion,
      level,
      at,
      documents: found.filter((item) => item !== undefined),
      free: references.filter((reference, place) => found[place] === undefined && !/^\s*DD-/i.test(reference)),
    };
  };
  return [
    cell(null, null, entry.evidence, entry.cells.evidence),
    ...indicator.levels.flatMap(({ level, criteria }) =>
      criteria.flatMap(({ id }) => {
        const answer = entry.criteria.get(id);
        return answer && answer.evidence.length > 0 ? [cell(id, level, answer.evidence, answer.cells.evidence)] : [];
      }),
    ),
  ];
}

/** Every document of the indicator once, with the first cell that names it. */
export function documentsOf(
  cells: readonly EvidenceCell[],
): readonly { readonly document: Evidence; readonly at: CellRef | undefined }[] {
  const seen = new Set<string>();
  return cells.flatMap(({ documents, at }) =>
    documents.flatMap((document) => {
      const id = evidenceId(document.id);
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ document, at }];
    }),
  );
}

/** The assessor has looked at it: no rule about its form is asked again. */
export const isAccepted = (document: Evidence): boolean => document.status === "diterima";

/** The kind of a document by its Jenis, else by its name; null where neither tells. */
export function kindOf(document: Evidence, rules: EvidenceRules): string | null {
  const label = document.kind.trim().toLowerCase();
  const chosen = rules.kinds.find((kind) => kind.label.toLowerCase() === label || kind.id.toLowerCase() === label);
  if (chosen) return chosen.id;
  return kindOfName(document.kind, rules) ?? kindOfName(document.name, rules) ?? kindOfName(document.file, rules);
}

/** The kind that a document's or file's name tells; separators of file names count as spaces. */
export const kindOfName = (name: string, rules: EvidenceRules): string | null =>
  rules.kinds.find(({ pattern }) => matches(pattern, readable(name)))?.id ?? null;

/** A file name as words: "20.c.Reviu-Kolaborasi_SPBE.pdf" → "20 c Reviu Kolaborasi SPBE.pdf". */
export const readable = (name: string): string =>
  name
    // "2020/2022" and "s/d" are no folders.
    .replace(/(?<=\d)\/(?=\d)|(?<=\bs)\/(?=d\b)/gi, " ")
    .replace(/^.*[\\/]/, "")
    .replace(/[-_+]+/g, " ")
    .replace(/\.(?=.*\.)/g, " ")
    .trim();

/** The day some years earlier, as ISO text. */
export const yearsBefore = (date: IsoDate, years: number): IsoDate =>
  `${String(Number(date.slice(0, 4)) - years).padStart(4, "0")}${date.slice(4, 10)}`;

/** Years from and to, as names of documents and files write them: "2020-2022", "2020 s/d 2022", "2020/2022". */
const PERIOD =
  /(?<!\d)(?:19|20)\d\d\s*(?:-|–|—|_|\/|s[./]?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s+)?((?:19|20)\d\d)(?!\d)/i;

/** The last day that a document is in force, as far as it says so. */
export function lastDay(document: Evidence, rules: EvidenceRules | null): IsoDate | null {
  if (document.validUntil) return document.validUntil;
  const kind = rules ? kindOf(document, rules) : null;
  if (!rules || kind === null || !rules.periodKinds.includes(kind)) return null;
  const period = PERIOD.exec(document.name);
  return period ? `${period[1]}-12-31` : null;
}
