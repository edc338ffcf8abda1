import { invalidArgument } from "../errors";

/** A rectangle of cells; row and column count from 0. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const columnIndex = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const sheetPrefix = (name: string): string =>
  `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`}!`;

/** `Sheet!A1:B2` or `'My sheet'!A1` -> its two halves; without a sheet the first is null. */
export function splitSheet(address: string): [string | null, string] {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return [null, address];
  const sheet = address.slice(0, bang).replace(/^=/, "");
  return [sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet, address.slice(bang + 1)];
}

/** Reads `A1`, `$A$1:B2`, `A:C`, `3:5` (no sheet); null when it is no address. */
export function parseArea(address: string): Area | null {
  const plain = address.replace(/\$/g, "").trim();
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(plain);
  if (cells) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return between(Number(top) - 1, columnIndex(left), Number(bottom) - 1, columnIndex(right));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  if (columns) return between(0, columnIndex(columns[1] ?? ""), MAX_ROWS - 1, columnIndex(columns[2] ?? ""));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1);
  return null;
}

function between(top: number, left: number, bottom: number, right: number): Area {
  const [row, lastRow] = top <= bottom ? [top, bottom] : [bottom, top];
  const [column, lastColumn] = left <= right ? [left, right] : [right, left];
  const area = { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
  if (row < 0 || lastRow >= MAX_ROWS || lastColumn >= MAX_COLUMNS) throw invalidArgument();
  return area;
}

export const isWholeColumns = (area: Area): boolean => area.rows === MAX_ROWS;
export const isWholeRows = (area: Area): boolean => area.columns === MAX_COLUMNS;

/** The address without the sheet, as Excel writes it. */
export function formatArea(area: Area, absolute = false): string {
  const mark = absolute ? "$" : "";
  const left = mark + columnName(area.column);
  const right = mark + columnName(area.column + area.columns - 1);
  const top = mark + String(area.row + 1);
  const bottom = mark + String(area.row + area.rows);
  if (isWholeColumns(area) && isWholeRows(area)) return `${mark}1:${bottom}`;
  if (isWholeColumns(area)) return `${left}:${right}`;
  if (isWholeRows(area)) return `${top}:${bottom}`;
  return area.rows === 1 && area.columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

export function intersect(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export const contains = (outer: Area, inner: Area): boolean => {
  const common = intersect(outer, inner);
  return common !== null && common.rows === inner.rows && common.columns === inner.columns;
};

/** Univer's own notation of a rectangle. */
export const toGridRange = (
  area: Area,
): { startRow: number; startColumn: number; endRow: number; endColumn: number } => ({
  startRow: area.row,
  startColumn: area.column,
  endRow: area.row + area.rows - 1,
  endColumn: area.column + area.columns - 1,
});

export const fromGridRange = (range: {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}): Area => ({
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});
