import type { Area } from "./grid";

/** Column letters of a 0-based index: 0 → "A", 26 → "AA". */
export function columnName(index: number): string {
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** 0-based index of column letters: "A" → 0. */
export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Address of a 0-based cell: (5, 6) → "G6". */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** "A1" or "A1:C3", with or without dollar signs, as 0-based area; null when it is neither. */
export function parseArea(address: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(address.trim());
  if (!match) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  return { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom) - 1, right: columnIndex(right) };
}

export const areaAddress = (area: Area): string => {
  const from = cellAddress(area.top, area.left);
  const to = cellAddress(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
};

/** The address with all parts fixed: "A1:B2" → "$A$1:$B$2". */
export const absolute = (address: string): string => address.replace(/\$?([A-Z]+)\$?(\d+)/gi, "$$$1$$$2");

/** A sheet's name as formulas need it: quoted unless it is a plain word. */
export const quoteSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

/** "=Penilaian!$G$6:$G$52" as sheet and area; null for anything that is not one plain reference. */
export function parseReference(formula: string): { sheet: string; area: Area } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula.trim());
  const area = match?.[3] ? parseArea(match[3]) : null;
  const sheet = match?.[1]?.replace(/''/g, "'") ?? match?.[2];
  return area && sheet ? { sheet, area } : null;
}
