import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { CellNotes } from "../cells";
import { invalidArgument, notImplemented } from "../errors";
import type { Area } from "./address";
import type { Range } from "./range";
import { type CellValue, fromEngineFormula, textOf, typed, typeOf, valueOf } from "./values";

export const WRONG_SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** The one value that all share, or null. */
export const same = <T>(values: T[]): T | null => {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
};

export function* cellsOf(area: Area): Generator<[row: number, column: number]> {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) yield [row, column];
  }
}

function map<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (__, j) => read(area.row + i, area.column + j)),
  );
}

/** Reads one cell as it counts: results that an array formula spills lie apart from the cells. */
function reader(range: Range): (row: number, column: number) => Nullable<ICellData> {
  const { engine } = range.host;
  const sheet = range.worksheet.core;
  const spilled = engine.injector.get(FormulaDataModel).getArrayFormulaCellData()[engine.unitId]?.[range.worksheet.id];
  return (row, column) => spilled?.[row]?.[column] ?? sheet.getCellRaw(row, column);
}

export function readValues(range: Range): CellValue[][] {
  const read = reader(range);
  return map(range.area, (row, column) => valueOf(read(row, column)));
}

export function readTypes(range: Range): string[][] {
  return readValues(range).map((row) => row.map(typeOf));
}

/** The formula of a cell, or "" */
export function formulaAt(range: Range, row: number, column: number): string {
  const cell = range.worksheet.core.getCellRaw(row, column);
  if (!cell?.f && !cell?.si) return "";
  const { engine } = range.host;
  const shared =
    cell.f ??
    engine.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, range.worksheet.id, engine.unitId);
  return shared ? fromEngineFormula(shared) : "";
}

export function readFormulas(range: Range): CellValue[][] {
  const read = reader(range);
  return map(range.area, (row, column) => formulaAt(range, row, column) || valueOf(read(row, column)));
}

export const numberFormatAt = (range: Range, row: number, column: number): string => {
  const pending = range.host.cells.pendingStyle(range.worksheet.id, row, column)?.n;
  return (pending ?? range.worksheet.core.getComposedCellStyle(row, column).n)?.pattern || "General";
};

export function readNumberFormats(range: Range): string[][] {
  return map(range.area, (row, column) => numberFormatAt(range, row, column));
}

export function textAt(range: Range, row: number, column: number): string {
  return textOf(valueOf(reader(range)(row, column)), numberFormatAt(range, row, column), range.host.locale);
}

export function readTexts(range: Range): string[][] {
  const read = reader(range);
  return map(range.area, (row, column) =>
    textOf(valueOf(read(row, column)), numberFormatAt(range, row, column), range.host.locale),
  );
}

/** One value for all cells, or an array of the range's own size. */
function spread<T>(range: Range, value: T | T[][]): T[][] {
  if (range.isUnbounded) throw invalidArgument("cell-level properties can't be set on an unbounded range");
  if (!Array.isArray(value))
    return Array.from({ length: range.area.rows }, () => Array.from({ length: range.area.columns }, () => value));
  const rows = value as T[][];
  if (rows.length !== range.area.rows || rows.some((row) => row.length !== range.area.columns))
    throw invalidArgument(WRONG_SIZE);
  return rows;
}

/** Writes values or formulas; null leaves a cell as it is. */
export function write(range: Range, value: CellValue | null | (CellValue | null)[][]): void {
  const rows = spread(range, value);
  range.guardContent();
  const { cells } = range.host;
  const { id } = range.worksheet;
  const hidden = new Set(range.worksheet.state.filteredRows);
  const isFiltered = rows.length > 1 && rows.some((_, i) => hidden.has(range.area.row + i));
  let wrote = false;
  rows.forEach((own, i) => {
    // As Excel does: under a filter the rows that are seen get what was meant for the first, the others nothing.
    const line = isFiltered ? rows[0] : own;
    if (isFiltered && hidden.has(range.area.row + i)) return;
    line?.forEach((cell, j) => {
      if (cell === null || cell === undefined) return;
      const [row, column] = [range.area.row + i, range.area.column + j];
      const format = typeof cell === "string" && cell !== "" ? numberFormatAt(range, row, column) : "General";
      const { content, impliedFormat } = typed(cell, format === "@");
      cells.content(id, row, column, content);
      if (impliedFormat !== undefined && format === "General")
        cells.style(id, row, column, { n: { pattern: impliedFormat } });
      wrote = true;
    });
  });
  if (!wrote) return;
  cells.recordEdit(id, range.area);
  range.host.calculation.touch();
}

