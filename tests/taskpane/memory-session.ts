import type { Assessment, CellRef } from "../../src/assessment/assessment";
import { findingsOf } from "../../src/assessment/findings";
import { withResult, type HistoryRow } from "../../src/assessment/history";
import { NO_EARLIER_MERGE, type EarlierMerge } from "../../src/assessment/merge";
import type {
  EvidenceReference,
  Session,
  TableCandidate,
  UndoStep,
  WorkbookState,
  Written,
} from "../../src/excel/session";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { failure, success, type Outcome } from "../../src/locale/problem";
import { withCriterionEdit, withEntryEdit } from "../../src/taskpane/model/edit";
import type { KeptPlan } from "../../src/workbook/kept";
import { blankAssessment } from "../../src/workbook/blank";

const attached = (assessment: Assessment, references: readonly EvidenceReference[]): Assessment =>
  references.reduce(
    (after, edit) => ("criterion" in edit ? withCriterionEdit(after, edit) : withEntryEdit(after, edit)),
    assessment,
  );

export interface MemoryOptions {
  readonly assessment?: Assessment | null;
  readonly candidates?: readonly TableCandidate[];
  readonly validatedAt?: string | null;
  readonly targetIndex?: string | null;
  readonly earlier?: EarlierMerge;
  readonly history?: readonly HistoryRow[];
  readonly plan?: KeptPlan | null;
}

/**
 * A session without Excel: one assessment in memory, judged by the real rules. Everything that was asked of it is in
 * `calls`; `select` and `edit` play the person in the grid.
 */
export class MemorySession implements Session {
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  /** Set to make the next write fail with this problem. */
  nextFailure: { readonly code: string; readonly params?: Record<string, string | number> } | null = null;
  skipped: Written["skipped"] = [];
  private current: Assessment | null;
  private before: (Assessment | null)[] = [];
  private validatedAt: string | null;
  private targetIndex: string | null;
  private history: readonly HistoryRow[];
  private plan: KeptPlan | null;
  private readonly changed = new Set<(state: WorkbookState) => void>();
  private readonly selected = new Set<(indicator: number | null, at: CellRef) => void>();

  constructor(private readonly options: MemoryOptions = {}) {
    this.current = options.assessment ?? null;
    this.validatedAt = options.validatedAt ?? null;
    this.targetIndex = options.targetIndex ?? null;
    this.history = options.history ?? [];
    this.plan = options.plan ?? null;
  }

  get assessment(): Assessment | null {
    return this.current;
  }

  private state(): WorkbookState {
    if (this.current)
      return {
        kind: "assessment",
        assessment: this.current,
        findings: findingsOf(this.current),
        adopted: false,
        validatedAt: this.validatedAt,
        targetIndex: this.targetIndex,
        history: this.history,
        plan: this.plan,
      };
    const { candidates = [] } = this.options;
    return candidates.length > 0 ? { kind: "foreign", candidates } : { kind: "empty" };
  }

  private async write(
    name: string,
    args: readonly unknown[],
    change: (before: Assessment | null) => Assessment | null,
    summary: string,
    params: Written["params"] = {},
  ): Promise<Outcome<Written>> {
    this.calls.push({ name, args });
    const { nextFailure } = this;
    this.nextFailure = null;
    if (nextFailure) return failure(nextFailure.code, nextFailure.params);
    this.before.push(this.current);
    this.current = change(this.current);
    return success({ summary, params, cells: 1, sheets: ["Penilaian"], skipped: this.skipped });
  }

  private readonly same = (before: Assessment | null): Assessment | null => before;

  /** The person selects a cell in the grid. */
  select(indicator: number | null, at: CellRef = { sheet: "Penilaian", cell: "A1" }): void {
    for (const listener of this.selected) listener(indicator, at);
  }

  /** The person edits the grid. */
  edit(change: (assessment: Assessment) => Assessment): void {
    if (this.current) this.current = change(this.current);
    for (const listener of this.changed) listener(this.state());
  }

