import { SetSheetTableCommand } from "@univerjs/sheets-table";
import { accessDenied, alreadyExists, invalidArgument, notFound, notImplemented } from "../errors";
import type { HostObject } from "../protocol";
import type { TableState } from "../state";
import { eventMembers, EventType } from "../events";
import { type Area, fromGridRange, intersect, toGridRange } from "./address";
import { AutoFilter } from "./auto-filter";
import { Collection } from "./collection";
import { Range } from "./range";
import { defaultTableState } from "./table-state";
import { themeOf } from "./table-theme";
import type { CellValue } from "./values";
import type { Worksheet } from "./worksheet";

const TABLE_EVENTS = { DataChangedEvent: EventType.tableChanged, SelectionChangedEvent: 100 };
const COLLECTION_EVENTS = {
  AddedEvent: EventType.tableAdded,
  DataChangedEvent: EventType.tableChanged,
  DeletedEvent: EventType.tableDeleted,
};

/** A table: the engine owns its name and place, `state` its looks. */
export class Table implements HostObject {
  readonly kind = "Table";
  readonly showHeaders = true;
  readonly showTotals = false;
  readonly rows: TableRows;

  constructor(
    readonly worksheet: Worksheet,
    readonly id: string,
  ) {
    this.rows = new TableRows(this);
    Object.assign(
      this,
      eventMembers(worksheet.host.events, () => id, TABLE_EVENTS),
    );
  }

  get area(): Area {
    const info = this.worksheet.workbook.grid.getTableInfo(this.id);
    if (info === undefined) throw notFound();
    return fromGridRange(info.range);
  }
  get name(): string {
    const info = this.worksheet.workbook.grid.getTableInfo(this.id);
    if (info === undefined) throw notFound();
    return info.name;
  }
  set name(name: string) {
    const other = this.worksheet.workbook.tables.getItemOrNullObject(name);
    if (other !== null && other.id !== this.id) throw alreadyExists();
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalidArgument();
    const renamed = this.worksheet.grid.setTableName(this.id, name);
    if (renamed === false) throw invalidArgument(`the table can't be called ${name}`);
    if (renamed !== true) this.worksheet.host.waitFor(renamed);
  }
  get style(): string {
    return this.state.style;
  }
  set style(style: string) {
    this.state.style = style;
    this.paint();
  }
  get showBandedRows(): boolean {
    return this.state.showBandedRows;
  }
  set showBandedRows(show: boolean) {
    this.state.showBandedRows = show;
    this.paint();
  }
  get showBandedColumns(): boolean {
    return this.state.showBandedColumns;
  }
  set showBandedColumns(show: boolean) {
    this.state.showBandedColumns = show;
  }
  get showFilterButton(): boolean {
    return this.state.showFilterButton;
  }
  set showFilterButton(show: boolean) {
    this.state.showFilterButton = show;
  }
  get highlightFirstColumn(): boolean {
    return this.state.highlightFirstColumn;
  }
  set highlightFirstColumn(highlight: boolean) {
    this.state.highlightFirstColumn = highlight;
  }
  get highlightLastColumn(): boolean {
    return this.state.highlightLastColumn;
  }
  set highlightLastColumn(highlight: boolean) {
    this.state.highlightLastColumn = highlight;
  }

  get autoFilter(): AutoFilter {
    return this.worksheet.autoFilter;
  }
  get columns(): Collection<TableColumn> {
    return new TableColumns(this);
  }

  getRange(): Range {
    return new Range(this.worksheet, this.area);
  }
  getHeaderRowRange(): Range {
    return this.getRange().getRow(0);
  }
  getDataBodyRange(): Range {
    const { area } = this;
    return new Range(this.worksheet, { ...area, row: area.row + 1, rows: Math.max(1, area.rows - 1) });
  }
  async resize(target: Range | string): Promise<void> {
    this.guard();
    const { area } = this.worksheet.rangeOf(target);
    const { area: before } = this;
    if (area.row !== before.row || area.column !== before.column || area.rows < 2)
      throw invalidArgument("the header row of a table must stay where it is");
    await this.setArea(area);
  }
  async setArea(area: Area): Promise<void> {
    await this.worksheet.host.finishWrites();
    if (!(await this.worksheet.grid.setTableRange(this.id, toGridRange(area))))
      throw invalidArgument("the engine refused the table's new size");
  }
  async convertToRange(): Promise<Range> {
    this.guard();
    const range = this.getRange();
    await this.remove();
    return range;
  }
  async delete(): Promise<void> {
    this.guard();
    const range = this.getRange();
    await this.remove();
    range.clear("All");
  }
  clearFilters(): void {
    const { columns } = this.area;
    for (let index = 0; index < columns; index++)
      this.worksheet.host.waitFor(this.worksheet.grid.resetFilter(this.id, index));
  }

  guard(): void {
    if (this.worksheet.state.protection !== null) throw accessDenied();
  }
  private paint(): void {
    const { host } = this.worksheet;
    host.later(this.state, () => {
      const { engine } = host;
      const theme = themeOf(this.state);
      host.waitFor(
        engine.commands.executeCommand(SetSheetTableCommand.id, { unitId: engine.unitId, tableId: this.id, theme }),
      );
    });
  }
  private async remove(): Promise<void> {
    const { host } = this.worksheet;
    await host.finishWrites();
    host.events.emit(EventType.tableDeleted, "Workbook", {
      source: "Local",
      tableId: this.id,
      tableName: this.name,
      worksheetId: this.worksheet.id,
    });
    await this.worksheet.grid.removeTable(this.id);
    delete host.state.tables[this.id];
  }
  private get state(): TableState {
    return (this.worksheet.host.state.tables[this.id] ??= defaultTableState());
  }
}

