import fc from "fast-check";
import type { Assessment } from "../../src/assessment/assessment";
import { findingsOf } from "../../src/assessment/findings";
import type { Session, WorkbookState } from "../../src/excel/session";
import { writeWorkbook } from "../../src/files/write";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { createPane, type Pane } from "../../src/taskpane/state";
import { handouts } from "../../src/workbook/assign";
import { blankAssessment } from "../../src/workbook/blank";
import { readXlsx } from "../../workbench/xlsx/read";
import type { ExcelHarness } from "../harness/excel";
import { boot, countTrips, start, valueOf } from "./start";

/** The indicators of one office: a workbook as it is handed out, small enough for hundreds of sequences. */
const OWN = [12, 29];
const SEQUENCES = 200;

type Edit =
  | {
      readonly kind: "level" | "answer" | "reference" | "document" | "paste";
      readonly at: number;
      readonly value: string | number;
    }
  | { readonly kind: "insert" | "undo" | "ours" | "ourUndo"; readonly at: number };

const LEVELS = [1, 2, 3, 4, 5, 0, 6, "", "III", "tiga", "3,00"] as const;
const ANSWERS = ["Ya", "Sebagian", "Tidak", "", "mungkin"] as const;
const REFERENCES = ["DD-01-001", "DD-01-002; berita.pdf", "dd-01-1", "DD-01-009", ""] as const;
const CELLS = ["Peta Rencana SPBE 2020-2024", "Reviu", 44927, "diterima", "revisi", "DD-01-001", ""] as const;

const at = fc.nat({ max: 9999 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("level" as const), at, value: fc.constantFrom(...LEVELS) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("answer" as const), at, value: fc.constantFrom(...ANSWERS) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("reference" as const), at, value: fc.constantFrom(...REFERENCES) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("document" as const), at, value: fc.constantFrom(...CELLS) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("paste" as const), at, value: fc.constantFrom(...ANSWERS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("insert" as const, "undo" as const, "ours" as const, "ourUndo" as const),
      at,
    }),
  },
);

let excel: ExcelHarness;
let session: Session;
let fresh: Session;
let pane: Pane;
let trips: ReturnType<typeof countTrips>;
/** Cells that the add-in wrote, as the host tells them. */
let ourWrites = 0;
/** Whether edits are told as a co-author's. */
let remote = false;

jest.setTimeout(240_000);
beforeAll(async () => {
  excel = await boot();
  const blank = blankAssessment(DEFAULT_INSTRUMENT, {
    agency: "Kota Contoh",
    year: 2023,
    assessmentDate: "2023-11-21",
  });
  const assigned: Assessment = {
    ...blank,
    entries: blank.entries.map((entry) => (OWN.includes(entry.indicator) ? { ...entry, opd: ["Bappeda"] } : entry)),
  };
  const [handout] = handouts(assigned);
  if (!handout) throw new Error("no handout");
  await excel.openWorkbook(await readXlsx(await writeWorkbook(handout.spec), handout.fileName));
  const { events } = excel.host;
  const emit = events.emit.bind(events);
  events.emit = (type, target, args) => {
    if ("triggerSource" in args && args.triggerSource === "ThisLocalAddin") ourWrites += 1;
    emit(type, target, remote ? { ...args, source: "Remote" } : args);
  };
  trips = countTrips(excel);
  session = start();
  fresh = start();
  pane = createPane(session);
  await pane.refresh();
  if (pane.state().problem) throw new Error(JSON.stringify(pane.state().problem));
  await quiet();
});
afterAll(() => {
  pane.stop();
  excel.close();
});

/** Waits until nothing has been asked of the host for a while. */
const quiet = async (): Promise<void> => {
  for (let calm = 0, seen = -1; calm < 3; calm = seen === trips.count() ? calm + 1 : 0) {
    seen = trips.count();
    await excel.settle(8);
  }
};

