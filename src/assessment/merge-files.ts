import type { Assessment } from "./assessment";
import type { FileStatus, MergeInput, ReturnContent, ReturnedAnswer, ReturnedFile } from "./merge-types";
import { officeKey, officesOf, splitOffices } from "./offices";
import { indicatorsOf } from "./score";

/** A file with its place in the merge. */
export interface JudgedFile {
  readonly returned: ReturnedFile;
  readonly status: FileStatus;
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly opd: string;
}

/** A file whose answers take part: merged ones, and superseded ones for what newer files leave blank. */
export interface Source {
  readonly file: string;
  readonly sha256: string;
  /** Milliseconds of the file's own time of last change; -Infinity when it has none. */
  readonly age: number;
  readonly time: string;
  readonly opd: string;
  /** The office compared; a file without an office is an office of its own. */
  readonly key: string;
  readonly offices: ReadonlySet<string>;
  readonly superseded: boolean;
  /** Merged before, byte for byte, or older than what was: it only fills what is still blank. */
  readonly isSeen: boolean;
  readonly answers: readonly ReturnedAnswer[];
  readonly content: ReturnContent;
}

export const keyOfOffice = (opd: string, sha256: string): string => (opd === "" ? `?${sha256}` : officeKey(opd));

export const ageOf = (time: string | null): number => {
  const age = time === null || time === "" ? Number.NaN : Date.parse(time);
  return Number.isNaN(age) ? -Infinity : age;
};

/** The newer of two: by the files' own times, then by the higher SHA-256. */
export const isNewer = (a: { age: number; sha256: string }, b: { age: number; sha256: string }): boolean =>
  a.age === b.age ? a.sha256 > b.sha256 : a.age > b.age;

const byName = (a: ReturnedFile, b: ReturnedFile): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0;

/** What becomes of each file, ordered by name, whatever the order they came in. */
export function judgeFiles({ base, returns, earlier, accepted }: MergeInput): readonly JudgedFile[] {
  const known = officesOf(base);
  const seen = new Set<string>();
  const judged = [...returns].sort(byName).map((returned): JudgedFile => {
    const { content, sha256 } = returned;
    if (!content.ok)
      return { returned, status: "refused", code: content.problem.code, params: content.problem.params, opd: "" };
    const opd = officeOf(returned.file, content.value, known);
    const held = accepted.includes(sha256) ? null : holdReason(content.value, base);
    if (held) return { returned, status: "held", opd, ...held };
    if (seen.has(sha256)) return { returned, status: "superseded", code: "DUPLICATE_FILE", params: {}, opd };
    seen.add(sha256);
    return { returned, status: "merged", code: null, params: {}, opd };
  });
  return supersede(judged, earlier);
}

function holdReason(
  content: ReturnContent,
  { instrument, identity }: Assessment,
): Pick<JudgedFile, "code" | "params"> | null {
  if (content.instrument !== instrument.id)
    return { code: "WRONG_INSTRUMENT", params: { found: content.instrument, expected: instrument.id } };
  if (content.year !== null && identity.year !== null && content.year !== identity.year)
    return { code: "WRONG_YEAR", params: { found: content.year, expected: identity.year } };
  return null;
}

/** The office of a file: as its identity says, else the only one its rows name, else the only known one in its file name. */
function officeOf(file: string, content: ReturnContent, known: readonly string[]): string {
  const stated = content.opd.trim();
  if (stated !== "") return stated;
  const inRows = splitOffices(content.rows.flatMap(({ opd }) => opd).join(";"));
  if (inRows.length === 1) return inRows[0] ?? "";
  const name = wordsOf(file.replace(/^.*[\\/]/, "").replace(/\.\w+$/, ""));
  const inName = known.filter((opd) => ` ${name} `.includes(` ${wordsOf(opd)} `));
  return inName.length === 1 ? (inName[0] ?? "") : "";
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Of several files of one office the newest is taken; none is taken where a newer one was merged before. */
function supersede(judged: readonly JudgedFile[], earlier: MergeInput["earlier"]): readonly JudgedFile[] {
  const newest = new Map<string, { age: number; sha256: string; file: string }>();
  const offer = (opd: string, one: { age: number; sha256: string; file: string }): void => {
    const key = keyOfOffice(opd, one.sha256);
    const best = newest.get(key);
    if (!best || isNewer(one, best)) newest.set(key, one);
  };
  for (const { opd, sha256, time, file } of earlier.answers) offer(opd, { age: ageOf(time), sha256, file });
  const merged = judged.filter(({ status }) => status === "merged");
  for (const { returned, opd } of merged)
    offer(opd, { age: ageOf(returned.modified), sha256: returned.sha256, file: returned.file });
  const here = new Set(merged.map(({ returned }) => returned.sha256));
  return judged.map((one) => {
    if (one.status !== "merged") return one;
    const best = newest.get(keyOfOffice(one.opd, one.returned.sha256));
    if (!best || best.sha256 === one.returned.sha256) return one;
    const code = here.has(best.sha256) ? "OLDER_FILE" : "OLDER_THAN_MERGED";
    return { ...one, status: "superseded", code, params: { newer: best.file } };
  });
}

/** The files whose answers take part, newest first, whatever their order. */
export function sourcesOf(judged: readonly JudgedFile[], { base, earlier }: MergeInput): readonly Source[] {
  const seen = new Set(
    [...earlier.answers, ...earlier.log.filter(({ status }) => status === "merged")].map(({ sha256 }) => sha256),
  );
  return judged
    .flatMap(({ returned, status, code, opd }): Source[] => {
      const { content, sha256, file, modified } = returned;
      if (!content.ok || (status !== "merged" && status !== "superseded") || code === "DUPLICATE_FILE") return [];
      return [
        {
          file,
          sha256,
          age: ageOf(modified),
          time: modified ?? "",
          opd,
          key: keyOfOffice(opd, sha256),
          offices: new Set(splitOffices(opd).map(officeKey)),
          superseded: status === "superseded",
          isSeen: seen.has(sha256) || code === "OLDER_THAN_MERGED",
          answers: answersFor(content.value, base),
          content: content.value,
        },
      ];
    })
    .sort((a, b) => (isNewer(a, b) ? -1 : 1));
}

/** The answers by the base's numbers. A file of another instrument, accepted by hand, brings those whose name is the same. */
function answersFor(content: ReturnContent, { instrument }: Assessment): readonly ReturnedAnswer[] {
  if (content.instrument === instrument.id) return content.answers;
  const numbers = new Map(indicatorsOf(instrument).map(({ name, number }) => [wordsOf(name), number]));
  const names = new Map(content.rows.map(({ indicator, name }) => [indicator, wordsOf(name)]));
  return content.answers.flatMap((answer) => {
    const indicator = numbers.get(names.get(answer.indicator) ?? "");
    return indicator === undefined ? [] : [{ ...answer, indicator, criteria: [] }];
  });
}
