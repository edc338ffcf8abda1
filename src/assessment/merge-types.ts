import type { KeptEdit } from "./merge-edits";
import type { Problem } from "../locale/problem";
import type { Assessment, CellRef, CriterionAnswer, Evidence, LevelReading, Repair } from "./assessment";

/**
 * The shapes of merging: what a returned file brings, what was decided before, and the draft that is shown before
 * anything is written. All of it is plain data that may cross a worker's boundary.
 */

/** Answered criteria only, by id. */
export type AnsweredCriteria = readonly (readonly [string, Omit<CriterionAnswer, "cells">])[];

/** What one file answers for one indicator; only what is not blank is here. */
export interface ReturnedAnswer {
  readonly indicator: number;
  readonly level: LevelReading;
  readonly explanation: string;
  readonly evidence: readonly string[];
  readonly estimate: boolean;
  readonly criteria: AnsweredCriteria;
  /** The level's cell (else the explanation's), where *buka sumber* goes. */
  readonly at: CellRef | null;
}

/** A returned workbook cut down to what merging needs, so that a thousand of them stay small. */
export interface ReturnContent {
  readonly instrument: string;
  readonly agency: string;
  readonly year: number | null;
  /** The office that the file's identity names; "" when it names none. */
  readonly opd: string;
  readonly templateVersion: string;
  readonly sectorServices: readonly [string, string, string];
  /** The numbers of the rows that the file holds, with the offices their OPD cells name. */
  readonly rows: readonly { readonly indicator: number; readonly name: string; readonly opd: readonly string[] }[];
  readonly answers: readonly ReturnedAnswer[];
  readonly evidence: readonly Omit<Evidence, "cells">[];
  readonly repairs: readonly Repair[];
}

/** One file that came back: read, or refused with the reason. */
export interface ReturnedFile {
  /** As the person knows it: a file name or path. */
  readonly file: string;
  readonly sha256: string;
  /** `dcterms:modified` inside the file, ISO, or null; never the file system's time. */
  readonly modified: string | null;
  readonly content:
    { readonly ok: true; readonly value: ReturnContent } | { readonly ok: false; readonly problem: Problem };
}

/** One row of `Jawaban OPD`: what an office says about an indicator, and where it stands. */
export interface OfficeAnswer {
  readonly opd: string;
  readonly indicator: number;
  readonly level: LevelReading;
  readonly explanation: string;
  readonly evidence: readonly string[];
  /** Ordered by id; null where an earlier version wrote the row, which did not keep them. */
  readonly criteria: AnsweredCriteria | null;
  readonly file: string;
  readonly at: CellRef | null;
  readonly sha256: string;
  /** The file's own time of last change, ISO, or "". */
  readonly time: string;
}

export type ConflictReason =
  /** Several responsible offices differ. */
  | "responsible-differ"
  /** Nobody is responsible and the answers differ. */
  | "nobody-responsible"
  /** Only offices that are not responsible answered. */
  | "not-responsible"
  /** The final value was edited by hand since the last merge, and the office changed its answer too. */
  | "edited-since"
  /** The answers agree by now; what was decided before stays, and is listed so that it can be taken back. */
  | "settled";

/** What a person decided about one indicator. */
export interface MergeDecision {
  readonly indicator: number;
  readonly level: number;
  /** Whose answer was taken, with its explanation, evidence and criteria; "" for a level of one's own. */
  readonly opd: string;
  /** Required; never blank. */
  readonly reason: string;
  readonly by: string;
  /** ISO date and time. */
  readonly time: string;
  /** What the offices answered when it was decided, so that a later change shows; "" when not known. */
  readonly answersThen: string;
}

export interface Conflict {
  readonly indicator: number;
  readonly reason: ConflictReason;
  /** The responsible offices, as the base's OPD cell names them. */
  readonly responsible: readonly string[];
  /** Side by side, ordered by office. */
  readonly answers: readonly OfficeAnswer[];
  /** What the base holds and keeps until somebody decides. */
  readonly base: LevelReading;
  readonly decision: MergeDecision | null;
  /** True when the answers changed since the decision; the decision stays all the same. */
  readonly changedSince: boolean;
}

