import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { CommandProblem } from "./answer";

/** Writes a file, making its folder; ends the command with NOT_WRITTEN when the disk or a lock refuses. */
export async function saveFile(at: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(path.dirname(path.resolve(at)), { recursive: true });
    await writeFile(at, bytes);
  } catch {
    throw new CommandProblem({ code: "NOT_WRITTEN", params: { file: at } });
  }
}
