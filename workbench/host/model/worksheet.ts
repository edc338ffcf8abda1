import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import type { Worksheet as CoreWorksheet } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import { growTo } from "../cells";
import { HostError, invalidArgument, notFound, notImplemented } from "../errors";
import { addEventMembers, EventType, SHEET_EVENTS } from "../events";
import type { HostContext } from "../context";
import type { HostObject } from "../protocol";
import { type ChartState, defaultSheetState, type SheetState } from "../state";
import {
  type Area,
  bounding,
  fromGridRange,
  MAX_COLUMNS,
  MAX_ROWS,
  parseArea,
  splitSheet,
  toGridRange,
} from "./address";
import { AutoFilter } from "./auto-filter";
import { Chart, ChartCollection } from "./chart";
import { sheetProperties } from "./document";
import { NamedItemCollection } from "./name";
import { PageBreakCollection, pageLayout } from "./page-layout";
import { WorksheetProtection } from "./protection";
import { Range } from "./range";
import { Table, TableCollection, withEvents } from "./table";
import { valueOf } from "./values";
import type { Workbook } from "./workbook";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"];

export class Worksheet implements HostObject {
  readonly kind = "Worksheet";
  readonly standardWidth = 8.43;
  readonly enableCalculation = true;
  readonly protection: WorksheetProtection;
  readonly autoFilter: AutoFilter;
  readonly freezePanes: FreezePanes;
  readonly tables: TableCollection;
  readonly names: NamedItemCollection;
  readonly charts: ChartCollection;
  readonly pageLayout: HostObject;
  readonly horizontalPageBreaks: PageBreakCollection;
  readonly verticalPageBreaks: PageBreakCollection;
  readonly customProperties: HostObject;
  private readonly chartObjects = new WeakMap<ChartState, Chart>();

  constructor(
    readonly workbook: Workbook,
    readonly id: string,
  ) {
    const { host } = workbook;
    this.protection = new WorksheetProtection(this);
    this.autoFilter = new AutoFilter(this);
    this.freezePanes = new FreezePanes(this);
    const tables = new TableCollection(
      () => this.grid.getSubTableInfos().map((info) => new Table(this, info.id)),
      (address) => this.rangeOf(address),
    );
    this.tables = withEvents(tables, { host, target: () => id });
    this.names = new NamedItemCollection(workbook, this);
    this.charts = new ChartCollection(this);
    this.pageLayout = pageLayout(this);
    this.horizontalPageBreaks = new PageBreakCollection(this, "row");
    this.verticalPageBreaks = new PageBreakCollection(this, "column");
    this.customProperties = sheetProperties(this.state.customProperties);
    addEventMembers(this, host.events, () => id, SHEET_EVENTS);
  }

  get host(): HostContext {
    return this.workbook.host;
  }
  get grid(): FWorksheet {
    return this.host.engine.sheet(this.id);
  }
  get core(): CoreWorksheet {
    return this.host.engine.coreSheet(this.id);
  }
  get state(): SheetState {
    return (this.host.state.sheets[this.id] ??= defaultSheetState());
  }
  get merges(): Area[] {
    return this.core.getMergeData().map(fromGridRange);
  }
  get formatRules(): IConditionFormattingRule[] {
    return this.grid.getConditionalFormattingRules();
  }