  async read(): Promise<Outcome<WorkbookState>> {
    return success(this.state());
  }
  insertTemplate: Session["insertTemplate"] = (choice) =>
    this.write(
      "insertTemplate",
      [choice],
      () => blankAssessment(DEFAULT_INSTRUMENT, { agency: choice.agency, year: choice.year }),
      "excel.wrote.template",
      { instrument: "SPBE 2020" },
    );
  guessTable: Session["guessTable"] = async () => {
    const [first] = this.options.candidates ?? [];
    return first ? success(first) : failure("NO_TABLE");
  };
  adoptTable: Session["adoptTable"] = (table) =>
    this.write("adoptTable", [table], () => blankAssessment(DEFAULT_INSTRUMENT), "excel.wrote.adopt", {
      range: table.range,
      sheet: table.sheet,
    });
  validate: Session["validate"] = () => {
    this.validatedAt = "2023-11-21T14:32:00";
    const count = this.current ? findingsOf(this.current).length : 0;
    return this.write("validate", [], this.same, "excel.wrote.findings", { count });
  };
  writeIndex: Session["writeIndex"] = () => this.write("writeIndex", [], this.same, "excel.wrote.index");
  editEntry: Session["editEntry"] = (edit) =>
    this.write("editEntry", [edit], (before) => before && withEntryEdit(before, edit), "excel.wrote.entry", {
      indicator: edit.indicator,
    });
  editCriterion: Session["editCriterion"] = (edit) =>
    this.write(
      "editCriterion",
      [edit],
      (before) => before && withCriterionEdit(before, edit),
      "excel.wrote.criterion",
      {
        criterion: edit.criterion,
        indicator: edit.indicator,
      },
    );
  editAll: Session["editAll"] = (edits) =>
    this.write("editAll", [edits], (before) => before && attached(before, edits), "excel.wrote.rows", {
      count: edits.length,
    });
  addEvidence: Session["addEvidence"] = (drafts, references = []) =>
    this.write(
      "addEvidence",
      [drafts, references],
      (before) =>
        before &&
        attached(
          { ...before, evidence: [...before.evidence, ...drafts.map((draft) => ({ ...draft, cells: {} }))] },
          references,
        ),
      "excel.wrote.evidence",
      { count: drafts.length },
    );
  editEvidence: Session["editEvidence"] = (id, changes, references = [], was) =>
    this.write(
      "editEvidence",
      [id, changes, references, ...(was ? [was] : [])],
      (before) =>
        before &&
        attached(
          { ...before, evidence: before.evidence.map((row) => (row.id === id ? { ...row, ...changes } : row)) },
          references,
        ),
      "excel.wrote.evidenceEdit",
      { id },
    );
  importStage: Session["importStage"] = (stage) =>
    this.write("importStage", [stage], this.same, "excel.wrote.stage", { stage, count: 0 });
  writePlan: Session["writePlan"] = (plan) => {
    const steps = plan.steps.map((step) => ({ ...step, status: null }));
    this.plan = { sheet: "Rencana", subtitle: "", hint: "", effort: plan.effort, steps };
    return this.write("writePlan", [plan], this.same, "excel.wrote.plan", { count: plan.steps.length });
  };
  earlierMerge: Session["earlierMerge"] = async () => success(this.options.earlier ?? NO_EARLIER_MERGE);
  writeMerge: Session["writeMerge"] = (draft, decisions) =>
    this.write("writeMerge", [draft, decisions], () => draft.final, "excel.wrote.merge", {
      files: draft.files.filter(({ status }) => status === "merged").length,
      rows: draft.changedIndicators.length,
      conflicts: draft.conflicts.filter(({ decision }) => decision === null).length,
    });
  recordResult: Session["recordResult"] = (result) => {
    this.history = withResult(this.history, result);
    return this.write("recordResult", [result], this.same, "excel.wrote.history", { year: result.year });
  };
  writeSummary: Session["writeSummary"] = () => this.write("writeSummary", [], this.same, "excel.wrote.summary");
  prepareForSending: Session["prepareForSending"] = (native) =>
    this.write("prepareForSending", [native], this.same, native ? "excel.wrote.native" : "excel.wrote.custom", {
      count: 6,
    });
  setTargetIndex: Session["setTargetIndex"] = (target) => {
    this.targetIndex = target;
    return this.write("setTargetIndex", [target], this.same, "excel.wrote.target");
  };
  goTo: Session["goTo"] = async (at) => {
    this.calls.push({ name: "goTo", args: [at] });
    return success(undefined);
  };
  openWorkbook: Session["openWorkbook"] = async (base64) => {
    this.calls.push({ name: "openWorkbook", args: [base64.length] });
    return success(undefined);
  };
  undoSteps = (): readonly UndoStep[] =>
    this.before.map(() => ({ summary: "excel.wrote.entry", params: { indicator: 1 }, time: "2023-11-21T14:32:00" }));
  undo: Session["undo"] = async () => {
    this.calls.push({ name: "undo", args: [] });
    const last = this.before.pop();
    if (last === undefined) return failure("NOTHING_TO_UNDO");
    this.current = last;
    return success({
      summary: "excel.wrote.entry",
      params: { indicator: 17 },
      cells: 1,
      sheets: ["Penilaian"],
      skipped: [],
    });
  };
  onChange: Session["onChange"] = (listener) => {
    this.changed.add(listener);
    return () => this.changed.delete(listener);
  };
  onSelection: Session["onSelection"] = (listener) => {
    this.selected.add(listener);
    return () => this.selected.delete(listener);
  };
}
