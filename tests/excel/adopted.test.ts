import type { Session } from "../../src/excel";
import type { ExcelHarness } from "../harness/excel";
import { BANDAR_LAMPUNG, boot, CHOICE, start, valueOf } from "./start";

let excel: ExcelHarness;
let session: Session;
jest.setTimeout(120_000);
beforeAll(async () => (excel = await boot()));
afterAll(() => excel.close());

/** A table of somebody's own: other headers, other order, a title above, a note below. */
const TABLE: (string | number)[][] = [
  ["Rekap SPBE 2023", "", "", ""],
  ["", "", "", ""],
  ["Perangkat Daerah", "Indikator Ke", "Level", "Uraian"],
  ...BANDAR_LAMPUNG.map((level, at) => ["Diskominfo", at + 1, level, `Uraian ${at + 1}`]).reverse(),
  ["dihitung dengan tangan", "", "", ""],
];

const whole = () =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Rekap");
    const used = sheet.getRange("A1:H60").load("formulas,numberFormat");
    const fill = sheet.getRange("C4").format.fill.load("color");
    const font = sheet.getRange("C3").format.font.load("bold,color");
    sheet.load("name,position");
    sheet.protection.load("protected");
    await context.sync();
    return JSON.stringify([
      used.formulas,
      used.numberFormat,
      fill.color,
      font.bold,
      font.color,
      sheet.position,
      sheet.protection.protected,
    ]);
  });

test("a table of one's own is guessed, used where it is, validated and computed, and never touched", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Rekap");
    sheet.getRange(`A1:D${TABLE.length}`).values = TABLE;
    sheet.getRange("C3").format.font.bold = true;
    sheet.getRange("C4").format.fill.color = "#FFEE00";
    await context.sync();
  });
  const before = await whole();
  session = start();
  const state = valueOf(await session.read());
  expect(state).toMatchObject({ kind: "foreign", candidates: [{ sheet: "Rekap", indicatorsFound: 47 }] });
  expect((await session.validate()).ok).toBe(false);

  const guess = valueOf(await session.guessTable({ sheet: "Rekap", range: "A3:D50" }));
  expect(guess.headers.map(({ column, role }) => [column, role])).toEqual([
    ["A", "opd"],
    ["B", "no"],
    ["C", "level"],
    ["D", "explanation"],
  ]);
  const roles = { A: "opd", B: "no", C: "level", D: "explanation" } as const;
  valueOf(await session.adoptTable({ sheet: "Rekap", range: "A3:D50", roles, instrument: "spbe-2020" }));
  const adopted = valueOf(await session.read());
  if (adopted.kind !== "assessment") throw new Error(adopted.kind);
  expect(adopted.adopted).toBe(true);
  expect(adopted.assessment.entries[16]).toMatchObject({ level: { level: BANDAR_LAMPUNG[16] }, opd: ["Diskominfo"] });

  valueOf(await session.writeIndex());
  expect((await excel.values("Indeks!A5:C5"))[0]).toEqual([2.1545, "", "Cukup"]);
  expect(valueOf(await session.validate()).sheets).toEqual(["Temuan"]);
  expect(await whole()).toBe(before);

  // The pane writes where the table has the column, and refuses by name where it has none.
  valueOf(await session.editEntry({ indicator: 47, level: 1 }));
  expect((await excel.values("Rekap!C4"))[0]).toEqual([1]);
  expect(await session.editEntry({ indicator: 47, target: 3 })).toMatchObject({
    ok: false,
    problem: { code: "NO_COLUMN", params: { column: "Target" } },
  });
  valueOf(await session.undo());
  expect(await whole()).toBe(before);

  const again = start();
  expect(valueOf(await again.read())).toMatchObject({ kind: "assessment", adopted: true });

  // Inserting the template takes the entries along and leaves the table as it is.
  valueOf(await again.insertTemplate(CHOICE));
  expect(valueOf(await again.read())).toMatchObject({ kind: "assessment", adopted: false });
  expect((await excel.values("Penilaian!G6:G52")).flat()).toEqual([...BANDAR_LAMPUNG]);
  expect((await excel.values("Penilaian!J6")).flat()).toEqual(["Uraian 1"]);
  expect((await excel.values("Indeks!A5"))[0]?.[0]).toBe(2.1545);
  expect(await whole()).toBe(before);
});

