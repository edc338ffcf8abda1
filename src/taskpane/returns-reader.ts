import type { ReadOne } from "./read-returns";

/** Reads returned files away from the page's own thread where there are workers, else here. */
export interface ReturnsReader {
  readonly read: ReadOne;
  readonly close: () => void;
}

export async function openReader(): Promise<ReturnsReader> {
  const { readReturn } = await import("./read-returns");
  return {
    read: async (file, bytes) => {
      await new Promise((resume) => setTimeout(resume));
      return readReturn(file, bytes);
    },
    close: () => undefined,
  };
}
