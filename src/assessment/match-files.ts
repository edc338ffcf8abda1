import { evidenceRulesOf, matches, type EvidenceRules } from "../instrument/evidence-rules";
import type { Instrument } from "../instrument/types";
import type { Assessment } from "./assessment";
import { kindOfName, readable } from "./findings/documents";
import { askedCriteria } from "./maturity";
import { indicatorsOf } from "./score";

/** What a file's name says about where it belongs; the person accepts or corrects it. */
export interface FileProposal {
  /** As listed, with its folders. */
  readonly path: string;
  /** A title for the register: the name without number, letter and extension. */
  readonly title: string;
  readonly indicator: number | null;
  readonly criterion: string | null;
  /** Label of the kind (Jenis), "" when the name does not tell. */
  readonly kind: string;
  /** The register's document of the same file name, when there is one. */
  readonly existing: string | null;
  /** What the indicator was told by: the number in the name, the number of a folder, words of the title, nothing. */
  readonly by: "name" | "folder" | "words" | "nothing";
}

/** The rest of a day after its number: "12 Desember 2023", "12-12-2023". */
const REST_OF_DAY =
  /[\s._-]*(?:(?:jan|feb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|nov|des|januari|februari|maret|april|juni|juli|agustus|september|oktober|november|nopember|desember)(?![a-z])|\d{1,2}[\s._-]+\d{4}(?!\d))/;

/** A number, and a criterion's letter where it stands between dots or right at the number ("20.c.", "20c "), no "e-Kinerja". */
const NUMBERED = new RegExp(
  String.raw`^(?:indikator|ind|i)?[\s._-]*(\d{1,2})(?!\d|${REST_OF_DAY.source})(?:[\s._-]*([a-h])(?=[._])|\.?([a-h])(?=\s))?[\s._-]*`,
  "i",
);

/** Proposals for the files of a folder, in the order listed. */
export function matchFiles(assessment: Assessment, paths: readonly string[]): readonly FileProposal[] {
  const rules = evidenceRulesOf(assessment.instrument.id);
  const byFile = new Map(assessment.evidence.map(({ file, id }) => [fileName(file).toLowerCase(), id]));
  return paths.map((path) => {
    const name = fileName(path);
    const numbered = numberIn(name, assessment.instrument);
    const foldered = folders(path).map((folder) => numberIn(folder, assessment.instrument));
    const folder = foldered.find((found) => found !== null) ?? null;
    const bare = numbered ? name.replace(NUMBERED, "") : name;
    const title = readable(bare.replace(/\.[a-z0-9]{2,5}$/i, "")) || name;
    const words = numbered || folder || !rules ? null : indicatorByWords(title, rules);
    const indicator = numbered?.indicator ?? folder?.indicator ?? words;
    const kind = rules ? kindOfName(bare, rules) : null;
    return {
      path,
      title,
      indicator,
      criterion:
        indicator === null ? null : criterionOf(assessment.instrument, indicator, numbered?.letter ?? "", kind),
      kind: rules?.kinds.find(({ id }) => id === kind)?.label ?? "",
      existing: byFile.get(name.toLowerCase()) ?? null,
      by: numbered ? "name" : folder ? "folder" : words ? "words" : "nothing",
    };
  });
}

const fileName = (path: string): string => path.trim().replace(/^.*[\\/]/, "");

/** The folders of a path, the innermost first. */
const folders = (path: string): readonly string[] => path.trim().split(/[\\/]/).slice(0, -1).reverse();

function numberIn(text: string, instrument: Instrument): { indicator: number; letter: string } | null {
  const found = NUMBERED.exec(text);
  const indicator = Number(found?.[1]);
  return found && indicator >= 1 && indicator <= indicatorsOf(instrument).length
    ? { indicator, letter: (found[2] ?? found[3] ?? "").toLowerCase() }
    : null;
}

/** The only indicator whose object the title names; null when it names none or several. */
function indicatorByWords(title: string, rules: EvidenceRules): number | null {
  const named = rules.objects
    .flatMap(({ indicators }) => Object.entries(indicators))
    .filter(([, pattern]) => matches(pattern, title))
    .map(([number]) => Number(number));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** The asked criterion of that letter; where several levels have it, the one whose text speaks of the document's kind. */
function criterionOf(instrument: Instrument, indicator: number, letter: string, kind: string | null): string | null {
  const one = indicatorsOf(instrument)[indicator - 1];
  if (!one || letter === "") return null;
  const candidates = one.levels.flatMap((level) => askedCriteria(one, level)).filter(({ id }) => id.endsWith(letter));
  const aboutReview = candidates.filter(({ text }) => /reviu|evaluasi/i.test(text));
  const fitting = kind === "review" ? aboutReview : candidates.filter((candidate) => !aboutReview.includes(candidate));
  const chosen = candidates.length === 1 ? candidates : fitting;
  return chosen.length === 1 ? (chosen[0]?.id ?? null) : null;
}

/** Fields of a CSV line; a separator before a space is more likely part of a name ("Reviu, Evaluasi.pdf"). */
const TIGHT_FIELDS = /"(?:[^"]|"")*"|(?:[^;,\t]|[;,](?=\s))+/g;
const FIELDS = /"(?:[^"]|"")*"|[^;,\t]+/g;

/** The file paths of a folder listing: one a line, or the first field of each CSV line that looks like a file. */
export const pathsOfListing = (listing: string): readonly string[] =>
  listing
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .flatMap((line) => fileIn(line.match(TIGHT_FIELDS) ?? []) ?? fileIn(line.match(FIELDS) ?? []) ?? []);

const fileIn = (fields: readonly string[]): string | undefined =>
  fields
    .map((field) =>
      field
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .replace(/""/g, '"'),
    )
    .find((field) => /\.[a-z0-9]{2,5}$/i.test(field));
