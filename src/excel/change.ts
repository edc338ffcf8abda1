import { parseArea } from "../workbook/address";
import type { Area } from "../workbook/grid";
import type { NameSpec } from "../workbook/sheet";
import type { MessageParams } from "../locale/index";
import { restoring, type CellInput } from "./cell-input";
import type { PlacedSheet } from "./place";
import type { Written } from "./session";
import { cellOf, sheetNamed, type SheetState, type Snapshot } from "./snapshot";

export interface CellWrite {
  readonly sheet: string;
  /** "G22". */
  readonly cell: string;
  readonly value: CellInput;
}

/** All that one action of the person writes: one round trip, one step to undo. */
export interface Change {
  readonly summary: string;
  readonly params: MessageParams;
  readonly sheets?: readonly PlacedSheet[];
  readonly names?: readonly NameSpec[];
  readonly cells?: readonly CellWrite[];
  /** Tables of ours that grow. */
  readonly tables?: readonly { readonly name: string; readonly area: Area }[];
  /** null forgets the key. */
  readonly settings?: Readonly<Record<string, string | null>>;
  /** Our name of the sheet to show afterwards. */
  readonly activate?: string;
  readonly skipped?: Written["skipped"];
  /** Paint sheets anew even where no cell changes. */
  readonly repaint?: boolean;
}

interface ColumnRun {
  readonly sheet: string;
  readonly area: Area;
  readonly values: CellInput[];
}

/** The writes by column, neighbours in one run; of two writes to one cell the later counts. */
export function columnRuns(cells: readonly CellWrite[]): readonly ColumnRun[] {
  const places = new Map<string, { sheet: string; row: number; column: number; value: CellInput }>();
  for (const { sheet, cell, value } of cells) {
    const area = parseArea(cell);
    if (area) places.set(`${sheet.toLowerCase()}!${cell}`, { sheet, row: area.top, column: area.left, value });
  }
  const sorted = [...places.values()].sort(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const runs: { sheet: string; area: Area; values: CellInput[] }[] = [];
  for (const { sheet, row, column, value } of sorted) {
    const run = runs.at(-1);
    if (run && run.sheet === sheet && run.area.left === column && run.area.bottom + 1 === row) {
      run.area = { ...run.area, bottom: row };
      run.values.push(value);
    } else runs.push({ sheet, area: { top: row, left: column, bottom: row, right: column }, values: [value] });
  }
  return runs;
}

/** The existing sheets that a change writes to. */
export function writtenSheets(snapshot: Snapshot, change: Change): readonly SheetState[] {
  const rendered = (change.sheets ?? []).flatMap(({ existing }) => existing ?? []);
  const edited = (change.cells ?? []).flatMap(({ sheet }) => sheetNamed(snapshot, sheet) ?? []);
  return [...new Set([...rendered, ...edited])];
}

/** What to write so that a rectangle is again as the snapshot saw it. */
export function restoringArea(sheet: SheetState, area: Area): readonly (readonly CellInput[])[] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
    Array.from({ length: area.right - area.left + 1 }, (_, c) => {
      const { formula, value } = cellOf(sheet.used, area.top + r, area.left + c);
      return restoring(formula, value);
    }),
  );
}

export function writeSettings(context: Excel.RequestContext, settings: Readonly<Record<string, string | null>>): void {
  for (const [key, value] of Object.entries(settings)) {
    if (value === null) context.workbook.settings.getItemOrNullObject(key).delete();
    else context.workbook.settings.add(key, value);
  }
}
