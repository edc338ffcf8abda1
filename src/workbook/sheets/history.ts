import type { Identity } from "../../assessment/assessment";
import type { HistoryRow } from "../../assessment/history";
import { toNumber } from "../../assessment/ratio";
import { COLUMNS, SHEET, TABLE } from "../layout";
import type { SheetSpec } from "../sheet";
import { HISTORY_TEXT } from "../texts";
import { COLOR } from "../theme";
import { centered, indented, tableCanvas, type TableColumn } from "./table";

const YEARS = { width: 9, style: centered({ font: { bold: true } }) };
const VALUE = { width: 12, style: centered({ numberFormat: "0.00" }) };
const COLUMN: Readonly<Record<(typeof COLUMNS.history)[number], Omit<TableColumn, "header">>> = {
  Tahun: YEARS,
  Instrumen: { width: 16, style: indented({ font: { color: COLOR.muted } }) },
  Indeks: { width: 12, style: centered({ font: { bold: true }, numberFormat: "0.00" }) },
  Predikat: { width: 18, style: indented() },
};

export interface HistoryOptions {
  readonly name?: string;
  readonly identity: Pick<Identity, "agency" | "year">;
}

/** The sheet `Riwayat`: the results of earlier years, the newest first. */
export function historySheet(rows: readonly HistoryRow[], options: HistoryOptions): SheetSpec {
  const domains = Math.max(1, ...rows.map((row) => row.domains.length));
  return tableCanvas({
    name: options.name ?? SHEET.history,
    table: TABLE.history,
    title: HISTORY_TEXT.title,
    subtitle: HISTORY_TEXT.subtitle,
    columns: [
      ...COLUMNS.history.map((header) => ({ header, ...COLUMN[header] })),
      ...Array.from({ length: domains }, (_, index) => ({ header: `Domain ${index + 1}`, ...VALUE })),
    ],
    rows: [...rows]
      .sort((a, b) => b.year - a.year)
      .map((row) => [
        row.year,
        row.instrument,
        toNumber(row.index),
        row.predicate,
        ...Array.from({ length: domains }, (_, index) => {
          const value = row.domains[index];
          return value ? toNumber(value) : null;
        }),
      ]),
    identity: options.identity,
    print: { orientation: "portrait" },
  }).finish();
}
