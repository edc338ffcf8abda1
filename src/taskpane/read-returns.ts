import { returnOf } from "../assessment/merge-return";
import type { ReturnedFile } from "../assessment/merge-types";
import { failure } from "../locale/problem";

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly file: string;
  readonly returns: readonly ReturnedFile[];
}

export type ReadOne = (file: File) => Promise<ReturnedFile>;

const notOpened = (file: string): ReturnedFile => returnOf({ file, sha256: "", modified: null }, failure("NOT_OPENED"));

/**
 * Reads files one after another, telling how far it is; null when it was stopped. A file that the system does not hand
 * over (changed after it was chosen, not downloaded) is refused with NOT_OPENED, and the others are read.
 */
export async function readReturns(
  files: readonly File[],
  read: ReadOne,
  onProgress: (progress: ReadProgress) => void,
  stopped: () => boolean,
): Promise<readonly ReturnedFile[] | null> {
  const returns: ReturnedFile[] = [];
  for (const file of files) {
    onProgress({ done: returns.length, total: files.length, file: file.name, returns: [...returns] });
    if (stopped()) return null;
    returns.push(await read(file).catch(() => notOpened(file.name)));
  }
  return stopped() ? null : returns;
}
