/** The browser's worker: reads returned files away from the page's own thread. */
import { expose } from "comlink";
import { readReturn } from "./read-return";

export const worker = { readReturn };
export type ReturnWorker = typeof worker;

expose(worker);
