import { levelNamesOf, readLevel } from "../assessment/level";
import type { Instrument } from "../instrument/types";
import { cellAddress, parseArea } from "../workbook/address";
import type { Cell, SheetSpec } from "../workbook/sheet";
import { serialOf } from "../workbook/spec-grid";
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

/** Tells whether people may type into a cell: what stands there is theirs, elsewhere it is the template's. */
function openCells(spec: SheetSpec): (row: number, column: number) => boolean {
  if (!spec.protection) return () => true;
  const regions = spec.styles.flatMap(({ range, style: { locked } }) => {
    const area = locked === undefined ? null : parseArea(range);
    return area ? [{ area, locked }] : [];
  });
  return (row, column) =>
    regions.findLast(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)
      ?.locked === false;
}

/** Pieces of a column of the new version, with how often each occurs. */
function columnPieces(spec: SheetSpec, column: number, instrument: Instrument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of spec.cells)
    for (const piece of pieces(shownValue(row[column] ?? null), instrument))
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

/**
 * Refuses with LAYOUT_CHANGED when writing a sheet of entries in place would overwrite something that the new version
 * does not hold: what people typed must come back in its column as often as it stands there, and what stands in the
 * template's own cells must be the template's.
 */
export function refuseToLose({ spec, existing, derived }: PlacedSheet, instrument: Instrument): void {
  if (!existing || derived) return;
  const { bottom, right } = extentOf(spec);
  const isOpen = openCells(spec);
  const table = spec.table && parseArea(spec.table.range);
  const header = table ? (spec.cells[table.top] ?? []) : [];
  const everything = new Set(spec.cells.flat().flatMap((cell) => pieces(shownValue(cell), instrument)));
  for (let column = 0; column <= right; column += 1) {
    const title = table ? cellOf(existing.used, table.top, column).value : "";
    const same = header.findIndex((text) => text === title);
    const target = same < 0 ? column : same;
    const left = columnPieces(spec, target, instrument);
    for (let row = 0; row <= bottom; row += 1) {
      const { formula, value } = cellOf(existing.used, row, column);
      const isComputed = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      const isOverwritten = spec.cells[row]?.[column] != null || (table !== null && row >= table.top);
      if (isComputed || !isOverwritten) continue;
      const isTyped = (!table || row > table.top) && isOpen(row, target);
      for (const piece of pieces(value, instrument)) {
        const count = isTyped ? (left.get(piece) ?? 0) : everything.has(piece) ? 1 : 0;
        if (count === 0)
          refuse("LAYOUT_CHANGED", { sheet: existing.name, cell: cellAddress(row, column), found: String(value) });
        if (isTyped) left.set(piece, count - 1);
      }
    }
  }
}
