import { mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Locale } from "../locale";
import type { Kept } from "../workbook/kept";
import { CommandProblem } from "./answer";
import { say } from "./texts";

/** The file that a path leads to, links followed; where it does not exist yet, its place in the folder that does. */
export async function realPath(at: string): Promise<string> {
  const whole = path.resolve(at);
  const folder = path.dirname(whole);
  return realpath(whole).catch(async () => path.join(await realpath(folder).catch(() => folder), path.basename(whole)));
}

const exists = (at: string): Promise<boolean> =>
  stat(at).then(
    () => true,
    () => false,
  );

/**
 * Ends the command with OUT_IS_INPUT where a file to write is also one that is read, and, unless `force`, with OUT_EXISTS
 * where there is a file already. To be asked before anything is written.
 */
export async function refuseTaken(
  outs: readonly string[],
  inputs: readonly string[],
  force: boolean | undefined,
): Promise<void> {
  const read = new Set(await Promise.all(inputs.map(realPath)));
  for (const file of outs) {
    if (read.has(await realPath(file))) throw new CommandProblem({ code: "OUT_IS_INPUT", params: { file } });
    if (!force && (await exists(file))) throw new CommandProblem({ code: "OUT_EXISTS", params: { file } });
  }
}

/**
 * Writes a file, making its folder; ends the command with NOT_WRITTEN when the disk or a lock refuses. The bytes go to a file
 * beside it that then takes its name, so a write that fails leaves what was there as it was.
 */
export async function saveFile(at: string, bytes: Uint8Array): Promise<void> {
  const target = await realPath(at);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(beside, bytes);
    await rename(beside, target);
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new CommandProblem({ code: "NOT_WRITTEN", params: { file: at } });
  }
}

const UNREAD = { "no-year": "cli.history.no-year", "no-index": "cli.history.no-index" } as const;

/** Says which rows of `Riwayat` were not read, and why. */
export function reportUnreadHistory(
  { unreadHistory }: Kept,
  file: string,
  locale: Locale,
  report: (text: string) => void,
): void {
  for (const { at, found, reason } of unreadHistory)
    report(`${say(locale, UNREAD[reason], { file: path.basename(file), ...at, found })}\n`);
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
