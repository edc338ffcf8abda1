/**
 * What the pane and the ribbon can ask of the open workbook, and what they are told. The pane knows nothing below this
 * line; everything above Office.js goes through it. Every call is one action of the person: it ends in an Outcome whose
 * problem says what happened, what was kept and what to do, and every write can be undone.
 */
import type { Answer, Assessment, CellRef, Evidence, Stage } from "../assessment/assessment";
import type { Finding } from "../assessment/finding";
import type { HistoryRow } from "../assessment/history";
import type { EarlierMerge, MergeDraft, MergeDecision } from "../assessment/merge";
import type { Plan } from "../assessment/plan";
import type { Outcome } from "../locale/problem";
import type { KeptPlan } from "../workbook/kept";
import type { ColumnRole } from "../workbook/layout";
import type { TableGuess } from "../workbook/read";

/** What the open workbook holds. */
export type WorkbookState =
  | { readonly kind: "empty" }
  /** Tables that look like an assessment were found, but none is in use yet. */
  | { readonly kind: "foreign"; readonly candidates: readonly TableCandidate[] }
  | {
      readonly kind: "assessment";
      readonly assessment: Assessment;
      readonly findings: readonly Finding[];
      /** True when the assessment lies in the person's own table and not in our template. */
      readonly adopted: boolean;
      /** ISO date and time of the last *Validasi* that wrote `Temuan`, or null. */
      readonly validatedAt: string | null;
      /** The exact target of the agency (index points, decimal text), or null. */
      readonly targetIndex: string | null;
      /** `Riwayat`, in the order of its rows. */
      readonly history: readonly HistoryRow[];
      /** `Rencana` as it stands, or null. */
      readonly plan: KeptPlan | null;
    };

/** A range that may hold an assessment, with what each column was taken for. */
export type TableCandidate = Omit<TableGuess, "instrument">;

export interface TemplateChoice {
  readonly instrument: string;
  readonly agency: string;
  readonly year: number;
  /** The one office to make the template for, or null for all. */
  readonly opd: string | null;
  /** Numbers of that office's indicators: the workbook holds only their rows and no index. Absent or null: all. */
  readonly indicators?: readonly number[] | null;
  /** Other names for sheets whose names are taken by somebody else's sheet. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** What a write did, for "what changed" and *Urungkan*. */
export interface Written {
  /** Message key of the summary, filled with `params`. */
  readonly summary: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly cells: number;
  readonly sheets: readonly string[];
  /** Cells that were left because somebody changed them meanwhile. */
  readonly skipped: readonly { readonly at: CellRef; readonly found: string; readonly wanted: string }[];
}

export interface UndoStep {
  readonly summary: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly time: string;
}

/** The fields of one indicator's row that the pane edits. */
interface EntryFields {
  readonly level?: number | null;
  readonly target?: number | null;
  readonly opd?: string;
  readonly explanation?: string;
  readonly evidence?: readonly string[];
  readonly estimate?: boolean;
}

/**
 * An edit of one indicator's row; absent fields stay. `was` holds what the person saw in the fields being edited: a cell
 * that holds something else by now is left and listed in `Written.skipped`, the others are written.
 */
export interface EntryEdit extends EntryFields {
  readonly indicator: number;
  readonly was?: EntryFields;
}

interface CriterionFields {
  readonly answer?: Answer | null;
  readonly evidence?: readonly string[];
  readonly note?: string;
}

/** An edit of one criterion's row; `was` as in `EntryEdit`. */
export interface CriterionEdit extends CriterionFields {
  readonly indicator: number;
  readonly criterion: string;
  readonly was?: CriterionFields;
}

export type EvidenceDraft = Omit<Evidence, "cells">;

/** A row of an indicator or of a criterion, as one of several that are written and undone together. */
export type EvidenceReference = EntryEdit | CriterionEdit;

export interface Session {
  /** Reads the workbook as it is now (at most two round trips). */
  read(): Promise<Outcome<WorkbookState>>;
  insertTemplate(choice: TemplateChoice): Promise<Outcome<Written>>;
  /** What the selected range, or the given one, would be read as. */
  guessTable(range?: { readonly sheet: string; readonly range: string }): Promise<Outcome<TableCandidate>>;
  /** Uses the person's own table; remembers the columns in the workbook. */
  adoptTable(table: {
    sheet: string;
    range: string;
    roles: Readonly<Record<string, ColumnRole>>;
    instrument: string;
  }): Promise<Outcome<Written>>;
  /** Rewrites `Temuan`. */
  validate(): Promise<Outcome<Written>>;
  writeIndex(): Promise<Outcome<Written>>;
  editEntry(edit: EntryEdit): Promise<Outcome<Written>>;
  editCriterion(edit: CriterionEdit): Promise<Outcome<Written>>;
  /** Several rows as one write and one step to undo. */
  editAll(edits: readonly EvidenceReference[]): Promise<Outcome<Written>>;
  addEvidence(drafts: readonly EvidenceDraft[], references?: readonly EvidenceReference[]): Promise<Outcome<Written>>;
  /**
   * Changes the register's row of that id (the first one where it is used twice); refuses with NO_DOCUMENT. `was` as in
   * `EntryEdit`.
   */
  editEvidence(
    id: string,
    changes: Partial<Omit<EvidenceDraft, "id">>,
    references?: readonly EvidenceReference[],
    was?: Partial<Omit<EvidenceDraft, "id">>,
  ): Promise<Outcome<Written>>;
  importStage(stage: Stage, range?: { readonly sheet: string; readonly range: string }): Promise<Outcome<Written>>;
  writePlan(plan: Plan): Promise<Outcome<Written>>;
  /** What an earlier merge left in `Jawaban OPD`, `Konflik` and `Log Gabung`; empty lists where there was none. */
  earlierMerge(): Promise<Outcome<EarlierMerge>>;
  writeMerge(draft: MergeDraft, decisions: readonly MergeDecision[]): Promise<Outcome<Written>>;
  /** Adds a year's result to `Riwayat`, in the place of an earlier row of that year. */
  recordResult(result: HistoryRow): Promise<Outcome<Written>>;
  writeSummary(): Promise<Outcome<Written>>;
  /** Replaces SPBE.* formulas with native ones, and back. */
  prepareForSending(native: boolean): Promise<Outcome<Written>>;
  setTargetIndex(target: string | null): Promise<Outcome<Written>>;
  /** Selects the cell and shows it. */
  goTo(at: CellRef): Promise<Outcome<void>>;
  /** Opens bytes of an .xlsx as a new workbook. */
  openWorkbook(base64: string): Promise<Outcome<void>>;
  undoSteps(): readonly UndoStep[];
  undo(): Promise<Outcome<Written>>;
  /** Called with the new state after edits that were not ours; returns the function that stops it. */
  onChange(listener: (state: WorkbookState) => void): () => void;
  /** Called with the indicator whose row is selected, or null elsewhere. */
  onSelection(listener: (indicator: number | null, at: CellRef) => void): () => void;
}
