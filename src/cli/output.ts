import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Locale } from "../locale";
import type { Kept } from "../workbook/kept";
import { CommandProblem } from "./answer";
import { say } from "./texts";

/** Writes a file, making its folder; ends the command with NOT_WRITTEN when the disk or a lock refuses. */
export async function saveFile(at: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(path.dirname(path.resolve(at)), { recursive: true });
    await writeFile(at, bytes);
  } catch {
    throw new CommandProblem({ code: "NOT_WRITTEN", params: { file: at } });
  }
}

/** Says which sheets of the workbook `from` are not ours and so are not in the new file. */
export function reportStrangers(
  { strangers }: Kept,
  from: string | undefined,
  locale: Locale,
  report: (text: string) => void,
): void {
  if (from === undefined || strangers.length === 0) return;
  report(`${say(locale, "cli.strangers", { file: path.basename(from), sheets: strangers.join(", ") })}\n`);
}
