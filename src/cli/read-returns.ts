import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Piscina } from "piscina";
import type { ReturnedFile } from "../assessment/merge-types";
import { readReturn } from "./read-return";

/** Below this many files a thread costs more than it brings. */
const WORTH_THREADS = 8;

/**
 * Reads all files, side by side in `jobs` threads where it is worth it; the order of the answer is that of `files`.
 * `onRead` hears how many are done.
 */
export async function readReturns(
  files: readonly string[],
  jobs: number | undefined,
  onRead: (done: number) => void,
): Promise<ReturnedFile[]> {
  const threads = Math.max(1, jobs ?? Math.min(availableParallelism(), 8));
  const worker = path.join(__dirname, "spbe-worker.js");
  let done = 0;
  const count = <T>(value: T): T => {
    onRead(++done);
    return value;
  };
  if (threads === 1 || files.length < WORTH_THREADS || !existsSync(worker))
    return files.map((file) => count(readReturn(file)));
  const pool = new Piscina<string, ReturnedFile>({ filename: worker, minThreads: threads, maxThreads: threads });
  try {
    return await Promise.all(files.map(async (file) => count(await pool.run(file))));
  } finally {
    await pool.destroy();
  }
}
