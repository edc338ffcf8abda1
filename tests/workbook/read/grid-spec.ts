import { areaAddress } from "../../../src/workbook/address";
import { printSetup } from "../../../src/workbook/print";
import type { Cell, SheetSpec, WorkbookSpec } from "../../../src/workbook/sheet";
import type { GridValue } from "../../../src/workbook/grid";
import { quoteSheet, absolute } from "../../../src/workbook/address";
import { dateOfSerial } from "../../../src/workbook/read/dates";
import type { LooseGrid, LooseSheet } from "./loose-grid";

/** A spoilt workbook as something that can be written, so that it can be read back from real .xlsx bytes. */
export const specOf = (grid: LooseGrid): WorkbookSpec => ({
  sheets: grid.sheets.map(sheetSpec),
  names: grid.names.map(({ name, sheet, area }) => ({
    name,
    refersTo: `${quoteSheet(sheet)}!${absolute(areaAddress(area))}`,
  })),
  properties: { title: "", subject: "", creator: "" },
});

function sheetSpec(sheet: LooseSheet): SheetSpec {
  const width = Math.max(1, ...sheet.values.map((row) => row.length));
  const [table] = sheet.tables;
  return {
    name: sheet.name,
    cells: sheet.values.map((row, r) => row.map((value, c) => cellOf(sheet, value, r, c))),
    columns: Array.from({ length: width }, (_, c) => ({ width: 12, hidden: sheet.hiddenColumns.has(c) })),
    rowHeights: new Map(),
    styles: [],
    merges: sheet.merges.map(areaAddress),
    validations: [],
    conditionalFormats: [],
    table: table
      ? {
          name: table.name,
          range: areaAddress({ ...table.area, bottom: Math.min(table.area.bottom, sheet.values.length - 1) }),
        }
      : null,
    charts: [],
    freeze: null,
    protection: null,
    print: printSetup(sheet.name, { agency: "", year: null }, { area: "A1" }),
  };
}

function cellOf(sheet: LooseSheet, value: GridValue, row: number, column: number): Cell {
  const formula = sheet.formulas.get(`${row},${column}`);
  if (typeof value === "object" && value !== null) return null;
  if (formula !== undefined) return { formula: formula.slice(1), value };
  if (typeof value === "number" && sheet.dates.has(`${row},${column}`))
    return { date: dateOfSerial(value, false) ?? "" };
  return value;
}
