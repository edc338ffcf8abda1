import { blankEvidence } from "../../src/assessment/blank";
import type { Assessment } from "../../src/assessment/assessment";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { handoutFileName, handouts, parseAssignment, withAssignment } from "../../src/workbook/assign";
import { parseArea } from "../../src/workbook/address";
import { templateWorkbook } from "../../src/workbook/template";
import { blankAssessment } from "../../src/workbook/blank";
import type { WorkbookSpec } from "../../src/workbook/sheet";

const rows = [
  ["no", "opd"],
  ["1", "Diskominfo"],
  ["2", " diskominfo ; Bappeda"],
  ["", ""],
  ["45", "Dinas Kesehatan"],
  ["2", "Inspektorat"],
];

function assigned(changes: Partial<Assessment> = {}): Assessment {
  const outcome = parseAssignment(rows, DEFAULT_INSTRUMENT);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Kota Contoh", year: 2023 });
  return withAssignment({ ...blank, ...changes }, outcome.value);
}

const cell = (spec: WorkbookSpec, sheet: string, row: number, column: number) =>
  spec.sheets.find(({ name }) => name === sheet)?.cells[row - 1]?.[column];
const columnOf = (spec: WorkbookSpec, sheet: string, column: number) =>
  (spec.sheets.find(({ name }) => name === sheet)?.cells ?? []).slice(5).map((row) => row[column]);

test("rows of an assignment add up, several offices share a cell, a header and blank rows do not count", () => {
  expect(parseAssignment(rows, DEFAULT_INSTRUMENT)).toEqual({
    ok: true,
    value: new Map([
      [1, ["Diskominfo"]],
      [2, ["diskominfo", "Bappeda", "Inspektorat"]],
      [45, ["Dinas Kesehatan"]],
    ]),
  });
});

test.each([
  [
    [
      ["no", "opd"],
      ["48", "X"],
    ],
    "ASSIGNMENT_NO_INDICATOR",
    { row: 2, value: "48" },
  ],
  [
    [
      ["1", "X"],
      ["dua", "X"],
    ],
    "ASSIGNMENT_NO_INDICATOR",
    { row: 2, value: "dua" },
  ],
  [[["no", "opd"]], "ASSIGNMENT_EMPTY", {}],
])("an assignment that cannot be meant is refused: %j", (given, code, params) => {
  expect(parseAssignment(given, DEFAULT_INSTRUMENT)).toEqual({ ok: false, problem: { code, params } });
});

test("every office gets one workbook with its indicators only, numbered in alphabetical order, however it is spelt", () => {
  expect(handouts(assigned()).map(({ opd, number, indicators }) => [number, opd, indicators])).toEqual([
    ["01", "Bappeda", [2]],
    ["02", "Dinas Kesehatan", [45]],
    ["03", "Diskominfo", [1, 2]],
    ["04", "Inspektorat", [2]],
  ]);
  const spec = handouts(assigned())[2]?.spec;
  if (!spec) throw new Error("no workbook");
  expect(spec.sheets.map(({ name }) => name)).toEqual(["Identitas", "Penilaian", "Kriteria", "Data Dukung"]);
  expect(columnOf(spec, "Penilaian", 0)).toEqual([1, 2]);
  expect(new Set(columnOf(spec, "Kriteria", 0))).toEqual(new Set([1, 2]));
  expect(columnOf(spec, "Data Dukung", 0).slice(0, 3)).toEqual(["DD-03-001", "DD-03-002", "DD-03-003"]);
  expect(spec.sheets[0]?.cells.flat()).toContain("Diskominfo");
});

test("a handed-out workbook shows its own share, never an index or a predicate", () => {
  const blank = assigned();
  const level = (value: number) => ({ kind: "level", level: value }) as const;
  const entries = blank.entries.map((entry) => ({ ...entry, level: level(entry.indicator === 1 ? 3 : 2) }));
  const spec = handouts({ ...blank, entries })[2]?.spec;
  if (!spec) throw new Error("no workbook");
  expect(["G", "H", "J"].map((_, index) => cell(spec, "Penilaian", 2, [6, 7, 9][index] ?? 0))).toEqual([
    "Terisi",
    "Sumbangan",
    "Rata-rata tertimbang",
  ]);
  // (3 × 1,30 + 2 × 1,30) / 100, and the same over 2,60.
  expect(cell(spec, "Penilaian", 3, 7)).toMatchObject({ value: 0.065 });
  expect(cell(spec, "Penilaian", 3, 9)).toMatchObject({ value: 2.5 });
  expect(JSON.stringify(spec)).not.toMatch(/Predikat|Indeks!|SPBE\.|Sangat Baik/);
});

