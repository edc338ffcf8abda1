import type { CellRef } from "../assessment/assessment";
import { columnIndex, parseArea } from "../workbook/address";
import { TABLE } from "../workbook/layout";
import type { Reading } from "./reading";

/** Where a sheet with one row per indicator, or per criterion, has its numbers. */
export interface NumberColumn {
  readonly sheetId: string;
  /** 0-based, absolute. */
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The columns of numbers of `Penilaian`, `Kriteria` and an adopted table. */
export function numberColumns(reading: Reading): readonly NumberColumn[] {
  const { snapshot, adopted } = reading;
  const idOf = (name: string): string | undefined =>
    snapshot.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id;
  const tables = [TABLE.entries, TABLE.criteria].map((name) => name.toLowerCase());
  const found = snapshot.grid.sheets.flatMap((sheet) =>
    sheet.tables.flatMap(({ name, area, columns }): NumberColumn[] => {
      const at = columns.findIndex((header) => header.trim().toLowerCase() === "no");
      const sheetId = idOf(sheet.name);
      if (!tables.includes(name.toLowerCase()) || at < 0 || sheetId === undefined) return [];
      return [{ sheetId, column: area.left + at, firstRow: area.top + 1, lastRow: Number.MAX_SAFE_INTEGER }];
    }),
  );
  const area = adopted && parseArea(adopted.range);
  const letters = adopted && Object.keys(adopted.roles).find((column) => adopted.roles[column] === "no");
  const sheetId = adopted ? idOf(adopted.sheet) : undefined;
  if (!area || !letters || sheetId === undefined) return found;
  return [...found, { sheetId, column: columnIndex(letters), firstRow: area.top + 1, lastRow: area.bottom }];
}

/** The first cell of a selection: "G22:H30" or "22:22" or "A1,C3" → row and column, 0-based. */
export function firstCell(address: string): { readonly row: number; readonly column: number } {
  const first = address.split(",")[0]?.split(":")[0]?.replace(/\$/g, "") ?? "";
  const area = parseArea(first);
  if (area) return { row: area.top, column: area.left };
  return /^\d+$/.test(first) ? { row: Number(first) - 1, column: 0 } : { row: 0, column: columnIndex(first || "A") };
}

/** The indicator that a value of a column of numbers names, among those of the instrument. */
export function indicatorIn(value: unknown, reading: Reading): number | null {
  const number = typeof value === "number" ? value : Number(String(value).trim().replace(/\.$/, "") || NaN);
  const entries = reading.checked?.assessment.entries ?? [];
  return entries.some(({ indicator }) => indicator === number) ? number : null;
}

export type SelectionListener = (indicator: number | null, at: CellRef) => void;
