import { areaAddress, cellAddress, parseArea } from "./address";
import type { Area } from "./grid";
import type {
  Cell,
  ChartSpec,
  ConditionalFormat,
  PrintSetup,
  Protection,
  SheetSpec,
  Style,
  StyleRegion,
  TableSpec,
  Validation,
} from "./sheet";
import { BASE } from "./theme";

export interface SheetFrame {
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly print: PrintSetup;
  readonly freeze?: SheetSpec["freeze"];
  readonly protection?: Protection;
}

/** A sheet while it is being described: cells go where they belong, styles in the order in which they are painted. */
export class Canvas {
  private readonly cells: Cell[][] = [];
  private readonly heights = new Map<number, number>();
  private readonly styles: StyleRegion[] = [];
  private readonly merges: string[] = [];
  private readonly validations: Validation[] = [];
  private readonly formats: ConditionalFormat[] = [];
  private readonly charts: ChartSpec[] = [];
  private tableSpec: TableSpec | null = null;
  private lastColumn = 0;

  constructor(readonly name: string) {}

  /** The last row that holds a cell, 1-based. */
  get lastRow(): number {
    return this.cells.length;
  }

  /** Puts a cell; of a range, its first cell, and the cells are merged. */
  put(address: string, cell: Cell, style?: Style): this {
    const area = areaOf(address);
    while (this.cells.length <= area.bottom) this.cells.push([]);
    const row = this.cells[area.top] ?? [];
    while (row.length <= area.left) row.push(null);
    row[area.left] = cell;
    this.lastColumn = Math.max(this.lastColumn, area.right);
    if (area.top !== area.bottom || area.left !== area.right) this.merges.push(address);
    return style ? this.style(address, style) : this;
  }

  /** Puts cells side by side from an address on. */
  putRow(address: string, cells: readonly Cell[]): this {
    const { top, left } = areaOf(address);
    cells.forEach((cell, index) => this.put(cellAddress(top, left + index), cell));
    return this;
  }

  style(range: string, style: Style): this {
    this.styles.push({ range, style });
    return this;
  }

  height(row: number, points: number): this {
    this.heights.set(row, points);
    return this;
  }

  validate(validation: Validation): this {
    this.validations.push(validation);
    return this;
  }

  format(range: string, rule: ConditionalFormat["rule"], style: ConditionalFormat["style"]): this {
    this.formats.push({ range, rule, style });
    return this;
  }

  chart(chart: ChartSpec): this {
    this.charts.push(chart);
    return this;
  }

  table(name: string, range: string): this {
    this.tableSpec = { name, range };
    return this;
  }

  finish(frame: SheetFrame): SheetSpec {
    const right = Math.max(this.lastColumn, frame.columns.length - 1);
    const used = areaAddress({ top: 0, left: 0, bottom: Math.max(0, this.cells.length - 1), right });
    return {
      name: this.name,
      cells: this.cells,
      columns: frame.columns,
      rowHeights: this.heights,
      styles: [{ range: used, style: BASE }, ...this.styles],
      merges: this.merges,
      validations: this.validations,
      conditionalFormats: this.formats,
      table: this.tableSpec,
      charts: this.charts,
      freeze: frame.freeze ?? null,
      protection: frame.protection ?? null,
      print: frame.print,
    };
  }
}

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (!area) throw new RangeError(`not an address: ${address}`);
  return area;
}