/** What an earlier merge left in the workbook (`Jawaban OPD`, `Konflik`, `Log Gabung`). */
export interface EarlierMerge {
  readonly answers: readonly OfficeAnswer[];
  readonly decisions: readonly MergeDecision[];
  /** Indicators whose conflict nobody has decided yet. */
  readonly undecided: readonly number[];
  readonly log: readonly LogRow[];
}

export const NO_EARLIER_MERGE: EarlierMerge = { answers: [], decisions: [], undecided: [], log: [] };

export interface MergeInput {
  /** The open workbook, or `baseOfReturns` when there is none. */
  readonly base: Assessment;
  readonly returns: readonly ReturnedFile[];
  readonly earlier: EarlierMerge;
  /** SHA-256 of held and superseded files that the person said to merge all the same. */
  readonly accepted: readonly string[];
  readonly decisions: readonly MergeDecision[];
  /** ISO date and time of this merge, for the log. */
  readonly time: string;
}

export type FileStatus = "merged" | "refused" | "superseded" | "held";

/** One line of the preview. */
export interface FileReport {
  readonly file: string;
  readonly sha256: string;
  readonly modified: string | null;
  readonly status: FileStatus;
  /** Null when merged, else why not: a reader's code or one with a sentence `merge.reason.<code>`. */
  readonly code: string | null;
  /** For the message `merge.reason.<code>` or `problem.<code>.what`. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly opd: string;
  /** Numbers of the indicators with a readable level. */
  readonly answered: readonly number[];
  /** Indicators answered although the base gives them to somebody else. */
  readonly outside: readonly number[];
  /** Indicators of this office whose row the file no longer has. */
  readonly missingRows: readonly number[];
  /** Cells whose level cannot be read. */
  readonly unreadable: readonly { readonly indicator: number; readonly raw: string; readonly at: CellRef | null }[];
  /** Indicators that a newer file of the office leaves blank, so this one's answer stays. */
  readonly keptFor: readonly number[];
  /** Evidence ids that were taken already: from → to. */
  readonly renumbered: readonly { readonly from: string; readonly to: string }[];
  /** What the file says otherwise than people who changed the workbook since the last merge: theirs stays. */
  readonly keptEdits: readonly KeptEdit[];
  readonly repairs: readonly Repair[];
}

export interface MissingOffice {
  readonly opd: string;
  readonly indicators: readonly number[];
}

export type ChangedField = "level" | "explanation" | "evidence" | "estimate" | "criteria" | "register" | "service";

/** One cell that would change against the base. */
export interface MergeChange {
  readonly field: ChangedField;
  /** Null for the register and the identity. */
  readonly indicator: number | null;
  /** Criterion code, evidence id or the sector service's number; "" for fields of the indicator's row. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** One row of `Log Gabung`. */
export interface LogRow {
  readonly time: string;
  readonly file: string;
  readonly opd: string;
  readonly status: FileStatus;
  readonly code: string | null;
  readonly answers: number;
  readonly sha256: string;
  /** What the register of a file that took part said; null for other files, and where an earlier version wrote the row. */
  readonly documents: readonly LoggedDocument[] | null;
}

/** A register row as its office wrote it, and the id of the row that it became. */
export interface LoggedDocument extends Omit<Evidence, "cells"> {
  readonly to: string;
}

/** What a merge would do. Nothing is written before the person confirms. */
export interface MergeDraft {
  /** What it was made from; deciding and accepting make a new draft from it. */
  readonly input: MergeInput;
  /** Ordered by file name, then SHA-256. */
  readonly files: readonly FileReport[];
  /** Rows of `Jawaban OPD`, ordered by indicator, then office. */
  readonly answers: readonly OfficeAnswer[];
  /** Ordered by indicator; decided ones stay in the list. */
  readonly conflicts: readonly Conflict[];
  /** The new content of the base; undecided indicators keep the base's values. */
  readonly final: Assessment;
  readonly missingOffices: readonly MissingOffice[];
  readonly changes: readonly MergeChange[];
  /** Indicators whose row in `Penilaian` changes. */
  readonly changedIndicators: readonly number[];
  /** The whole log: earlier rows, then one per file that was not logged like this before. */
  readonly log: readonly LogRow[];
}
