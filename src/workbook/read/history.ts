import type { CellRef } from "../../assessment/assessment";
import type { HistoryRow } from "../../assessment/history";
import { compare, parseRatio, ratio, type Ratio } from "../../assessment/ratio";
import { INSTRUMENTS } from "../../instrument";
import type { Grid, GridValue } from "../grid";
import type { UnreadHistory } from "../kept";
import { COLUMNS } from "../layout";
import { cellRef, decimalOf, fold, textOf, valueAt } from "./cell";
import { tableRows, type TableRows } from "./table-rows";

/** The rows of `Riwayat`; those without a year or an index are left out. */
export function readHistory(grid: Grid): readonly HistoryRow[] {
  const rows = tableRows(grid, "history");
  return rows ? rowNumbers(rows).flatMap((row) => historyRow(rows, row) ?? []) : [];
}

/** The rows of `Riwayat` that hold something and that `readHistory` leaves out, each with the cell at fault. */
export function unreadRows(grid: Grid): readonly UnreadHistory[] {
  const rows = tableRows(grid, "history");
  if (!rows) return [];
  const { sheet } = rows;
  return rowNumbers(rows).flatMap((row) => {
    const cells = sheet.values[row - sheet.origin.row] ?? [];
    if (historyRow(rows, row) !== null || cells.every((value) => textOf(value) === "")) return [];
    const hasYear = yearOf(rows, row) !== null;
    const column = Math.max(0, rows.column(hasYear ? "Indeks" : "Tahun"));
    const found = textOf(valueAt(sheet, row, column));
    return [{ at: cellRef(sheet, row, column), found, reason: hasYear ? ("no-index" as const) : ("no-year" as const) }];
  });
}

/** The first cell of `Riwayat` that `readHistory` leaves out, with what it holds; null when nothing would be lost. */
export function unreadHistory(grid: Grid): { readonly at: CellRef; readonly found: string } | null {
  const rows = tableRows(grid, "history");
  if (!rows) return null;
  const { sheet } = rows;
  const ours = new Set([...COLUMNS.history, ...domainHeaders(rows)].map(rows.column));
  for (const row of rowNumbers(rows)) {
    const isRead = historyRow(rows, row) !== null;
    const cells = sheet.values[row - sheet.origin.row] ?? [];
    const column = cells.findIndex(
      (value, at) => textOf(value) !== "" && !(isRead && ours.has(sheet.origin.column + at)),
    );
    if (column >= 0)
      return { at: cellRef(sheet, row, sheet.origin.column + column), found: textOf(cells[column] ?? null) };
  }
  return null;
}

/** No instrument measures beyond it. */
const HIGHEST = ratio(5);

const rowNumbers = ({ first, last }: TableRows): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

function domainHeaders(rows: TableRows): readonly string[] {
  const headers: string[] = [];
  while (rows.column(`Domain ${headers.length + 1}`) >= 0) headers.push(`Domain ${headers.length + 1}`);
  return headers;
}

function cellIn(rows: TableRows, row: number, header: string): GridValue {
  const column = rows.column(header);
  return column < 0 ? null : valueAt(rows.sheet, row, column);
}

function yearOf(rows: TableRows, row: number): number | null {
  const year = Number(textOf(cellIn(rows, row, "Tahun")));
  return Number.isInteger(year) && year >= 1 ? year : null;
}

function historyRow(rows: TableRows, row: number): HistoryRow | null {
  const cell = (header: string): GridValue => cellIn(rows, row, header);
  const year = yearOf(rows, row);
  const index = ratioOf(cell("Indeks"));
  if (year === null || !index || compare(index, HIGHEST) > 0) return null;
  const domains = domainHeaders(rows).map((header) => ratioOf(cell(header)));
  while (domains.length > 0 && domains.at(-1) === null) domains.pop();
  const instrument = textOf(cell("Instrumen"));
  // A row without one was measured with what was in force that year.
  const known = INSTRUMENTS.find(({ id, title, from, to }) =>
    instrument === ""
      ? from <= year && year <= (to ?? year)
      : [id, title].some((name) => fold(name) === fold(instrument)),
  );
  return {
    year,
    instrument: known?.id ?? instrument,
    index,
    predicate: textOf(cell("Predikat")) || null,
    domains,
  };
}

/** Exact domain values have no end of decimals; six are more than a level's hundredths can tell apart. */
function ratioOf(value: GridValue): Ratio | null {
  const text = decimalOf(value);
  return text === null ? null : (parseRatio(text) ?? parseRatio(Number(text).toFixed(6)));
}