function assessmentIn(state: WorkbookState | null): Extract<WorkbookState, { kind: "assessment" }> {
  if (state?.kind !== "assessment") throw new Error(`state ${state?.kind}`);
  return state;
}
const shown = () => assessmentIn(pane.state().workbook);
const pick = <T>(list: readonly T[], place: number): T => {
  const item = list[place % list.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

/** The cells where answers stand now, wherever rows have moved to. */
const answerCells = () =>
  shown().assessment.entries.flatMap(({ criteria }) =>
    [...criteria.values()].flatMap(({ cells }) => cells.answer ?? []),
  );
const referenceCells = () =>
  shown().assessment.entries.flatMap(({ criteria, cells }) => [
    ...(cells.evidence ? [cells.evidence] : []),
    ...[...criteria.values()].flatMap((one) => one.cells.evidence ?? []),
  ]);

async function perform(one: Edit): Promise<void> {
  remote = one.at % 3 === 0;
  switch (one.kind) {
    case "level": {
      const cells = shown().assessment.entries.flatMap((entry) => entry.cells.level ?? []);
      const { sheet, cell } = pick(cells, one.at);
      await excel.typeInto(`'${sheet}'!${cell}`, one.value);
      return;
    }
    case "answer":
    case "reference": {
      const { sheet, cell } = pick(one.kind === "answer" ? answerCells() : referenceCells(), one.at);
      await excel.typeInto(`'${sheet}'!${cell}`, one.value);
      return;
    }
    case "document": {
      const column = pick([..."ABCDEFGHIJK"], one.at);
      await excel.typeInto(`'Data Dukung'!${column}${6 + (one.at % 7)}`, one.value);
      return;
    }
    case "paste": {
      const cells = answerCells();
      const from = one.at % Math.max(1, cells.length - 6);
      const block = cells.slice(from, from + 6);
      const { worksheet, area } = excel.host.workbook.rangeAt(
        `'${block[0]?.sheet ?? ""}'!${block[0]?.cell ?? ""}`,
        excel.host.workbook.worksheets.getActiveWorksheet(),
      );
      worksheet.grid.getRange(area.row, area.column, 3, 1).setValues([[one.value], [one.value], [one.value]]);
      return;
    }
    case "insert": {
      const { worksheet } = excel.host.workbook.rangeAt(
        "'Data Dukung'!A6",
        excel.host.workbook.worksheets.getActiveWorksheet(),
      );
      worksheet.grid.activate();
      worksheet.grid.insertRowsBefore(6 + (one.at % 5), 1);
      return;
    }
    case "undo":
      return excel.undo();
    case "ours": {
      const before = ourWrites;
      await pane.editEntry({ indicator: pick(OWN, one.at), level: 1 + (one.at % 5) });
      ourWrites = before;
      return;
    }
    case "ourUndo": {
      const before = ourWrites;
      if (session.undoSteps().length > 0) await pane.undo();
      ourWrites = before;
    }
  }
}

test(`after ${SEQUENCES} random edit sequences sheet, pane and core agree, and checking has written no cell`, async () => {
  const sequences = fc.sample(fc.array(edit, { minLength: 1, maxLength: 4 }), { numRuns: SEQUENCES, seed: 20231121 });
  const kinds = new Set<string>();
  let findings = 0;
  for (const [number, sequence] of sequences.entries()) {
    for (const one of sequence) {
      kinds.add(one.kind);
      await perform(one);
    }
    await excel.host.calculation.finish();
    await quiet();
    const sheet = assessmentIn(valueOf(await fresh.read()));
    const { assessment, findings: live } = shown();
    expect({ number, sequence, entries: assessment.entries }).toEqual({
      number,
      sequence,
      entries: sheet.assessment.entries,
    });
    expect(assessment).toEqual(sheet.assessment);
    expect({ number, sequence, live }).toEqual({ number, sequence, live: findingsOf(sheet.assessment) });
    findings += live.length;
  }
  expect(ourWrites).toBe(0);
  // The sequences did reach what they are about.
  expect(kinds.size).toBe(9);
  expect(findings).toBeGreaterThan(SEQUENCES);
});
