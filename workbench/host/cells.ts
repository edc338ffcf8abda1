import type { CustomData, ICellData, IStyleData, Nullable, Worksheet } from "@univerjs/core";
import { SetRangeValuesMutation, SetRangeValuesUndoMutationFactory, SetStyleCommand } from "@univerjs/sheets";
import type { Engine } from "./engine";
import { SizeBuffer } from "./size-buffer";
import { type Area, bounding } from "./model/address";

/** What the host remembers with a cell that Univer has no place for; it travels with the cell. */
export interface CellNotes {
  locked?: boolean;
  formulaHidden?: boolean;
  link?: { address?: string; documentReference?: string; screenTip?: string; textToDisplay?: string };
}

/** The part of a cell that a user would call its content. */
export type CellContent = Pick<ICellData, "v" | "t" | "f" | "si" | "p">;

interface Edit extends Area {
  sheetId: string;
}

type Pending = Map<number, Map<number, ICellData>>;

/**
 * Collects the writes of a batch and gives them to the engine as one change per sheet: a 47-row sheet is some
 * hundred small writes, and each alone would cost a command, a calculation request and a repaint.
 */
export class CellBuffer {
  /** Row heights and column widths of the batch; they go before the cells, whose rows may grow with their text. */
  readonly sizes: SizeBuffer;
  private readonly pending = new Map<string, Pending>();
  private edits: Edit[] = [];

  constructor(
    private readonly engine: Engine,
    /** Told, after a flush, which areas got new content. */
    private readonly edited: (sheetId: string, area: Area) => void,
    /** Told which rows of a sheet the flush has touched. */
    private readonly touched: (sheetId: string, rows: Iterable<number>) => void,
    /** Told around the engine's own change, so that it is not mistaken for one by hand. */
    private readonly applying: (apply: () => void) => void,
  ) {
    this.sizes = new SizeBuffer(engine);
  }

  /** The cell as it will be: pending content over what the engine holds. */
  at(sheetId: string, sheet: Worksheet, row: number, column: number): Nullable<ICellData> {
    const waiting = this.pending.get(sheetId)?.get(row)?.get(column);
    const held = sheet.getCellRaw(row, column);
    return waiting === undefined ? held : { ...held, ...waiting };
  }

  /** Pending style changes of a cell, not yet merged with what the engine holds. */
  pendingStyle(sheetId: string, row: number, column: number): IStyleData | undefined {
    const style = this.pending.get(sheetId)?.get(row)?.get(column)?.s;
    return typeof style === "object" && style !== null ? style : undefined;
  }

  content(sheetId: string, row: number, column: number, content: CellContent): void {
    Object.assign(this.cell(sheetId, row, column), content);
  }

  style(sheetId: string, row: number, column: number, change: IStyleData): void {
    const cell = this.cell(sheetId, row, column);
    const before = typeof cell.s === "object" && cell.s !== null ? cell.s : {};
    cell.s =
      change.bd && before.bd ? { ...before, ...change, bd: { ...before.bd, ...change.bd } } : { ...before, ...change };
  }

  /** Removes all explicit formatting of a cell. */
  clearStyle(sheetId: string, row: number, column: number): void {
    this.cell(sheetId, row, column).s = null;
  }

  notes(sheetId: string, sheet: Worksheet, row: number, column: number, change: CellNotes): void {
    const notes: CellNotes = { ...(this.at(sheetId, sheet, row, column)?.custom as CellNotes | undefined), ...change };
    this.cell(sheetId, row, column).custom = notes as CustomData;
  }

  /** Notes that an area got content; joins the row bands that office.js cuts large writes into. */
  recordEdit(sheetId: string, area: Area): void {
    const last = this.edits.at(-1);
    const continues =
      last?.sheetId === sheetId &&
      last.column === area.column &&
      last.columns === area.columns &&
      last.row + last.rows === area.row;
    if (last !== undefined && continues) Object.assign(last, bounding(last, area));
    else this.edits.push({ sheetId, ...area });
  }

  /** Gives everything pending to the engine. */
  flush(): void {
    this.applying(() => this.sizes.flush());
    for (const [sheetId, rows] of this.pending) {
      this.pending.delete(sheetId);
      this.applying(() => {
        this.apply(sheetId, rows);
        this.touched(sheetId, rows.keys());
      });
    }
    const edits = this.edits;
    this.edits = [];
    for (const { sheetId, ...area } of edits) this.edited(sheetId, area);
  }

  private cell(sheetId: string, row: number, column: number): ICellData {
    const sheet = getOrMake(this.pending, sheetId, () => new Map<number, Map<number, ICellData>>());
    return getOrMake(
      getOrMake(sheet, row, () => new Map<number, ICellData>()),
      column,
      () => ({}),
    );
  }

  private apply(sheetId: string, rows: Pending): void {
    const { engine } = this;
    const cellValue: Record<number, Record<number, ICellData>> = {};
    let lastRow = 0;
    let lastColumn = 0;
    let hasContent = false;
    for (const [row, cells] of rows) {
      const line: Record<number, ICellData> = (cellValue[row] = {});
      lastRow = Math.max(lastRow, row);
      for (const [column, cell] of cells) {
        line[column] = cell;
        lastColumn = Math.max(lastColumn, column);
        hasContent ||= "v" in cell || "f" in cell;
      }
    }
    growTo(engine, sheetId, lastRow + 1, lastColumn + 1);
    const params = {
      unitId: engine.unitId,
      subUnitId: sheetId,
      cellValue,
      // Univer does not calculate after a change that comes from its own style command.
      ...(hasContent ? {} : { trigger: SetStyleCommand.id }),
    };
    const undo = engine.injector.invoke((accessor) => SetRangeValuesUndoMutationFactory(accessor, params));
    engine.run(SetRangeValuesMutation.id, params);
    engine.undo.pushUndoRedo({
      unitID: engine.unitId,
      undoMutations: [{ id: SetRangeValuesMutation.id, params: undo }],
      redoMutations: [{ id: SetRangeValuesMutation.id, params }],
    });
  }
}

/** Univer's sheets are finite, Excel's are not to the eye: make room. */
export function growTo(engine: Engine, sheetId: string, rows: number, columns: number): void {
  const sheet = engine.sheet(sheetId);
  if (rows > sheet.getMaxRows()) sheet.setRowCount(rows + 50);
  if (columns > sheet.getMaxColumns()) sheet.setColumnCount(columns + 5);
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
