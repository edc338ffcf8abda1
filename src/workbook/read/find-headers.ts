import type { GridSheet } from "../grid";
import type { Block, BlockColumn } from "./block";
import { fold, lastRow, mergeAt, textOf, valueAt } from "./cell";
import { isHeaderWord, kindOf, roleOf } from "./header";
import type { TableKind } from "./header-words";

const MAX_HEADER_TEXT = 60;
/** No table of an assessment is as wide; what lies further right is not asked what it means. */
const MAX_HEADER_CELLS = 400;
/** More headers on one sheet are rows like any other, and reported as rows. */
const MAX_HEADERS = 300;

/**
 * All header rows of a sheet as blocks, each reaching to the next. A header is a row (or two, or merged cells over two)
 * whose words fit one of the tables. One pass; data rows fail on their first cells.
 */
export function findHeaders(sheet: GridSheet): Block[] {
  const found: Omit<Block, "lastRow">[] = [];
  const last = lastRow(sheet);
  for (let row = sheet.origin.row; row <= last && found.length < MAX_HEADERS; row++) {
    if (!looksLikeHeader(sheet, row)) continue;
    const block = headerAt(sheet, row);
    if (!block) continue;
    found.push(block);
    row = block.firstRow - 1;
  }
  return found.map((block, i) => ({ ...block, lastRow: (found[i + 1]?.headerRow ?? last + 1) - 1 }));
}

/** Rows in which a header may also be known by longer texts ("Tingkat kematangan hasil mandiri"). */
const TOP_ROWS = 40;

/** Two texts that table headers hold. */
function looksLikeHeader(sheet: GridSheet, row: number): boolean {
  const index = row - sheet.origin.row;
  let words = 0;
  for (const cell of (sheet.values[index] ?? []).slice(0, MAX_HEADER_CELLS)) {
    if (typeof cell !== "string" || cell.length > MAX_HEADER_TEXT) continue;
    const folded = fold(cell);
    const isWord = isHeaderWord(folded) || (index < TOP_ROWS && roleOf(folded, "entries") !== null);
    if (isWord && ++words === 2) return true;
  }
  return false;
}

/** The block whose header starts at a row, taking a second header row where the first alone says too little or is merged. */
export function headerAt(
  sheet: GridSheet,
  row: number,
  columns?: readonly [number, number],
): Omit<Block, "lastRow"> | null {
  const upper = headerTexts(sheet, row, columns);
  const lower = headerTexts(sheet, row + 1, columns);
  const isTwoRows = hasSecondRow(sheet, row, upper, lower);
  const texts = isTwoRows ? combine(upper, lower) : upper;
  const kind = kindOf([...texts.values()].map(fold));
  if (kind === null) return null;
  let firstRow = row + (isTwoRows ? 2 : 1);
  if (isNumberRow(sheet, firstRow, texts)) firstRow++;
  const assigned = kind === "other" ? new Map<string, BlockColumn>() : assignRoles(texts, kind);
  const ticks = kind === "entries" ? tickColumns(upper, lower) : new Map<number, number>();
  return {
    kind,
    sheet,
    foundBy: "header",
    headerRow: row,
    firstRow: ticks.size > 0 ? row + 2 : firstRow,
    columns: assigned,
    ticks,
  };
}

/** Text per column of one row; a merged cell speaks for all columns under it. */
export function headerTexts(sheet: GridSheet, row: number, columns?: readonly [number, number]): Map<number, string> {
  const texts = new Map<number, string>();
  const width = sheet.values[row - sheet.origin.row]?.length ?? 0;
  const [from, to] = columns ?? [sheet.origin.column, sheet.origin.column + width - 1];
  for (let column = from; column <= Math.min(to, from + MAX_HEADER_CELLS - 1); column++) {
    const area = mergeAt(sheet, row, column);
    const text = textOf(valueAt(sheet, area ? area.top : row, area ? area.left : column));
    if (text !== "" && text.length <= MAX_HEADER_TEXT) texts.set(column, text);
  }
  return texts;
}

/** A second header row: merged from the first, or all texts are header words and it has no number of an indicator. */
function hasSecondRow(sheet: GridSheet, row: number, upper: Map<number, string>, lower: Map<number, string>): boolean {
  if (lower.size === 0) return false;
  let isMerged = false;
  for (const column of upper.keys()) {
    const area = mergeAt(sheet, row, column);
    if (area && area.top === row && area.bottom === row + 1) isMerged = true;
    if (area && area.right > area.left && area.bottom === row && lower.has(column)) isMerged = true;
  }
  if (isMerged) return true;
  const words = [...lower.values()].filter((text) => roleOf(fold(text), "entries") !== null);
  return words.length >= 2 && words.length === lower.size && kindOf([...upper.values()].map(fold)) === null;
}

/** The lower word where it says something, with the upper before it where that says more. */
function combine(upper: Map<number, string>, lower: Map<number, string>): Map<number, string> {
  const texts = new Map<number, string>();
  for (const column of new Set([...upper.keys(), ...lower.keys()])) {
    const above = upper.get(column) ?? "";
    const below = lower.get(column) ?? "";
    if (below === "" || below === above) texts.set(column, above);
    else if (above === "") texts.set(column, below);
    else {
      const both = `${above} ${below}`;
      const own = roleOf(fold(below), "entries");
      const joint = roleOf(fold(both), "entries");
      const isKnown = own !== null && !(joint?.role.startsWith("assessor") ?? false) && joint?.role !== "target";
      texts.set(column, isKnown ? below : both);
    }
  }
  return texts;
}

/** Gives each role its column: the surest word wins, the leftmost of equals. */
export function assignRoles(
  texts: ReadonlyMap<number, string>,
  kind: Exclude<TableKind, "other">,
): Map<string, BlockColumn> {
  const best = new Map<string, BlockColumn & { strength: number }>();
  for (const [column, header] of [...texts].sort(([a], [b]) => a - b)) {
    const match = roleOf(fold(header), kind);
    if (!match) continue;
    const rival = best.get(match.role);
    if (!rival || match.strength > rival.strength) best.set(match.role, { column, header, strength: match.strength });
  }
  return new Map([...best].map(([role, { column, header }]) => [role, { column, header }]));
}

/** Several columns numbered 1 to 5 under one "Tingkat": a tick in one of them is the level. */
function tickColumns(upper: ReadonlyMap<number, string>, lower: ReadonlyMap<number, string>): Map<number, number> {
  const ticks = new Map<number, number>();
  for (const [column, text] of lower) {
    const level = /^(?:level |tingkat |lv\.? ?)?([0-5])$/i.exec(text.trim())?.[1];
    if (level !== undefined && roleOf(fold(upper.get(column) ?? ""), "entries")?.role === "level")
      ticks.set(column, Number(level));
  }
  const levels = [...ticks.values()];
  const isScale = levels.length >= 4 && levels.every((level, i) => i === 0 || level === (levels[i - 1] ?? 0) + 1);
  return isScale ? ticks : new Map();
}

/** The row "(1) (2) (3) …" that numbers the columns of official tables. */
function isNumberRow(sheet: GridSheet, row: number, texts: ReadonlyMap<number, string>): boolean {
  const columns = [...texts.keys()].sort((a, b) => a - b);
  let previous = 0;
  let counted = 0;
  for (const column of columns) {
    const text = textOf(valueAt(sheet, row, column)).replace(/[()]/g, "");
    if (text === "") continue;
    if (Number(text) !== previous + 1) return false;
    previous = Number(text);
    counted++;
  }
  return counted >= 3 && counted >= columns.length - 1;
}
