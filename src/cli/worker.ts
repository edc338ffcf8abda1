/** The entry of a thread that helps reading returned files. */
import { parentPort } from "node:worker_threads";
import { readPortion, type ReadingTask } from "./read-portion";

parentPort?.on("message", (task: ReadingTask) => {
  for (let portion = readPortion(task); portion; portion = readPortion(task)) task.port.postMessage(portion);
  task.port.close();
});
