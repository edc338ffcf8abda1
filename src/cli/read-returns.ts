import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { MessageChannel, Worker } from "node:worker_threads";
import type { ReturnedFile } from "../assessment/merge-types";
import { readPortion, type Portion, type ReadingTask } from "./read-portion";
import { readReturn } from "./read-return";

/** Below this many files a thread costs more than it brings: it loads the reader anew and the engine has to warm up again. */
const WORTH_THREADS = 100;
const WORKER = path.join(__dirname, "spbe-worker.js");

/**
 * Reads returned files in `jobs` threads side by side, of which this one is the first: it would only wait otherwise.
 * The others start with the first list that is worth it and stay until `close`, so that the next list finds them warm.
 */
export class ReturnReaders {
  private readonly jobs: number;
  private readonly threads = new Set<Worker>();
  private started = false;

  constructor(
    jobs: number | undefined,
    private readonly worker = WORKER,
  ) {
    this.jobs = Math.max(1, jobs ?? Math.min(availableParallelism(), 8));
  }

  /**
   * All files, read, in their order; `onRead` hears how many are done. The other threads begin at once, this one with the
   * next turn of the event loop: who has something else to do may do it meanwhile.
   */
  async read(files: readonly string[], onRead: (done: number) => void = () => undefined): Promise<ReturnedFile[]> {
    const returns: (ReturnedFile | undefined)[] = files.map(() => undefined);
    let done = 0;
    const keep = (portion: Portion): void =>
      portion.returns.forEach((one, n) => {
        returns[portion.from + n] = one;
        onRead(++done);
      });
    const list = { files, taken: new Int32Array(new SharedArrayBuffer(4)) };
    if (files.length >= WORTH_THREADS) this.start();
    const others = [...this.threads].map((thread) => hand(thread, list, keep));
    for (;;) {
      // Between two portions the answers of the others come in.
      await setImmediate();
      const portion = readPortion(list);
      if (!portion) break;
      keep(portion);
    }
    await Promise.all(others);
    // A thread that died has left its portion behind.
    return files.map((file, n) => returns[n] ?? readReturn(file));
  }

  async close(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private start(): void {
    if (this.started || this.jobs === 1 || !existsSync(this.worker)) return;
    this.started = true;
    for (let n = 1; n < this.jobs; n++) {
      const thread = new Worker(this.worker);
      this.threads.add(thread);
      thread.on("error", () => undefined);
      thread.on("exit", () => this.threads.delete(thread));
    }
  }
}

/** Lets the thread take part in reading the list; settles when it takes no more. */
function hand(thread: Worker, list: Omit<ReadingTask, "port">, keep: (portion: Portion) => void): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  thread.postMessage({ ...list, port: port2 } satisfies ReadingTask, [port2]);
  port1.on("message", keep);
  return new Promise((resolve) => port1.on("close", resolve));
}

/** One list of files, read by threads that end with it. */
export async function readReturns(
  files: readonly string[],
  jobs: number | undefined,
  onRead: (done: number) => void,
): Promise<ReturnedFile[]> {
  const readers = new ReturnReaders(jobs);
  try {
    return await readers.read(files, onRead);
  } finally {
    await readers.close();
  }
}
