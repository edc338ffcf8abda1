import type { ICommandInfo, IDisposable, IRange } from "@univerjs/core";
import type { Host } from "./host";
import { type ChangeType, EventType, type TriggerSource } from "./events";
import { type Area, formatArea, fromGridRange, MAX_COLUMNS, MAX_ROWS } from "./model/address";
import { anyLocked } from "./model/range-content";
import { Range } from "./model/range";
import { pastedArea, pastedCells, pasteText } from "./paste";

const SET_VALUES = "sheet.mutation.set-range-values";
const SELECT = "sheet.operation.set-selections";
const ACTIVATE = "sheet.operation.set-worksheet-active";
const CALCULATION_STARTED = "formula.mutation.set-formula-calculation-start";
/** Changes of structure that formulas may depend on. */
const STRUCTURE =
  /^sheet\.mutation\.(insert|remove|move|reorder|set-worksheet-name|add-table|delete-table|set-sheet-table)|defined-name|^formula\.mutation\.set-(super-table|defined-name)/;
/** Commands that move cells about: the value changes inside them are not edits. */
const MOVING =
  /^sheet\.command\.(insert-(row|col|multi|range)|remove-(row|col)|delete-range|move-(range|rows|cols)|table-(insert|remove))/;
/** Commands of the user that change cells, and must not on protected sheets. */
const EDITING =
  /^sheet\.command\.(set-range-values|clear-selection|paste|optional-paste|insert-(row|col|multi|range)|remove-row|remove-col|delete-range|set-style|set-bold|set-italic|set-underline|set-stroke|set-font|set-text|set-background|reset-|set-horizontal|set-vertical|auto-fill|refill|copy-|move-|cut-content|set-border|add-worksheet-merge|remove-worksheet-merge|numfmt|sort-range|add-table|table-)/;

const PASTE = "sheet.command.paste-by-short-key";
const FILL = "sheet.command.auto-fill";

const SHIFTS: Record<string, { axis: "row" | "column"; sign: 1 | -1; changeType: ChangeType }> = {
  "sheet.mutation.insert-row": { axis: "row", sign: 1, changeType: "RowInserted" },
  "sheet.mutation.remove-rows": { axis: "row", sign: -1, changeType: "RowDeleted" },
  "sheet.mutation.insert-col": { axis: "column", sign: 1, changeType: "ColumnInserted" },
  "sheet.mutation.remove-col": { axis: "column", sign: -1, changeType: "ColumnDeleted" },
};

interface Executed {
  id: string;
  params?: unknown;
  options?: { fromFormula?: boolean; onlyLocal?: boolean };
}

interface CellsParams {
  subUnitId: string;
  cellValue?: Record<string, Record<string, Record<string, unknown> | null> | null>;
}

/**
 * One place sees every change: by hand, by undo, by the add-in, by a calculation. From it come the events that the
 * add-in hears, the knowledge that formulas are out of date, and the refusal of edits on protected sheets.
 */
export class Watcher {
  private readonly subscriptions: IDisposable[];
  private moving = 0;
  private lastSelection = "";
  private activeSheet = "";

