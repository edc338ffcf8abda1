import {
  ENTRY_FIELDS,
  type CellRef,
  type Entry,
  type EntryField,
  type LevelReading,
} from "../../assessment/assessment";
import { levelNamesOf, readLevel, type RawValue } from "../../assessment/level";
import { indicatorsOf } from "../../assessment/score";
import type { Indicator, Instrument } from "../../instrument/types";
import type { GridSheet, GridValue } from "../grid";
import { columnOf, type Block } from "./block";
import { cellRef, fold, listOf, mergeAt, textOf, valueAt } from "./cell";
import { entryRows, type EntryRow } from "./entry-rows";
import { IndicatorNames } from "./indicator-names";
import type { Repairs } from "./repairs";

/** What the rows of one indicator say. */
type Draft = Omit<Entry, "criteria">;

/** Readings by indicator number; an indicator without a row is absent. */
export type EntryDrafts = ReadonlyMap<number, Draft>;

/** Reads all entry blocks, the surest first; the same indicator twice is reported, never silently chosen between. */
export function readEntries(blocks: readonly Block[], instrument: Instrument, repairs: Repairs): EntryDrafts {
  const indicators = indicatorsOf(instrument);
  const names = new IndicatorNames(instrument);
  const drafts = new Map<number, Draft>();
  const sure = new Map<number, Block>();
  for (const block of blocks) {
    for (const row of entryRows(block, indicators.length, names, repairs)) {
      const indicator = indicators[row.indicator - 1];
      if (!indicator) continue;
      const draft = readRow(row, indicator, instrument, repairs);
      const known = drafts.get(row.indicator);
      const from = sure.get(row.indicator) ?? block;
      if (!known) sure.set(row.indicator, block);
      drafts.set(row.indicator, known ? unite(known, from, draft, row, repairs) : draft);
    }
    reportHidden(block, repairs);
  }
  return drafts;
}

const BLANK: LevelReading = { kind: "blank" };

function readRow(
  { block, indicator, rows }: EntryRow,
  { family }: Indicator,
  instrument: Instrument,
  repairs: Repairs,
): Draft {
  const { sheet } = block;
  const names = levelNamesOf(instrument, family);
  const first = rows[0] ?? block.firstRow;
  const texts = (role: EntryField): string[] => {
    const column = columnOf(block, role);
    if (column < 0) return [];
    const found = rows.map((row) => textOf(cellValue(block, row, column, repairs))).filter((text) => text !== "");
    return [...new Set(found)];
  };
  const level = (role: "level" | "target" | "assessorLevel"): LevelReading => {
    const column = columnOf(block, role);
    if (column < 0) return BLANK;
    const row = rows.find((one) => textOrError(cellValue(block, one, column, repairs)) !== "") ?? first;
    const value = cellValue(block, row, column, repairs);
    const reading = readLevel(value, instrument.scale, { isDate: sheet.isDate(row, column), names });
    if (role === "level") reportLevel(block, row, column, value, reading, repairs);
    return reading;
  };
  const cells: Partial<Record<EntryField, CellRef>> = {};
  for (const field of ENTRY_FIELDS) {
    const column = columnOf(block, field);
    if (column >= 0) cells[field] = cellRef(sheet, first, column);
  }
  return {
    indicator,
    opd: listOf(texts("opd").join(";")),
    level: block.ticks.size > 0 ? tickedLevel(block, rows, instrument, cells) : level("level"),
    target: level("target"),
    explanation: texts("explanation").join("\n"),
    evidence: texts("evidence").flatMap(listOf),
    assessorLevel: level("assessorLevel"),
    assessorNote: texts("assessorNote").join("\n"),
    estimate: texts("estimate").some((text) => ESTIMATE.has(fold(text))),
    cells,
  };
}

const ESTIMATE = new Set(["ya", "y", "1", "x", "v", "true", "taksiran"]);

const textOrError = (value: GridValue): string =>
  typeof value === "object" && value !== null ? value.error : textOf(value);

/** A cell's value; a merged cell speaks for the rows it covers, and for columns under it that have no other meaning. */
function cellValue(block: Block, row: number, column: number, repairs: Repairs): GridValue {
  const { sheet } = block;
  const own = valueAt(sheet, row, column);
  const area = mergeAt(sheet, row, column);
  if (!area || area.top < block.firstRow) return own;
  if (area.left !== column && [...block.columns.values()].some((one) => one.column === area.left)) return own;
  repairs.add("merged-cells", sheet, area.top, area.left, {}, `${area.top},${area.left}`);
  return valueAt(sheet, area.top, area.left);
}

