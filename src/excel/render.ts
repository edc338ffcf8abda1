import { areaAddress, parseArea } from "../workbook/address";
import { widthOf, type Area } from "../workbook/grid";
import type { SheetSpec } from "../workbook/sheet";
import { cellInput, type CellInput } from "./cell-input";
import type { PlacedSheet } from "./place";
import { MARKER } from "./read-workbook";
import { drawChart } from "./render-chart";
import { applyPage } from "./render-page";
import { applyRules } from "./render-rules";
import { applySizes, applyStyles } from "./render-styles";
import { cellOf, type TableState } from "./snapshot";

/** Formats that apply where a date cell has no style of its own. */
const DATE_FORMAT = "dd mmmm yyyy";

/** The rectangle from A1 that the description fills. */
export function extentOf(spec: SheetSpec): Area {
  const width = Math.max(1, widthOf(spec.cells));
  return { top: 0, left: 0, bottom: Math.max(0, spec.cells.length - 1), right: width - 1 };
}

export const rangeOfArea = (sheet: Excel.Worksheet, area: Area): Excel.Range =>
  sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);

/**
 * Writes inputs to a rectangle; null leaves a cell. Row by row where a filter may hide some: Excel gives all visible rows
 * of a range the values of its first one (OfficeDev/office-js#224).
 */
export function writeInputs(
  sheet: Excel.Worksheet,
  area: Area,
  inputs: readonly (readonly CellInput[])[],
  filtered: boolean,
): void {
  if (!filtered) {
    rangeOfArea(sheet, area).formulas = inputs.map((row) => [...row]);
    return;
  }
  inputs.forEach((row, at) => {
    const line = { ...area, top: area.top + at, bottom: area.top + at };
    if (row.some((input) => input !== null)) rangeOfArea(sheet, line).formulas = [[...row]];
  });
}

const inside = (area: Area | null, row: number, column: number): boolean =>
  area !== null && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** What is written, as one array; cells that the description leaves empty are emptied where they are ours to empty. */
function inputsOf({ spec, existing, derived }: PlacedSheet): CellInput[][] {
  const extent = extentOf(spec);
  const table = spec.table && parseArea(spec.table.range);
  return spec.cells.map((cells, row) =>
    Array.from({ length: extent.right + 1 }, (_, column) => {
      const input = cellInput(cells[column] ?? null);
      if (!existing) return input;
      const wanted = input === null && (derived || inside(table, row, column)) ? "" : input;
      // What stands there already is not written again: nothing is calculated anew, and nobody's cursor is in the way.
      return isSame(wanted, cellOf(existing.used, row, column)) ? null : wanted;
    }),
  );
}

/** Whether a cell holds the input already; a text and a number that look alike are not the same. */
function isSame(input: CellInput, { formula, value }: { formula: unknown; value: unknown }): boolean {
  if (typeof input !== "string" || input === "") return input === formula;
  return input.startsWith("'")
    ? typeof value === "string" && input.slice(1) === value && formula === value
    : input === formula;
}

function formatDates(sheet: Excel.Worksheet, spec: SheetSpec): void {
  spec.cells.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell !== null && typeof cell === "object" && "date" in cell)
        sheet.getCell(row, column).numberFormat = [[DATE_FORMAT]];
    }),
  );
}

/** The table keeps its name and its place in formulas: it is resized, and made anew only where its columns moved. */
function applyTable(sheet: Excel.Worksheet, spec: SheetSpec, old: TableState | null): void {
  const area = spec.table && parseArea(spec.table.range);
  if (!spec.table || !area) return;
  const sameColumns = old?.area.top === area.top && old.area.left === area.left && old.area.right === area.right;
  if (old && sameColumns) {
    if (old.area.bottom !== area.bottom) sheet.tables.getItem(old.name).resize(spec.table.range);
    return;
  }
  if (old) sheet.tables.getItem(old.name).convertToRange();
  const table = sheet.tables.add(spec.table.range, true);
  table.name = spec.table.name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
}

/** Rows of an earlier, longer table that the new one no longer has. */
export function leftoverRows(spec: SheetSpec, old: TableState | null): Area | null {
  const area = spec.table && parseArea(spec.table.range);
  if (!area || !old || old.area.bottom <= area.bottom) return null;
  return { top: area.bottom + 1, left: old.area.left, bottom: old.area.bottom, right: old.area.right };
}

/** Whether a table stands where the description wants it. */
function hasTable(spec: SheetSpec, old: TableState | null): boolean {
  const area = spec.table && parseArea(spec.table.range);
  return !area || (old !== null && areaAddress(old.area) === areaAddress(area));
}

/** Everything but the cells: formats, sizes, rules, charts, page. */
function paint(sheet: Excel.Worksheet, { spec, existing }: PlacedSheet): void {
  for (const merge of spec.merges) sheet.getRange(merge).merge(false);
  applySizes(sheet, spec);
  applyRules(sheet, spec, existing === null);
  for (const chart of spec.charts) drawChart(sheet, chart, existing === null);
  applyPage(sheet, spec);
}

/**
 * Queues all that a sheet's description says; nothing is sent before the caller's sync. Number formats go before the
 * cells, so that texts stay texts; the table after them, since it takes its column names from the cells. A sheet that
 * holds everything already is left alone, with whatever looks the person gave it, unless it is to be painted anew
 * because the template's own look may have changed.
 */
export function renderSheet(
  sheet: Excel.Worksheet,
  placed: PlacedSheet,
  old: TableState | null,
  repaint: boolean,
): void {
  const { spec, existing } = placed;
  const inputs = inputsOf(placed);
  const writes = inputs.some((row) => row.some((input) => input !== null));
  sheet.customProperties.add(MARKER, placed.ours);
  if (existing && !writes && !repaint && hasTable(spec, old)) return;
  const leftover = placed.derived ? leftoverRows(spec, old) : null;
  if (existing && placed.derived && spec.merges.length > 0) rangeOfArea(sheet, extentOf(spec)).unmerge();
  formatDates(sheet, spec);
  applyStyles(sheet, spec);
  if (writes) writeInputs(sheet, extentOf(spec), inputs, existing?.filtered === true);
  applyTable(sheet, spec, old);
  if (leftover) rangeOfArea(sheet, leftover).clear();
  paint(sheet, placed);
  if (spec.hidden && !existing) sheet.visibility = "Hidden";
}
