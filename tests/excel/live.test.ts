import type { Session } from "../../src/excel";
import type { WorkbookState } from "../../src/excel/session";
import type { ExcelHarness } from "../harness/excel";
import { BANDAR_LAMPUNG, boot, CHOICE, countTrips, pasteLevels, start, valueOf } from "./start";

/** One workbook for all: each test leaves it as the next one expects it. */
let excel: ExcelHarness;
let session: Session;
let heard: WorkbookState[] = [];
let trips: ReturnType<typeof countTrips>;
jest.setTimeout(120_000);
beforeAll(async () => {
  excel = await boot();
  trips = countTrips(excel);
  session = start();
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  valueOf(await session.read());
  session.onChange((state) => heard.push(state));
  await excel.settle(200);
  heard = [];
});
afterAll(() => excel.close());

const quiet = async (): Promise<void> => {
  for (let calm = 0, seen = -1; calm < 3; calm = seen === trips.count() ? calm + 1 : 0) {
    seen = trips.count();
    await excel.settle(60);
  }
};
const last = () => {
  const state = heard.at(-1);
  if (state?.kind !== "assessment") throw new Error("nothing heard");
  return state;
};

test("a typed level is heard with its findings after one round trip", async () => {
  trips.reset();
  await excel.typeInto("Penilaian!G8", 6);
  await quiet();
  expect(heard).toHaveLength(1);
  expect(last().findings).toContainEqual(
    expect.objectContaining({ code: "V01", indicator: 3, at: { sheet: "Penilaian", cell: "G8" } }),
  );
  expect(trips.count()).toBe(1);
});

test("a pasted block is read once, and a criterion reaches its indicator", async () => {
  heard = [];
  trips.reset();
  const { entries } = last0();
  const answer = entries[16]?.criteria.get("2b")?.cells.answer;
  if (!answer) throw new Error("no row for 17 2b");
  for (const row of [6, 7, 8, 9]) await excel.typeInto(`Penilaian!G${row}`, 2);
  await excel.typeInto(`${answer.sheet}!${answer.cell}`, "Tidak");
  await quiet();
  expect(heard.length).toBeLessThanOrEqual(5);
  expect(
    last()
      .assessment.entries.slice(0, 4)
      .map(({ level }) => level),
  ).toEqual([2, 2, 2, 2].map((level) => ({ kind: "level", level })));
  expect(last().findings).toContainEqual(expect.objectContaining({ code: "V03", indicator: 17 }));
});

test("our own writes and edits elsewhere in the workbook are not told", async () => {
  heard = [];
  valueOf(await session.editEntry({ indicator: 9, level: 4 }));
  await quiet();
  expect(heard).toEqual([]);
  valueOf(await session.read());
  await excel.typeInto("Sheet1!B2", "catatan");
  await quiet();
  expect(heard).toEqual([]);
});

test("the selected row tells its indicator on every sheet that has one, by one small read", async () => {
  const selected: unknown[] = [];
  const stop = session.onSelection((indicator, at) => selected.push([indicator, at.sheet, at.cell]));
  await quiet();
  expect(selected.splice(0)).toEqual([[null, "Sheet1", "A1"]]);
  trips.reset();
  excel.select("Penilaian!J22");
  await quiet();
  expect(trips.count()).toBe(1);
  excel.select("Kriteria!F8");
  await quiet();
  excel.select("Sheet1!A1");
  await quiet();
  stop();
  excel.select("Penilaian!A6");
  await quiet();
  expect(selected).toEqual([
    [17, "Penilaian", "J22"],
    [1, "Kriteria", "F8"],
    [null, "Sheet1", "A1"],
  ]);
});

test("the row that was selected before anybody listened is told", async () => {
  excel.select("Penilaian!G12");
  await quiet();
  const other = start();
  const selected: unknown[] = [];
  const stop = other.onSelection((indicator, at) => selected.push([indicator, at.cell]));
  valueOf(await other.read());
  await quiet();
  stop();
  expect(selected).toEqual([[7, "G12"]]);
});

test("an edit is told although another action has read the workbook in between", async () => {
  heard = [];
  await excel.typeInto("Penilaian!G10", 3);
  valueOf(await session.earlierMerge());
  await quiet();
  expect(last().assessment.entries[4]?.level).toEqual({ kind: "level", level: 3 });
});

test("levels that are formulas follow an edit of the sheet that they read", async () => {
  await excel.typeInto("Sheet1!B2", 2);
  await excel.typeInto("Penilaian!G11", "=Sheet1!B2");
  await quiet();
  expect(last().assessment.entries[5]?.level).toEqual({ kind: "level", level: 2 });
  heard = [];
  trips.reset();
  await excel.typeInto("Sheet1!B2", 4);
  await quiet();
  expect(last().assessment.entries[5]?.level).toEqual({ kind: "level", level: 4 });
  expect(trips.count()).toBe(1);
});

function last0() {
  const state = heardBefore;
  if (state?.kind !== "assessment") throw new Error("nothing heard");
  return state.assessment;
}
let heardBefore: WorkbookState | undefined;
afterEach(() => (heardBefore = heard.at(-1) ?? heardBefore));
