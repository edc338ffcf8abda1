import { allInstruments } from "../../instrument/all";
import crosswalk from "../../instrument/packs/crosswalk-spbe-2020-pemdi-2026.json";
import type { Crosswalk } from "../../instrument/types";
import type { Assessment } from "../../assessment/assessment";
import { compareScores, comparedOf, type Comparison, type SideBySide } from "../../assessment/compare";
import { compareDocument } from "../../assessment/compare-document";
import { compareWithResult, type ResultComparison } from "../../assessment/compare-result";
import { previousResult, resultIn, type HistoryRow } from "../../assessment/history";
import { isOfficeWorkbook } from "../../assessment/scope";
import { mergedLevels } from "../../assessment/merged-levels";
import type { Locale } from "../../locale";
import { type Answer, CommandProblem, EXIT } from "../answer";
import { readWholeFile, type WholeFile } from "../input";
import { reportUnreadHistory } from "../output";
import { say } from "../texts";
import { compareLines } from "./compare-lines";

export interface CompareCommandOptions {
  /** The row of `Riwayat` to compare with; the newest earlier one by default. */
  readonly year?: number;
  /** Compare with what the last merge made of the offices' answers. */
  readonly merge?: boolean;
  /** Of a file that names none, a CSV. */
  readonly instrument?: string;
}

/**
 * `spbe compare OLD NEW`: what changed, the indicators that fell first. With one file the older side is what it holds
 * itself: a row of `Riwayat`, or with `--merge` the last merge.
 */
export async function compareCommand(
  file: string,
  newer: string | undefined,
  options: CompareCommandOptions,
  locale: Locale,
  report: (text: string) => void,
): Promise<Answer> {
  const read = async (one: string): Promise<WholeFile> => {
    const whole = await readWholeFile(one, undefined, options.instrument);
    if (isOfficeWorkbook(whole.assessment))
      throw new CommandProblem({ code: "ONE_OFFICE", params: { file: one, opd: whole.assessment.identity.opd } });
    return whole;
  };
  if (newer === undefined) {
    const whole = await read(file);
    reportUnreadHistory(whole.kept, file, locale, report);
    return options.merge ? sinceMerge(whole, file, locale) : sinceYear(whole, file, options.year, locale);
  }
  if (options.merge || options.year !== undefined)
    throw new CommandProblem({ code: "USAGE", params: { detail: say(locale, "cli.usage.oneFile") } });
  const [{ assessment: older }, { assessment: now }] = [await read(file), await read(newer)];
  const result = compareScores(comparedOf(older), comparedOf(now), crosswalk as unknown as Crosswalk);
  return answer(result, older.instrument.indexName, now, locale);
}

function sinceMerge({ assessment, earlier }: WholeFile, file: string, locale: Locale): Answer {
  const merged = mergedLevels(earlier, assessment);
  if (!merged) throw new CommandProblem({ code: "NO_MERGE", params: { file } });
  const { instrument } = assessment;
  const result = compareScores({ instrument, levels: merged.levels }, comparedOf(assessment));
  return answer(result, instrument.indexName, assessment, locale);
}

function sinceYear(
  { assessment, kept: { history } }: WholeFile,
  file: string,
  year: number | undefined,
  locale: Locale,
): Answer {
  const older: HistoryRow | null =
    year === undefined ? previousResult(history, assessment) : resultIn(history, year, assessment.instrument.id);
  if (!older)
    throw new CommandProblem({
      code: "NO_HISTORY",
      params: { file, years: history.map((row) => row.year).join(", ") || "–" },
    });
  const name = allInstruments.get(older.instrument)?.indexName ?? older.instrument;
  return answer(compareWithResult(older, comparedOf(assessment)), name, assessment, locale);
}

/** `olderName` is the name of the older index, for when it is another one. */
const answer = (
  result: Comparison | SideBySide | ResultComparison,
  olderName: string,
  newer: Assessment,
  locale: Locale,
): Answer => ({
  document: compareDocument(result, comparedOf(newer)),
  lines: compareLines(result, { from: olderName, to: newer.instrument.indexName }, locale),
  exitCode: EXIT.fine,
});
