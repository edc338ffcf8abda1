import { cellAddress } from "../workbook/address";
import { SHEET } from "../workbook/layout";
import type { CellWrite, Change } from "./change";
import { ownSheet, sheetNames } from "./place";
import type { Reading } from "./reading";
import { cellOf } from "./snapshot";
import { indexSpec } from "./write-index";

const usesAddIn = (formula: unknown): boolean =>
  typeof formula === "string" && formula.startsWith("=") && /\bSPBE\.[A-Z]+\(/i.test(formula);

/**
 * Exchanges the formulas of `Indeks` for those that work without the add-in, or back. Formulas of the person's own that
 * use SPBE.* have no native twin: they are counted and left.
 */
export function nativeChange(reading: Reading, native: boolean): Change {
  const { snapshot } = reading;
  const spec = indexSpec(reading, sheetNames(snapshot));
  const sheet = ownSheet(snapshot, SHEET.index);
  const cells = !sheet
    ? []
    : spec.cells.flatMap((row, r) =>
        row.flatMap((cell, c): CellWrite[] => {
          if (cell === null || typeof cell !== "object" || !("formula" in cell) || cell.custom === undefined) return [];
          if (usesAddIn(cellOf(sheet.used, r, c).formula) !== native) return [];
          const value = `=${native ? cell.formula : cell.custom}`;
          return [{ sheet: sheet.name, cell: cellAddress(r, c), value }];
        }),
      );
  const all = snapshot.sheets.flatMap(({ used }) => used?.formulas.flat().filter(usesAddIn) ?? []).length;
  const left = all - cells.length;
  if (!native) return { summary: "excel.wrote.custom", params: { count: cells.length }, cells };
  const summary = left > 0 ? "excel.wrote.nativeLeft" : "excel.wrote.native";
  return { summary, params: { count: cells.length, left }, cells };
}
