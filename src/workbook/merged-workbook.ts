import type { Assessment } from "../assessment/assessment";
import type { MergeDraft } from "../assessment/merge";
import { findingsOf } from "../assessment/findings";
import { fullWorkbook } from "./full-workbook";
import { NOTHING_KEPT, type Kept } from "./kept";
import { SHEET } from "./layout";
import { readAssessment } from "./read";
import type { WorkbookSpec } from "./sheet";
import { answersSheet } from "./sheets/answers";
import { conflictsSheet } from "./sheets/conflicts";
import { findingsSheet } from "./sheets/findings-sheet";
import { mergeLogSheet } from "./sheets/merge-log";
import type { SummaryOptions } from "./sheets/summary";
import { gridOf } from "./spec-grid";

/**
 * The whole workbook that a merge writes: the template with the final values, the findings, where every value came from
 * (`Jawaban OPD`, `Konflik`, `Log Gabung`), and what the base held beside (`kept`). `validatedAt` is an ISO time.
 */
export function mergedWorkbook(
  draft: MergeDraft,
  validatedAt: string,
  kept: Kept = NOTHING_KEPT,
  rank: SummaryOptions["rank"] = null,
): WorkbookSpec {
  const { instrument, identity } = draft.final;
  const workbook = fullWorkbook(
    draft.final,
    kept,
    [
      answersSheet(draft.answers, { instrument, identity }),
      conflictsSheet(draft.conflicts, { instrument, identity }),
      mergeLogSheet(draft.log, { identity }),
    ],
    rank,
  );
  const placed = asPlaced(workbook, draft.final);
  const findings = findingsSheet(findingsOf(placed), { identity, entries: placed.entries, validatedAt });
  const first = workbook.sheets.findIndex(({ name }) => name === SHEET.answers);
  return { ...workbook, sheets: [...workbook.sheets.slice(0, first), findings, ...workbook.sheets.slice(first)] };
}

/** The assessment with the cells that it has in the new workbook, so that findings link to those and not to the base's. */
function asPlaced(workbook: WorkbookSpec, final: Assessment): Assessment {
  const { instrument, repairs } = final;
  const read = readAssessment(gridOf(workbook), { instruments: new Map([[instrument.id, instrument]]) });
  return read.ok ? { ...read.value, repairs } : final;
}