test("an office's register holds what its indicators refer to and goes on with the next free number", () => {
  const document = (id: string) =>
    ({
      ...blankEvidence(id),
      name: `Dokumen ${id}`,
      cells: {},
    }) as const;
  const base = assigned({ evidence: [document("DD-03-007"), document("DD-01-001"), document("DD-02-001")] });
  const entries = base.entries.map((entry) => (entry.indicator === 1 ? { ...entry, evidence: ["dd-01-001"] } : entry));
  const spec = handouts({ ...base, entries })[2]?.spec;
  if (!spec) throw new Error("no workbook");
  expect(columnOf(spec, "Data Dukung", 0).slice(0, 4)).toEqual(["DD-03-007", "DD-01-001", "DD-03-008", "DD-03-009"]);
});

describe("an office keeps its number", () => {
  const document = (id: string) => ({ ...blankEvidence(id), name: `Dokumen ${id}`, cells: {} });
  /** Offices and references by indicator. */
  const world = (
    ids: readonly string[],
    rows: Readonly<Record<number, readonly [string, ...string[]]>>,
  ): Assessment => {
    const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Kota Contoh", year: 2023 });
    const entries = blank.entries.map((entry) => {
      const [opd, ...evidence] = rows[entry.indicator] ?? [""];
      return { ...entry, opd: opd.split(";").filter(Boolean), evidence };
    });
    return { ...blank, evidence: ids.map(document), entries };
  };
  const numbersOf = (assessment: Assessment) => handouts(assessment).map(({ opd, number }) => `${opd} ${number}`);
  const idsOf = (assessment: Assessment, opd: string) => {
    const spec = handouts(assessment).find((one) => one.opd === opd)?.spec;
    return spec ? columnOf(spec, "Data Dukung", 0).slice(0, 3) : [];
  };

  test("when an office is added before it: its documents stay its own, and nobody else is handed its ids", () => {
    const more = world(["dd-02-001"], { 1: ["Dinkes"], 3: ["Dinsos", "DD-02-001"], 5: ["Arsip"] });
    expect(numbersOf(more)).toEqual(["Arsip 01", "Dinkes 03", "Dinsos 02"]);
    expect(idsOf(more, "Dinkes")).toEqual(["DD-03-001", "DD-03-002", "DD-03-003"]);
    expect(idsOf(more, "Dinsos")).toEqual(["dd-02-001", "DD-02-002", "DD-02-003"]);
  });

  test("a number that documents carry is not given to another office, whoever refers to them", () => {
    const more = world(["DD-01-001", "DD-02-001"], { 1: ["Dinkes"], 3: ["Dinsos", "DD-02-001"], 5: ["Arsip"] });
    expect(numbersOf(more)).toEqual(["Arsip 03", "Dinkes 04", "Dinsos 02"]);
  });

  test("a document of another office on one's own indicators is no number of one's own", () => {
    const shared = world(["DD-01-001", "DD-02-001"], {
      1: ["Bappeda; Diskominfo", "DD-01-001"],
      2: ["Diskominfo", "DD-01-001"],
      3: ["Inspektorat", "DD-01-001", "DD-02-001"],
    });
    expect(numbersOf(shared)).toEqual(["Bappeda 01", "Diskominfo 02", "Inspektorat 03"]);
  });
});

test.each([
  ["Dinas PU: Bina Marga / SDA?", "SPBE 2023 - 07 Dinas PU- Bina Marga - SDA-.xlsx"],
  ["Bagian Hukum. ", "SPBE 2023 - 07 Bagian Hukum.xlsx"],
])("the file name of %s is one that Windows takes", (opd, name) => {
  expect(handoutFileName(assigned(), "07", opd)).toBe(name);
  expect(handoutFileName(assigned(), "07", "x".repeat(400)).length).toBeLessThan(120);
});

test("an office's sheet is open where the office answers, and closed where coordinator and assessor do", () => {
  /** Letters of the columns of Penilaian's first row in which people may type; the last style that says so counts. */
  const openColumns = (spec: WorkbookSpec | undefined): string => {
    const sheet = spec?.sheets.find(({ name }) => name === "Penilaian");
    const isOpen = (column: number): boolean =>
      sheet?.styles.findLast(({ range, style }) => {
        const area = style.locked === undefined ? null : parseArea(range);
        return area && area.top <= 5 && area.bottom >= 5 && area.left <= column && area.right >= column;
      })?.style.locked === false;
    return [..."ABCDEFGHIJKLMNO"].filter((_, column) => isOpen(column)).join("");
  };
  const base = assigned();
  const whole = templateWorkbook(base, { mode: "full" });
  expect([openColumns(handouts(base)[0]?.spec), openColumns(whole)]).toEqual(["GJK", "FGIJKLMO"]);
});
