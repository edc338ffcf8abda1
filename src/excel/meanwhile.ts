import type { CellWrite, Change } from "./change";

/** A field as readings and edits tell it. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** How several references stand in one cell. */
const JOINT = "; ";

/** The word that marks a level as an estimate. */
const ESTIMATE = "Ya";

/** A field as it reads in its cell: lists in one line, nothing as "". */
export function shown(value: FieldValue): string {
  if (typeof value === "boolean") return value ? ESTIMATE : "";
  if (value === null || typeof value === "string" || typeof value === "number") return String(value ?? "");
  return value.join(JOINT);
}

/** A cell to write, and what stands in the way: somebody changed it after the person had seen it. */
export interface EditedCell extends CellWrite {
  readonly meanwhile: { readonly found: string; readonly wanted: string } | null;
}

/**
 * What stands in the way of writing a field: its value now, where that is neither what the person saw (`was`; undefined
 * asks nothing) nor what is to be written.
 */
export function meanwhile(was: FieldValue | undefined, now: FieldValue, wanted: FieldValue): EditedCell["meanwhile"] {
  const found = shown(now);
  if (was === undefined || shown(was) === found || shown(wanted) === found) return null;
  return { found, wanted: shown(wanted) };
}

/** The cells that are still as the person saw them, to be written, and the others, to be left and listed. */
export const unlessChanged = (edited: readonly EditedCell[]): Required<Pick<Change, "cells" | "skipped">> => ({
  cells: edited.filter((one) => one.meanwhile === null).map(({ sheet, cell, value }) => ({ sheet, cell, value })),
  skipped: edited.flatMap(({ sheet, cell, meanwhile: other }) => (other ? [{ at: { sheet, cell }, ...other }] : [])),
});
