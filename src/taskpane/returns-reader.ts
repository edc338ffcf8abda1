import { readReturn } from "../files/read-return";
import type { ReadOne } from "./read-returns";

/** Reads returned files away from the page's own thread where there are workers, else here. */
export interface ReturnsReader {
  readonly read: ReadOne;
  readonly close: () => void;
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

const here: ReturnsReader = {
  read: async (file) => {
    // Between two files the page may paint and take the person's keys.
    await new Promise((resume) => setTimeout(resume));
    return readReturn(file.name, await bytesOf(file));
  },
  close: () => undefined,
};

export async function openReader(): Promise<ReturnsReader> {
  if (typeof Worker === "undefined") return here;
  try {
    const { openReturnReader } = await import("../files/open-worker");
    const reader = openReturnReader();
    return {
      // A worker that the host refuses to start leaves the file to the page.
      read: async (file) => reader.read(file.name, await bytesOf(file)).catch(() => here.read(file)),
      close: reader.close,
    };
  } catch {
    return here;
  }
}
