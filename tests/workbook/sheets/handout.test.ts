import { DEFAULT_INSTRUMENT } from "../../../src/instrument";
import { allInstruments } from "../../../src/instrument/all";
import { validateXlsx } from "../../harness/xlsx";
import type { Assessment } from "../../../src/assessment/assessment";
import { writeWorkbook } from "../../../src/files/write";
import { handouts } from "../../../src/workbook/assign";
import { blankAssessment } from "../../../src/workbook/blank";
import { COLUMNS, FIRST_ROW } from "../../../src/workbook/layout";
import { readAssessment } from "../../../src/workbook/read";
import type { SheetSpec, WorkbookSpec } from "../../../src/workbook/sheet";
import { identityCells } from "../../../src/workbook/sheets/identity";
import { gridOf } from "../../../src/workbook/spec-grid";
import { templateWorkbook } from "../../../src/workbook/template";

const sheetOf = (spec: WorkbookSpec, name: string): SheetSpec => {
  const sheet = spec.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

function assigned(assessmentDate: string | null = null, opd = ["Dinas Kesehatan"]): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Pemerintah Kota Contoh", year: 2024, assessmentDate });
  return { ...blank, entries: blank.entries.map((entry) => ({ ...entry, opd })) };
}

function handoutOf(assessment: Assessment): WorkbookSpec {
  const [first] = handouts(assessment);
  if (!first) throw new Error("no office");
  return first.spec;
}

test("an office sees Pemeriksaan on a laptop 1366 pixels wide, and no column that is not its own to read", () => {
  const { columns } = sheetOf(handoutOf(assigned(null, ["Dinas Kesehatan", "Bappeda"])), "Penilaian");
  const shown = COLUMNS.entries.filter((_, index) => !columns[index]?.hidden);
  expect(shown.at(-1)).toBe("Pemeriksaan");
  expect(shown).not.toEqual(expect.arrayContaining(["Tingkat Asesor"]));
  // A column of n characters is 7n + 5 pixels; row numbers and the scroll bar take 50.
  const pixels = columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width * 7 + 5), 50);
  expect(pixels).toBeLessThanOrEqual(1366);
  // Nobody answers beside this office, so every row would say its name.
  expect(sheetOf(handoutOf(assigned()), "Penilaian").columns[COLUMNS.entries.indexOf("OPD")]?.hidden).toBe(true);
});

test("the columns that an office does not see are in its table all the same, and nothing is reported about them", () => {
  const read = readAssessment(gridOf(handoutOf(assigned())), { instruments: allInstruments });
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.repairs).toEqual([]);
  expect(read.value.entries[0]?.cells.assessorLevel).toEqual({ sheet: "Penilaian", cell: `L${FIRST_ROW}` });
});

test("the day that documents expire at can be filled in by an office where nobody did", () => {
  const cell = identityCells(DEFAULT_INSTRUMENT).get("assessmentDate") ?? "";
  const isOpen = (assessment: Assessment) =>
    sheetOf(handoutOf(assessment), "Identitas").styles.some(
      ({ range, style }) => range === cell && style.locked === false,
    );
  expect(isOpen(assigned())).toBe(true);
  expect(isOpen(assigned("2024-11-21"))).toBe(false);
});

test("a handed-out register has room, the whole register a few blank rows; both print whatever is added", () => {
  const rowsOf = (spec: WorkbookSpec) => sheetOf(spec, "Data Dukung").cells.length - FIRST_ROW + 1;
  const item = {
    ...{ name: "Perwali", kind: "", number: "", date: null, signatory: "", validUntil: null, file: "", page: "" },
    ...{ mustHaves: [], status: null, cells: {} },
  };
  const evidence = Array.from({ length: 60 }, (_, index) => ({ ...item, id: `DD-01-${index}` }));
  expect(rowsOf(handoutOf(assigned()))).toBe(30);
  expect(rowsOf(templateWorkbook({ ...assigned(), evidence }, { mode: "full" }))).toBe(65);
  expect(sheetOf(handoutOf(assigned()), "Data Dukung").print.area).toBeUndefined();
});

test("cells where a clerk would hesitate say what to write, and Isi Wajib offers what validation asks for", async () => {
  const spec = handoutOf(assigned());
  const prompts = spec.sheets.flatMap(({ name, validations }) =>
    validations.flatMap(({ range, prompt }) =>
      prompt ? [`${name} ${range.replace(/\d.*/, "")} ${prompt.title}`] : [],
    ),
  );
  expect(prompts).toEqual([
    "Penilaian G Tingkat",
    "Penilaian K Data Dukung",
    "Kriteria G Terpenuhi",
    "Kriteria H Data Dukung",
    "Data Dukung J Isi Wajib",
  ]);
  const mustHaves = sheetOf(spec, "Data Dukung").validations.find(({ range }) => range.startsWith("J"));
  expect(mustHaves?.error).toBeUndefined();
  expect(mustHaves?.rule).toMatchObject({ values: expect.arrayContaining(["Memuat masalah", "Anggaran tiga tahun"]) });
  expect(await validateXlsx(await writeWorkbook(spec))).toEqual([]);
});

test("an instrument from secondary sources says so, and its coordinator is not another programme's", () => {
  const pemdi = allInstruments.get("pemdi-2026");
  if (!pemdi) throw new Error("no pemdi-2026");
  const texts = sheetOf(templateWorkbook(blankAssessment(pemdi), { mode: "full" }), "Identitas")
    .cells.flat()
    .join("|");
  expect(texts).toContain("periksa naskah resmi");
  expect(texts).toContain("Koordinator Pemdi");
  expect(texts).not.toContain("Koordinator SPBE");
});
