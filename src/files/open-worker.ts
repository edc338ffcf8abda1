import { releaseProxy, transfer, wrap } from "comlink";
import type { ReturnedFile } from "../assessment/merge-types";
import type { ReturnWorker } from "./worker";

export interface ReturnReader {
  /** The bytes move to the worker and are gone here. */
  readonly read: (file: string, bytes: Uint8Array) => Promise<ReturnedFile>;
  /** Ends the worker, also in the middle of a file. */
  readonly close: () => void;
}

/** Starts a worker of the page that reads returned files one at a time. Throws where the page may have none. */
export function openReturnReader(): ReturnReader {
  const thread = new Worker(new URL("./worker.ts", import.meta.url));
  const worker = wrap<ReturnWorker>(thread);
  const failed = new Promise<never>((_, reject) => {
    thread.onerror = (event) => reject(new Error(event.message));
  });
  // Only read() looks at it; without a read there is nobody to tell.
  failed.catch(() => undefined);
  return {
    read: (file, bytes) => Promise.race([worker.readReturn(file, transfer(bytes, [bytes.buffer])), failed]),
    close: () => {
      worker[releaseProxy]();
      thread.terminate();
    },
  };
}
