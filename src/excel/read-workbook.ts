import { parseReference } from "../workbook/address";
import { SHEET, TABLE } from "../workbook/layout";
import { gridOf, tableAt } from "./read-grid";
import { KEY } from "./remembered";
import type { SheetState, Snapshot, TableState, UsedCells } from "./snapshot";

/** The custom property by which a sheet of ours is known again under any name; its value is the name we gave it. */
export const MARKER = "SPBE";

/** What is read of a sheet; bounded, so that a stray entry in the last row does not bring a million rows along. */
export const WINDOW = "A1:AZ20000";

/** Marks of our sheets in files that no add-in has touched: they cannot carry custom properties. */
const SHEET_OF_TABLE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TABLE).map(([key, name]) => [name.toLowerCase(), SHEET[key as keyof typeof TABLE]]),
);
const IDENTITY_NAMES = ["SPBE_Instansi", "SPBE_Instrumen"];

interface SheetRequest {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly marker: Excel.WorksheetCustomProperty;
}

function requestSheet(sheet: Excel.Worksheet): SheetRequest {
  sheet.load("id,name,visibility");
  sheet.protection.load("protected,options");
  sheet.autoFilter.load("isDataFiltered");
  const used = sheet.getRange(WINDOW).getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,values,formulas,numberFormat");
  const marker = sheet.customProperties.getItemOrNullObject(MARKER);
  marker.load("value");
  return { sheet, used, marker };
}

const usedOf = (range: Excel.Range): UsedCells | null =>
  range.isNullObject
    ? null
    : {
        row: range.rowIndex,
        column: range.columnIndex,
        values: range.values,
        formulas: range.formulas,
        numberFormats: range.numberFormat,
      };

interface Overview {
  readonly sheets: Excel.WorksheetCollection;
  readonly tables: Excel.TableCollection;
  readonly names: Excel.NamedItemCollection;
  readonly settings: Excel.SettingCollection;
}

const requestOverview = ({ workbook }: Excel.RequestContext): Overview => ({
  sheets: workbook.worksheets.load("items/id,items/name,items/visibility"),
  tables: workbook.tables.load("items/id,items/name"),
  names: workbook.names.load("items/name,items/formula,items/scope"),
  settings: workbook.settings.load("items/key,items/value"),
});

/**
 * Reads the workbook in one round trip when its sheets bear names that are known (ours, or those of the last reading),
 * in two when there are others.
 */
export class WorkbookReader {
  private known: ReadonlySet<string> = new Set(Object.values(SHEET));

  async read(context: Excel.RequestContext): Promise<Snapshot> {
    const { worksheets, tables } = context.workbook;
    const overview = requestOverview(context);
    const guessed = [...this.known].map((name) => requestSheet(worksheets.getItemOrNullObject(name)));
    const ours = Object.values(TABLE).map((name) => requestTable(tables.getItemOrNullObject(name)));
    await context.sync();

    const present = guessed.filter(({ sheet }) => !sheet.isNullObject);
    const seen = new Set(present.map(({ sheet }) => sheet.id));
    const others = overview.sheets.items.filter(({ id }) => !seen.has(id)).map(requestSheet);
    const found = ours.filter(({ table }) => !table.isNullObject);
    const ourNames = new Set(found.map(({ table }) => table.name));
    const otherTables = overview.tables.items.filter(({ name }) => !ourNames.has(name)).map(requestTable);
    if (others.length + otherTables.length > 0) await context.sync();

    this.known = new Set([...Object.values(SHEET), ...overview.sheets.items.map(({ name }) => name)]);
    return snapshotOf(overview, placesOf([...found, ...otherTables]), (state, names) =>
      [...present, ...others].map((request) => stateOf(request, state, names)),
    );
  }

  /** The workbook with only some sheets read again, in one round trip; all of it when sheets or tables came or went. */
  async refresh(context: Excel.RequestContext, before: Snapshot, sheetIds: ReadonlySet<string>): Promise<Snapshot> {
    const { worksheets, tables } = context.workbook;
    const overview = requestOverview(context);
    const requests = [...sheetIds].map((id) => requestSheet(worksheets.getItemOrNullObject(id)));
    const places = before.tables.map(({ name }) => requestTable(tables.getItemOrNullObject(name)));
    await context.sync();
    const isSame =
      String(overview.sheets.items.map(({ id, name }) => [id, name])) ===
        String(before.sheets.map(({ id, name }) => [id, name])) &&
      String(overview.tables.items.map(({ name }) => name).sort()) ===
        String(before.tables.map(({ name }) => name).sort());
    if (!isSame || requests.some(({ sheet }) => sheet.isNullObject)) return this.read(context);
    return snapshotOf(overview, placesOf(places), (state, names) => [
      ...requests.map((request) => stateOf(request, state, names)),
      ...before.sheets.filter(({ id }) => !sheetIds.has(id)),
    ]);
  }
}

const placesOf = (requests: readonly TableRequest[]): readonly TableState[] =>
  requests.flatMap(({ table, range }) => tableAt(table.name, range.address, table.autoFilter.isDataFiltered) ?? []);

/** Puts the answers together, sheets in the workbook's order. */
function snapshotOf(
  overview: Overview,
  tables: readonly TableState[],
  statesOf: (tables: readonly TableState[], names: ReadonlyMap<string, string>) => readonly SheetState[],
): Snapshot {
  const names = new Map(
    overview.names.items
      .filter(({ scope }) => scope === "Workbook")
      .map(({ name, formula }) => [name, String(formula)]),
  );
  const byId = new Map(statesOf(tables, names).map((state) => [state.id, state]));
  const sheets = overview.sheets.items.flatMap(({ id }) => byId.get(id) ?? []);
  const settings = new Map(
    overview.settings.items
      .filter(({ key }) => key.startsWith(KEY.prefix))
      .map(({ key, value }) => [key, String(value)]),
  );
  return { sheets, tables, names, settings, grid: gridOf(sheets, tables, names) };
}

interface TableRequest {
  readonly table: Excel.Table;
  readonly range: Excel.Range;
}

function requestTable(table: Excel.Table): TableRequest {
  table.load("name");
  table.autoFilter.load("isDataFiltered");
  return { table, range: table.getRange().load("address") };
}

function stateOf(
  { sheet, used, marker }: SheetRequest,
  tables: readonly TableState[],
  names: ReadonlyMap<string, string>,
): SheetState {
  return {
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    protection: sheet.protection.protected ? (sheet.protection.options ?? {}) : null,
    marker: marker.isNullObject ? markOfFile(sheet.name, tables, names) : marker.value,
    used: usedOf(used),
    filtered: sheet.autoFilter.isDataFiltered || tables.some((one) => one.sheet === sheet.name && one.filtered),
  };
}

/** A sheet without our property is ours when it holds one of our tables, or the names of the identity. */
function markOfFile(name: string, tables: readonly TableState[], names: ReadonlyMap<string, string>): string | null {
  const table = tables.find((one) => one.sheet === name && Object.hasOwn(SHEET_OF_TABLE, one.name.toLowerCase()));
  if (table) return SHEET_OF_TABLE[table.name.toLowerCase()] ?? null;
  const holdsIdentity = IDENTITY_NAMES.some((one) => parseReference(names.get(one) ?? "")?.sheet === name);
  return holdsIdentity ? SHEET.identity : null;
}
