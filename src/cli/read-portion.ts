import type { MessagePort } from "node:worker_threads";
import type { ReturnedFile } from "../assessment/merge-types";
import { readReturn } from "./read-return";

/** What a thread is told: read of these files what nobody has taken yet, and answer through the port. */
export interface ReadingTask {
  readonly files: readonly string[];
  /** How many files are taken, in memory that all threads see. */
  readonly taken: Int32Array;
  /** Hears a Portion at a time; closed when no file is left. */
  readonly port: MessagePort;
}

export interface Portion {
  /** Place of the first in the list of files. */
  readonly from: number;
  readonly returns: readonly ReturnedFile[];
}

/** Some ten milliseconds of work: few messages, and nobody waits long for the last portion. */
const FILES = 4;

/** Takes the next few files and reads them; null when all are taken. No two threads take the same. */
export function readPortion({ files, taken }: Pick<ReadingTask, "files" | "taken">): Portion | null {
  const from = Atomics.add(taken, 0, FILES);
  return from < files.length ? { from, returns: files.slice(from, from + FILES).map(readReturn) } : null;
}
