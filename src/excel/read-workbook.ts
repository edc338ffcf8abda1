import { parseReference } from "../workbook/address";
import { SHEET, TABLE } from "../workbook/layout";
import { gridOf, tableAt } from "./read-grid";
import { adoptedTable, KEY, renamedSheets } from "./remembered";
import type { SheetState, Snapshot, TableState, UsedCells } from "./snapshot";

/** The custom property by which a sheet of ours is known again under any name; its value is the name we gave it. */
export const MARKER = "SPBE";

/** What is read of a sheet in use; bounded, so that a stray entry in the last row does not bring a million rows along. */
export const WINDOW = "A1:AZ20000";

/** What is read of other sheets, to find a table to use: Excel on the web hands over 5 MB at most, for all sheets together. */
const GLANCE = { address: "A1:AD600", lastRow: 599 };

/** Marks of our sheets in files that no add-in has touched: they cannot carry custom properties. */
const SHEET_OF_TABLE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TABLE).map(([key, name]) => [name.toLowerCase(), SHEET[key as keyof typeof TABLE]]),
);
const IDENTITY_NAMES = ["SPBE_Instansi", "SPBE_Instrumen"];

interface SheetRequest {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly marker: Excel.WorksheetCustomProperty;
  /** Read as far as WINDOW goes. */
  readonly isWhole: boolean;
}

function requestSheet(sheet: Excel.Worksheet, isWhole: boolean): SheetRequest {
  sheet.load("id,name,visibility");
  sheet.protection.load("protected,options");
  sheet.autoFilter.load("isDataFiltered");
  const used = sheet.getRange(isWhole ? WINDOW : GLANCE.address).getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,values,formulas,numberFormat");
  const marker = sheet.customProperties.getItemOrNullObject(MARKER);
  marker.load("value");
  return { sheet, used, marker, isWhole };
}

/** A sheet of ours that only its mark tells, with more on it than a glance shows. */
const isCut = ({ used, marker, isWhole }: SheetRequest): boolean =>
  !isWhole && !marker.isNullObject && !used.isNullObject && used.rowIndex + used.values.length > GLANCE.lastRow;

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

/** Names, in lower case, of the sheets in use: ours by name, table, defined name or choice, and a table of the person's own. */
function sheetsInUse({ names, settings }: Overview, tables: readonly TableState[]): ReadonlySet<string> {
  const ours = names.items.filter(({ name }) => /^spbe_/i.test(name));
  const remembered = new Map(settings.items.map(({ key, value }) => [key, String(value)]));
  return new Set(
    [
      ...Object.values(SHEET),
      ...ours.flatMap(({ formula }) => parseReference(String(formula))?.sheet ?? []),
      ...tables.filter(({ name }) => /^spbe_/i.test(name)).map(({ sheet }) => sheet),
      ...Object.values(renamedSheets(remembered)),
      adoptedTable(remembered)?.sheet ?? "",
    ].map((name) => name.toLowerCase()),
  );
}

/**
 * Reads the workbook in one round trip when its sheets bear names that are known (ours, or those of the last reading),
 * in two when there are others. Sheets in use are read whole, and those that are asked for; of others only as much as a
 * table to use can be seen by.
 */
export class WorkbookReader {
  /** Sheet names, and whether the sheet was read whole. */
  private known: ReadonlyMap<string, boolean> = new Map(Object.values(SHEET).map((name) => [name, true]));

  async read(context: Excel.RequestContext, asked: readonly string[] = []): Promise<Snapshot> {
    const { worksheets, tables } = context.workbook;
    const overview = requestOverview(context);
    const wanted = new Set(asked.map((name) => name.toLowerCase()));
    const guessed = [...this.known].map(([name, isWhole]) =>
      requestSheet(worksheets.getItemOrNullObject(name), isWhole || wanted.has(name.toLowerCase())),
    );
    const ours = Object.values(TABLE).map((name) => requestTable(tables.getItemOrNullObject(name)));
    await context.sync();

    const found = ours.filter(({ table }) => !table.isNullObject);
    const ourNames = new Set(found.map(({ table }) => table.name));
    const otherTables = overview.tables.items.filter(({ name }) => !ourNames.has(name)).map(requestTable);
    const inUse = sheetsInUse(overview, placesOf(found));
    const isInUse = ({ name }: Excel.Worksheet): boolean => inUse.has(name.toLowerCase());
    const present = guessed.filter(({ sheet, isWhole }) => !sheet.isNullObject && (isWhole || !isInUse(sheet)));
    const seen = new Set(present.map(({ sheet }) => sheet.id));
    const others = overview.sheets.items
      .filter(({ id }) => !seen.has(id))
      .map((sheet) => requestSheet(sheet, isInUse(sheet) || wanted.has(sheet.name.toLowerCase())));
    if (others.length + otherTables.length > 0) await context.sync();
    const again = [...present, ...others].filter(isCut).map(({ sheet }) => requestSheet(sheet, true));
    if (again.length > 0) await context.sync();

    const requests = [...present, ...others, ...again];
    const marked = new Set(again.map(({ sheet }) => sheet.id));
    this.known = new Map([
      ...Object.values(SHEET).map((name): [string, boolean] => [name, true]),
      ...overview.sheets.items.map((sheet): [string, boolean] => [sheet.name, isInUse(sheet) || marked.has(sheet.id)]),
    ]);
    return snapshotOf(overview, placesOf([...found, ...otherTables]), (state, names) =>
      requests.map((request) => stateOf(request, state, names)),
    );
  }

  /** The workbook with only some sheets read again, in one round trip; all of it when sheets or tables came or went. */
  async refresh(context: Excel.RequestContext, before: Snapshot, sheetIds: ReadonlySet<string>): Promise<Snapshot> {
    const { worksheets, tables } = context.workbook;
    const overview = requestOverview(context);
    const known = new Map(before.sheets.map((sheet) => [sheet.id, sheet]));
    const requests = [...sheetIds].map((id) => {
      const { name = "", used = null } = known.get(id) ?? {};
      const wasWhole = used !== null && used.row + used.values.length - 1 > GLANCE.lastRow;
      return requestSheet(worksheets.getItemOrNullObject(id), wasWhole || this.known.get(name) === true);
    });
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
