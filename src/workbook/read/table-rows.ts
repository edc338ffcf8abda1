import type { Grid, GridSheet, GridValue } from "../grid";
import { COLUMNS, HEADER_ROW, SHEET, TABLE } from "../layout";
import { fold, lastRow, textOf, valueAt } from "./cell";

/** The rows of one of our tables that hold results, found by its name, else on its sheet by the headers. All 0-based and absolute. */
export interface TableRows {
  readonly sheet: GridSheet;
  readonly first: number;
  readonly last: number;
  /** The column under that header, or -1. */
  readonly column: (header: string) => number;
}

export function tableRows(
  grid: Grid,
  name: keyof typeof TABLE & keyof typeof SHEET & keyof typeof COLUMNS,
): TableRows | null {
  for (const sheet of grid.sheets) {
    const table = sheet.tables.find((one) => one.name.toLowerCase() === TABLE[name].toLowerCase());
    if (!table && fold(sheet.name) !== fold(SHEET[name])) continue;
    const header = table?.area.top ?? headerRow(sheet, COLUMNS[name]);
    const columns = new Map<string, number>();
    (sheet.values[header - sheet.origin.row] ?? []).forEach((value, c) =>
      columns.set(fold(textOf(value)), sheet.origin.column + c),
    );
    return { sheet, first: header + 1, last: lastRow(sheet), column: (text) => columns.get(fold(text)) ?? -1 };
  }
  return null;
}

/** Rows above which a header may have been pushed. */
const TOP_ROWS = 40;

/** The row that holds most of the headers, where the table itself was lost and rows may have moved; our own row, if none does. */
function headerRow(sheet: GridSheet, headers: readonly string[]): number {
  const known = new Set(headers.map(fold));
  let best = { row: HEADER_ROW - 1, found: 1 };
  sheet.values.slice(0, TOP_ROWS).forEach((row, at) => {
    const found = new Set(row.map((value) => fold(textOf(value))).filter((text) => known.has(text))).size;
    if (found > best.found) best = { row: sheet.origin.row + at, found };
  });
  return best.row;
}

/** The value under a header, null where the column is missing. */
export type RowCells = (header: string) => GridValue;

export function* eachRow({ sheet, first, last, column }: TableRows): Generator<RowCells> {
  for (let row = first; row <= last; row++)
    yield (header) => {
      const at = column(header);
      return at < 0 ? null : valueAt(sheet, row, at);
    };
}
