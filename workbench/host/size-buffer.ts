import { BooleanNumber, type IRange } from "@univerjs/core";
import {
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowHeightMutationFactory,
  SetWorksheetRowIsAutoHeightMutation,
  SetWorksheetRowIsAutoHeightMutationFactory,
} from "@univerjs/sheets";
import type { Engine } from "./engine";

type Sizes = Map<number, number>;

/**
 * Collects row heights and column widths of a batch, in pixels: each set alone makes the grid lay out its sheet anew,
 * which for a template of a thousand rows costs more than everything else.
 */
export class SizeBuffer {
  private readonly rows = new Map<string, Sizes>();
  private readonly columns = new Map<string, Sizes>();

  constructor(private readonly engine: Engine) {}

  row(sheetId: string, first: number, count: number, height: number): void {
    fill(this.rows, sheetId, first, count, height);
  }

  column(sheetId: string, first: number, count: number, width: number): void {
    fill(this.columns, sheetId, first, count, width);
  }

  flush(): void {
    for (const [sheetId, sizes] of drain(this.rows)) this.setRows(sheetId, sizes);
    for (const [sheetId, sizes] of drain(this.columns)) this.setColumns(sheetId, sizes);
  }

  private setRows(sheetId: string, sizes: Sizes): void {
    const sheet = this.engine.coreSheet(sheetId);
    const target = {
      unitId: this.engine.unitId,
      subUnitId: sheetId,
      ranges: runs(sizes, "row", sheet.getMaxColumns()),
    };
    const height = { ...target, rowHeight: Object.fromEntries(sizes) };
    // A height that was set is kept, whatever text comes in.
    const fixed = { ...target, autoHeightInfo: BooleanNumber.FALSE };
    const undo = [
      { id: SetWorksheetRowHeightMutation.id, params: SetWorksheetRowHeightMutationFactory(height, sheet) },
      { id: SetWorksheetRowIsAutoHeightMutation.id, params: SetWorksheetRowIsAutoHeightMutationFactory(fixed, sheet) },
    ];
    const redo = [
      { id: SetWorksheetRowHeightMutation.id, params: height },
      { id: SetWorksheetRowIsAutoHeightMutation.id, params: fixed },
    ];
    this.apply(undo, redo);
  }

  private setColumns(sheetId: string, sizes: Sizes): void {
    const sheet = this.engine.coreSheet(sheetId);
    const ranges = runs(sizes, "column", sheet.getMaxRows());
    const width = { unitId: this.engine.unitId, subUnitId: sheetId, ranges, colWidth: Object.fromEntries(sizes) };
    const undo = [{ id: SetWorksheetColWidthMutation.id, params: SetWorksheetColWidthMutationFactory(width, sheet) }];
    this.apply(undo, [{ id: SetWorksheetColWidthMutation.id, params: width }]);
  }

  private apply(
    undoMutations: { id: string; params: object }[],
    redoMutations: { id: string; params: object }[],
  ): void {
    for (const { id, params } of redoMutations) this.engine.run(id, params);
    this.engine.undo.pushUndoRedo({ unitID: this.engine.unitId, undoMutations, redoMutations });
  }
}

function fill(all: Map<string, Sizes>, sheetId: string, first: number, count: number, size: number): void {
  const sizes = all.get(sheetId) ?? new Map<number, number>();
  all.set(sheetId, sizes);
  for (let index = first; index < first + count; index++) sizes.set(index, size);
}

function drain<K, V>(map: Map<K, V>): [K, V][] {
  const entries = [...map];
  map.clear();
  return entries;
}

/** Neighbouring rows (or columns) as ranges over the whole sheet. */
function runs(sizes: Sizes, axis: "row" | "column", across: number): IRange[] {
  const ranges: IRange[] = [];
  for (const index of [...sizes.keys()].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (axis === "row" && last?.endRow === index - 1) last.endRow = index;
    else if (axis === "column" && last?.endColumn === index - 1) last.endColumn = index;
    else if (axis === "row") ranges.push({ startRow: index, endRow: index, startColumn: 0, endColumn: across - 1 });
    else ranges.push({ startColumn: index, endColumn: index, startRow: 0, endRow: across - 1 });
  }
  return ranges;
}
