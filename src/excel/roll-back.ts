import { parseArea } from "../workbook/address";
import type { Area } from "../workbook/grid";
import { extentOf, rangeOfArea, writeInputs } from "./render";
import { restoringArea, type Change } from "./change";
import { sheetNamed, tableNamed, type SheetState, type Snapshot } from "./snapshot";

/** Cells as the snapshot saw them. */
function restoreCells(context: Excel.RequestContext, snapshot: Snapshot, change: Change): void {
  const { worksheets } = context.workbook;
  for (const { spec, existing } of change.sheets ?? [])
    if (existing) restore(worksheets.getItem(existing.id), existing, extentOf(spec));
  for (const { sheet, cell } of change.cells ?? []) {
    const state = sheetNamed(snapshot, sheet);
    const area = parseArea(cell);
    if (state && area) restore(worksheets.getItem(state.id), state, area);
  }
}

const restore = (sheet: Excel.Worksheet, state: SheetState, area: Area): void =>
  writeInputs(sheet, area, restoringArea(state, area), state.filtered);

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
  await closeAgain(context, locked);
}

/** Closes sheets again after a write that was refused, each in a round trip of its own. */
export async function closeAgain(
  context: Excel.RequestContext,
  sheets: readonly Pick<SheetState, "id" | "protection">[],
): Promise<void> {
  for (const { id, protection } of sheets) {
    try {
      if (protection) context.workbook.worksheets.getItem(id).protection.protect(protection);
      await context.sync();
    } catch {
      // It was never opened (a password), so it is still closed.
    }
  }
}
