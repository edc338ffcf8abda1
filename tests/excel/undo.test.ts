import type { Session } from "../../src/excel";
import type { ExcelHarness } from "../harness/excel";
import { parseRatio } from "../../src/assessment/ratio";
import { draftEvidence } from "../../src/taskpane/model/evidence";
import { boot, CHOICE, sentencesOf, start, valueOf } from "./start";

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

test("rows that a filter hides take their own values, in a write and in undoing it", async () => {
  const sheetId = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Penilaian").load("id");
    await context.sync();
    return sheet.id;
  });
  const state = excel.host.state.sheets[sheetId];
  if (!state) throw new Error("no sheet");
  const edits = [20, 21, 22, 23].map((indicator) => ({ indicator, explanation: `Uraian ${indicator}` }));
  const explanations = async () => (await excel.values("Penilaian!J25:J28")).flat();
  state.filteredRows = [25, 26];
  valueOf(await session.addEvidence([], edits));
  expect(await explanations()).toEqual(["Uraian 20", "Uraian 21", "Uraian 22", "Uraian 23"]);
  delete state.filteredRows;
  valueOf(await session.undo());
  expect(await explanations()).toEqual(["", "", "", ""]);
  valueOf(await session.addEvidence([], edits));
  state.filteredRows = [25, 26];
  valueOf(await session.undo());
  expect(await explanations()).toEqual(["", "", "", ""]);
  delete state.filteredRows;
});

const sheetNames = () =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });
const assessment = async () => {
  const state = valueOf(await session.read());
  if (state.kind !== "assessment") throw new Error(state.kind);
  return state.assessment;
};

test("a text that looks like the number that was written comes back as text", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Penilaian").getRange("G20").formulas = [["'3"]];
    await context.sync();
  });
  valueOf(await session.editEntry({ indicator: 15, level: 3 }));
  expect(await cell("Penilaian!G20")).toBe(3);
  expect(valueOf(await session.undo())).toMatchObject({ cells: 1, skipped: [] });
  expect(await cell("Penilaian!G20")).toBe("3");
});

test("a sheet that was added stays when somebody wrote below or beside what it held", async () => {
  const index = parseRatio("2.15");
  if (!index) throw new Error("not a number");
  valueOf(await session.recordResult({ year: 2022, instrument: "spbe-2020", index, predicate: "Cukup", domains: [] }));
  await excel.typeInto("Riwayat!A20", 2021);
  await excel.typeInto("Riwayat!P40", "catatan");
  const written = valueOf(await session.undo());
  expect(await sheetNames()).toContain("Riwayat");
  expect(written.skipped.map(({ at, found }) => [at.cell, found])).toEqual([
    ["A20", "2021"],
    ["P40", "catatan"],
  ]);
});

test("rows that somebody added to the register since stay in its table", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data Dukung");
    const area = context.workbook.tables.getItem("SPBE_DataDukung").getRange().load("rowCount");
    await context.sync();
    const rows = Array.from({ length: area.rowCount - 1 }, (_, at) => [`DD-${101 + at}`, `Dokumen ${at}`]);
    sheet.getRange(`A6:B${5 + rows.length}`).values = rows;
    await context.sync();
  });
  const before = (await assessment()).evidence.length;
  valueOf(await session.addEvidence([draftEvidence("DD-501", { name: "baru" })]));
  const row = before + 7;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Data Dukung").getRange(`A${row}:B${row}`).values = [["DD-502", "milik orang"]];
    context.workbook.tables.getItem("SPBE_DataDukung").resize(`A5:K${row}`);
    await context.sync();
  });
  valueOf(await session.undo());
  const table = await Excel.run(async (context) => {
    const range = context.workbook.tables.getItem("SPBE_DataDukung").getRange().load("address");
    await context.sync();
    return range.address;
  });
  expect(table).toBe(`'Data Dukung'!A5:K${row}`);
  expect((await assessment()).evidence.map(({ id }) => id).slice(-1)).toEqual(["DD-502"]);
});

test("undoing that one sheet refuses leaves every sheet protected and is told by the sheets' names", async () => {
  valueOf(
    await session.addEvidence(
      [],
      [
        { indicator: 1, explanation: "Perwal" },
        { indicator: 17, criterion: "4c", answer: "Ya" },
      ],
    ),
  );
  const protect = (password: string, options: Excel.WorksheetProtectionOptions, now?: string) =>
    Excel.run(async (context) => {
      const { protection: lock } = context.workbook.worksheets.getItem("Penilaian");
      lock.unprotect(now);
      lock.protect(options, password);
      await context.sync();
    });
  await protect("rahasia", {});
  const outcome = await session.undo();
  expect(outcome).toMatchObject({ ok: false, problem: { code: "PROTECTED" } });
  expect(sentencesOf(outcome)[0]).toContain("Penilaian");
  const states = await Excel.run(async (context) => {
    const locks = ["Penilaian", "Kriteria"].map((name) =>
      context.workbook.worksheets.getItem(name).protection.load("protected"),
    );
    await context.sync();
    return locks.map((lock) => lock.protected);
  });
  expect(states).toEqual([true, true]);
});
