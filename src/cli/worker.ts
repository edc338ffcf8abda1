/** The entry of a worker thread: reads one returned file. */
export { readReturn as default } from "./read-return";
