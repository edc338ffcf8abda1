import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { allInstruments } from "../../instrument/all";
import { rankOfAgency } from "../../assessment/agency-rank";
import type { Assessment } from "../../assessment/assessment";
import { baseOfReturns, mergeReturns, NO_EARLIER_MERGE } from "../../assessment/merge";
import { mergeDocument } from "../../assessment/merge-document";
import type { MergeDraft, ReturnedFile } from "../../assessment/merge-types";
import { writeWorkbook } from "../../files/write";
import type { Locale } from "../../locale";
import { localTime } from "../../locale/clock";
import { mergedWorkbook } from "../../workbook/merged-workbook";
import { NOTHING_KEPT } from "../../workbook/kept";
import { type Answer, CommandProblem, EXIT } from "../answer";
import { readWholeFile, type WholeFile } from "../input";
import { realPath, refuseTaken, reportStrangers, reportUnreadHistory, saveFile } from "../output";
import { readReturns } from "../read-returns";
import { problemLines, say } from "../texts";
import { mergeLines } from "./merge-lines";

export interface MergeCommandOptions {
  readonly out: string;
  readonly base?: string;
  readonly jobs?: number;
  /** Replace a result that exists. */
  readonly force?: boolean;
}

/** `spbe merge PATH…`: one assessment from many workbooks. Folders are searched one level deep for .xlsx and .xlsm. */
export async function mergeCommand(
  paths: readonly string[],
  options: MergeCommandOptions,
  locale: Locale,
  report: (text: string) => void,
): Promise<Answer> {
  await refuseTaken([options.out], [...paths, ...(options.base === undefined ? [] : [options.base])], options.force);
  const files = await workbooksIn(paths, await realPath(options.out));
  if (files.length === 0) throw new CommandProblem({ code: "NO_FILES", params: { paths: paths.join(", ") } });
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
  const time = localTime(new Date());
  const draft = mergeReturns({ base, returns, earlier, accepted: [], decisions: earlier.decisions, time });
  await saveFile(options.out, await writeWorkbook(mergedWorkbook(draft, time, kept, rankOfAgency(draft.final))));
  if (options.base !== undefined) reportUnreadHistory(kept, options.base, locale, report);
  reportStrangers(kept, options.base, locale, report);
  return {
    document: mergeDocument(draft, locale),
    lines: mergeLines(draft, options.out, locale),
    exitCode: exitCodeOf(draft),
  };
}

/** The workbooks that are named or lie in a folder that is named; the result of an earlier merge there is no return. */
async function workbooksIn(paths: readonly string[], out: string): Promise<string[]> {
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
  const files = [...new Set(found.flat())].sort();
  const places = await Promise.all(files.map(realPath));
  return files.filter((_, at) => places[at] !== out);
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
