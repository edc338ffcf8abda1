import type { CellRef } from "../../assessment/assessment";
import { columnName } from "../address";
import type { Area, GridSheet, GridValue } from "../grid";

/** The value at an absolute 0-based address; null outside the used range. */
export const valueAt = (sheet: GridSheet, row: number, column: number): GridValue =>
  sheet.values[row - sheet.origin.row]?.[column - sheet.origin.column] ?? null;

/** 0-based last row of the used range. */
export const lastRow = (sheet: GridSheet): number => sheet.origin.row + sheet.values.length - 1;

const ODD_SPACE = /[\u00a0\r]/;
const plainText = (text: string): string =>
  text
    .replace(/\u00a0/g, " ")
    .replace(/\r\n?/g, "\n")
    .trim();

/** What a cell says, trimmed, line breaks kept; error values and blanks say nothing. */
export function textOf(value: GridValue): string {
  if (typeof value === "string") return ODD_SPACE.test(value) ? plainText(value) : value.trim();
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return "";
}

/** A number as decimal text with a point, whether the cell holds a number or a text with a comma; null for anything else. */
export function decimalOf(value: GridValue): string | null {
  const text = textOf(value).replace(",", ".");
  return /^\d+(\.\d+)?$/.test(text) ? text : null;
}

/** Text made comparable: lower case, words only, single spaces. "Tingkat\nKematangan (1–5) *" → "tingkat kematangan 1 5". */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#%]+/gu, " ")
    .trim();

/** The parts of a cell that lists several things, separated by ";" or a line break. */
export const listOf = (text: string): string[] =>
  text === ""
    ? []
    : text
        .split(/[;\n]+/)
        .map((part) => part.trim())
        .filter((part) => part !== "");

const letters: string[] = [];

export function cellRef(sheet: GridSheet, row: number, column: number): CellRef {
  const letter = (letters[column] ??= columnName(column));
  return { sheet: sheet.name, cell: `${letter}${row + 1}` };
}

/** Merged areas are looked up per cell; beyond this many cells an area is decoration, not data. */
const MERGE_LIMIT = 5000;

const mergeMaps = new WeakMap<GridSheet, ReadonlyMap<number, Area>>();
const keyOf = (row: number, column: number): number => row * 16384 + column;

/** The merged area that covers a cell, or undefined. */
export function mergeAt(sheet: GridSheet, row: number, column: number): Area | undefined {
  if (sheet.merges.length === 0) return undefined;
  let map = mergeMaps.get(sheet);
  if (!map) {
    const cells = new Map<number, Area>();
    for (const area of sheet.merges) {
      if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MERGE_LIMIT) continue;
      for (let r = area.top; r <= area.bottom; r++)
        for (let c = area.left; c <= area.right; c++) cells.set(keyOf(r, c), area);
    }
    mergeMaps.set(sheet, cells);
    map = cells;
  }
  return map.get(keyOf(row, column));
}
