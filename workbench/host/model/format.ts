import {
  BooleanNumber,
  HorizontalAlign,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { growTo } from "../cells";
import { notImplemented } from "../errors";
import type { HostObject } from "../protocol";
import { RangeBorderCollection } from "./borders";
import type { Range } from "./range";
import { cellsOf, readNote, same, textAt, writeNote } from "./range-content";
import { fittingHeight, fittingWidth, POINTS_PER_PIXEL, toPixels } from "./sizes";

const HORIZONTAL: Record<string, HorizontalAlign> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Record<string, VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const INDENT_PX = 9;

const nameOf = <T>(names: Record<string, T>, value: T, fallback: string): string =>
  Object.keys(names).find((name) => names[name] === value) ?? fallback;

const flag = (value: boolean): BooleanNumber => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** `Range.format`, with the parts that belong to it. */
export class RangeFormat implements HostObject {
  readonly kind = "RangeFormat";
  readonly fill: RangeFill;
  readonly font: RangeFont;
  readonly borders: RangeBorderCollection;
  readonly protection: FormatProtection;

  constructor(private readonly range: Range) {
    this.fill = new RangeFill(this);
    this.font = new RangeFont(this);
    this.borders = new RangeBorderCollection(range);
    this.protection = new FormatProtection(range);
  }

  /** Adds to the looks of every cell; whole rows and columns keep it as their own default too. */
  applyStyle(change: IStyleData): void {
    const { range } = this;
    range.guardFormat("allowFormatCells");
    const { cells, engine } = range.host;
    const { id } = range.worksheet;
    if (!range.isUnbounded) {
      for (const [row, column] of cellsOf(range.area)) cells.style(id, row, column, change);
      return;
    }
    cells.flush();
    const grid = engine.sheet(id);
    const { row, rows, column, columns } = range.bounded;
    const merged = (before: Nullable<IStyleData> | string): IStyleData => ({
      ...(typeof before === "object" ? before : {}),
      ...change,
    });
    if (range.isEntireColumn && range.isEntireRow)
      grid.setDefaultStyle(merged(range.worksheet.core.getDefaultCellStyleInternal()));
    else if (range.isEntireColumn) {
      for (let i = column; i < column + columns; i++)
        grid.setColumnDefaultStyle(i, merged(range.worksheet.core.getColumnStyle(i)));
    } else
      for (let i = row; i < row + rows; i++) grid.setRowDefaultStyle(i, merged(range.worksheet.core.getRowStyle(i)));
    const styled: [number, number][] = [];
    range.worksheet.core.getCellMatrix().forValue((r, c, cell) => {
      if (cell?.s && r >= row && r < row + rows && c >= column && c < column + columns) styled.push([r, c]);
    });
    for (const [r, c] of styled) cells.style(id, r, c, change);
  }

  /** What all cells share of their looks, or null. */
  common<T>(read: (style: IStyleData) => T): T | null {
    const sheet = this.range.worksheet.core;
    return same([...cellsOf(this.range.bounded)].map(([row, column]) => read(sheet.getComposedCellStyle(row, column))));
  }

  get wrapText(): boolean | null {
    return this.common((style) => style.tb === WrapStrategy.WRAP);
  }
  set wrapText(wrap: boolean) {
    this.applyStyle({ tb: wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW });
  }
  get horizontalAlignment(): string | null {
    return this.common((style) => nameOf(HORIZONTAL, style.ht ?? HorizontalAlign.UNSPECIFIED, "General"));
  }
  set horizontalAlignment(name: string) {
    const align = HORIZONTAL[name];
    if (align === undefined) throw notImplemented(`RangeFormat.horizontalAlignment = "${name}"`);
    this.applyStyle({ ht: align });
  }
  get verticalAlignment(): string | null {
    return this.common((style) => nameOf(VERTICAL, style.vt ?? VerticalAlign.BOTTOM, "Bottom"));
  }
  set verticalAlignment(name: string) {
    const align = VERTICAL[name];
    if (align === undefined) throw notImplemented(`RangeFormat.verticalAlignment = "${name}"`);
    this.applyStyle({ vt: align });
  }
  get indentLevel(): number | null {
    return this.common((style) => Math.round(Math.max(style.pd?.l ?? 0, style.pd?.r ?? 0) / INDENT_PX));
  }
  set indentLevel(level: number) {
    this.applyStyle({ pd: level === 0 ? null : { l: level * INDENT_PX, r: 0, t: 0, b: 0 } });
  }
  get textOrientation(): number | null {
    return this.common((style) => style.tr?.a ?? 0);
  }
  set textOrientation(degrees: number) {
    this.applyStyle({ tr: degrees === 0 ? null : { a: degrees } });
  }

  get columnWidth(): number | null {
    const { column, columns } = this.range.bounded;
    return same(
      Array.from(
        { length: columns },
        (_, i) => this.range.worksheet.grid.getColumnWidth(column + i) * POINTS_PER_PIXEL,
      ),
    );
  }
  set columnWidth(points: number) {
    this.range.guardFormat("allowFormatColumns");
    const { column, columns } = this.range.bounded;
    growTo(this.range.host.engine, this.range.worksheet.id, 1, column + columns);
    this.range.host.cells.sizes.column(this.range.worksheet.id, column, columns, toPixels(points));
  }
  get rowHeight(): number | null {
    const { row, rows } = this.range.bounded;
    return same(
      Array.from({ length: rows }, (_, i) => this.range.worksheet.grid.getRowHeight(row + i) * POINTS_PER_PIXEL),
    );
  }
  set rowHeight(points: number) {
    this.range.guardFormat("allowFormatRows");
    const { row, rows } = this.range.bounded;
    growTo(this.range.host.engine, this.range.worksheet.id, row + rows, 1);
    this.range.host.cells.sizes.row(this.range.worksheet.id, row, rows, toPixels(points));
  }

  async autofitColumns(): Promise<void> {
    const { range } = this;
    range.guardFormat("allowFormatColumns");
    await this.settled();
    const last = range.isEntireColumn ? range.worksheet.core.getCellMatrix().getLength() : range.area.rows;
    const area = { ...range.bounded, rows: last };
    for (let column = area.column; column < area.column + area.columns; column++) {
      const width = fittingWidth(range.worksheet.core, area, (r, c) => textAt(range, r, c), column);
      if (width !== null) range.host.cells.sizes.column(range.worksheet.id, column, 1, width);
    }
  }

  async autofitRows(): Promise<void> {
    const { range } = this;
    range.guardFormat("allowFormatRows");
    await this.settled();
    const used = Math.min(
      range.bounded.row + range.bounded.rows,
      Math.max(range.worksheet.core.getCellMatrix().getLength(), range.bounded.row),
    );
    const columns = range.worksheet.core.getCellMatrix().getRange().endColumn + 1;
    for (let row = range.bounded.row; row < used; row++) {
      const height = fittingHeight(range.worksheet.core, row, columns, (r, c) => textAt(range, r, c));
      range.host.cells.sizes.row(range.worksheet.id, row, 1, height);
    }
  }

  private async settled(): Promise<void> {
    this.range.host.cells.flush();
    await this.range.host.calculation.finish();
  }
}

class RangeFill implements HostObject {
  readonly kind = "RangeFill";

  constructor(private readonly format: RangeFormat) {}

  get color(): string | null {
    return this.format.common((style) => style.bg?.rgb?.toUpperCase() ?? "#FFFFFF");
  }
  set color(color: string) {
    this.format.applyStyle({ bg: color === "" ? null : { rgb: color } });
  }
  clear(): void {
    this.format.applyStyle({ bg: null });
  }
}

class RangeFont implements HostObject {
  readonly kind = "RangeFont";

  constructor(private readonly format: RangeFormat) {}

  get name(): string | null {
    return this.format.common((style) => style.ff ?? "Calibri");
  }
  set name(name: string) {
    this.format.applyStyle({ ff: name });
  }
  get size(): number | null {
    return this.format.common((style) => style.fs ?? 11);
  }
  set size(points: number) {
    this.format.applyStyle({ fs: points });
  }
  get color(): string | null {
    return this.format.common((style) => style.cl?.rgb?.toUpperCase() ?? "#000000");
  }
  set color(color: string) {
    this.format.applyStyle({ cl: color === "" ? null : { rgb: color } });
  }
  get bold(): boolean | null {
    return this.format.common((style) => style.bl === BooleanNumber.TRUE);
  }
  set bold(bold: boolean) {
    this.format.applyStyle({ bl: flag(bold) });
  }
  get italic(): boolean | null {
    return this.format.common((style) => style.it === BooleanNumber.TRUE);
  }
  set italic(italic: boolean) {
    this.format.applyStyle({ it: flag(italic) });
  }
  get underline(): string | null {
    return this.format.common((style) => (style.ul?.s === BooleanNumber.TRUE ? "Single" : "None"));
  }
  set underline(underline: string) {
    this.format.applyStyle({ ul: { s: flag(underline !== "None") } });
  }
  get strikethrough(): boolean | null {
    return this.format.common((style) => style.st?.s === BooleanNumber.TRUE);
  }
  set strikethrough(strike: boolean) {
    this.format.applyStyle({ st: { s: flag(strike) } });
  }
}

class FormatProtection implements HostObject {
  readonly kind = "FormatProtection";

  constructor(private readonly range: Range) {}

  get locked(): boolean | null {
    return readNote(this.range, "locked");
  }
  set locked(locked: boolean) {
    this.range.guardFormat(null);
    writeNote(this.range, { locked });
  }
  get formulaHidden(): boolean | null {
    return readNote(this.range, "formulaHidden");
  }
  set formulaHidden(formulaHidden: boolean) {
    this.range.guardFormat(null);
    writeNote(this.range, { formulaHidden });
  }
}