function reportLevel(
  block: Block,
  row: number,
  column: number,
  value: RawValue,
  reading: LevelReading,
  repairs: Repairs,
): void {
  if (block.sheet.formulas.size > 0 && block.sheet.formulas.has(`${row},${column}`))
    repairs.add("formula-as-level", block.sheet, row, column, {}, "level");
  if (reading.kind === "level" && typeof value === "string" && /^[\s\d.,']+$/.test(value))
    repairs.add("number-as-text", block.sheet, row, column, { column: "Tingkat" }, "level");
}

const NO_TICK = new Set(["", "-", "0", "FALSE", "tidak", "n"]);

/** The level whose column is ticked; two ticks are no answer. */
function tickedLevel(
  block: Block,
  rows: readonly number[],
  instrument: Instrument,
  cells: Partial<Record<EntryField, CellRef>>,
): LevelReading {
  const ticked = rows.flatMap((row) =>
    [...block.ticks].filter(([column]) => !NO_TICK.has(textOf(valueAt(block.sheet, row, column)))),
  );
  const [only] = ticked;
  const first = only?.[0] ?? block.ticks.keys().next().value;
  if (first !== undefined) cells.level = cellRef(block.sheet, rows[0] ?? 0, first);
  if (!only) return BLANK;
  const levels = [...new Set(ticked.map(([, level]) => level))];
  if (levels.length > 1) return { kind: "invalid", raw: levels.join(" / "), reason: "not-a-level" };
  return readLevel(only[1], instrument.scale);
}

/**
 * Two rows of one indicator: what only one says is kept; levels that differ are no answer, and say so. A copy of the sheet
 * beside the real one only fills what the real one leaves blank, and is reported once.
 */
function unite(known: Draft, from: Block, other: Draft, { block, rows }: EntryRow, repairs: Repairs): Draft {
  const row = rows[0] ?? block.firstRow;
  const isCopy = from !== block && from.foundBy !== "header" && block.foundBy === "header";
  const params = { indicator: known.indicator, first: levelText(known.level), second: levelText(other.level) };
  const column = Math.max(columnOf(block, "no"), block.sheet.origin.column);
  repairs.add("duplicate-row", block.sheet, row, column, params, isCopy ? "copy" : undefined);
  if (isCopy && known.level.kind !== "blank") return known;
  const takesOther = known.level.kind === "blank" && other.level.kind !== "blank";
  return {
    ...known,
    opd: known.opd.length > 0 ? known.opd : other.opd,
    level: uniteLevels(known.level, other.level),
    target: known.target.kind === "blank" ? other.target : known.target,
    explanation: [...new Set([known.explanation, other.explanation])].filter(Boolean).join("\n"),
    evidence: [...new Set([...known.evidence, ...other.evidence])],
    assessorLevel: known.assessorLevel.kind === "blank" ? other.assessorLevel : known.assessorLevel,
    assessorNote: known.assessorNote || other.assessorNote,
    estimate: takesOther ? other.estimate : known.estimate,
    cells: takesOther ? other.cells : known.cells,
  };
}

function uniteLevels(a: LevelReading, b: LevelReading): LevelReading {
  if (b.kind === "blank") return a;
  if (a.kind === "blank" || levelText(a) === levelText(b)) return b;
  return { kind: "invalid", raw: `${levelText(a)} / ${levelText(b)}`, reason: "not-a-level" };
}

const levelText = (reading: LevelReading): string =>
  reading.kind === "level" ? String(reading.level) : reading.kind === "invalid" ? reading.raw : "–";

const INPUT_ROLES = ["no", "indicator", "level", "explanation", "evidence"] as const;

/** Rows and columns that a person hid are read all the same. */
function reportHidden({ sheet, columns, firstRow, lastRow }: Block, repairs: Repairs): void {
  for (const role of INPUT_ROLES) {
    const at = columns.get(role);
    if (at && sheet.hiddenColumns.has(at.column))
      repairs.add("hidden-columns", sheet, Math.max(0, firstRow - 1), at.column, { column: at.header || role });
  }
  for (const row of sheet.hiddenRows)
    if (row >= firstRow && row <= lastRow && hasContent(sheet, row))
      repairs.add("hidden-rows", sheet, row, sheet.origin.column, { row: row + 1 }, "rows");
}

const hasContent = (sheet: GridSheet, row: number): boolean =>
  (sheet.values[row - sheet.origin.row] ?? []).some((value) => value !== null && value !== "");
