import { type Nullable, type Worksheet, WrapStrategy } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Area } from "./address";

export const POINTS_PER_PIXEL = 72 / 96;
export const toPixels = (points: number): number => Math.round(points / POINTS_PER_PIXEL);

const sum = (count: number, size: (index: number) => number): number => {
  let total = 0;
  for (let i = 0; i < count; i++) total += size(i);
  return total;
};

/** Points from the sheet's left edge to this column. */
export const columnOffset = (grid: FWorksheet, column: number): number =>
  sum(Math.min(column, grid.getMaxColumns()), (i) => (grid.getSheet().getColVisible(i) ? grid.getColumnWidth(i) : 0)) *
  POINTS_PER_PIXEL;

/** Points from the sheet's top edge to this row. */
export const rowOffset = (grid: FWorksheet, row: number): number =>
  sum(Math.min(row, grid.getMaxRows()), (i) => (grid.getSheet().getRowRawVisible(i) ? grid.getRowHeight(i) : 0)) *
  POINTS_PER_PIXEL;

/** The row or column at a distance in points, and never beyond the sheet. */
export function indexAt(count: number, offset: (index: number) => number, points: number): number {
  let index = 0;
  while (index + 1 < count && offset(index + 1) <= points + 0.01) index++;
  return index;
}

const DEFAULT_SIZE = 11;
/** Mean width of a character and height of a line, as parts of the font size, in pixels per point. */
const CHARACTER = 0.7;
const LINE = 1.45;
const PADDING = 7;

const longestLine = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

/** Pixels that the widest text of a column needs; null when the column is empty. There is no renderer to measure with in Node, so one estimate serves both. */
export function fittingWidth(
  sheet: Worksheet,
  area: Area,
  textAt: (row: number, column: number) => string,
  column: number,
): number | null {
  let width = 0;
  for (let row = area.row; row < area.row + area.rows; row++) {
    const text = textAt(row, column);
    if (text === "" || sheet.getMergedCell(row, column)) continue;
    const style = sheet.getComposedCellStyle(row, column);
    const bold = style.bl ? 1.08 : 1;
    width = Math.max(width, longestLine(text) * (style.fs ?? DEFAULT_SIZE) * CHARACTER * bold + PADDING);
  }
  return width === 0 ? null : Math.ceil(width);
}

/** Pixels that the tallest text of a row needs at the present column widths. */
export function fittingHeight(
  sheet: Worksheet,
  row: number,
  columns: number,
  textAt: (row: number, column: number) => string,
): number {
  let height = sheet.getConfig().defaultRowHeight;
  for (let column = 0; column < columns; column++) {
    const text = textAt(row, column);
    if (text === "") continue;
    const style = sheet.getComposedCellStyle(row, column);
    const merged: Nullable<{ startRow: number; endRow: number; startColumn: number; endColumn: number }> =
      sheet.getMergedCell(row, column);
    if (merged && merged.endRow > merged.startRow) continue;
    const last = merged ? merged.endColumn : column;
    const size = style.fs ?? DEFAULT_SIZE;
    const width = sum(last - column + 1, (i) => sheet.getColumnWidth(column + i)) - PADDING;
    const perLine = Math.max(1, Math.floor(width / (size * CHARACTER)));
    const lines = style.tb === WrapStrategy.WRAP ? wrappedLines(text, perLine) : 1;
    height = Math.max(height, Math.ceil(lines * size * LINE + 4));
  }
  return Math.min(height, toPixels(409));
}

function wrappedLines(text: string, perLine: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(" ")) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed <= perLine) used = needed;
      else {
        lines += used === 0 ? Math.ceil(word.length / perLine) - 1 : Math.ceil(word.length / perLine);
        used = word.length % perLine;
      }
    }
  }
  return lines;
}
