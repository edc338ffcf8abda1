import { returnOf } from "../assessment/merge-return";
import type { ReturnedFile } from "../assessment/merge-types";
import { readWorkbook } from "../files/read";
import { sha256 } from "../files/sha256";
import { allInstruments } from "../instrument/all";
import { readAssessment } from "../workbook/read";

/** One returned file, read or refused; never throws. */
export function readReturn(file: string, bytes: Uint8Array): ReturnedFile {
  const grid = readWorkbook(bytes);
  if (!grid.ok) return returnOf({ file, sha256: sha256(bytes), modified: null }, grid);
  const { sha256: hash, modified } = grid.value;
  return returnOf({ file, sha256: hash, modified }, readAssessment(grid.value, { instruments: allInstruments }));
}

export interface ReadProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly file: string;
  readonly returns: readonly ReturnedFile[];
}

export type ReadOne = (file: string, bytes: Uint8Array) => Promise<ReturnedFile>;

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
    returns.push(await read(file.name, new Uint8Array(await file.arrayBuffer())));
  }
  return stopped() ? null : returns;
}
