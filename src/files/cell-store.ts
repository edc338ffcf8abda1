import type { GridSheet, GridValue } from "../workbook/grid";
import { COLUMNS, LIMITS } from "./limits";
import { Refusal, corrupt } from "./refusal";

/** What is counted over all sheets of a workbook. */
export interface Budget {
  cells: number;
  places: number;
}

const NOTHING: readonly GridValue[] = Object.freeze([]);

/** The cells of one sheet while they are read, row by row in any order. */
export class CellStore {
  private readonly rows = new Map<number, GridValue[]>();
  private readonly dates = new Set<number>();
  private currentRow = -1;
  private current: GridValue[] = [];
  private left = COLUMNS;
  private top = Infinity;
  private bottom = -1;

  constructor(private readonly budget: Budget) {}

  set(row: number, column: number, value: GridValue, isDate: boolean): void {
    if (++this.budget.cells > LIMITS.cells) throw new Refusal("TOO_LARGE", "cells");
    const cells = row === this.currentRow ? this.current : this.startRow(row);
    if (column < cells.length) {
      if (cells[column] !== null) throw corrupt(`cell ${row},${column} twice`);
      cells[column] = value;
    } else {
      this.budget.places += column + 1 - cells.length;
      if (this.budget.places > LIMITS.places) throw new Refusal("TOO_LARGE", "places");
      while (cells.length < column) cells.push(null);
      cells.push(value);
    }
    if (column < this.left) this.left = column;
    if (isDate) this.dates.add(row * COLUMNS + column);
  }

  private startRow(row: number): GridValue[] {
    const cells = this.rows.get(row) ?? [];
    this.rows.set(row, cells);
    this.currentRow = row;
    this.current = cells;
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    return cells;
  }

  has(row: number): boolean {
    return this.rows.has(row);
  }

  /** The used range, dense in rows; blank rows share one empty row, so that a cell in the last row costs little. */
  finish(): Pick<GridSheet, "origin" | "values" | "isDate"> {
    const { left, top, dates } = this;
    const isDate = (row: number, column: number): boolean => dates.has(row * COLUMNS + column);
    if (this.bottom < 0) return { origin: { row: 0, column: 0 }, values: [], isDate };
    const values: (readonly GridValue[])[] = new Array(this.bottom - top + 1).fill(NOTHING);
    for (const [row, cells] of this.rows) values[row - top] = left === 0 ? cells : cells.slice(left);
    return { origin: { row: top, column: left }, values, isDate };
  }
}
