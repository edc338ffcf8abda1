/**
 * What Excel hands over, as precise values. Blank cells arrive as null, "" or (older Excel) 0; omitted arguments as null
 * or undefined; error cells and data types as objects; ranges as rows of cells.
 */
import { levelNamesOf, levelOf, readLevel, type RawValue } from "../assessment/level";
import { indicatorsOf, type LevelVector } from "../assessment/score";
import { allInstruments } from "../instrument/all";
import { DEFAULT_INSTRUMENT } from "../instrument/default";
import type { Indicator, Instrument } from "../instrument/types";
import { valueError } from "./error";

export const instrumentOf = (argument: unknown): Instrument => {
  if (isBlank(argument)) return DEFAULT_INSTRUMENT;
  const found = allInstruments.get(String(argument).trim().toLowerCase());
  if (!found)
    throw valueError("function.instrument", { value: shown(argument), known: [...allInstruments.keys()].join(", ") });
  return found;
};

export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === "string" && value.trim() === "");

/** A cell as the level parser takes it; errors keep their name, data types give their plain value. */
export function cellValue(value: unknown): RawValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const { code, basicType, basicValue } = value as { code?: unknown; basicType?: unknown; basicValue?: unknown };
  if (basicType === "Error" || basicValue === undefined) return { error: String(basicValue ?? code ?? "#VALUE!") };
  return cellValue(basicValue);
}

export const shown = (value: unknown): string => {
  const cell = cellValue(value);
  return cell === null ? "" : typeof cell === "object" ? cell.error : String(cell);
};

/** A whole number from a cell ("17", 17), or null. */
export function wholeNumber(value: unknown): number | null {
  const cell = cellValue(value);
  const number =
    typeof cell === "number" ? cell : typeof cell === "string" && /^\s*\d+\s*$/.test(cell) ? Number(cell) : NaN;
  return Number.isInteger(number) ? number : null;
}

/** A decimal number from a cell (2.6, "2,6"), or null. */
export function decimalNumber(value: unknown): number | null {
  const cell = cellValue(value);
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  return typeof cell === "string" && /^\s*\d+([.,]\d+)?\s*$/.test(cell) ? Number(cell.replace(",", ".")) : null;
}

/** A range as rows of cells; a single value is a range of one cell. */
export const rowsOf = (range: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(range) ? range.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row])) : [[range]];

export function indicatorOf(instrument: Instrument, argument: unknown): Indicator {
  const list = indicatorsOf(instrument);
  const found = list[(wholeNumber(argument) ?? 0) - 1];
  if (!found) throw valueError("function.indicator", { value: shown(argument), last: list.length });
  return found;
}

/** One level per indicator, in the instrument's order, from any of the shapes that a range may have. */
export function levelsOf(instrument: Instrument, range: unknown): LevelVector {
  if (range === null || range === undefined) throw valueError("function.levels.missing");
  const rows = rowsOf(range);
  const columns = rows[0]?.length ?? 0;
  const indicators = indicatorsOf(instrument);
  const count = indicators.length;
  const cells = columns === 1 ? rows.map((row) => row[0]) : rows.length === 1 ? (rows[0] ?? []) : null;
  if (cells?.length === count)
    return indicators.map((indicator, place) => levelOfCell(instrument, indicator, cells[place]));
  if (columns !== 2 || rows.length !== count)
    throw valueError("function.levels.shape", { expected: count, rows: rows.length, columns });
  const levels = new Map<number, number | null>();
  rows.forEach(([number, cell], place) => {
    const indicator = indicators[(wholeNumber(number) ?? 0) - 1];
    if (!indicator) throw valueError("function.levels.number", { row: place + 1, value: shown(number), last: count });
    if (levels.has(indicator.number))
      throw valueError("function.levels.repeated", { indicator: indicator.number, row: place + 1 });
    levels.set(indicator.number, levelOfCell(instrument, indicator, cell));
  });
  return indicators.map(({ number }) => levels.get(number) ?? null);
}

function levelOfCell(instrument: Instrument, indicator: Indicator, cell: unknown): number | null {
  const reading = readLevel(cellValue(cell), instrument.scale, {
    zeroIsBlank: true,
    names: levelNamesOf(instrument, indicator.family),
  });
  if (reading.kind === "invalid")
    throw valueError(`function.level.${reading.reason}`, {
      indicator: indicator.number,
      value: reading.raw,
      min: instrument.scale.min,
      max: instrument.scale.max,
    });
  return levelOf(reading);
}

/** A level that must be there, of one indicator. */
export function levelArgument(instrument: Instrument, indicator: Indicator, argument: unknown): number {
  const level = isBlank(argument) ? null : levelOfCell(instrument, indicator, argument);
  const { min, max } = instrument.scale;
  if (level !== null) return level;
  // Where the scale begins at 0, a written 0 is that level.
  if (argument === 0 && min === 0) return 0;
  throw valueError("function.level.blank", { indicator: indicator.number, min, max });
}
