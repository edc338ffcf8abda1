import { areaAddress } from "../workbook/address";
import type { Area } from "../workbook/grid";
import type { NameSpec } from "../workbook/sheet";
import { columnRuns, restoringArea, writeSettings, writtenSheets, type CellWrite, type Change } from "./change";
import { Refusal } from "./host";
import { problemOf } from "./problems";
import { protectionOptions } from "./render-page";
import { extentOf, leftoverRows, rangeOfArea, renderSheet, writeInputs } from "./render";
import { rollBack } from "./roll-back";
import type { Written } from "./session";
import { sheetNamed, tableNamed, type Snapshot } from "./snapshot";
import { changedCells, type AreaChange, type UndoRecord } from "./undo-record";

interface Touched {
  readonly sheetId: string | null;
  readonly name: string;
  readonly area: Area;
  /** Formulas as Excel holds them after the write. */
  readonly after: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

const union = (a: Area, b: Area | null): Area =>
  b && !contains(a, b)
    ? {
        top: Math.min(a.top, b.top),
        left: Math.min(a.left, b.left),
        bottom: Math.max(a.bottom, b.bottom),
        right: Math.max(a.right, b.right),
      }
    : a;

function renderAll(context: Excel.RequestContext, snapshot: Snapshot, change: Change): readonly Touched[] {
  const { worksheets } = context.workbook;
  return (change.sheets ?? []).map((placed) => {
    const { spec, existing } = placed;
    const sheet = existing ? worksheets.getItem(existing.id) : worksheets.add(spec.name);
    const old = spec.table ? (tableNamed(snapshot, spec.table.name) ?? null) : null;
    renderSheet(sheet, placed, old, change.repaint ?? false);
    const area = existing ? union(extentOf(spec), leftoverRows(spec, old)) : extentOf(spec);
    const after = rangeOfArea(sheet, area).load("formulas");
    if (!existing) sheet.load("id");
    return { sheetId: existing?.id ?? null, name: spec.name, area, after, sheet };
  });
}

/** Single cells that lie one below the other are written together. */
function writeCells(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  cells: readonly CellWrite[],
): readonly Touched[] {
  return columnRuns(cells).flatMap(({ sheet: name, area, values }) => {
    const state = sheetNamed(snapshot, name);
    if (!state) return [];
    const sheet = context.workbook.worksheets.getItem(state.id);
    const inputs = values.map((value) => [value]);
    writeInputs(sheet, area, inputs, state.filtered);
    const after = rangeOfArea(sheet, area).load("formulas");
    return [{ sheetId: state.id, name: state.name, area, after, sheet }];
  });
}

function writeNames(context: Excel.RequestContext, snapshot: Snapshot, names: readonly NameSpec[]): void {
  for (const { name, refersTo } of names) {
    const known = snapshot.names.get(name);
    if (known === `=${refersTo}`) continue;
    if (known === undefined) context.workbook.names.add(name, `=${refersTo}`);
    else context.workbook.names.getItem(name).formula = `=${refersTo}`;
  }
}

function protectAgain(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  change: Change,
  touched: readonly Touched[],
): void {
  for (const sheet of writtenSheets(snapshot, change))
    if (sheet.protection) context.workbook.worksheets.getItem(sheet.id).protection.protect(sheet.protection);
  (change.sheets ?? []).forEach(({ spec, existing }, at) => {
    if (!existing && spec.protection) touched[at]?.sheet.protection.protect(protectionOptions(spec.protection));
  });
}

function recordOf(snapshot: Snapshot, change: Change, touched: readonly Touched[], time: string): UndoRecord {
  const areas = touched.flatMap(({ sheetId, name, area, after }): AreaChange[] => {
    const state = snapshot.sheets.find(({ id }) => id === sheetId);
    return state
      ? [{ sheetId: state.id, sheet: name, area, before: restoringArea(state, area), after: after.formulas }]
      : [];
  });
  const tables = [...(change.sheets ?? []).flatMap(({ spec }) => spec.table ?? []), ...(change.tables ?? [])];
  return {
    summary: change.summary,
    params: change.params,
    time,
    areas,
    added: touched
      .filter(({ sheetId }) => sheetId === null)
      .map(({ name, area, after, sheet }) => ({ sheetId: sheet.id, sheet: name, area, after: after.formulas })),
    names: (change.names ?? [])
      .filter(({ name, refersTo }) => snapshot.names.get(name) !== `=${refersTo}`)
      .map(({ name }) => ({ name, before: snapshot.names.get(name) ?? null })),
    tables: tables.flatMap(({ name }) => {
      const old = tableNamed(snapshot, name);
      return old ? [{ name, before: old.area }] : [];
    }),
    settings: Object.entries(change.settings ?? {}).map(([key, after]) => ({
      key,
      before: snapshot.settings.get(key) ?? null,
      after,
    })),
  };
}

/**
 * Writes a change in one round trip and answers what it did and how to undo it. Protected sheets are opened first of all,
 * so that one with a password is refused before anything is changed, and are closed again with the options they had. When
 * Excel stops midway, what was changed is brought back and the sheets are closed again.
 */
export async function commit(
  context: Excel.RequestContext,
  snapshot: Snapshot,
  change: Change,
  time: string,
): Promise<{ written: Written; record: UndoRecord }> {
  const sheets = writtenSheets(snapshot, change);
  const { workbook } = context;
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const sheet of sheets) if (sheet.protection) workbook.worksheets.getItem(sheet.id).protection.unprotect();
  const touched = [...renderAll(context, snapshot, change), ...writeCells(context, snapshot, change.cells ?? [])];
  for (const { name, area } of change.tables ?? []) workbook.tables.getItem(name).resize(areaAddress(area));
  writeNames(context, snapshot, change.names ?? []);
  writeSettings(context, change.settings ?? {});
  protectAgain(context, snapshot, change, touched);
  const shown = (change.sheets ?? []).findIndex(({ ours }) => ours === change.activate);
  touched[shown]?.sheet.activate();
  try {
    await context.sync();
  } catch (error) {
    const problem = problemOf(error);
    if (problem.code !== "CELL_EDITING") await rollBack(context, snapshot, change, sheets);
    const names = sheets.filter(({ protection }) => protection).map(({ name }) => name);
    throw new Refusal({ ...problem, params: { ...problem.params, sheet: names.join(", ") } });
  }
  const record = recordOf(snapshot, change, touched, time);
  const written: Written = {
    summary: change.summary,
    params: change.params,
    cells: changedCells(record),
    sheets: [...new Set(touched.map(({ name }) => name))],
    skipped: change.skipped ?? [],
  };
  return { written, record };
}