test("a table of one's own is followed when columns and rows are inserted and its sheet is renamed", async () => {
  excel.newWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Rekap");
    sheet.getRange(`A1:D${TABLE.length}`).values = TABLE;
    await context.sync();
  });
  const own = start();
  const roles = { A: "opd", B: "no", C: "level", D: "explanation" } as const;
  valueOf(await own.read());
  valueOf(await own.adoptTable({ sheet: "Rekap", range: "A3:D50", roles, instrument: "spbe-2020" }));
  const lastEntry = async () => {
    const state = valueOf(await own.read());
    if (state.kind !== "assessment") throw new Error(state.kind);
    const { level, explanation, opd, cells } = state.assessment.entries[46] ?? {};
    return {
      level,
      explanation,
      opd,
      cells,
      repairs: state.assessment.repairs.map(({ kind, params }) => [kind, params.column]),
    };
  };
  const before = await lastEntry();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Rekap");
    sheet.getRange("C:C").insert("Right");
    sheet.getRange("1:1").insert("Down");
    sheet.name = "Rekap 2024";
    await context.sync();
  });
  expect(await lastEntry()).toMatchObject({
    level: before.level,
    explanation: "Uraian 47",
    opd: ["Diskominfo"],
    cells: { level: { sheet: "Rekap 2024", cell: "D5" }, explanation: { cell: "E5" } },
    repairs: [],
  });
  valueOf(await own.editEntry({ indicator: 47, explanation: "TEKS PANEL" }));
  expect((await excel.values("'Rekap 2024'!A5:E5"))[0]).toEqual([
    "Diskominfo",
    47,
    "",
    BANDAR_LAMPUNG[46],
    "TEKS PANEL",
  ]);

  // A column whose header is gone is neither read nor written, and another one does not take its place.
  await excel.typeInto("'Rekap 2024'!E4", "Catatan lain");
  expect(await lastEntry()).toMatchObject({
    level: before.level,
    explanation: "",
    repairs: [["missing-column", "Uraian"]],
  });
  expect(await own.editEntry({ indicator: 47, explanation: "x" })).toMatchObject({
    ok: false,
    problem: { code: "NO_COLUMN", params: { column: "Penjelasan" } },
  });

  // Without its levels there is nothing to follow: the table is offered anew.
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Rekap 2024").getRange("D:D").delete("Left");
    await context.sync();
  });
  expect(valueOf(await own.read()).kind).not.toBe("assessment");
});

test("a large sheet of somebody's own is only glanced at, and a table further down on it is found by its range", async () => {
  excel.newWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Besar");
    sheet.getRange("A1:T900").values = Array.from({ length: 900 }, (_, row) =>
      Array.from({ length: 20 }, (__, column) => row * 20 + column),
    );
    sheet.getRange(`A1001:D${1000 + TABLE.length}`).values = TABLE;
    await context.sync();
  });
  const own = start();
  const sizes: number[] = [];
  const { host } = excel;
  const execute = host.execute.bind(host);
  host.execute = async (body: string) => {
    const answer = await execute(body);
    sizes.push(answer.length);
    return answer;
  };
  excel.syncs.reset();
  valueOf(await own.read());
  expect(excel.syncs.count).toBe(2);
  const glance = Math.max(...sizes);
  const range = `A1003:D${1000 + TABLE.length - 1}`;
  const guess = valueOf(await own.guessTable({ sheet: "Besar", range }));
  expect(guess).toMatchObject({ sheet: "Besar", indicatorsFound: 47 });
  expect(Math.max(...sizes)).toBeGreaterThan(glance * 1.4);
  sizes.length = 0;
  valueOf(await own.read());
  expect(Math.max(...sizes)).toBeLessThan(glance * 1.2);
  const roles = { A: "opd", B: "no", C: "level", D: "explanation" } as const;
  valueOf(await own.adoptTable({ sheet: "Besar", range, roles, instrument: "spbe-2020" }));
  const state = valueOf(await own.read());
  if (state.kind !== "assessment") throw new Error(state.kind);
  expect(state.assessment.entries[16]).toMatchObject({ level: { level: BANDAR_LAMPUNG[16] }, opd: ["Diskominfo"] });
});
