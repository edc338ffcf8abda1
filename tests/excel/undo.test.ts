import type { Session } from "../../src/excel";
import type { ExcelHarness } from "../harness/excel";
import { boot, CHOICE, start, valueOf } from "./start";

/** One workbook for all: each test goes on with what the one before left. */
let excel: ExcelHarness;
let session: Session;
jest.setTimeout(120_000);
beforeAll(async () => {
  excel = await boot();
  session = start();
  valueOf(await session.insertTemplate(CHOICE));
});
afterAll(() => excel.close());

const cell = async (address: string) => (await excel.values(address))[0]?.[0];
const protection = () =>
  Excel.run(async (context) => {
    const { protection: found } = context.workbook.worksheets
      .getItem("Penilaian")
      .load("protection/protected,protection/options");
    await context.sync();
    return { ...found.options, protected: found.protected };
  });

test("a cell that somebody changed after the write is left and listed, the others go back", async () => {
  await excel.typeInto("Penilaian!G6", 2);
  valueOf(await session.editEntry({ indicator: 1, level: 3, target: 4, explanation: "Perwal" }));
  await excel.typeInto("Penilaian!G6", 5);
  const written = valueOf(await session.undo());
  expect(await cell("Penilaian!G6")).toBe(5);
  expect([await cell("Penilaian!I6"), await cell("Penilaian!J6")]).toEqual(["", ""]);
  expect(written).toMatchObject({
    cells: 2,
    skipped: [{ at: { sheet: "Penilaian", cell: "G6" }, found: "5", wanted: "2" }],
  });
});

test("a cell that somebody brought back by hand is no difference to tell", async () => {
  valueOf(await session.editEntry({ indicator: 2, level: 3, target: 4 }));
  await excel.typeInto("Penilaian!G7", "");
  expect(valueOf(await session.undo()).skipped).toEqual([]);
  expect([await cell("Penilaian!G7"), await cell("Penilaian!I7")]).toEqual(["", ""]);
});

test("the sheet is protected again, with the options it had", async () => {
  const before = await protection();
  expect(before.protected).toBe(true);
  valueOf(await session.editEntry({ indicator: 3, level: 3 }));
  valueOf(await session.undo());
  expect(await protection()).toEqual(before);
});

test("ten writes can be taken back, the last one first", async () => {
  const indicators = Array.from({ length: 11 }, (_, at) => at + 4);
  for (const indicator of indicators) valueOf(await session.editEntry({ indicator, level: 2 }));
  expect(session.undoSteps()).toHaveLength(10);
  for (let step = 0; step < 10; step++) valueOf(await session.undo());
  expect((await excel.values("Penilaian!G9:G19")).flat()).toEqual([2, ...Array.from({ length: 10 }, () => "")]);
});