class TableColumn implements HostObject {
  readonly kind = "TableColumn";
  readonly id: number;

  constructor(
    private readonly table: Table,
    readonly index: number,
  ) {
    this.id = index + 1;
  }

  get name(): string {
    return String(this.table.getHeaderRowRange().getCell(0, this.index).values?.[0]?.[0] ?? "");
  }
  set name(name: string) {
    this.table.getHeaderRowRange().getCell(0, this.index).values = `'${name}`;
  }
  get values(): CellValue[][] | null {
    return this.getRange().values;
  }
  set values(values: CellValue[][]) {
    this.getRange().values = values;
  }
  getRange(): Range {
    return this.table.getRange().getColumn(this.index);
  }
  getDataBodyRange(): Range {
    return this.table.getDataBodyRange().getColumn(this.index);
  }
  getHeaderRowRange(): Range {
    return this.table.getHeaderRowRange().getColumn(this.index);
  }
}

class TableColumns extends Collection<TableColumn> {
  constructor(table: Table) {
    super("TableColumnCollection", () =>
      Array.from({ length: table.area.columns }, (_, index) => new TableColumn(table, index)),
    );
  }
}

class TableRows extends Collection<TableRow> {
  constructor(private readonly table: Table) {
    super("TableRowCollection", () =>
      Array.from({ length: table.area.rows - 1 }, (_, index) => new TableRow(table, index)),
    );
  }

  /** Adds rows at the end; what lies below the table moves down, as in Excel. */
  async add(index?: number, values?: CellValue | CellValue[][]): Promise<TableRow> {
    const { table } = this;
    table.guard();
    const before = table.area;
    if (index !== undefined && index !== before.rows - 1 && index !== -1)
      throw notImplemented("TableRowCollection.add() at an index");
    const count = Array.isArray(values) ? values.length : 1;
    const added = new Range(table.worksheet, { ...before, row: before.row + before.rows, rows: count });
    await table.worksheet.host.finishWrites();
    if ((added.values ?? []).flat().some((value) => value !== "")) await added.insert("Down");
    await table.setArea({ ...before, rows: before.rows + count });
    if (values !== undefined) added.values = values;
    return new TableRow(table, before.rows - 1);
  }
  async deleteRowsAt(index: number, count = 1): Promise<void> {
    for (let i = 0; i < count; i++) await new TableRow(this.table, index).delete();
  }
}

class TableRow implements HostObject {
  readonly kind = "TableRow";

  constructor(
    private readonly table: Table,
    readonly index: number,
  ) {}

  get values(): CellValue[][] | null {
    return this.getRange().values;
  }
  set values(values: CellValue[][]) {
    this.getRange().values = values;
  }
  getRange(): Range {
    return this.table.getDataBodyRange().getRow(this.index);
  }
  async delete(): Promise<void> {
    this.table.guard();
    const { area } = this.table;
    if (area.rows <= 2) {
      this.getRange().clear("Contents");
      return;
    }
    await this.getRange().delete("Up");
    if (this.table.area.rows === area.rows) await this.table.setArea({ ...area, rows: area.rows - 1 });
  }
}

/** The tables of one sheet, or of all. Only a sheet's own collection (and the workbook's, by address) can add. */
export class TableCollection extends Collection<Table> {
  constructor(
    list: () => Table[],
    private readonly place: (address: Range | string) => Range,
  ) {
    super("TableCollection", list);
  }

  async add(address: Range | string, hasHeaders: boolean): Promise<Table> {
    const range = this.place(address);
    const { worksheet } = range;
    const { host } = worksheet;
    if (worksheet.state.protection !== null) throw accessDenied();
    if (!hasHeaders) throw notImplemented("TableCollection.add() without headers");
    if (worksheet.tables.items.some((table) => intersect(table.area, range.area)))
      throw invalidArgument("A table can't overlap another table.");
    await host.finishWrites();
    fillHeaders(range);
    await host.finishWrites();
    const id = host.newId("tabel");
    // A table of one row gets an empty one below, as in Excel.
    const area = range.area.rows === 1 ? { ...range.area, rows: 2 } : range.area;
    const state = defaultTableState();
    host.state.tables[id] = state;
    if (!(await addTable(worksheet, id, freeName(worksheet), area, state))) {
      throw invalidArgument("the engine refused the table");
    }
    host.events.emit(EventType.tableAdded, "Workbook", { source: "Local", tableId: id, worksheetId: worksheet.id });
    return new Table(worksheet, id);
  }
}

/** Also how files are opened. */
export const addTable = async (
  worksheet: Worksheet,
  id: string,
  name: string,
  area: Area,
  state: TableState,
): Promise<boolean> =>
  worksheet.host.changing(() =>
    worksheet.grid.addTable(name, toGridRange(area), id, { showHeader: true, tableStyleId: themeOf(state) }),
  );

export function withEvents(
  collection: TableCollection,
  worksheet: { host: Worksheet["host"]; target: () => string },
): TableCollection {
  return Object.assign(collection, eventMembers(worksheet.host.events, worksheet.target, COLLECTION_EVENTS));
}

function freeName(worksheet: Worksheet): string {
  let n = worksheet.workbook.tables.count + 1;
  while (worksheet.workbook.tables.getItemOrNullObject(`Table${n}`)) n++;
  return `Table${n}`;
}

/** Headers are text and never blank. */
function fillHeaders(range: Range): void {
  const header = range.getRow(0);
  const [names = []] = header.values ?? [];
  names.forEach((name, index) => {
    if (name === "") header.getCell(0, index).values = `Column${index + 1}`;
    else if (typeof name !== "string") header.getCell(0, index).values = `'${String(name)}`;
  });
}
