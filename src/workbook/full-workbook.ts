import type { Assessment } from "../assessment/assessment";
import type { Kept } from "./kept";
import type { SheetSpec, WorkbookSpec } from "./sheet";
import { historySheet } from "./sheets/history";
import { officialRecordSheet } from "./sheets/official-record";
import { keptPlanSheet } from "./sheets/plan-sheet";
import { stagesSheet } from "./sheets/stages";
import { summarySheet, type SummaryOptions } from "./sheets/summary";
import { summaryFacts } from "./summary-facts";
import { templateWorkbook } from "./template";

/**
 * A whole workbook of its own, with nothing lost of what the one before it held: the template, then `more`, then what
 * was kept. `rank` is for the leader's page.
 */
export function fullWorkbook(
  assessment: Assessment,
  kept: Kept,
  more: readonly SheetSpec[] = [],
  rank: SummaryOptions["rank"] = null,
): WorkbookSpec {
  const { identity } = assessment;
  const { targetIndex, history, plan } = kept;
  const template = templateWorkbook(assessment, { mode: "full", targetIndex });
  return {
    ...template,
    sheets: [
      ...template.sheets,
      ...more,
      ...(assessment.stages.length > 0 ? [stagesSheet(assessment)] : []),
      ...(history.length > 0 ? [historySheet(history, { identity })] : []),
      ...(plan ? [keptPlanSheet(plan, assessment)] : []),
      ...(kept.summary ? [summarySheet(assessment, { ...summaryFacts(assessment, kept), rank })] : []),
      ...(kept.officialRecord ? [officialRecordSheet(assessment)] : []),
    ],
  };
}
