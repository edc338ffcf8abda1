import { commit } from "./commit";
import type { Change } from "./change";
import { adoptChange, candidateAt } from "./adopt";
import { criterionWrites, entryWrites, referenceWrites } from "./edits";
import { WorkbookEvents } from "./events";
import { Host, refuse } from "./host";
import { InstrumentShelf } from "./instrument-shelf";
import { unlessChanged } from "./meanwhile";
import { problemOf } from "./problems";
import { WorkbookReader } from "./read-workbook";
import { assessmentOf, understand, type Reading } from "./reading";
import { evidenceChange, evidenceEditWrites, refuseDuplicates } from "./register-edits";
import { selectedRange } from "./selected-range";
import type { Session, Written } from "./session";
import { undo } from "./undo";
import { changesAnything, UndoStack } from "./undo-record";
import { findingsChange } from "./write-findings";
import { historyChange } from "./write-history";
import { mergeChange } from "./write-merge";
import { planChange } from "./write-plan";
import { stageChange } from "./write-stage";
import { summaryChange } from "./write-summary";
import { readEarlierMerge } from "../workbook/read";
import { indexChange } from "./write-index";
import { nativeChange } from "./write-native";
import { targetChange } from "./write-target";
import { templateChange } from "./write-template";
import { localTime } from "../locale/clock";
import { success, type Outcome } from "../locale/problem";

export interface SessionOptions {
  readonly now: () => Date;
  /** Milliseconds without an edit before edits are read. */
  readonly pause?: number;
}

const PAUSE = 250;

/** What an action writes, decided on the workbook as it was just read. */
type Planner = (reading: Reading) => Change | Promise<Change>;

/** The workbook that is open, as the pane and the ribbon see it. One per runtime. */
export function openSession({ now, pause = PAUSE }: SessionOptions): Session {
  const host = new Host();
  const reader = new WorkbookReader();
  const shelf = new InstrumentShelf();
  const undoable = new UndoStack();
  let last: Reading | null = null;

  const read = async (
    context: Excel.RequestContext,
    sheetIds?: ReadonlySet<string>,
    whole: readonly string[] = [],
  ): Promise<Reading> => {
    const known = last?.snapshot ?? null;
    const snapshot =
      sheetIds && known ? await reader.refresh(context, known, sheetIds) : await reader.read(context, whole);
    last = await understand(snapshot, shelf, last?.checked ?? null);
    return last;
  };
  /** `whole`: sheets that are not in use and are to be read whole all the same. */
  const save = async (
    context: Excel.RequestContext,
    plan: Planner,
    whole: readonly string[] = [],
  ): Promise<Written> => {
    const reading = await read(context, undefined, whole);
    const change = await plan(reading);
    const { written, record } = await commit(context, reading.snapshot, change, localTime(now()));
    if (changesAnything(record)) undoable.push(record);
    return written;
  };
  const write = (plan: Planner): Promise<Outcome<Written>> => host.run((context) => save(context, plan));
  const events = new WorkbookEvents({ host, last: () => last, read }, pause);

  return {
    read: () =>
      host.run(async (context) => {
        const { state } = await read(context);
        events.showed(state);
        return state;
      }),
    insertTemplate: (choice) =>
      write(async (reading) => templateChange(reading, choice, await shelf.get(choice.instrument))),
    guessTable: (range) =>
      host.run(async (context) => {
        const at = range ?? (await selectedRange(context));
        const { snapshot } = await read(context, undefined, [at.sheet]);
        await shelf.prepareAll();
        return candidateAt(snapshot, shelf, at.sheet, at.range);
      }),
    adoptTable: (table) =>
      host.run(async (context) => {
        await shelf.get(table.instrument);
        return save(context, ({ snapshot }) => adoptChange(snapshot, table), [table.sheet]);
      }),
    validate: () => write((reading) => findingsChange(reading, localTime(now()))),
    writeIndex: () => write(indexChange),
    editEntry: (edit) =>
      write((reading) => ({
        summary: "excel.wrote.entry",
        params: { indicator: edit.indicator },
        ...unlessChanged(entryWrites(assessmentOf(reading), edit)),
      })),
    editCriterion: (edit) =>
      write((reading) => ({
        summary: "excel.wrote.criterion",
        params: { indicator: edit.indicator, criterion: edit.criterion },
        ...unlessChanged(criterionWrites(assessmentOf(reading), edit)),
      })),
    editAll: (edits) =>
      write((reading) => ({
        summary: "excel.wrote.rows",
        params: { count: edits.length },
        ...unlessChanged(referenceWrites(assessmentOf(reading), edits)),
      })),
    addEvidence: (drafts, references = []) =>
      write((reading) => {
        refuseDuplicates(assessmentOf(reading), drafts);
        const attached = unlessChanged(referenceWrites(assessmentOf(reading), references));
        const rows = evidenceChange(reading.snapshot, drafts);
        return {
          summary: drafts.length > 0 ? "excel.wrote.evidence" : "excel.wrote.references",
          params: { count: drafts.length > 0 ? drafts.length : references.length },
          ...rows,
          cells: [...(rows.cells ?? []), ...attached.cells],
          skipped: attached.skipped,
        };
      }),
    editEvidence: (id, changes, references = [], was = {}) =>
      write((reading) => {
        const assessment = assessmentOf(reading);
        return {
          summary: "excel.wrote.evidenceEdit",
          params: { id },
          ...unlessChanged([
            ...evidenceEditWrites(assessment, id, changes, was),
            ...referenceWrites(assessment, references),
          ]),
        };
      }),
    importStage: (stage, range) =>
      host.run(async (context) => {
        const at = range ?? (await selectedRange(context));
        return save(context, (reading) => stageChange(reading, stage, at, localTime(now())), [at.sheet]);
      }),
    writePlan: (plan) => write((reading) => planChange(reading, plan)),
    recordResult: (result) => write((reading) => historyChange(reading, result)),
    writeSummary: () => write(summaryChange),
    earlierMerge: () =>
      host.run(async (context) => {
        const reading = await read(context);
        return readEarlierMerge(reading.snapshot.grid, assessmentOf(reading).instrument);
      }),
    writeMerge: (draft, decisions) => write((reading) => mergeChange(reading, draft, decisions)),
    prepareForSending: (native) => write((reading) => nativeChange(reading, native)),
    setTargetIndex: (target) => write((reading) => targetChange(reading, target)),
    goTo: ({ sheet, cell }) =>
      host.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.activate();
        worksheet.getRange(cell).select();
        await context.sync();
      }),
    openWorkbook: async (base64) => {
      try {
        await Excel.createWorkbook(base64);
        return success(undefined);
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
    undoSteps: () => undoable.steps.map(({ summary, params, time }) => ({ summary, params, time })),
    undo: () =>
      host.run(async (context) => {
        const record = undoable.last ?? refuse("NOTHING_TO_UNDO");
        const written = await undo(context, record);
        undoable.drop(record);
        return written;
      }),
    onChange: (listener) => events.onChange(listener),
    onSelection: (listener) => events.onSelection(listener),
  };
}