export function writeNumberFormats(range: Range, value: string | null | (string | null)[][]): void {
  range.guardFormat("allowFormatCells");
  if (range.isUnbounded && typeof value === "string") {
    range.format.applyStyle({ n: value === "General" ? null : { pattern: value } });
    return;
  }
  spread(range, value).forEach((line, i) => {
    line.forEach((format, j) => {
      if (format === null) return;
      const n = format === "General" || format === "" ? null : { pattern: format };
      range.host.cells.style(range.worksheet.id, range.area.row + i, range.area.column + j, { n });
    });
  });
}

// --- notes: locked cells and links

function notesAt(range: Range, row: number, column: number): CellNotes | undefined {
  const { cells } = range.host;
  return cells.at(range.worksheet.id, range.worksheet.core, row, column)?.custom as CellNotes | undefined;
}

/** A cell without notes is as its column says, and that as the sheet says. */
export function lockedAt(range: Range, row: number, column: number): boolean {
  const own = notesAt(range, row, column)?.locked;
  const ofColumn = range.worksheet.core.getColumnManager().getColumn(column)?.custom as CellNotes | undefined;
  return own ?? ofColumn?.locked ?? range.worksheet.state.locked;
}

export function anyLocked(range: Range): boolean {
  for (const [row, column] of cellsOf(range.bounded)) if (lockedAt(range, row, column)) return true;
  return false;
}

export function readNote(range: Range, note: "locked" | "formulaHidden"): boolean | null {
  return same(
    [...cellsOf(range.bounded)].map(([row, column]) =>
      note === "locked" ? lockedAt(range, row, column) : (notesAt(range, row, column)?.formulaHidden ?? false),
    ),
  );
}

export function writeNote(range: Range, change: CellNotes): void {
  const { cells, engine } = range.host;
  const { worksheet } = range;
  if (range.isEntireColumn && range.isEntireRow && change.locked !== undefined) worksheet.state.locked = change.locked;
  if (range.isEntireColumn) {
    const custom: Record<number, CellNotes> = {};
    const { column, columns } = range.bounded;
    for (let i = column; i < column + columns; i++) custom[i] = change;
    engine.sheet(worksheet.id).setColumnCustom(custom);
    // Cells that say otherwise for themselves follow the column from now on.
    const explicit: [number, number][] = [];
    worksheet.core.getCellMatrix().forValue((row, col, cell) => {
      if (cell?.custom && col >= column && col < column + columns) explicit.push([row, col]);
    });
    for (const [row, col] of explicit) cells.notes(worksheet.id, worksheet.core, row, col, change);
    return;
  }
  for (const [row, column] of cellsOf(range.bounded)) cells.notes(worksheet.id, worksheet.core, row, column, change);
}

export function readLink(range: Range): CellNotes["link"] | null {
  return notesAt(range, range.area.row, range.area.column)?.link ?? null;
}

export function writeLink(range: Range, link: CellNotes["link"] | null): void {
  const single = range.getCell(0, 0);
  const held = valueOf(
    range.host.cells.at(range.worksheet.id, range.worksheet.core, range.area.row, range.area.column),
  );
  const label = link?.textToDisplay ?? (held === "" ? (link?.documentReference ?? link?.address) : undefined);
  if (label !== undefined) write(single, `'${label}`);
  else range.guardContent();
  writeNote(single, { link: link ?? undefined });
  if (link) single.format.applyStyle({ cl: { rgb: "#0563C1" }, ul: { s: 1 } });
}

// --- clearing

export function clear(range: Range, what: string): void {
  const { cells } = range.host;
  const { id } = range.worksheet;
  if (!["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"].includes(what))
    throw notImplemented(`Range.clear("${what}")`);
  if (what === "All" || what === "Contents") range.guardContent();
  else range.guardFormat("allowFormatCells");
  cells.flush();
  const contents = what === "All" || what === "Contents";
  const formats = what === "All" || what === "Formats";
  const matrix = range.worksheet.core.getCellMatrix();
  const { row, rows, column, columns } = range.bounded;
  let cleared = false;
  for (let r = row; r < Math.min(row + rows, matrix.getLength()); r++) {
    for (let c = column; c < column + columns; c++) {
      const cell = matrix.getValue(r, c);
      if (!cell) continue;
      if (contents && (cell.f || cell.si || valueOf(cell) !== "" || cell.t === CellValueType.FORCE_STRING)) {
        cells.content(id, r, c, { v: null, t: null, f: null, si: null, p: null });
        cleared = true;
      }
      if (formats) cells.clearStyle(id, r, c);
      if (cell.custom && (formats || contents))
        cells.notes(id, range.worksheet.core, r, c, { ...(formats ? { locked: undefined } : {}), link: undefined });
    }
  }
  if (formats && !range.isUnbounded) {
    range.conditionalFormats.items.forEach((format) => format.delete());
    range.dataValidation.clear();
  }
  if (formats) range.unmerge();
  if (!cleared) return;
  cells.recordEdit(id, range.area);
  range.host.calculation.touch();
}
