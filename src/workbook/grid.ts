/**
 * A workbook as plain data: what both edges (Excel through Office.js, .xlsx through files/) hand to the same readers.
 * Nothing here knows where it came from.
 */

import type { RawValue } from "../assessment/level";

/** Dates are their serial numbers (with `isDate` of the sheet telling them apart where the edge knows). */
export type GridValue = RawValue;

/** 0-based, inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Length of the longest row. A loop, since a sheet has more rows than a call takes arguments. */
export const widthOf = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((widest, { length }) => Math.max(widest, length), 0);

export interface GridTable {
  readonly name: string;
  /** With its header row. */
  readonly area: Area;
  readonly columns: readonly string[];
}

export interface GridSheet {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  /** 0-based address of the first cell of `values`. */
  readonly origin: { readonly row: number; readonly column: number };
  /** Dense rows of the used range; rows may be shorter than the widest. */
  readonly values: readonly (readonly GridValue[])[];
  /** Formula text with "=" by "row,column" (0-based, absolute); absent cells hold plain values. */
  readonly formulas: ReadonlyMap<string, string>;
  /** True for cells whose number is shown as a date (0-based, absolute). */
  readonly isDate: (row: number, column: number) => boolean;
  readonly tables: readonly GridTable[];
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface GridName {
  readonly name: string;
  /** As Excel writes it, with "=": "=Penilaian!$G$6:$G$52". */
  readonly formula: string;
}

export interface Grid {
  readonly sheets: readonly GridSheet[];
  readonly names: readonly GridName[];
  /** Serial numbers count from 1904 instead of 1900. */
  readonly date1904: boolean;
  /** `dcterms:modified` of the file, ISO, or null. */
  readonly modified: string | null;
}
