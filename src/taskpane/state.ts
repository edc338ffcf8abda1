import { createContext, useContext, useSyncExternalStore } from "react";
import type { Assessment, CellRef } from "../assessment/assessment";
import { SEVERITIES, type Severity } from "../assessment/finding";
import type { CriterionEdit, EntryEdit, EvidenceReference, Session, WorkbookState, Written } from "../excel/session";
import { success, type Outcome, type Problem } from "../locale/problem";
import {
  changedCells,
  withCriterionEdit,
  withCriterionSeen,
  withEntryEdit,
  withEntrySeen,
  withReferenceEdit,
  withReferenceSeen,
} from "./model/edit";
import { ownIndicator, type IndicatorFilter } from "./model/filter";
import type { Key } from "./words";

export const VIEWS = ["home", "indicator", "findings", "evidence", "merge", "plan", "compare", "share"] as const;
export type TabName = (typeof VIEWS)[number];
/** Quick mode has no tab; it is reached from the home view and leads back there. */
export type ViewName = TabName | "quick";

export type AssessmentState = Extract<WorkbookState, { kind: "assessment" }>;

/** All that the pane knows. Views keep only what is being typed. */
export interface PaneState {
  /** Null until the workbook was read once. */
  readonly workbook: WorkbookState | null;
  readonly problem: Problem | null;
  /** What the last write did, until it is undone or dismissed. */
  readonly written: Written | null;
  readonly undone: boolean;
  /** What is being done now, for the busy line. */
  readonly busy: Key | null;
  readonly view: ViewName;
  readonly indicator: number;
  readonly filter: IndicatorFilter;
  readonly severities: readonly Severity[];
  readonly undoable: number;
  readonly changedSinceValidation: number;
  /** Counts what the live region has said, so that the same sentence twice is heard twice. */
  readonly said: number;
}

const START: PaneState = {
  workbook: null,
  problem: null,
  written: null,
  undone: false,
  busy: null,
  view: "home",
  indicator: 1,
  filter: { kind: "all" },
  severities: SEVERITIES,
  undoable: 0,
  changedSinceValidation: 0,
  said: 0,
};

/** What the views can do. Writes wait for one another; each ends in what was written or in a problem, never in a throw. */
export interface Pane {
  readonly session: Session;
  readonly state: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly refresh: () => Promise<void>;
  readonly open: (view: ViewName) => void;
  /** Shows an indicator and, where it lies in the sheet, selects its cell. */
  readonly show: (indicator: number) => void;
  readonly setFilter: (filter: IndicatorFilter) => void;
  readonly setSeverities: (severities: readonly Severity[]) => void;
  readonly goTo: (at: CellRef) => Promise<void>;
  /** Runs one write; answers whether it was done. */
  readonly write: (busy: Key, job: () => Promise<Outcome<Written>>) => Promise<boolean>;
  readonly editEntry: (edit: EntryEdit) => Promise<boolean>;
  readonly editCriterion: (edit: CriterionEdit) => Promise<boolean>;
  /** Several rows as one write and one step to undo. */
  readonly editAll: (edits: readonly EvidenceReference[]) => Promise<boolean>;
  readonly validate: () => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  /** An outcome of the ribbon, which has no other place to say so. */
  readonly told: (outcome: Outcome<Written>) => Promise<boolean>;
  readonly report: (problem: Problem | null) => void;
  readonly dismiss: (what: "problem" | "written") => void;
  readonly stop: () => void;
}

