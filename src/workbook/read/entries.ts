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

/** The rows of one indicator, put together at the end: a row more must not cost all those before it. */
interface Gathered {
  /** Where the first row was found. */
  readonly from: Block;
  readonly parts: Draft[];
  /** The first row with a level, else the first row. */
  answered: Draft;
}

/** Reads all entry blocks, the surest first; the same indicator twice is reported, never silently chosen between. */
export function readEntries(blocks: readonly Block[], instrument: Instrument, repairs: Repairs): EntryDrafts {
  const indicators = indicatorsOf(instrument);
  const names = new IndicatorNames(instrument);
  const gathered = new Map<number, Gathered>();
  for (const block of blocks) {
    for (const row of entryRows(block, indicators.length, names, repairs)) {
      const indicator = indicators[row.indicator - 1];
      if (!indicator) continue;
      const draft = readRow(row, indicator, instrument, repairs);
      const known = gathered.get(row.indicator);
      if (known) addRow(known, draft, row, repairs);
      else gathered.set(row.indicator, { from: block, parts: [draft], answered: draft });
    }
    reportHidden(block, repairs);
  }
  return new Map([...gathered].map(([indicator, one]) => [indicator, unite(one)]));
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

/** One more row of an indicator. A copy of the sheet beside the real one only fills what that leaves blank, and is reported once. */
function addRow(known: Gathered, draft: Draft, { block, rows }: EntryRow, repairs: Repairs): void {
  const { from, parts, answered } = known;
  const row = rows[0] ?? block.firstRow;
  const isCopy = from !== block && from.foundBy !== "header" && block.foundBy === "header";
  const params = { indicator: draft.indicator, first: levelText(answered.level), second: levelText(draft.level) };
  const column = Math.max(columnOf(block, "no"), block.sheet.origin.column);
  repairs.add("duplicate-row", block.sheet, row, column, params, isCopy ? "copy" : undefined);
  if (isCopy && answered.level.kind !== "blank") return;
  parts.push(draft);
  if (answered.level.kind === "blank" && draft.level.kind !== "blank") known.answered = draft;
}

/** What only one row of an indicator says is kept; levels that differ are no answer, and say so. */
function unite({ parts, answered }: Gathered): Draft {
  if (parts.length === 1) return answered;
  const said = (field: "target" | "assessorLevel"): LevelReading =>
    parts.find((part) => part[field].kind !== "blank")?.[field] ?? BLANK;
  return {
    ...answered,
    opd: parts.find(({ opd }) => opd.length > 0)?.opd ?? [],
    level: uniteLevels(parts.map(({ level }) => level)),
    target: said("target"),
    explanation: [...new Set(parts.map(({ explanation }) => explanation))].filter(Boolean).join("\n"),
    evidence: [...new Set(parts.flatMap(({ evidence }) => evidence))],
    assessorLevel: said("assessorLevel"),
    assessorNote: parts.find(({ assessorNote }) => assessorNote !== "")?.assessorNote ?? "",
  };
}

/** As many different levels of one indicator are shown; more tell nothing more. */
const SHOWN_LEVELS = 5;

function uniteLevels(levels: readonly LevelReading[]): LevelReading {
  const found = new Map(levels.filter(({ kind }) => kind !== "blank").map((level) => [levelText(level), level]));
  const [first] = found.values();
  if (!first || found.size === 1) return first ?? BLANK;
  const shown = [...found.keys()].slice(0, SHOWN_LEVELS);
  const raw = [...shown, ...(found.size > SHOWN_LEVELS ? ["…"] : [])].join(" / ");
  return { kind: "invalid", raw, reason: "not-a-level" };
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