  constructor(private readonly host: Host) {
    const { commands } = host.engine;
    this.subscriptions = [
      commands.beforeCommandExecuted((command) => this.before(command)),
      commands.onCommandExecuted((command, options) => this.after({ ...command, options })),
    ];
    const { api } = host.engine;
    this.subscriptions.push(
      api.addEvent(api.Event.BeforeCommandExecute, (event) => {
        const { htmlContent, textContent } = (event.params ?? {}) as EditParams;
        if (this.isRefused(event)) {
          event.cancel = true;
          host.refusedEdits++;
        } else if (event.id === PASTE && !htmlContent && textContent) {
          event.cancel = true;
          pasteText(host, textContent);
        }
      }),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private get trigger(): TriggerSource {
    return this.host.isChanging ? "ThisLocalAddin" : "Unknown";
  }

  private before({ id }: Readonly<ICommandInfo>): void {
    if (!MOVING.test(id)) return;
    this.moving++;
    // A command that is cancelled or fails is never told as executed.
    setTimeout(() => (this.moving = 0));
  }

  private after({ id, params, options }: Executed): void {
    if (MOVING.test(id)) this.moving = Math.max(0, this.moving - 1);
    const { calculation } = this.host;
    if (id === SET_VALUES) this.cellsSet(params as CellsParams, options);
    else if (id === SELECT) this.selected(params as { subUnitId: string; selections: { range: IRange }[] });
    else if (id === ACTIVATE) this.activated((params as { subUnitId: string }).subUnitId);
    else if (id === CALCULATION_STARTED) calculation.started();
    else if (id in SHIFTS) this.shifted(id, params as { subUnitId: string; range: IRange });
    else if (STRUCTURE.test(id)) calculation.touch();
  }

  private cellsSet({ subUnitId, cellValue }: CellsParams, options: Executed["options"]): void {
    if (options?.fromFormula || options?.onlyLocal) return;
    const area = contentArea(cellValue ?? {});
    if (area === null) return;
    this.host.calculation.touch();
    this.host.surface.redrawCharts();
    // The add-in's own writes are told by the cell buffer, one event for each range it wrote.
    if (this.host.isChanging || this.moving > 0) return;
    this.host.events.changed({ sheetId: subUnitId, area, changeType: "RangeEdited", trigger: "Unknown" });
  }

  private shifted(id: string, { subUnitId, range }: { subUnitId: string; range: IRange }): void {
    const shift = SHIFTS[id];
    if (shift === undefined) return;
    this.host.calculation.touch();
    const area = fromGridRange(range);
    const whole: Area =
      shift.axis === "row" ? { ...area, column: 0, columns: MAX_COLUMNS } : { ...area, row: 0, rows: MAX_ROWS };
    const [at, count] = shift.axis === "row" ? [area.row, area.rows] : [area.column, area.columns];
    this.host.shiftReferences(subUnitId, shift.axis, at, shift.sign * count);
    this.host.events.changed({ sheetId: subUnitId, area: whole, changeType: shift.changeType, trigger: this.trigger });
  }

  /** Univer tells the same selection several times, and an empty one between. */
  private selected({ subUnitId, selections }: { subUnitId: string; selections: { range: IRange }[] }): void {
    const sheet = this.host.workbook.sheetById(subUnitId);
    const address = selections.map(({ range }) => formatArea(wholeOf(sheet, fromGridRange(range)))).join(",");
    const selection = `${subUnitId} ${address}`;
    if (address === "" || selection === this.lastSelection) return;
    this.lastSelection = selection;
    this.host.events.emit(EventType.selectionChanged, subUnitId, { address, worksheetId: subUnitId });
  }

  private activated(sheetId: string): void {
    if (sheetId === this.activeSheet) return;
    const before = this.activeSheet;
    this.activeSheet = sheetId;
    if (before !== "") this.host.events.emit(EventType.deactivated, before, { worksheetId: before });
    this.host.events.emit(EventType.activated, sheetId, { worksheetId: sheetId });
  }

  /** Cancelling the command covers keys, Delete, paste and fill alike. */
  private isRefused({ id, params }: Readonly<ICommandInfo>): boolean {
    if (this.host.isChanging || !EDITING.test(id)) return false;
    const sheet = this.host.workbook.worksheets.getActiveWorksheet();
    if (sheet.state.protection === null) return false;
    const selected = this.host.workbook.getSelectedRange().bounded;
    const areas = editedAreas(id, params as EditParams | undefined, selected);
    return areas === null || areas.some((area) => anyLocked(new Range(sheet, area)));
  }
}

interface EditParams {
  range?: IRange | IRange[];
  targetRange?: IRange;
  textContent?: string;
  htmlContent?: string;
}

/** The cells whose content a command will change; null where it changes more than content, which protection forbids. */
function editedAreas(id: string, params: EditParams | undefined, selected: Area): Area[] | null {
  if (id === PASTE) return [pastedArea(pastedCells(params?.textContent ?? ""), selected)];
  if (id === FILL && params?.targetRange) return [fromGridRange(params.targetRange)];
  if (!/^sheet\.command\.(set-range-values|clear-selection-content)/.test(id)) return null;
  return params?.range === undefined ? [selected] : [params.range].flat().map(fromGridRange);
}

type Sheet = ReturnType<Host["workbook"]["sheetById"]>;

/** A whole row or column of the engine is a whole one of Excel's. */
function wholeOf(sheet: Sheet, area: Area): Area {
  const rows = area.row === 0 && area.rows >= sheet.grid.getMaxRows() ? MAX_ROWS : area.rows;
  const columns = area.column === 0 && area.columns >= sheet.grid.getMaxColumns() ? MAX_COLUMNS : area.columns;
  return { ...area, rows, columns };
}

/** The rectangle around the cells whose content (not only looks) a change touches; null if none. */
function contentArea(cells: NonNullable<CellsParams["cellValue"]>): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line ?? {})) {
      if (cell !== null && !("v" in cell || "f" in cell || "p" in cell)) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