  get name(): string {
    return this.grid.getSheetName();
  }
  set name(name: string) {
    const other = this.workbook.worksheets.getItemOrNullObject(name);
    if (other !== null && other.id !== this.id)
      throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
    checkSheetName(name);
    const nameBefore = this.name;
    this.grid.setName(name);
    this.host.events.emit(EventType.nameChanged, this.id, {
      nameBefore,
      nameAfter: name,
      source: "Local",
      worksheetId: this.id,
    });
  }
  get position(): number {
    return this.grid.getIndex();
  }
  set position(position: number) {
    this.workbook.keepingActiveSheet(() => this.workbook.grid.moveSheet(this.grid, position));
  }
  get tabColor(): string {
    return this.grid.getTabColor()?.toUpperCase() ?? "";
  }
  set tabColor(color: string) {
    this.grid.setTabColor(color);
  }
  get visibility(): string {
    if (!this.grid.isSheetHidden()) return "Visible";
    return this.state.veryHidden ? "VeryHidden" : "Hidden";
  }
  set visibility(visibility: string) {
    if (!VISIBILITIES.includes(visibility)) throw invalidArgument();
    const visible = this.workbook.worksheets.items.filter((sheet) => sheet.visibility === "Visible");
    if (visibility !== "Visible" && visible.length === 1 && visible[0]?.id === this.id) {
      throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    }
    this.state.veryHidden = visibility === "VeryHidden";
    if (visibility === "Visible") this.workbook.keepingActiveSheet(() => this.grid.showSheet());
    else this.grid.hideSheet();
  }
  get showGridlines(): boolean {
    return !this.grid.hasHiddenGridLines();
  }
  set showGridlines(show: boolean) {
    this.grid.setHiddenGridlines(!show);
  }
  get standardHeight(): number {
    return (this.core.getConfig().defaultRowHeight * 72) / 96;
  }

  activate(): void {
    if (this.visibility !== "Visible")
      throw new HostError("InvalidOperation", "A hidden worksheet can't be activated.");
    this.host.changing(() => this.grid.activate());
  }
  async delete(): Promise<void> {
    const { host } = this;
    const others = this.workbook.worksheets.items.filter(
      (sheet) => sheet.id !== this.id && sheet.visibility === "Visible",
    );
    if (others.length === 0)
      throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
    await host.finishWrites();
    for (const chart of this.state.charts) host.surface.eraseChart(chart.id);
    for (const name of this.names.items) name.delete();
    for (const table of this.tables.items) await this.grid.removeTable(table.id);
    this.workbook.keepingActiveSheet(() => this.workbook.grid.deleteSheet(this.id));
    this.workbook.forget(this.id);
    host.events.emit(EventType.deleted, "Workbook", { source: "Local", worksheetId: this.id });
  }

  getRange(address?: string | null): Range {
    if (address == null || address === "")
      return new Range(this, { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    const [sheet, local] = splitSheet(address);
    if (sheet !== null && sheet.toLowerCase() !== this.name.toLowerCase()) throw invalidArgument();
    const area = parseArea(local);
    if (area !== null) return new Range(this, area);
    const named = this.names.getItemOrNullObject(local) ?? this.workbook.names.getItemOrNullObject(local);
    const range = named?.getRangeOrNullObject() ?? null;
    if (range === null || range.worksheet.id !== this.id) throw invalidArgument();
    return range;
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS)
      throw invalidArgument();
    return new Range(this, { row, column, rows, columns });
  }
  getRanges(): never {
    throw notImplemented("Worksheet.getRanges()");
  }
  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  rangeOf(range: Range | string): Range {
    return typeof range === "string" ? this.getRange(range) : range;
  }

  async getUsedRangeOrNullObject(valuesOnly = false): Promise<Range | null> {
    await this.host.finishWrites();
    await this.host.calculation.finish();
    let used: Area | null = null;
    const include = (row: number, column: number): void => {
      const cell = { row, column, rows: 1, columns: 1 };
      used = used === null ? cell : bounding(used, cell);
    };
    this.core.getCellMatrix().forValue((row, column, cell) => {
      if (valueOf(cell) !== "" || cell?.f || cell?.si || (!valuesOnly && cell?.s)) include(row, column);
    });
    const { engine } = this.host;
    const spilled = engine.injector.get(FormulaDataModel).getArrayFormulaCellData()[engine.unitId]?.[this.id];
    for (const [row, cells] of Object.entries(spilled ?? {}))
      for (const column of Object.keys(cells ?? {})) include(Number(row), Number(column));
    return used && new Range(this, used);
  }
  async getUsedRange(valuesOnly = false): Promise<Range> {
    return (await this.getUsedRangeOrNullObject(valuesOnly)) ?? this.getRange("A1");
  }
  getNextOrNullObject(visibleOnly = false): Worksheet | null {
    return this.neighbour(1, visibleOnly);
  }
  getPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    return this.neighbour(-1, visibleOnly);
  }
  getNext(visibleOnly = false): Worksheet {
    const next = this.neighbour(1, visibleOnly);
    if (next === null) throw notFound();
    return next;
  }
  getPrevious(visibleOnly = false): Worksheet {
    const previous = this.neighbour(-1, visibleOnly);
    if (previous === null) throw notFound();
    return previous;
  }
  calculate(): void {
    this.host.calculation.recalculate();
  }

