import { ageOf, beats, currentFiles, keyOfOffice, knownFiles, UNDATED, type Candidate } from "./merge-order";
import type { FileStatus, MergeInput, ReturnedFile } from "./merge-types";

/** A file with its place in the merge. */
export interface JudgedFile {
  readonly returned: ReturnedFile;
  readonly status: FileStatus;
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly opd: string;
}

/**
 * Of several files of one office one counts: what a person accepted, else the newest. A file that an earlier merge put
 * back stays so until it is accepted, and one whose age is not known is held beside a merged one.
 */
export function chooseFiles(
  judged: readonly JudgedFile[],
  { earlier, accepted }: Pick<MergeInput, "earlier" | "accepted">,
): readonly JudgedFile[] {
  const current = currentFiles(earlier);
  const known = knownFiles(earlier);
  const keyOf = ({ opd, returned }: JudgedFile): string => keyOfOffice(opd, returned.sha256);
  const isAccepted = ({ returned }: JudgedFile): boolean => accepted.includes(returned.sha256);
  const files = judged.map((file): JudgedFile => {
    const best = current.get(keyOf(file));
    const isNew = !known.has(file.returned.sha256) && !isAccepted(file);
    if (file.status !== "merged" || !isNew || !best || best.sha256 === file.returned.sha256) return file;
    const isUndated = best.age === UNDATED || (best.age !== null && ageOf(file.returned.modified) === UNDATED);
    return isUndated ? { ...file, status: "held", code: "UNKNOWN_AGE", params: { other: best.file } } : file;
  });
  const merged = files.filter(({ status }) => status === "merged");
  const chosen = new Set(merged.filter(isAccepted).map(keyOf));
  const winners = new Map<string, Candidate>();
  for (const [key, one] of current) if (!chosen.has(key)) winners.set(key, one);
  for (const file of merged) {
    const { sha256, modified, file: name } = file.returned;
    const key = keyOf(file);
    const isPutBack = known.has(sha256) && (current.get(key)?.sha256 ?? sha256) !== sha256;
    if (chosen.has(key) ? !isAccepted(file) : isPutBack) continue;
    const one = { sha256, file: name, age: ageOf(modified) };
    const best = winners.get(key);
    if (!best || best.age === null || beats(one, best)) winners.set(key, one);
  }
  const here = new Set(merged.map(({ returned }) => returned.sha256));
  return files.map((file) => {
    const best = winners.get(keyOf(file));
    const { sha256, modified } = file.returned;
    if (file.status !== "merged" || !best || best.sha256 === sha256) return file;
    const isOlder = best.age === null || !beats({ sha256, file: "", age: ageOf(modified) }, best);
    const code = !isOlder ? "OTHER_CHOSEN" : here.has(best.sha256) ? "OLDER_FILE" : "OLDER_THAN_MERGED";
    return { ...file, status: "superseded", code, params: { newer: best.file } };
  });
}
