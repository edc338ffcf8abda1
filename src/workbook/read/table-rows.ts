import type { Grid, GridSheet, GridValue } from "../grid";
import { HEADER_ROW } from "../layout";
import { fold, lastRow, textOf, valueAt } from "./cell";

/** The rows of one of our tables that hold results, found by its name, else by its sheet's. All 0-based and absolute. */
export interface TableRows {
  readonly sheet: GridSheet;
  readonly first: number;
  readonly last: number;
  /** The column under that header, or -1. */
  readonly column: (header: string) => number;
}

export function tableRows(grid: Grid, tableName: string, sheetName: string): TableRows | null {
  for (const sheet of grid.sheets) {
    const table = sheet.tables.find(({ name }) => name.toLowerCase() === tableName.toLowerCase());
    if (!table && fold(sheet.name) !== fold(sheetName)) continue;
    const header = table?.area.top ?? HEADER_ROW - 1;
    const columns = new Map<string, number>();
    (sheet.values[header - sheet.origin.row] ?? []).forEach((value, c) =>
      columns.set(fold(textOf(value)), sheet.origin.column + c),
    );
    return { sheet, first: header + 1, last: lastRow(sheet), column: (text) => columns.get(fold(text)) ?? -1 };
  }
  return null;
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
