import type { Session } from "../../src/excel";
import type { WorkbookState } from "../../src/excel/session";
import type { ExcelHarness } from "../harness/excel";
import { BANDAR_LAMPUNG, boot, CHOICE, pasteLevels, start, valueOf } from "./start";

let excel: ExcelHarness;
let session: Session;
jest.setTimeout(120_000);
beforeAll(async () => (excel = await boot()));
beforeEach(() => {
  excel.newWorkbook();
  session = start();
});
afterAll(() => excel.close());

const assessment = (state: WorkbookState) => {
  if (state.kind !== "assessment") throw new Error(`no assessment but ${state.kind}`);
  return state;
};
const read = async () => assessment(valueOf(await session.read()));
const sheetNames = () => excel.host.workbook.worksheets.items.map(({ name }) => name);
const column = async (address: string) => (await excel.values(address)).map(([value]) => value);

test("an empty workbook becomes an assessment whose index sheet computes the published result of a city", async () => {
  expect(valueOf(await session.read())).toEqual({ kind: "empty" });
  valueOf(await session.insertTemplate(CHOICE));
  expect(sheetNames()).toEqual(["Sheet1", "Identitas", "Penilaian", "Kriteria", "Data Dukung", "Indeks"]);
  await pasteLevels(BANDAR_LAMPUNG);

  expect((await excel.formulas("Indeks!A5"))[0]?.[0]).toMatch(/^=SPBE\.INDEX\(/);
  expect((await excel.values("Indeks!A5:C5"))[0]).toEqual([2.1545, "", "Cukup"]);
  expect((await excel.text("Indeks!A5"))[0]).toEqual(["2.15"]);
  const domains = (await excel.values("Indeks!A8:D11")).map((row) => Number(row[3]).toFixed(2));
  expect(domains).toEqual(["1.40", "1.70", "1.00", "3.04"]);

  // Indicator 47 weighs 3 percent: from 1 to 2 brings 0.03.
  const last = BANDAR_LAMPUNG[46] ?? 0;
  expect(await excel.typeInto("Penilaian!G52", last + 1)).toBe(true);
  expect((await excel.values("Indeks!A5"))[0]?.[0]).toBeCloseTo(2.1545 + 0.03, 10);
});

test("a claim above what is met is found, written to Temuan with a jump, and undo brings the sheet back", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  valueOf(await session.editCriterion({ indicator: 17, criterion: "2b", answer: "Tidak" }));
  const before = await excel.formulas("Penilaian!A1:O52");
  valueOf(await session.editEntry({ indicator: 17, level: 4 }));
  expect((await read()).findings).toContainEqual(
    expect.objectContaining({ code: "V03", indicator: 17, at: { sheet: "Penilaian", cell: "G22" } }),
  );

  const written = valueOf(await session.validate());
  const rows = await excel.values("Temuan!A6:F120");
  const row = rows.findIndex((cells) => cells[1] === "V03" && cells[2] === 17);
  expect(rows[row]?.[0]).toBe("kesalahan");
  expect((await excel.formulas(`Temuan!D${row + 6}`))[0]?.[0]).toBe('=HYPERLINK("#Penilaian!G22","Penilaian G22")');
  expect(rows.filter((cells) => cells[1] !== "")).toHaveLength(Number(written.params.count));
  expect((await read()).validatedAt).toBe("2023-11-21T14:32:05");

  valueOf(await session.goTo({ sheet: "Penilaian", cell: "G22" }));
  const selected = await Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });
  expect(selected).toBe("Penilaian!G22");

  expect(session.undoSteps().map(({ summary }) => summary)).toEqual([
    "excel.wrote.template",
    "excel.wrote.criterion",
    "excel.wrote.entry",
    "excel.wrote.findings",
  ]);
  expect(valueOf(await session.undo()).sheets).toEqual(["Temuan"]);
  expect(sheetNames()).not.toContain("Temuan");
  expect((await read()).validatedAt).toBeNull();
  valueOf(await session.undo());
  expect(await excel.formulas("Penilaian!A1:O52")).toEqual(before);
});

test("the number of round trips stays within the budget whatever the number of rows", async () => {
  const counted = async (action: () => Promise<unknown>): Promise<number> => {
    await excel.settle(20);
    excel.syncs.reset();
    await action();
    return excel.syncs.count;
  };
  expect(await counted(async () => valueOf(await session.insertTemplate(CHOICE)))).toBeLessThanOrEqual(3);
  await pasteLevels(BANDAR_LAMPUNG);
  expect(await counted(read)).toBeLessThanOrEqual(2);
  expect(await counted(async () => valueOf(await session.validate()))).toBeLessThanOrEqual(2);
  expect(await counted(async () => valueOf(await session.validate()))).toBeLessThanOrEqual(2);
  expect(await counted(async () => valueOf(await session.writeIndex()))).toBeLessThanOrEqual(2);
  expect(await counted(async () => valueOf(await session.editEntry({ indicator: 3, level: 5 })))).toBeLessThanOrEqual(
    2,
  );
  expect(await counted(async () => valueOf(await session.insertTemplate(CHOICE)))).toBeLessThanOrEqual(3);
});

test("inserting again keeps every entry, finds the sheets under other names, and repeats nothing", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  valueOf(
    await session.editEntry({
      indicator: 5,
      target: 4,
      opd: "Diskominfo",
      explanation: "=SUM(1;2) bukan rumus",
      evidence: ["DD-001", "20.c.Reviu.pdf"],
      estimate: true,
    }),
  );
  valueOf(
    await session.editCriterion({ indicator: 5, criterion: "2a", answer: "Ya", evidence: ["DD-001"], note: "-5 hari" }),
  );
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Penilaian").name = "Nilai Kami";
    await context.sync();
  });
  const before = (await read()).assessment;
  const grid = await excel.formulas("'Nilai Kami'!A1:O52");
  const again = valueOf(await session.insertTemplate(CHOICE));
  expect(again.summary).toBe("excel.wrote.update");
  expect(sheetNames()).toEqual(["Sheet1", "Identitas", "Nilai Kami", "Kriteria", "Data Dukung", "Indeks"]);
  expect((await read()).assessment.entries).toEqual(before.entries);
  expect(await excel.formulas("'Nilai Kami'!A1:O52")).toEqual(grid);
  expect((await excel.values("Indeks!A5"))[0]?.[0]).toBe(2.1545);
  const entry = before.entries[4];
  expect(entry).toMatchObject({ explanation: "=SUM(1;2) bukan rumus", opd: ["Diskominfo"], estimate: true });
  expect(entry?.criteria.get("2a")).toMatchObject({ answer: "Ya", note: "-5 hari" });
});

test("undoing the template keeps the sheets that hold entries and those that they read, and lists the entries", async () => {
  valueOf(await session.insertTemplate(CHOICE));
  await excel.typeInto("Penilaian!G6", 3);
  const undone = valueOf(await session.undo());
  expect(undone.skipped).toEqual([{ at: { sheet: "Penilaian", cell: "G6" }, found: "3", wanted: "" }]);
  expect(sheetNames()).toEqual(expect.arrayContaining(["Sheet1", "Penilaian", "Kriteria"]));
  expect((await column("Penilaian!G6:G7"))[0]).toBe(3);

  excel.newWorkbook();
  session = start();
  valueOf(await session.insertTemplate(CHOICE));
  valueOf(await session.undo());
  expect(sheetNames()).toEqual(["Sheet1"]);
  expect(valueOf(await session.read())).toEqual({ kind: "empty" });
});
