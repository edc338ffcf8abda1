import { readLevel } from "../../assessment/level";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { widthOf, type GridSheet } from "../grid";
import type { Block, BlockColumn } from "./block";
import { lastRow, textOf, valueAt } from "./cell";
import { IndicatorNames } from "./indicator-names";
import { numberOf } from "./entry-rows";

/** Fewer rows with indicator names than this are no table, unless each carries the indicator's number too. */
const MIN_ROWS = 3;

/**
 * Tables that have no header at all: a column of indicator names, a column of levels, and whatever stands beside them.
 * The level column is the one with the most levels; when two differ and tie, none is taken.
 */
export function blocksByNames(sheet: GridSheet, instrument: Instrument): Block | null {
  const names = new IndicatorNames(instrument);
  const byColumn = new Map<number, Map<number, number>>();
  sheet.values.forEach((cells, r) =>
    cells.forEach((cell, c) => {
      if (typeof cell !== "string" || cell.length < 8 || cell.length > 160) return;
      const match = names.match(cell);
      if (match.kind !== "exact" && match.kind !== "close") return;
      const column = sheet.origin.column + c;
      const rows = byColumn.get(column) ?? new Map<number, number>();
      byColumn.set(column, rows.set(sheet.origin.row + r, match.number));
    }),
  );
  const best = [...byColumn].sort(([, a], [, b]) => b.size - a.size)[0];
  if (!best) return null;
  const [nameColumn, numbers] = best;
  const rows = [...numbers.keys()];
  const isNumbered = [...numbers].every(([row, number]) =>
    (sheet.values[row - sheet.origin.row] ?? []).some((value) => numberOf(value) === number),
  );
  if (rows.length < MIN_ROWS && !isNumbered) return null;
  const columns = new Map<string, BlockColumn>([["indicator", { column: nameColumn, header: "" }]]);
  const profile = contentColumns(sheet, rows, nameColumn, instrument, numbers);
  for (const [role, column] of profile) columns.set(role, { column, header: "" });
  const first = rows.reduce((least, row) => Math.min(least, row));
  return {
    kind: "entries",
    sheet,
    foundBy: "indicator-names",
    headerRow: Math.max(0, first - 1),
    firstRow: first,
    lastRow: lastRow(sheet),
    columns,
    ticks: new Map(),
  };
}

/** Roles told from content alone: numbers that count the indicators, levels, long texts, file names and links. */
export function contentColumns(
  sheet: GridSheet,
  rows: readonly number[],
  nameColumn: number,
  instrument: Instrument,
  /** By row, where names told the indicators already. */
  known: ReadonlyMap<number, number> = new Map(),
): ReadonlyMap<string, number> {
  const { scale } = instrument;
  const count = indicatorsOf(instrument).length;
  const width = widthOf(rows.map((row) => sheet.values[row - sheet.origin.row] ?? []));
  const found = new Map<string, number>();
  const levels: { column: number; share: number; values: string }[] = [];
  let longest = 0;
  for (let c = 0; c < width; c++) {
    const column = sheet.origin.column + c;
    if (column === nameColumn) continue;
    const values = rows.map((row) => valueAt(sheet, row, column));
    const texts = values.map(textOf).filter((text) => text !== "");
    if (texts.length === 0) continue;
    if (!found.has("no") && countsIndicators(rows, values.map(numberOf), known, count)) {
      found.set("no", column);
      continue;
    }
    const readable = values.filter((value) => readLevel(value, scale).kind === "level").length;
    if (readable >= 0.7 * texts.length && readable > 0) {
      levels.push({ column, share: readable, values: texts.join("|") });
      continue;
    }
    const references = texts.filter((text) =>
      /https?:|drive\.|\.(?:pdf|docx?|xlsx?|jpe?g|png|zip|mp4)\b|^DD-/i.test(text),
    ).length;
    if (!found.has("evidence") && references >= 0.4 * texts.length) {
      found.set("evidence", column);
      continue;
    }
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    if (mean > longest && mean >= 12) {
      longest = mean;
      found.set("explanation", column);
    }
  }
  levels.sort((a, b) => b.share - a.share || a.column - b.column);
  const [first, second] = levels;
  const isTie = first && second && first.share === second.share && first.values !== second.values;
  if (first && !isTie) found.set("level", first.column);
  return found;
}

/** Numbers of indicators: those that the names stand for, or all different and none too high. */
function countsIndicators(
  rows: readonly number[],
  numbers: readonly (number | null)[],
  known: ReadonlyMap<number, number>,
  count: number,
): boolean {
  if (known.size > 0 && rows.every((row, i) => known.get(row) === numbers[i])) return true;
  const distinct = new Set(numbers.filter((number) => number !== null)).size;
  return (
    distinct >= 3 && distinct >= 0.9 * rows.length && numbers.every((number) => number === null || number <= count)
  );
}
