import { levelNamesOf, readLevel } from "../assessment/level";
import type { Instrument } from "../instrument/types";
import { cellAddress, parseArea } from "../workbook/address";
import type { Cell } from "../workbook/sheet";
import { serialOf } from "./cell-input";
import { refuse } from "./host";
import type { PlacedSheet } from "./place";
import { extentOf } from "./render";
import { cellOf } from "./snapshot";

/** The pieces of a cell's content that must be found again: entries of a list one by one, levels however they are written. */
function pieces(value: unknown, instrument: Instrument): readonly string[] {
  if (value === null || value === "" || value === undefined) return [];
  const level = readLevel(value as string | number | boolean, instrument.scale, { names: levelNamesOf(instrument) });
  if (level.kind === "level") return [String(level.level)];
  return String(value)
    .split(/[;\n]/)
    .map((piece) => piece.replace(/\s+/g, " ").trim().toLowerCase())
    .filter((piece) => piece !== "");
}

function shownValue(cell: Cell): unknown {
  if (cell === null || typeof cell !== "object") return cell;
  if ("date" in cell) return serialOf(cell.date);
  return "formula" in cell ? cell.value : cell.text;
}

/**
 * Refuses with LAYOUT_CHANGED when writing a sheet of entries in place would overwrite something that the new version
 * does not hold: a second row of an indicator, a column of the person's own, a note inside the table.
 */
export function refuseToLose({ spec, existing, derived }: PlacedSheet, instrument: Instrument): void {
  if (!existing || derived) return;
  const kept = new Map<string, number>();
  for (const cell of spec.cells.flat())
    for (const piece of pieces(shownValue(cell), instrument)) kept.set(piece, (kept.get(piece) ?? 0) + 1);
  const { bottom, right } = extentOf(spec);
  const table = spec.table && parseArea(spec.table.range);
  for (let row = 0; row <= bottom; row += 1)
    for (let column = 0; column <= right; column += 1) {
      const { formula, value } = cellOf(existing.used, row, column);
      const isComputed = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      const isOverwritten = spec.cells[row]?.[column] != null || (table !== null && row >= table.top);
      if (isComputed || !isOverwritten) continue;
      for (const piece of pieces(value, instrument)) {
        const left = kept.get(piece) ?? 0;
        if (left === 0)
          refuse("LAYOUT_CHANGED", { sheet: existing.name, cell: cellAddress(row, column), found: String(value) });
        kept.set(piece, left - 1);
      }
    }
}
