import type { Area, Grid } from "../workbook/grid";

/** The filled part of a sheet as Excel hands it over; row and column are the 0-based place of its first cell. */
export interface UsedCells {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[];
}

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** The options it is protected with, or null when it is open. */
  readonly protection: Excel.WorksheetProtectionOptions | null;
  /** Which of our sheets it says to be, whatever its name; null for sheets that are not ours. */
  readonly marker: string | null;
  readonly used: UsedCells | null;
  /** True while a filter hides rows of it: Excel then misplaces what is written to several rows at once. */
  readonly filtered: boolean;
}

export interface TableState {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  readonly filtered: boolean;
}

/** The workbook at one moment: what plans are made on, and what is compared and restored. */
export interface Snapshot {
  readonly sheets: readonly SheetState[];
  readonly tables: readonly TableState[];
  /** Defined names with their formulas ("=Penilaian!$G$6:$G$52"). */
  readonly names: ReadonlyMap<string, string>;
  /** What we remember in the workbook, by key. */
  readonly settings: ReadonlyMap<string, string>;
  readonly grid: Grid;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Excel tells sheet names apart without regard to case. */
export const sheetNamed = (snapshot: Snapshot, name: string): SheetState | undefined =>
  snapshot.sheets.find((sheet) => same(sheet.name, name));

export const tableNamed = (snapshot: Snapshot, name: string): TableState | undefined =>
  snapshot.tables.find((table) => same(table.name, name));

/** Formula and value of a 0-based cell; blank cells read as "". */
export function cellOf(used: UsedCells | null, row: number, column: number): { formula: unknown; value: unknown } {
  const at = [row - (used?.row ?? 0), column - (used?.column ?? 0)] as const;
  return { formula: used?.formulas[at[0]]?.[at[1]] ?? "", value: used?.values[at[0]]?.[at[1]] ?? "" };
}
