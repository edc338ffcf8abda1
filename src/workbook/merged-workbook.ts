import type { MergeDraft } from "../assessment/merge";
import { findingsOf } from "../assessment/findings";
import type { WorkbookSpec } from "./sheet";
import { answersSheet } from "./sheets/answers";
import { conflictsSheet } from "./sheets/conflicts";
import { findingsSheet } from "./sheets/findings-sheet";
import { mergeLogSheet } from "./sheets/merge-log";
import { templateWorkbook } from "./template";

/**
 * The whole workbook that a merge writes: the template with the final values, the findings, and where every value came
 * from (`Jawaban OPD`, `Konflik`, `Log Gabung`). `validatedAt` is an ISO time.
 */
export function mergedWorkbook(draft: MergeDraft, validatedAt: string): WorkbookSpec {
  const { instrument, identity } = draft.final;
  const template = templateWorkbook(draft.final, { mode: "full" });
  return {
    ...template,
    sheets: [
      ...template.sheets,
      findingsSheet(findingsOf(draft.final), { identity, validatedAt }),
      answersSheet(draft.answers, { instrument, identity }),
      conflictsSheet(draft.conflicts, { instrument, identity }),
      mergeLogSheet(draft.log, { identity }),
    ],
  };
}
