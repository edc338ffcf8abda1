import type { ReturnedFile } from "../assessment/merge-types";

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly file: string;
  readonly returns: readonly ReturnedFile[];
}

export type ReadOne = (file: File) => Promise<ReturnedFile>;

/** Reads files one after another, telling how far it is; null when it was stopped. */
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
    returns.push(await read(file));
  }
  return stopped() ? null : returns;
}
