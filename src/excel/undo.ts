import { cellAddress, parseReference, quoteSheet } from "../workbook/address";
import type { CellInput } from "./cell-input";
import { writeSettings } from "./change";
import { rangeOfArea } from "./render";
import type { Written } from "./session";
import type { AddedSheet, AreaChange, UndoRecord } from "./undo-record";

interface Skipped {
  readonly at: { readonly sheet: string; readonly cell: string };
  readonly found: string;
  readonly wanted: string;
}

/** A rectangle as it is now, beside how a write left it. */
interface Standing<T> {
  readonly change: T;
  readonly sheet: Excel.Worksheet;
  readonly now: Excel.Range;
}

function standing<T extends AreaChange | AddedSheet>(context: Excel.RequestContext, change: T): Standing<T> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(change.sheetId);
  sheet.load("name,visibility");
  sheet.protection.load("protected,options");
  return { change, sheet, now: rangeOfArea(sheet, change.area).load("formulas") };
}

const bare = (input: CellInput): string => String(input ?? "").replace(/^'/, "");

/** What to write: the former content where the cell is still as we left it, nothing (null) elsewhere. */
function restoration({ change, sheet, now }: Standing<AreaChange>): { inputs: CellInput[][]; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const inputs = change.after.map((row, r) =>
    row.map((after, c): CellInput => {
      const before = change.before[r]?.[c] ?? "";
      const found: unknown = now.formulas[r]?.[c];
      if (bare(before) === String(after)) return null;
      if (found === after) return before;
      if (String(found) !== bare(before)) {
        const cell = cellAddress(change.area.top + r, change.area.left + c);
        skipped.push({ at: { sheet: sheet.name, cell }, found: String(found ?? ""), wanted: bare(before) });
      }
      return null;
    }),
  );
  return { inputs, skipped };
}

/** Cells of an added sheet that somebody changed since: entries that undoing must not take along. */
function entriesOf({ change, sheet, now }: Standing<AddedSheet>): Skipped[] {
  return change.after.flatMap((row, r) =>
    row.flatMap((after, c): Skipped[] => {
      const found: unknown = now.formulas[r]?.[c];
      if (found === after) return [];
      const cell = cellAddress(change.area.top + r, change.area.left + c);
      return [{ at: { sheet: sheet.name, cell }, found: String(found ?? ""), wanted: "" }];
    }),
  );
}

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
  const areas = record.areas.map((area) => standing(context, area));
  const added = record.added.map((sheet) => standing(context, sheet));
  const names = workbook.names.load("items/name,items/formula");
  const sheets = workbook.worksheets.load("items/id,items/visibility");
  const tables = workbook.tables.load("items/name");
  await context.sync();

  const alive = areas.filter(({ sheet }) => !sheet.isNullObject);
  const present = added.filter(({ sheet }) => !sheet.isNullObject);
  const formulas = new Map(names.items.map((item) => [item.name, String(item.formula)]));
  const kept = keptSheets(present, formulas);
  const restorations = alive.map((one) => ({ ...one, ...restoration(one) }));
  const going = present.filter((one) => !kept.has(one));
  const locked = new Map(
    alive.filter(({ sheet }) => sheet.protection.protected).map((one) => [one.change.sheetId, one]),
  );

  for (const { sheet } of locked.values()) sheet.protection.unprotect();
  for (const { sheet, change, inputs } of restorations)
    if (inputs.some((row) => row.some((input) => input !== null))) rangeOfArea(sheet, change.area).formulas = inputs;
  for (const { name, before } of record.tables)
    if (tables.items.some((table) => table.name === name)) {
      const table = workbook.tables.getItem(name);
      table.resize(rangeOfArea(table.worksheet, before));
    }
  restoreNames(workbook, record, formulas, new Set([...kept].map(({ change }) => change.sheet)));
  writeSettings(context, Object.fromEntries(record.settings.map(({ key, before }) => [key, before])));
  const gone = new Set(going.map(({ change }) => change.sheetId));
  if (sheets.items.every(({ id, visibility }) => gone.has(id) || visibility !== "Visible")) workbook.worksheets.add();
  for (const { sheet } of going) sheet.delete();
  for (const { sheet } of locked.values()) sheet.protection.protect(sheet.protection.options);
  await context.sync();

  return {
    summary: record.summary,
    params: record.params,
    cells: restorations.flatMap(({ inputs }) => inputs.flat().filter((input) => input !== null)).length,
    sheets: [...new Set([...restorations.map(({ sheet }) => sheet.name), ...going.map(({ change }) => change.sheet)])],
    skipped: [...restorations.flatMap(({ skipped }) => skipped), ...present.flatMap(entriesOf)],
  };
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
