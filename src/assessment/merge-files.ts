import type { Assessment } from "./assessment";
import { isSameAgency } from "./agency-name";
import { chooseFiles, type JudgedFile } from "./merge-choice";
import { ageOf, currentFiles, isNewer, keyOfOffice, knownFiles } from "./merge-order";
import type { MergeInput, ReturnContent, ReturnedAnswer, ReturnedFile } from "./merge-types";
import { officeKey, officesOf, splitOffices } from "./offices";
import { indicatorsOf } from "./score";

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
  /** Judged by an earlier merge, byte for byte, or older than what was merged: it only fills what is still blank. */
  readonly isSeen: boolean;
  readonly answers: readonly ReturnedAnswer[];
  readonly content: ReturnContent;
}

const byName = (a: ReturnedFile, b: ReturnedFile): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0;

/** What becomes of each file, ordered by name, whatever the order they came in. */
export function judgeFiles({ base, returns, earlier, accepted }: MergeInput): readonly JudgedFile[] {
  const known = officesOf(base);
  const seen = new Set<string>();
  const mergedBefore = new Set(earlier.log.filter(({ status }) => status === "merged").map(({ sha256 }) => sha256));
  const judged = [...returns].sort(byName).map((returned): JudgedFile => {
    const { content, sha256 } = returned;
    if (!content.ok)
      return { returned, status: "refused", code: content.problem.code, params: content.problem.params, opd: "" };
    const opd = officeOf(returned.file, content.value, known);
    const isAgreed = accepted.includes(sha256) || mergedBefore.has(sha256);
    const held = isAgreed ? null : holdReason(content.value, base, [opd, ...known]);
    if (held) return { returned, status: "held", opd, ...held };
    if (seen.has(sha256)) return { returned, status: "superseded", code: "DUPLICATE_FILE", params: {}, opd };
    seen.add(sha256);
    return { returned, status: "merged", code: null, params: {}, opd };
  });
  return chooseFiles(judged, { earlier, accepted });
}

function holdReason(
  content: ReturnContent,
  { instrument, identity }: Assessment,
  offices: readonly string[],
): Pick<JudgedFile, "code" | "params"> | null {
  if (content.instrument !== instrument.id)
    return { code: "WRONG_INSTRUMENT", params: { found: content.instrument, expected: instrument.id } };
  if (content.year !== null && identity.year !== null && content.year !== identity.year)
    return { code: "WRONG_YEAR", params: { found: content.year, expected: identity.year } };
  const [found, expected] = [content.agency.trim(), identity.agency.trim()];
  // An office that wrote its own name there is none of another city.
  const isOffice = offices.some((opd) => officeKey(opd) === officeKey(found));
  if (found !== "" && expected !== "" && !isOffice && !isSameAgency(found, expected))
    return { code: "WRONG_AGENCY", params: { found, expected } };
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

/** The files whose answers take part, newest first, whatever their order. */
export function sourcesOf(judged: readonly JudgedFile[], { base, earlier }: MergeInput): readonly Source[] {
  const known = knownFiles(earlier);
  const current = currentFiles(earlier);
  return judged
    .flatMap(({ returned, status, code, opd }): Source[] => {
      const { content, sha256, file, modified } = returned;
      if (!content.ok || (status !== "merged" && status !== "superseded") || code === "DUPLICATE_FILE") return [];
      const key = keyOfOffice(opd, sha256);
      const isChosenAnew = status === "merged" && (current.get(key)?.sha256 ?? sha256) !== sha256;
      return [
        {
          file,
          sha256,
          age: ageOf(modified),
          time: modified ?? "",
          opd,
          key,
          offices: new Set(splitOffices(opd).map(officeKey)),
          superseded: status === "superseded",
          isSeen: (known.has(sha256) && !isChosenAnew) || code === "OLDER_THAN_MERGED",
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
