import { readLevel } from "../../assessment/level";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import type { GridSheet } from "../grid";
import type { Block, BlockColumn } from "./block";
import { textOf, valueAt } from "./cell";
import { IndicatorNames } from "./indicator-names";
import { numberOf } from "./entry-rows";

/** Fewer rows with indicator names than this are no table. */
const MIN_ROWS = 3;

/**
 * Tables that have no header at all: a column of indicator names, a column of levels, and whatever stands beside them.
 * The level column is the one with the most levels; when two differ and tie, none is taken.
 */
export function blocksByNames(sheet: GridSheet, instrument: Instrument): Block | null {
  const names = new IndicatorNames(instrument);
  const rowsByColumn = new Map<number, number[]>();
  sheet.values.forEach((cells, r) =>
    cells.forEach((cell, c) => {
      if (typeof cell !== "string" || cell.length < 8 || cell.length > 160) return;
      const match = names.match(cell);
      if (match.kind !== "exact" && match.kind !== "close") return;
      const column = sheet.origin.column + c;
      rowsByColumn.set(column, [...(rowsByColumn.get(column) ?? []), sheet.origin.row + r]);
    }),
  );
  const best = [...rowsByColumn].sort(([, a], [, b]) => b.length - a.length)[0];
  if (!best || best[1].length < MIN_ROWS) return null;
  const [nameColumn, rows] = best;
  const columns = new Map<string, BlockColumn>([["indicator", { column: nameColumn, header: "" }]]);
  const profile = contentColumns(sheet, rows, nameColumn, instrument);
  for (const [role, column] of profile) columns.set(role, { column, header: "" });
  const first = Math.min(...rows);
  return {
    kind: "entries",
    sheet,
    foundBy: "indicator-names",
    headerRow: Math.max(0, first - 1),
    firstRow: first,
    lastRow: Math.max(...rows),
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
): ReadonlyMap<string, number> {
  const { scale } = instrument;
  const count = indicatorsOf(instrument).length;
  const width = Math.max(0, ...rows.map((row) => sheet.values[row - sheet.origin.row]?.length ?? 0));
  const found = new Map<string, number>();
  const levels: { column: number; share: number; values: string }[] = [];
  let longest = 0;
  for (let c = 0; c < width; c++) {
    const column = sheet.origin.column + c;
    if (column === nameColumn) continue;
    const values = rows.map((row) => valueAt(sheet, row, column));
    const texts = values.map(textOf).filter((text) => text !== "");
    if (texts.length === 0) continue;
    const numbers = values.map(numberOf);
    const distinct = new Set(numbers.filter((number) => number !== null)).size;
    if (
      !found.has("no") &&
      distinct >= 3 &&
      distinct >= 0.9 * rows.length &&
      numbers.every((n) => n === null || n <= count)
    ) {
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
