import type { Area } from "../workbook/grid";
import type { MessageParams } from "../locale/index";
import type { CellInput } from "./cell-input";

/** Cells of one rectangle before and after a write: inputs that bring back what was there, and formulas as Excel read them back. */
export interface AreaChange {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Area;
  readonly before: readonly (readonly CellInput[])[];
  readonly after: readonly (readonly unknown[])[];
}

/** A sheet that was added, with its formulas as they were written. */
export interface AddedSheet {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Area;
  readonly after: readonly (readonly unknown[])[];
}

/** Everything that one write changed. */
export interface UndoRecord {
  readonly summary: string;
  readonly params: MessageParams;
  /** ISO date and time. */
  readonly time: string;
  readonly areas: readonly AreaChange[];
  readonly added: readonly AddedSheet[];
  readonly names: readonly { readonly name: string; readonly before: string | null }[];
  readonly tables: readonly { readonly name: string; readonly before: Area }[];
  readonly settings: readonly { readonly key: string; readonly before: string | null; readonly after: string | null }[];
}

/** The apostrophe that keeps a text a text is no part of it. */
export const bare = (input: unknown): unknown => (typeof input === "string" ? input.replace(/^'/, "") : input);

/** Cells whose content a write changed or filled. */
export function changedCells({ areas, added }: Pick<UndoRecord, "areas" | "added">): number {
  const edited = areas.flatMap(({ before, after }) =>
    after.flatMap((row, r) => row.filter((value, c) => bare(value) !== bare(before[r]?.[c] ?? ""))),
  );
  const filled = added.flatMap(({ after }) => after.flatMap((row) => row.filter((value) => value !== "")));
  return edited.length + filled.length;
}

/** A write that found everything as it wanted it is no step to undo. */
export const changesAnything = (record: UndoRecord): boolean =>
  record.added.length + record.names.length + changedCells(record) > 0 ||
  record.settings.some(({ before, after }) => before !== after);

const DEPTH = 10;

/** The last ten writes, in memory: gone when the pane is loaded again. */
export class UndoStack {
  private records: readonly UndoRecord[] = [];

  /** Oldest first. */
  get steps(): readonly UndoRecord[] {
    return this.records;
  }

  push(record: UndoRecord): void {
    this.records = [...this.records, record].slice(-DEPTH);
  }

  get last(): UndoRecord | undefined {
    return this.records.at(-1);
  }

  drop(record: UndoRecord): void {
    this.records = this.records.filter((one) => one !== record);
  }
}
