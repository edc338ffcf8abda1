import { parseReference } from "../workbook/address";
import { SHEET, TABLE } from "../workbook/layout";
import { gridOf, tableAt } from "./read-grid";
import { KEY } from "./remembered";
import type { SheetState, Snapshot, TableState, UsedCells } from "./snapshot";

/** The custom property by which a sheet of ours is known again under any name; its value is the name we gave it. */
export const MARKER = "SPBE";

/** What is read of a sheet; bounded, so that a stray entry in the last row does not bring a million rows along. */
const WINDOW = "A1:AZ20000";

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

/**
 * Reads the workbook in one round trip when its sheets bear names that are known (ours, or those of the last reading),
 * in two when there are others.
 */
export class WorkbookReader {
  private known: ReadonlySet<string> = new Set(Object.values(SHEET));

  async read(context: Excel.RequestContext): Promise<Snapshot> {
    const { workbook } = context;
    const list = workbook.worksheets.load("items/id,items/name,items/visibility");
    const tables = workbook.tables.load("items/id,items/name");
    const names = workbook.names.load("items/name,items/formula,items/scope");
    const settings = workbook.settings.load("items/key,items/value");
    const guessed = [...this.known].map((name) => requestSheet(workbook.worksheets.getItemOrNullObject(name)));
    const ours = Object.values(TABLE).map((name) => requestTable(workbook.tables.getItemOrNullObject(name)));
    await context.sync();

    const requests = guessed.filter(({ sheet }) => !sheet.isNullObject);
    const seen = new Set(requests.map(({ sheet }) => sheet.id));
    const others = list.items.filter(({ id }) => !seen.has(id)).map(requestSheet);
    const found = ours.filter(({ table }) => !table.isNullObject);
    const ourNames = new Set(found.map(({ table }) => table.name));
    const otherTables = tables.items.filter(({ name }) => !ourNames.has(name)).map(requestTable);
    if (others.length + otherTables.length > 0) await context.sync();

    this.known = new Set([...Object.values(SHEET), ...list.items.map(({ name }) => name)]);
    const tableStates = [...found, ...otherTables].flatMap(
      ({ table, range }) => tableAt(table.name, range.address) ?? [],
    );
    const nameMap = new Map(
      names.items.filter(({ scope }) => scope === "Workbook").map(({ name, formula }) => [name, String(formula)]),
    );
    const byId = new Map([...requests, ...others].map((request) => [request.sheet.id, request]));
    const sheets = list.items.flatMap(({ id }) => {
      const request = byId.get(id);
      return request ? [stateOf(request, tableStates, nameMap)] : [];
    });
    return {
      sheets,
      tables: tableStates,
      names: nameMap,
      settings: new Map(
        settings.items.filter(({ key }) => key.startsWith(KEY.prefix)).map(({ key, value }) => [key, String(value)]),
      ),
      grid: gridOf(sheets, tableStates, nameMap),
    };
  }
}

function requestTable(table: Excel.Table): { table: Excel.Table; range: Excel.Range } {
  table.load("name");
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
  };
}

/** A sheet without our property is ours when it holds one of our tables, or the names of the identity. */
function markOfFile(name: string, tables: readonly TableState[], names: ReadonlyMap<string, string>): string | null {
  const table = tables.find((one) => one.sheet === name && Object.hasOwn(SHEET_OF_TABLE, one.name.toLowerCase()));
  if (table) return SHEET_OF_TABLE[table.name.toLowerCase()] ?? null;
  const holdsIdentity = IDENTITY_NAMES.some((one) => parseReference(names.get(one) ?? "")?.sheet === name);
  return holdsIdentity ? SHEET.identity : null;
}
