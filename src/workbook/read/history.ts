import type { CellRef } from "../../assessment/assessment";
import type { HistoryRow } from "../../assessment/history";
import { parseRatio, type Ratio } from "../../assessment/ratio";
import { INSTRUMENTS } from "../../instrument";
import type { Grid, GridValue } from "../grid";
import { COLUMNS } from "../layout";
import { cellRef, decimalOf, fold, textOf, valueAt } from "./cell";
import { tableRows, type TableRows } from "./table-rows";

/** The rows of `Riwayat`; those without a year or an index are left out. */
export function readHistory(grid: Grid): readonly HistoryRow[] {
  const rows = tableRows(grid, "history");
  return rows ? rowNumbers(rows).flatMap((row) => historyRow(rows, row) ?? []) : [];
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

const rowNumbers = ({ first, last }: TableRows): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

function domainHeaders(rows: TableRows): readonly string[] {
  const headers: string[] = [];
  while (rows.column(`Domain ${headers.length + 1}`) >= 0) headers.push(`Domain ${headers.length + 1}`);
  return headers;
}

function historyRow(rows: TableRows, row: number): HistoryRow | null {
  const cell = (header: string): GridValue => {
    const column = rows.column(header);
    return column < 0 ? null : valueAt(rows.sheet, row, column);
  };
  const year = Number(textOf(cell("Tahun")));
  const index = ratioOf(cell("Indeks"));
  if (!Number.isInteger(year) || year < 1 || !index) return null;
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
