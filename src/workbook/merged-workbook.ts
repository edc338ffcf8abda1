import type { MergeDraft } from "../assessment/merge";
import { findingsOf } from "../assessment/findings";
import { fullWorkbook } from "./full-workbook";
import { NOTHING_KEPT, type Kept } from "./kept";
import type { WorkbookSpec } from "./sheet";
import { answersSheet } from "./sheets/answers";
import { conflictsSheet } from "./sheets/conflicts";
import { findingsSheet } from "./sheets/findings-sheet";
import { mergeLogSheet } from "./sheets/merge-log";
import type { SummaryOptions } from "./sheets/summary";

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
  return fullWorkbook(
    draft.final,
    kept,
    [
      findingsSheet(findingsOf(draft.final), { identity, validatedAt }),
      answersSheet(draft.answers, { instrument, identity }),
      conflictsSheet(draft.conflicts, { instrument, identity }),
      mergeLogSheet(draft.log, { identity }),
    ],
    rank,
  );
}
