import type { Assessment } from "../../src/assessment/assessment";
import { readWorkbook, type ReadGrid } from "../../src/files/read";
import { writeWorkbook } from "../../src/files/write";
import { cellAddress } from "../../src/workbook/address";
import type { Grid, GridSheet } from "../../src/workbook/grid";
import { sampleAssessment } from "../../src/workbook/sample";
import type { WorkbookSpec } from "../../src/workbook/sheet";
import { gridOf } from "../../src/workbook/spec-grid";
import { templateWorkbook } from "../../src/workbook/template";
import { convertWithLibreOffice, libreOffice, validateXlsx } from "../harness/xlsx";
import { sampleWorkbook } from "./sample-workbook";

const read = (bytes: Uint8Array): ReadGrid => {
  const outcome = readWorkbook(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};

/** Cells by address, without those that hold nothing; days carry a mark. */
function cellsOf(
  sheet: GridSheet,
  also: (row: number, column: number) => boolean = () => true,
): Record<string, unknown> {
  return Object.fromEntries(
    sheet.values.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const [at, column] = [r + sheet.origin.row, c + sheet.origin.column];
        if (value === null || value === "" || !also(at, column)) return [];
        return [[cellAddress(at, column), sheet.isDate(at, column) ? `hari ${String(value)}` : value]];
      }),
    ),
  );
}

const facts = (grid: Grid) => ({
  date1904: grid.date1904,
  names: grid.names,
  sheets: grid.sheets.map(({ name, visible, protected: locked, tables, merges, formulas, hiddenColumns }) => ({
    name,
    visible,
    locked,
    tables,
    merges: merges.map((area) => JSON.stringify(area)).sort(),
    formulas: [...formulas].sort(),
    hiddenColumns: [...hiddenColumns],
  })),
});

const ownedBy = (opd: string, indicators: readonly number[]): Assessment => {
  const assessment = sampleAssessment();
  const entries = assessment.entries.map((entry) =>
    indicators.includes(entry.indicator) ? { ...entry, opd: [opd], explanation: "=Perwali 12/2020" } : entry,
  );
  return { ...assessment, entries };
};

const BOOKS: Readonly<Record<string, () => WorkbookSpec>> = {
  "everything that a sheet can be described with": sampleWorkbook,
  "the full template": () => templateWorkbook(sampleAssessment(), { mode: "full" }),
  "one office's workbook": () =>
    templateWorkbook(ownedBy("Dinas Kominfo", [12, 20, 46]), { mode: "handout", opd: "Dinas Kominfo" }),
};

describe.each(Object.entries(BOOKS))("%s", (_name, book) => {
  test("passes the validator and the lint", async () => {
    expect(await validateXlsx(await writeWorkbook(book()))).toEqual([]);
  });

  test("reads back as it was described", async () => {
    const expected = gridOf(book());
    const found = read(await writeWorkbook(book(), { modified: "2026-11-21T08:30:00Z" }));
    expect(facts(found)).toEqual(facts(expected));
    expect(found.sheets.map((sheet) => cellsOf(sheet))).toEqual(expected.sheets.map((sheet) => cellsOf(sheet)));
    expect(found.modified).toBe("2026-11-21T08:30:00Z");
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("saved again by LibreOffice, holds the same values, names and tables", async () => {
    const saved = await convertWithLibreOffice(await writeWorkbook(book()), "xlsx");
    if (!saved.ran) return expect(saved.why).toBe("tidak dijalankan: LibreOffice tidak ada");
    const [expected, found] = [gridOf(book()), read(saved.bytes)];
    expected.sheets.forEach((sheet, index) => {
      const other = found.sheets[index];
      if (!other) throw new Error(`no sheet ${sheet.name}`);
      expect({ name: other.name, visible: other.visible, locked: other.protected }).toEqual({
        name: sheet.name,
        visible: sheet.visible,
        locked: sheet.protected,
      });
      // It spells a typed TRUE as the formula =TRUE().
      const calculated = [...other.formulas].filter(([, formula]) => !/^=(?:TRUE|FALSE)\(\)$/.test(formula));
      expect(calculated.map(([key]) => key).sort()).toEqual([...sheet.formulas.keys()].sort());
      // It calculates anew, so what formulas show is its business; what was typed is ours.
      const typed = (row: number, column: number): boolean => !sheet.formulas.has(`${row},${column}`);
      expect(cellsOf(other, typed)).toEqual(cellsOf(sheet, typed));
      expect(other.tables.map(({ area, columns }) => ({ area, columns }))).toEqual(
        sheet.tables.map(({ area, columns }) => ({ area, columns })),
      );
    });
    for (const { name } of expected.names) expect(found.names.map((one) => one.name)).toContain(name);
  }, 120_000);
});

test("LibreOffice calculates the template's formulas to the cached values", async () => {
  const book = templateWorkbook(sampleAssessment(), { mode: "full" });
  const saved = await convertWithLibreOffice(await writeWorkbook(book), "xlsx");
  if (!saved.ran) return expect(libreOffice).toBeNull();
  const [expected, found] = [gridOf(book), read(saved.bytes)];
  const shown = (grid: Grid): Record<string, unknown>[] =>
    grid.sheets.map((sheet, index) => {
      const formulas = expected.sheets[index]?.formulas ?? new Map<string, string>();
      const cells = cellsOf(sheet, (row, column) => formulas.has(`${row},${column}`));
      const rounded = (value: unknown): unknown => (typeof value === "number" ? Number(value.toFixed(9)) : value);
      return Object.fromEntries(Object.entries(cells).map(([at, value]) => [at, rounded(value)]));
    });
  expect(shown(found)).toEqual(shown(expected));
}, 120_000);
