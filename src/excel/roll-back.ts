import { parseArea } from "../workbook/address";
import { extentOf, rangeOfArea } from "./render";
import { restoringArea, type Change } from "./change";
import { sheetNamed, tableNamed, type SheetState, type Snapshot } from "./snapshot";

/** Cells as the snapshot saw them. */
function restoreCells(context: Excel.RequestContext, snapshot: Snapshot, change: Change): void {
  const { worksheets } = context.workbook;
  for (const { spec, existing } of change.sheets ?? [])
    if (existing)
      rangeOfArea(worksheets.getItem(existing.id), extentOf(spec)).formulas = restoredRows(existing, extentOf(spec));
  for (const { sheet, cell } of change.cells ?? []) {
    const state = sheetNamed(snapshot, sheet);
    const area = parseArea(cell);
    if (state && area) worksheets.getItem(state.id).getRange(cell).formulas = restoredRows(state, area);
  }
}

const restoredRows = (sheet: SheetState, area: Parameters<typeof restoringArea>[1]): unknown[][] =>
  restoringArea(sheet, area).map((row) => [...row]);

/** Sheets, names and settings that were not there. */
function removeAdded(context: Excel.RequestContext, snapshot: Snapshot, change: Change): void {
  const { workbook } = context;
  for (const { spec, existing } of change.sheets ?? []) {
    if (existing) continue;
    workbook.worksheets.getItemOrNullObject(spec.name).delete();
  }
  for (const { name } of change.names ?? [])
    if (!snapshot.names.has(name)) workbook.names.getItemOrNullObject(name).delete();
  for (const key of Object.keys(change.settings ?? {})) {
    const before = snapshot.settings.get(key);
    if (before === undefined) workbook.settings.getItemOrNullObject(key).delete();
    else workbook.settings.add(key, before);
  }
}

/**
 * Brings the workbook back to the snapshot after a write that Excel stopped midway, and closes the sheets that were
 * protected, each in a round trip of its own: closing must happen even where bringing back fails.
 */
export async function rollBack(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  change: Change,
  sheets: readonly SheetState[],
): Promise<void> {
  const locked = sheets.filter(({ protection }) => protection !== null);
  const { worksheets } = context.workbook;
  try {
    for (const { id } of locked) worksheets.getItem(id).protection.unprotect();
    restoreCells(context, snapshot, change);
    for (const { name } of change.tables ?? []) {
      const old = tableNamed(snapshot, name);
      if (old) context.workbook.tables.getItem(name).resize(rangeOfArea(worksheets.getItem(old.sheet), old.area));
    }
    removeAdded(context, snapshot, change);
    await context.sync();
  } catch {
    // The first error is the one to report; what could be brought back is back.
  }
  for (const { id, protection } of locked) {
    try {
      if (protection) worksheets.getItem(id).protection.protect(protection);
      await context.sync();
    } catch {
      // It was never opened (a password), so it is still closed.
    }
  }
}