export function createPane(session: Session): Pane {
  let state = START;
  let validated: Assessment | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const set = (change: Partial<PaneState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const take = (workbook: WorkbookState): void => {
    const before = state.workbook?.kind === "assessment" ? state.workbook : null;
    if (workbook.kind !== "assessment") validated = null;
    else if (!before || !validated || before.validatedAt !== workbook.validatedAt) validated = workbook.assessment;
    set({
      workbook,
      ...(workbook.kind === "assessment" && { indicator: ownIndicator(workbook.assessment, state.indicator) }),
      undoable: session.undoSteps().length,
      changedSinceValidation:
        workbook.kind === "assessment" && validated ? changedCells(validated, workbook.assessment) : 0,
    });
  };

  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const turn = queue.then(job);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const read = async (): Promise<void> => {
    const outcome = await session.read();
    if (outcome.ok) take(outcome.value);
    else set({ problem: outcome.problem });
  };

  const perform = (busy: Key, job: () => Promise<Outcome<Written>>, undone = false): Promise<boolean> =>
    inTurn(async () => {
      set({ busy, problem: null });
      const outcome = await job();
      await read();
      if (outcome.ok) set({ busy: null, written: outcome.value, undone, said: state.said + 1 });
      else set({ busy: null, problem: outcome.problem, said: state.said + 1 });
      return outcome.ok;
    });

  /** Shows an edit at once; the reading after the write then tells the truth, also when the write failed. */
  const expect = (change: (assessment: Assessment) => Assessment): void => {
    const { workbook } = state;
    if (workbook?.kind === "assessment") set({ workbook: { ...workbook, assessment: change(workbook.assessment) } });
  };

  /** An edit with what the person saw in its row when they made it: a cell that changed since is left and listed. */
  const seen = <Edit>(see: (assessment: Assessment, edit: Edit) => Edit, edit: Edit): Edit =>
    state.workbook?.kind === "assessment" ? see(state.workbook.assessment, edit) : edit;

  const goTo = async (at: CellRef): Promise<void> => {
    const outcome = await inTurn(() => session.goTo(at));
    if (!outcome.ok) set({ problem: outcome.problem, said: state.said + 1 });
  };

  /** Selects the cell of the indicator that is shown, unless another is shown by then. */
  const select = async (indicator: number, at: CellRef): Promise<void> => {
    const outcome = await inTurn(async () => {
      if (state.indicator !== indicator) return success(undefined);
      shown = [...shown, at];
      return session.goTo(at);
    });
    if (!outcome.ok) set({ problem: outcome.problem, said: state.said + 1 });
  };

  // Cells that showing an indicator selected, and whose selection Excel has yet to tell: late, or not at all.
  let shown: readonly CellRef[] = [];
  const isOwnSelection = (at: CellRef): boolean => {
    const place = shown.findIndex(({ sheet, cell }) => sheet === at.sheet && cell === at.cell);
    shown = place < 0 ? [] : shown.slice(place + 1);
    return place >= 0;
  };

  const stops = [
    session.onChange((workbook) => take(workbook)),
    session.onSelection((indicator, at) => {
      if (!isOwnSelection(at) && indicator !== null && indicator !== state.indicator) set({ indicator });
    }),
  ];

  return {
    session,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => inTurn(read),
    open: (view) => set({ view }),
    show: (indicator) => {
      set({ view: state.view === "quick" ? "quick" : "indicator", indicator });
      const at =
        state.workbook?.kind === "assessment" &&
        state.workbook.assessment.entries.find((entry) => entry.indicator === indicator)?.cells.level;
      if (at) void select(indicator, at);
    },
    setFilter: (filter) => set({ filter }),
    setSeverities: (severities) => set({ severities }),
    goTo,
    write: perform,
    editEntry: (edit) => {
      const told = seen(withEntrySeen, edit);
      expect((assessment) => withEntryEdit(assessment, edit));
      return perform("busy.edit", () => session.editEntry(told));
    },
    editCriterion: (edit) => {
      const told = seen(withCriterionSeen, edit);
      expect((assessment) => withCriterionEdit(assessment, edit));
      return perform("busy.edit", () => session.editCriterion(told));
    },
    editAll: (edits) => {
      const told = edits.map((edit) => seen(withReferenceSeen, edit));
      expect((assessment) => edits.reduce(withReferenceEdit, assessment));
      return perform("busy.edit", () => session.editAll(told));
    },
    validate: () => perform("busy.validate", () => session.validate()),
    undo: () => perform("busy.undo", () => session.undo(), true),
    told: (outcome) => perform("busy.edit", () => Promise.resolve(outcome)),
    report: (problem) => set({ problem, said: state.said + 1 }),
    dismiss: (what) => set({ [what]: null }),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

const PaneContext = createContext<Pane | null>(null);
export const PaneProvider = PaneContext.Provider;

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("usePane outside PaneProvider");
  return pane;
}

export function usePaneState(): PaneState {
  const pane = usePane();
  return useSyncExternalStore(pane.subscribe, pane.state);
}
