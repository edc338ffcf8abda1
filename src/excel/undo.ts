import { cellAddress, parseReference, quoteSheet } from "../workbook/address";
import type { Area } from "../workbook/grid";
import type { CellInput } from "./cell-input";
import { writeSettings } from "./change";
import { Refusal } from "./host";
import { problemOf } from "./problems";
import { WINDOW } from "./read-workbook";
import { rangeOfArea, writeInputs } from "./render";
import { closeAgain } from "./roll-back";
import type { Written } from "./session";
import { bare, type AddedSheet, type AreaChange, type UndoRecord } from "./undo-record";

interface Skipped {
  readonly at: { readonly sheet: string; readonly cell: string };
  readonly found: string;
  readonly wanted: string;
}

/** What a write changed, with what stands there now: the same rectangle, or all that a sheet we added holds. */
interface Standing<T> {
  readonly change: T;
  readonly sheet: Excel.Worksheet;
  readonly now: Excel.Range;
}

function sheetOf(context: Excel.RequestContext, id: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load("name,visibility");
  sheet.protection.load("protected,options");
  return sheet;
}

function standingArea(context: Excel.RequestContext, change: AreaChange): Standing<AreaChange> {
  const sheet = sheetOf(context, change.sheetId);
  return { change, sheet, now: rangeOfArea(sheet, change.area).load("formulas") };
}

function standingSheet(context: Excel.RequestContext, change: AddedSheet): Standing<AddedSheet> {
  const sheet = sheetOf(context, change.sheetId);
  const now = sheet.getRange(WINDOW).getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,formulas");
  return { change, sheet, now };
}

/** Whether an input would leave a cell as it is: a text and a number that look alike are not the same. */
const leaves = (input: CellInput, content: unknown): boolean => bare(input) === content;

/** What to write: the former content where the cell is still as we left it, nothing (null) elsewhere. */
function restoration({ change, sheet, now }: Standing<AreaChange>): { inputs: CellInput[][]; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const inputs = change.after.map((row, r) =>
    row.map((after, c): CellInput => {
      const before = change.before[r]?.[c] ?? "";
      const found: unknown = now.formulas[r]?.[c];
      if (leaves(before, after)) return null;
      if (found === after) return before;
      if (!leaves(before, found)) {
        const cell = cellAddress(change.area.top + r, change.area.left + c);
        skipped.push({ at: { sheet: sheet.name, cell }, found: String(found ?? ""), wanted: String(bare(before)) });
      }
      return null;
    }),
  );
  return { inputs, skipped };
}

/** Cells of an added sheet that are not as we wrote them, or lie outside of it: entries that undoing must not take along. */
function entriesOf({ change, sheet, now }: Standing<AddedSheet>): Skipped[] {
  const { area, after } = change;
  const used = now.isNullObject ? { row: 0, column: 0, formulas: [] } : { ...usedOf(now) };
  const bottom = Math.max(area.bottom, used.row + used.formulas.length - 1);
  const right = Math.max(area.right, used.column + (used.formulas[0]?.length ?? 0) - 1);
  const entries: Skipped[] = [];
  for (let row = 0; row <= bottom; row += 1)
    for (let column = 0; column <= right; column += 1) {
      const found: unknown = used.formulas[row - used.row]?.[column - used.column] ?? "";
      if (found === (after[row - area.top]?.[column - area.left] ?? "")) continue;
      const cell = cellAddress(row, column);
      entries.push({ at: { sheet: sheet.name, cell }, found: String(found), wanted: "" });
    }
  return entries;
}

const usedOf = ({ rowIndex, columnIndex, formulas }: Excel.Range) => ({
  row: rowIndex,
  column: columnIndex,
  formulas: formulas as readonly (readonly unknown[])[],
});

/** Whether a formula of the sheet reads another sheet, by its name or through one of the defined names. */
function reads({ change }: Standing<AddedSheet>, other: string, names: readonly string[]): boolean {
  const reference = `${quoteSheet(other)}!`;
  return change.after.some((row) =>
    row.some(
      (formula) =>
        typeof formula === "string" &&
        formula.startsWith("=") &&
        (formula.includes(reference) || names.some((name) => formula.includes(name))),
    ),
  );
}

/** The added sheets that stay: those with entries, and those that their formulas read. */
function keptSheets(
  added: readonly Standing<AddedSheet>[],
  names: ReadonlyMap<string, string>,
): ReadonlySet<Standing<AddedSheet>> {
  const kept = new Set(added.filter((one) => entriesOf(one).length > 0));
  for (const one of kept)
    for (const other of added) {
      const pointing = [...names].filter(([, formula]) => parseReference(formula)?.sheet === other.change.sheet);
      if (
        !kept.has(other) &&
        reads(
          one,
          other.change.sheet,
          pointing.map(([name]) => name),
        )
      )
        kept.add(other);
    }
  return kept;
}

