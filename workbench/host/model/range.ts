import { accessDenied, invalidArgument, notFound } from "../errors";
import { growTo } from "../cells";
import type { HostContext } from "../context";
import type { HostObject } from "../protocol";
import {
  type Area,
  bounding,
  contains,
  formatArea,
  intersect,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  sheetPrefix,
  toGridRange,
} from "./address";
import type { Collection } from "./collection";
import { type ConditionalFormat, conditionalFormatsOf } from "./conditional-format";
import { RangeFormat } from "./format";
import * as content from "./range-content";
import { copyInto, insertCells, removeCells } from "./range-structure";
import { DataValidation } from "./validation";
import type { Worksheet } from "./worksheet";
import { columnOffset, rowOffset } from "./sizes";
import type { CellNotes } from "../cells";
import type { CellValue } from "./values";

type Spread<T> = T | T[][];

/** A rectangle of a sheet. It holds no cells: every property looks them up. */
export class Range implements HostObject {
  readonly kind = "Range";

  constructor(
    readonly worksheet: Worksheet,
    public area: Area,
  ) {}

  get host(): HostContext {
    return this.worksheet.host;
  }

  // --- where it is

  get address(): string {
    return sheetPrefix(this.worksheet.name) + formatArea(this.area);
  }
  get absoluteAddress(): string {
    return sheetPrefix(this.worksheet.name) + formatArea(this.area, true);
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.area.row;
  }
  get columnIndex(): number {
    return this.area.column;
  }
  get rowCount(): number {
    return this.area.rows;
  }
  get columnCount(): number {
    return this.area.columns;
  }
  get cellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return isWholeColumns(this.area);
  }
  get isEntireRow(): boolean {
    return isWholeRows(this.area);
  }
  get top(): number {
    return rowOffset(this.worksheet.grid, this.area.row);
  }
  get left(): number {
    return columnOffset(this.worksheet.grid, this.area.column);
  }
  get height(): number {
    return rowOffset(this.worksheet.grid, this.bounded.row + this.bounded.rows) - this.top;
  }
  get width(): number {
    return columnOffset(this.worksheet.grid, this.bounded.column + this.bounded.columns) - this.left;
  }

  /** Whole rows and columns end in Excel where they end for everybody, here where the engine's sheet does. */
  get bounded(): Area {
    const { grid } = this.worksheet;
    const rows = this.isEntireColumn ? grid.getMaxRows() - this.area.row : this.area.rows;
    const columns = this.isEntireRow ? grid.getMaxColumns() - this.area.column : this.area.columns;
    return { ...this.area, rows, columns };
  }

  get isUnbounded(): boolean {
    return this.isEntireColumn || this.isEntireRow;
  }

  // --- what it holds

  get values(): CellValue[][] | null {
    return this.isUnbounded ? null : content.readValues(this);
  }
  set values(value: Spread<CellValue | null>) {
    content.write(this, value);
  }
  get formulas(): CellValue[][] | null {
    return this.isUnbounded ? null : content.readFormulas(this);
  }
  set formulas(value: Spread<CellValue | null>) {
    content.write(this, value);
  }
  get formulasLocal(): CellValue[][] | null {
    return this.formulas;
  }
  set formulasLocal(value: Spread<CellValue | null>) {
    content.write(this, value);
  }
  get text(): string[][] | null {
    return this.isUnbounded ? null : content.readTexts(this);
  }
  get valueTypes(): string[][] | null {
    return this.isUnbounded ? null : content.readTypes(this);
  }
  get numberFormat(): string[][] | null {
    return this.isUnbounded ? null : content.readNumberFormats(this);
  }
  set numberFormat(value: Spread<string | null>) {
    content.writeNumberFormats(this, value);
  }
  get numberFormatLocal(): string[][] | null {
    return this.numberFormat;
  }
  set numberFormatLocal(value: Spread<string | null>) {
    content.writeNumberFormats(this, value);
  }
  get hyperlink(): CellNotes["link"] | null {
    return content.readLink(this);
  }
  set hyperlink(link: CellNotes["link"] | null) {
    content.writeLink(this, link);
  }

  // --- how it looks

  get format(): RangeFormat {
    return new RangeFormat(this);
  }
  get dataValidation(): DataValidation {
    return DataValidation.of(this);
  }
  get conditionalFormats(): Collection<ConditionalFormat> {
    return conditionalFormatsOf(this);
  }
  get rowHidden(): boolean | null {
    const sheet = this.worksheet.core;
    const { row, rows } = this.bounded;
    return content.same(Array.from({ length: rows }, (_, i) => !sheet.getRowRawVisible(row + i)));
  }
  set rowHidden(hidden: boolean) {
    this.guardFormat("allowFormatRows");
    const { row, rows } = this.bounded;
    growTo(this.host.engine, this.worksheet.id, row + rows, 1);
    this.worksheet.keepSelection(() =>
      hidden ? this.worksheet.grid.hideRows(row, rows) : this.worksheet.grid.showRows(row, rows),
    );
  }
  get columnHidden(): boolean | null {
    const sheet = this.worksheet.core;
    const { column, columns } = this.bounded;
    return content.same(Array.from({ length: columns }, (_, i) => !sheet.getColVisible(column + i)));
  }
  set columnHidden(hidden: boolean) {
    this.guardFormat("allowFormatColumns");
    const { column, columns } = this.bounded;
    growTo(this.host.engine, this.worksheet.id, 1, column + columns);
    // The engine does not change the width of a hidden column.
    this.host.cells.flush();
    this.worksheet.keepSelection(() =>
      hidden ? this.worksheet.grid.hideColumns(column, columns) : this.worksheet.grid.showColumns(column, columns),
    );
  }
  get hidden(): boolean | null {
    return this.rowHidden === true || this.columnHidden === true;
  }

  // --- ranges beside it

  private with(change: Partial<Area>): Range {
    const area = { ...this.area, ...change };
    const fits =
      area.row >= 0 &&
      area.column >= 0 &&
      area.rows > 0 &&
      area.columns > 0 &&
      area.row + area.rows <= MAX_ROWS &&
      area.column + area.columns <= MAX_COLUMNS;
    if (!fits) throw invalidArgument();
    return new Range(this.worksheet, area);
  }

  getCell(row: number, column: number): Range {
    return this.with({ row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 });
  }
  getRow(row: number): Range {
    return this.with({ row: this.area.row + row, rows: 1 });
  }
  getColumn(column: number): Range {
    return this.with({ column: this.area.column + column, columns: 1 });
  }
  getLastRow(): Range {
    return this.getRow(this.area.rows - 1);
  }
  getLastColumn(): Range {
    return this.getColumn(this.area.columns - 1);
  }
  getLastCell(): Range {
    return this.getCell(this.area.rows - 1, this.area.columns - 1);
  }
  getRowsBelow(count = 1): Range {
    return this.with(
      count > 0
        ? { row: this.area.row + this.area.rows, rows: count }
        : { row: this.area.row + this.area.rows + count, rows: -count },
    );
  }
  getRowsAbove(count = 1): Range {
    return this.with({ row: this.area.row - count, rows: count });
  }
  getColumnsAfter(count = 1): Range {
    return this.with({ column: this.area.column + this.area.columns, columns: count });
  }
  getColumnsBefore(count = 1): Range {
    return this.with({ column: this.area.column - count, columns: count });
  }
  getResizedRange(rows: number, columns: number): Range {
    return this.with({ rows: this.area.rows + rows, columns: this.area.columns + columns });
  }
  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.with({ rows, columns });
  }
  getOffsetRange(rows: number, columns: number): Range {
    return this.with({ row: this.area.row + rows, column: this.area.column + columns });
  }
  getEntireRow(): Range {
    return this.with({ column: 0, columns: MAX_COLUMNS });
  }
  getEntireColumn(): Range {
    return this.with({ row: 0, rows: MAX_ROWS });
  }
  getBoundingRect(other: Range | string): Range {
    return new Range(this.worksheet, bounding(this.area, this.worksheet.rangeOf(other).area));
  }
  getIntersectionOrNullObject(other: Range | string): Range | null {
    const common = intersect(this.area, this.worksheet.rangeOf(other).area);
    return common && new Range(this.worksheet, common);
  }
  getIntersection(other: Range | string): Range {
    const common = this.getIntersectionOrNullObject(other);
    if (common === null) throw notFound();
    return common;
  }
  async getUsedRangeOrNullObject(valuesOnly = false): Promise<Range | null> {
    const used = await this.worksheet.getUsedRangeOrNullObject(valuesOnly);
    return used?.getIntersectionOrNullObject(this) ?? null;
  }
  async getUsedRange(valuesOnly = false): Promise<Range> {
    return (await this.getUsedRangeOrNullObject(valuesOnly)) ?? this.getCell(0, 0);
  }
  getMergedAreasOrNullObject(): HostObject | null {
    const areas = this.worksheet.merges.filter((merge) => contains(this.area, merge));
    if (areas.length === 0) return null;
    const address = areas.map((area) => sheetPrefix(this.worksheet.name) + formatArea(area)).join(",");
    return { kind: "RangeAreas", ...{ address, areaCount: areas.length } };
  }

  // --- what it can do

  clear(what = "All"): void {
    content.clear(this, what);
  }
  async delete(shift: string): Promise<void> {
    await removeCells(this, shift);
  }
  async insert(shift: string): Promise<Range> {
    await insertCells(this, shift);
    return new Range(this.worksheet, this.area);
  }
  merge(across = false): void {
    this.guardFormat("allowFormatCells");
    this.host.cells.flush();
    growTo(this.host.engine, this.worksheet.id, this.area.row + this.area.rows, this.area.column + this.area.columns);
    const grid = this.worksheet.grid.getRange(toGridRange(this.area));
    this.host.changing(() => (across ? grid.mergeAcross({ isForceMerge: true }) : grid.merge({ isForceMerge: true })));
  }
  unmerge(): void {
    this.guardFormat("allowFormatCells");
    this.host.cells.flush();
    if (this.worksheet.merges.some((merge) => intersect(merge, this.area)))
      this.worksheet.grid.getRange(toGridRange(this.area)).breakApart();
  }
  async copyFrom(source: Range | string, type = "All", skipBlanks = false, transpose = false): Promise<void> {
    await copyInto(
      this,
      typeof source === "string" ? this.worksheet.workbook.rangeAt(source, this.worksheet) : source,
      type,
      skipBlanks,
      transpose,
    );
  }
  select(): void {
    this.worksheet.select(this.area);
  }
  /** office.js cuts large writes into bands and asks this of the whole first. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw invalidArgument(content.WRONG_SIZE);
  }
  calculate(): void {
    this.host.calculation.recalculate();
  }

  // --- protection

  /** Refuses a change of content of a locked cell on a protected sheet. */
  guardContent(): void {
    if (this.worksheet.state.protection === null) return;
    if (content.anyLocked(this)) throw accessDenied("This cell or range is protected and can't be changed.");
  }

  /** Refuses a change of looks on a protected sheet, unless its protection allows this kind. */
  guardFormat(option: "allowFormatCells" | "allowFormatColumns" | "allowFormatRows" | null): void {
    const { protection } = this.worksheet.state;
    if (protection !== null && !(option !== null && protection.options[option])) throw accessDenied();
  }
}
