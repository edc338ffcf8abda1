import type { Repair, RepairKind } from "../../assessment/assessment";
import { cellRef } from "./cell";
import type { GridSheet } from "../grid";

/** So many repairs of one kind are listed by sheet; nobody reads more, and the rest is one that counts them. */
const LISTED = 500;

/** Collects repairs: the same deviation in many cells of a column is one repair that names the first cell and counts all. */
export class Repairs {
  private readonly found = new Map<string, { repair: Repair; count: number }>();
  private readonly listed = new Map<string, number>();

  add(
    kind: RepairKind,
    sheet: GridSheet,
    row: number,
    column: number,
    params: Repair["params"] = {},
    /** What is the same deviation; by default each cell is one of its own. */
    subject = `${row},${column}`,
  ): void {
    const group = `${kind}|${sheet.name}`;
    const listed = this.listed.get(group) ?? 0;
    const key = listed < LISTED ? `${group}|${subject}` : group;
    const known = this.found.get(`${group}|${subject}`) ?? this.found.get(key);
    if (known) {
      known.count++;
      return;
    }
    this.listed.set(group, listed + 1);
    const at = cellRef(sheet, row, column);
    this.found.set(key, { repair: { kind, sheet: at.sheet, cell: at.cell, params }, count: 1 });
  }

  all(): readonly Repair[] {
    return [...this.found.values()].map(({ repair, count }) => ({ ...repair, params: { ...repair.params, count } }));
  }
}