/**
 * Takes a write back in two round trips: one that compares, one that writes. Cells that changed since are left and
 * listed; a sheet that was added goes only while it holds no entries and no remaining sheet reads it.
 */
export async function undo(context: Excel.RequestContext, record: UndoRecord): Promise<Written> {
  const { workbook } = context;
  const areas = record.areas.map((area) => standingArea(context, area));
  const added = record.added.map((sheet) => standingSheet(context, sheet));
  const names = workbook.names.load("items/name,items/formula");
  const sheets = workbook.worksheets.load("items/id,items/visibility");
  const tables = record.tables.map((table) => standingTable(context, table));
  await context.sync();

  const alive = areas.filter(({ sheet }) => !sheet.isNullObject);
  const present = added.filter(({ sheet }) => !sheet.isNullObject);
  const formulas = new Map(names.items.map((item) => [item.name, String(item.formula)]));
  const kept = keptSheets(present, formulas);
  const restorations = alive.map((one) => ({ ...one, ...restoration(one) }));
  const going = present.filter((one) => !kept.has(one));
  const locked = new Map(
    alive.filter(({ sheet }) => sheet.protection.protected).map(({ change, sheet }) => [change.sheetId, sheet]),
  );

  for (const sheet of locked.values()) sheet.protection.unprotect();
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const { sheet, change, inputs } of restorations)
    // A filter may have come meanwhile.
    writeInputs(sheet, change.area, inputs, true);
  for (const one of tables)
    if (!one.table.isNullObject) one.table.resize(rangeOfArea(one.table.worksheet, sizeOf(one, restorations)));
  restoreNames(workbook, record, formulas, new Set([...kept].map(({ change }) => change.sheet)));
  writeSettings(context, Object.fromEntries(record.settings.map(({ key, before }) => [key, before])));
  const gone = new Set(going.map(({ change }) => change.sheetId));
  if (sheets.items.every(({ id, visibility }) => gone.has(id) || visibility !== "Visible")) workbook.worksheets.add();
  for (const { sheet } of going) sheet.delete();
  const closing = [...locked].map(([id, { protection }]) => ({ id, protection: protection.options }));
  for (const { id, protection } of closing) workbook.worksheets.getItem(id).protection.protect(protection);
  try {
    await context.sync();
  } catch (error) {
    const problem = problemOf(error);
    const sheet = [...locked.values()].map(({ name }) => name).join(", ");
    if (problem.code !== "CELL_EDITING") await closeAgain(context, closing);
    throw new Refusal({ ...problem, params: { ...problem.params, sheet } });
  }

  return {
    summary: record.summary,
    params: record.params,
    cells: restorations.flatMap(({ inputs }) => inputs.flat().filter((input) => input !== null)).length,
    sheets: [...new Set([...restorations.map(({ sheet }) => sheet.name), ...going.map(({ change }) => change.sheet)])],
    skipped: [...restorations.flatMap(({ skipped }) => skipped), ...present.flatMap(entriesOf)],
  };
}

interface StandingTable {
  readonly table: Excel.Table;
  readonly now: Excel.Range;
  readonly before: Area;
}

function standingTable(context: Excel.RequestContext, { name, before }: UndoRecord["tables"][number]): StandingTable {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.worksheet.load("id");
  return { table, now: table.getRange().load("rowIndex,columnIndex,formulas"), before };
}

/** The table as it was, and longer where rows that somebody added since would be left outside. */
function sizeOf(
  { table, now, before }: StandingTable,
  restorations: readonly (Standing<AreaChange> & { readonly inputs: CellInput[][] })[],
): Area {
  const emptied = (row: number, column: number): boolean =>
    restorations.some(
      ({ change: { sheetId, area }, inputs }) =>
        sheetId === table.worksheet.id && inputs[row - area.top]?.[column - area.left] === "",
    );
  const last = now.formulas.findLastIndex((cells: readonly unknown[], r) =>
    cells.some((formula, c) => formula !== "" && !emptied(now.rowIndex + r, now.columnIndex + c)),
  );
  return { ...before, bottom: Math.max(before.bottom, now.rowIndex + last) };
}

/** Names go back to what they were, but for those that point to a sheet that stays. */
function restoreNames(
  workbook: Excel.Workbook,
  record: UndoRecord,
  now: ReadonlyMap<string, string>,
  staying: ReadonlySet<string>,
): void {
  for (const { name, before } of record.names) {
    const formula = now.get(name);
    if (formula === undefined || staying.has(parseReference(formula)?.sheet ?? "")) continue;
    if (before === null) workbook.names.getItem(name).delete();
    else workbook.names.getItem(name).formula = before;
  }
}
