import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { alreadyExists, invalidArgument } from "../errors";
import { eventMembers, EventType, SHEET_EVENTS, WORKBOOK_TARGET } from "../events";
import type { HostContext } from "../context";
import type { HostObject } from "../protocol";
import { parseArea, splitSheet } from "./address";
import { application } from "./application";
import { Collection } from "./collection";
import { CustomXmlParts, documentProperties, settingsOf } from "./document";
import { NamedItemCollection } from "./name";
import { Range } from "./range";
import { TableCollection, withEvents } from "./table";
import { fromGridRange, MAX_COLUMNS, MAX_ROWS } from "./address";
import { checkSheetName, Worksheet } from "./worksheet";

const COLLECTION_EVENTS = {
  ...SHEET_EVENTS,
  AddedEvent: EventType.added,
  DeletedEvent: EventType.deleted,
  EventMoved: EventType.moved,
};
const NEW_SHEET = { rowCount: 200, columnCount: 26, defaultStyle: { ff: "Calibri", fs: 11 } };

/** Root of the object model: everything in a workbook is reached from here. */
export class Workbook implements HostObject {
  readonly kind = "Workbook";
  readonly readOnly = false;
  readonly isDirty = true;
  readonly previouslySaved = false;
  readonly autoSave = false;
  readonly worksheets: WorksheetCollection;
  readonly tables: TableCollection;
  readonly names: NamedItemCollection;
  readonly settings: HostObject;
  readonly properties: HostObject;
  readonly customXmlParts: CustomXmlParts;
  readonly application: HostObject;
  readonly _Runtime: HostObject;
  private readonly sheets = new Map<string, Worksheet>();

  constructor(readonly host: HostContext) {
    const { events } = host;
    this.worksheets = new WorksheetCollection(this);
    Object.assign(
      this.worksheets,
      eventMembers(events, () => WORKBOOK_TARGET, COLLECTION_EVENTS),
    );
    const tables = new TableCollection(
      () => this.worksheets.items.flatMap((sheet) => sheet.tables.items),
      (address) =>
        typeof address === "string" ? this.rangeAt(address, this.worksheets.getActiveWorksheet()) : address,
    );
    this.tables = withEvents(tables, { host, target: () => WORKBOOK_TARGET });
    this.names = new NamedItemCollection(this, null);
    this.settings = settingsOf(host);
    this.properties = documentProperties(host);
    this.customXmlParts = new CustomXmlParts(host);
    this.application = application(host);
    this._Runtime = Object.defineProperty({ kind: "Runtime" }, "enableEvents", {
      enumerable: true,
      get: () => events.enabled,
      set: (enabled: boolean) => (events.enabled = enabled),
    });
  }

  get grid(): FWorkbook {
    return this.host.engine.book;
  }
  get name(): string {
    return this.host.state.fileName;
  }

  sheet(sheet: FWorksheet): Worksheet {
    const id = sheet.getSheetId();
    const known = this.sheets.get(id) ?? new Worksheet(this, id);
    this.sheets.set(id, known);
    return known;
  }
  sheetById(id: string): Worksheet {
    return this.sheet(this.host.engine.sheet(id));
  }
  forget(sheetId: string): void {
    this.sheets.delete(sheetId);
    delete this.host.state.sheets[sheetId];
  }
  /** `Sheet!A1` anywhere in the workbook, or an address of `here`. */
  rangeAt(address: string, here: Worksheet): Range {
    const [sheet, local] = splitSheet(address);
    const worksheet = sheet === null ? here : this.worksheets.getItem(sheet);
    if (parseArea(local) === null && sheet === null) {
      const named = this.names.getItemOrNullObject(local)?.getRangeOrNullObject();
      if (named) return named;
    }
    return worksheet.getRange(local);
  }
  /** Univer shows what it inserts, moves or unhides; Excel stays where it was. */
  keepingActiveSheet(change: () => void): void {
    this.host.changing(() => {
      const active = this.grid.getActiveSheet().getSheetId();
      change();
      const still = this.grid.getSheetBySheetId(active);
      if (still !== null && this.grid.getActiveSheet().getSheetId() !== active) this.grid.setActiveSheet(still);
    });
  }

  getSelectedRange(): Range {
    const sheet = this.sheet(this.grid.getActiveSheet());
    const selected = this.grid.getActiveRange()?.getRange();
    if (!selected) return sheet.getRange("A1");
    const area = fromGridRange(selected);
    if (selected.startRow === 0 && area.rows >= sheet.grid.getMaxRows()) area.rows = MAX_ROWS;
    if (selected.startColumn === 0 && area.columns >= sheet.grid.getMaxColumns()) area.columns = MAX_COLUMNS;
    return new Range(sheet, area);
  }
  getActiveCell(): Range {
    const sheet = this.sheet(this.grid.getActiveSheet());
    const cell = this.grid.getActiveCell()?.getRange();
    return cell
      ? new Range(sheet, { row: cell.startRow, column: cell.startColumn, rows: 1, columns: 1 })
      : this.getSelectedRange().getCell(0, 0);
  }
  save(): void {
    // The workbench keeps every change by itself.
  }
  _GetObjectByReferenceId(): never {
    throw invalidArgument();
  }
}

export class WorksheetCollection extends Collection<Worksheet> {
  constructor(private readonly workbook: Workbook) {
    super("WorksheetCollection", () => workbook.grid.getSheets().map((sheet) => workbook.sheet(sheet)));
  }

  add(name?: string | null): Worksheet {
    if (name != null && name !== "") {
      if (this.getItemOrNullObject(name) !== null) throw alreadyExists();
      checkSheetName(name);
    }
    let n = this.count + 1;
    while (this.getItemOrNullObject(`Sheet${n}`) !== null) n++;
    const title = name != null && name !== "" ? name : `Sheet${n}`;
    const { host } = this.workbook;
    const id = host.newId("lembar");
    this.workbook.keepingActiveSheet(() =>
      this.workbook.grid.insertSheet(title, { index: this.count, sheet: { id, ...NEW_SHEET } }),
    );
    host.events.emit(EventType.added, WORKBOOK_TARGET, { source: "Local", worksheetId: id });
    return this.workbook.sheetById(id);
  }
  override getCount(visibleOnly = false): number {
    return this.items.filter((sheet) => !visibleOnly || sheet.visibility === "Visible").length;
  }
  getActiveWorksheet(): Worksheet {
    return this.workbook.sheet(this.workbook.grid.getActiveSheet());
  }
  getFirst(visibleOnly = false): Worksheet {
    return this.visible(visibleOnly).at(0) ?? this.getItemAt(0);
  }
  getLast(visibleOnly = false): Worksheet {
    return this.visible(visibleOnly).at(-1) ?? this.getItemAt(0);
  }

  private visible(visibleOnly: boolean): Worksheet[] {
    return this.items.filter((sheet) => !visibleOnly || sheet.visibility === "Visible");
  }
}
