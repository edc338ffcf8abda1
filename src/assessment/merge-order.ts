import type { EarlierMerge } from "./merge-types";
import { officeKey } from "./offices";

/** Which of an office's files comes before which, and which one counts by now. */

/** An office as the files of one merge are told apart by it; a file without an office is an office of its own. */
export const keyOfOffice = (opd: string, sha256: string): string => (opd === "" ? `?${sha256}` : officeKey(opd));

/** The age of a file that tells no time. */
export const UNDATED = -Infinity;

export const ageOf = (time: string | null): number => {
  const age = time === null || time === "" ? Number.NaN : Date.parse(time);
  return Number.isNaN(age) ? UNDATED : age;
};

/** The newer of two: by the files' own times, then by the higher SHA-256. */
export const isNewer = (a: { age: number; sha256: string }, b: { age: number; sha256: string }): boolean =>
  a.age === b.age ? a.sha256 > b.sha256 : a.age > b.age;

/** A file in the contest for its office. */
export interface Candidate {
  readonly sha256: string;
  readonly file: string;
  /** Null where neither log nor answers tell. */
  readonly age: number | null;
}

/** By office: the file that counts since the earlier merges, the last one logged, else the newest that answers. */
export function currentFiles({ answers, log }: Pick<EarlierMerge, "answers" | "log">): ReadonlyMap<string, Candidate> {
  const current = new Map<string, Candidate>();
  const ages = new Map<string, number>();
  for (const { opd, sha256, time, file } of answers) {
    const one = { sha256, file, age: ageOf(time) };
    ages.set(sha256, one.age);
    const best = current.get(keyOfOffice(opd, sha256));
    if (!best || beats(one, best)) current.set(keyOfOffice(opd, sha256), one);
  }
  for (const { status, opd, sha256, file } of log) {
    const key = keyOfOffice(opd, sha256);
    // A file without answers of its own is at least as new as those that it left standing.
    const age = ages.get(sha256) ?? current.get(key)?.age ?? null;
    if (status === "merged") current.set(key, { sha256, file, age });
  }
  return current;
}

export const beats = (one: Candidate, other: Candidate): boolean =>
  isNewer({ ...one, age: one.age ?? UNDATED }, { ...other, age: other.age ?? UNDATED });

/** Files that earlier merges took or put back, byte for byte. */
export const knownFiles = ({ answers, log }: EarlierMerge): ReadonlySet<string> =>
  new Set([
    ...answers.map(({ sha256 }) => sha256),
    ...log.filter(({ status }) => status === "merged" || status === "superseded").map(({ sha256 }) => sha256),
  ]);
