import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { allInstruments } from "../../instrument/all";
import { rankOfAgency } from "../../assessment/agency-rank";
import type { Assessment } from "../../assessment/assessment";
import { baseOfReturns, mergeReturns, NO_EARLIER_MERGE } from "../../assessment/merge";
import { mergeDocument } from "../../assessment/merge-document";
import type { FileReport, MergeDraft, ReturnedFile } from "../../assessment/merge-types";
import { writeWorkbook } from "../../files/write";
import type { Locale } from "../../locale";
import { mergedWorkbook } from "../../workbook/merged-workbook";
import { NOTHING_KEPT } from "../../workbook/kept";
import { type Answer, CommandProblem, EXIT } from "../answer";
import { readWholeFile, type WholeFile } from "../input";
import { reportStrangers, saveFile } from "../output";
import { readReturns } from "../read-returns";
import { table } from "../table";
import { problemLines, say } from "../texts";
import { indexLines } from "./index-command";

export interface MergeCommandOptions {
  readonly out: string;
  readonly base?: string;
  readonly jobs?: number;
}

/** `spbe merge PATH…`: one assessment from many workbooks. Folders are searched one level deep for .xlsx and .xlsm. */
export async function mergeCommand(
  paths: readonly string[],
  options: MergeCommandOptions,
  locale: Locale,
  report: (text: string) => void,
): Promise<Answer> {
  const files = await workbooksIn(paths);
  const step = Math.max(50, Math.ceil(files.length / 20));
  const returns = await readReturns(files, options.jobs, (done) => {
    if (done % step === 0) report(`${say(locale, "cli.reading", { done, total: files.length })}\n`);
  });
  const {
    assessment: base,
    earlier,
    kept,
  }: WholeFile = options.base
    ? await readWholeFile(options.base)
    : { assessment: newBase(returns, locale, report), earlier: NO_EARLIER_MERGE, kept: NOTHING_KEPT };
  const time = new Date().toISOString();
  const draft = mergeReturns({ base, returns, earlier, accepted: [], decisions: earlier.decisions, time });
  await saveFile(options.out, await writeWorkbook(mergedWorkbook(draft, time, kept, rankOfAgency(draft.final))));
  reportStrangers(kept, options.base, locale, report);
  return {
    document: mergeDocument(draft, locale),
    lines: mergeLines(draft, options.out, locale),
    exitCode: exitCodeOf(draft),
  };
}

async function workbooksIn(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (one) => {
      const isFolder = await stat(one).then(
        (entry) => entry.isDirectory(),
        () => false,
      );
      if (!isFolder) return [one];
      const names = await readdir(one);
      return names
        .filter((name) => /\.xls[xm]?$/i.test(name) && !name.startsWith("~$"))
        .map((name) => path.join(one, name));
    }),
  );
  return [...new Set(found.flat())].sort();
}

/** Without a master the returns themselves say agency, year, instrument and who is responsible. */
function newBase(returns: readonly ReturnedFile[], locale: Locale, report: (text: string) => void): Assessment {
  const base = baseOfReturns(returns, allInstruments);
  if (base) return base;
  for (const { content } of returns) if (!content.ok) report(`${problemLines(content.problem, locale).join(" ")}\n`);
  throw new CommandProblem({ code: "NOTHING_READABLE", params: {} });
}

function exitCodeOf(draft: MergeDraft): Answer["exitCode"] {
  if (draft.files.every(({ status }) => status === "refused")) return EXIT.unusable;
  const open = draft.conflicts.some(({ decision }) => decision === null);
  const kept = draft.files.some(({ status }) => status === "refused" || status === "held");
  return open || kept ? EXIT.attention : EXIT.fine;
}

function mergeLines(draft: MergeDraft, out: string, locale: Locale): string[] {
  const heading = (key: Parameters<typeof say>[1]): string => say(locale, key);
  const row = ({ file, opd, status, code, answered, params }: FileReport): string[] => [
    path.basename(file),
    opd,
    status,
    String(answered.length),
    code === null ? "" : (problemLines({ code, params }, locale)[0] ?? code),
  ];
  const undecided = draft.conflicts.filter(({ decision }) => decision === null).length;
  return [
    ...table(
      [
        heading("cli.heading.file"),
        heading("cli.heading.opd"),
        heading("cli.heading.status"),
        `>${heading("cli.heading.answers")}`,
        "",
      ],
      draft.files.map(row),
    ),
    "",
    ...(undecided > 0 ? [say(locale, "cli.merge.conflicts", { count: undecided })] : []),
    ...(draft.missingOffices.length > 0
      ? [say(locale, "cli.merge.missing", { opds: draft.missingOffices.map(({ opd }) => opd).join(", ") })]
      : []),
    ...indexLines(draft.final, locale).slice(0, 1),
    say(locale, "cli.written", { path: out }),
  ];
}
