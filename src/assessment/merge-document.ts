import type { Locale } from "../locale";
import { repairText } from "../locale/merge";
import { indexDocument, levelDocument, type IndexDocument } from "./index-document";
import { levelOf } from "./level";
import type { FileStatus, MergeDraft } from "./merge-types";

/** The JSON of `spbe merge`. Conflicts are those that nobody decided yet; `cell` carries its sheet: "Penilaian!G22". */
export interface MergeDocument {
  readonly files: readonly {
    readonly path: string;
    readonly status: FileStatus;
    readonly code: string | null;
    readonly opd: string | null;
    /** How many levels the file answers. */
    readonly answers: number;
    readonly repairs: readonly {
      readonly kind: string;
      readonly sheet: string;
      readonly cell: string;
      readonly message: string;
    }[];
    readonly sha256: string;
  }[];
  readonly conflicts: readonly {
    readonly indicator: number;
    readonly answers: readonly {
      readonly opd: string | null;
      readonly level: number | string | null;
      readonly file: string;
      readonly cell: string | null;
    }[];
  }[];
  readonly missingOpd: readonly string[];
  readonly index: IndexDocument;
}

export const mergeDocument = (draft: MergeDraft, locale: Locale): MergeDocument => ({
  files: draft.files.map(({ file, status, code, opd, answered, repairs, sha256 }) => ({
    path: file,
    status,
    code,
    opd: opd || null,
    answers: answered.length,
    repairs: repairs.map((repair) => ({
      kind: repair.kind,
      sheet: repair.sheet,
      cell: repair.cell,
      message: repairText(repair, locale),
    })),
    sha256,
  })),
  conflicts: draft.conflicts
    .filter(({ decision }) => decision === null)
    .map(({ indicator, answers }) => ({
      indicator,
      answers: answers.map(({ opd, level, file, at }) => ({
        opd: opd || null,
        level: levelDocument(draft.final.instrument, levelOf(level)),
        file,
        cell: at ? `${at.sheet}!${at.cell}` : null,
      })),
    })),
  missingOpd: draft.missingOffices.map(({ opd }) => opd),
  index: indexDocument(draft.final),
});