  /** The engine selects what lies beside rows and columns that it hides; Excel does not. */
  keepSelection(change: () => unknown): void {
    const { injector, unitId, commands } = this.host.engine;
    const selections = injector.get(SheetsSelectionsService).getWorkbookSelections(unitId);
    const before = [...selections.getSelectionsOfWorksheet(this.id)];
    change();
    const kept = before.length > 0 ? before : [{ range: toGridRange(this.getRange("A1").bounded), primary: null }];
    commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId: this.id, selections: kept });
  }
  select(area: Area): void {
    this.host.cells.flush();
    if (area.rows < MAX_ROWS && area.columns < MAX_COLUMNS)
      growTo(this.host.engine, this.id, area.row + area.rows, area.column + area.columns);
    const { bounded } = new Range(this, area);
    this.activate();
    this.grid.getRange(toGridRange(bounded)).activate();
    const scroll: unknown = Reflect.get(this.grid, "scrollToCell");
    // Only where there is a screen.
    if (typeof scroll === "function") Reflect.apply(scroll, this.grid, [bounded.row, Math.max(0, bounded.column - 1)]);
  }
  chartOf(state: ChartState): Chart {
    const chart = this.chartObjects.get(state) ?? new Chart(this, state);
    this.chartObjects.set(state, chart);
    return chart;
  }

  private neighbour(step: 1 | -1, visibleOnly: boolean): Worksheet | null {
    const sheets = this.workbook.worksheets.items.filter(
      (sheet) => sheet.id === this.id || !visibleOnly || sheet.visibility === "Visible",
    );
    return sheets[sheets.findIndex((sheet) => sheet.id === this.id) + step] ?? null;
  }
}

export function checkSheetName(name: string): void {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'"))
    throw invalidArgument();
}

class FreezePanes implements HostObject {
  readonly kind = "WorksheetFreezePanes";

  constructor(private readonly worksheet: Worksheet) {}

  freezeRows(count = 1): void {
    this.freeze(count, 0);
  }
  freezeColumns(count = 1): void {
    this.freeze(0, count);
  }
  freezeAt(range: Range | string): void {
    const { area } = this.worksheet.rangeOf(range);
    this.freeze(
      area.rows === MAX_ROWS ? 0 : area.row + area.rows,
      area.columns === MAX_COLUMNS ? 0 : area.column + area.columns,
    );
  }
  unfreeze(): void {
    this.worksheet.grid.cancelFreeze();
  }
  getLocationOrNullObject(): Range | null {
    const { xSplit, ySplit } = this.worksheet.grid.getFreeze();
    if (xSplit <= 0 && ySplit <= 0) return null;
    return new Range(this.worksheet, {
      row: 0,
      column: 0,
      rows: ySplit > 0 ? ySplit : MAX_ROWS,
      columns: xSplit > 0 ? xSplit : MAX_COLUMNS,
    });
  }
  getLocation(): Range {
    const location = this.getLocationOrNullObject();
    if (location === null) throw notFound();
    return location;
  }

  private freeze(rows: number, columns: number): void {
    this.worksheet.grid.setFreeze({
      xSplit: columns,
      ySplit: rows,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
    });
  }
}
