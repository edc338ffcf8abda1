import Papa from "papaparse";
import type { Host } from "./host";
import { growTo } from "./cells";
import { type Area, toGridRange } from "./model/address";
import { Range } from "./model/range";
import { typed } from "./model/values";

/** The cells of a text from the clipboard: tabs and line breaks part them, except inside quotes. */
export const pastedCells = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/\r?\n$/, ""), { delimiter: "\t" }).data;

/** The block that cells fill from the selection's corner; they fill at least the selection. */
export const pastedArea = (cells: readonly (readonly string[])[], selected: Area): Area => ({
  ...selected,
  rows: Math.max(selected.rows, cells.length),
  columns: Math.max(selected.columns, ...cells.map((line) => line.length)),
});

/**
 * Puts plain text into the selected cells as if it were typed, as Excel does: their looks stay. The engine would read it as
 * a piece of a web page and bring that page's looks along. One text fills the whole selection.
 */
export function pasteText(host: Host, text: string): void {
  const sheet = host.workbook.worksheets.getActiveWorksheet();
  const lines = pastedCells(text);
  const isOne = lines.length === 1 && lines[0]?.length === 1;
  const selected = host.workbook.getSelectedRange().bounded;
  const area = isOne ? selected : pastedArea(lines, { ...selected, rows: 1, columns: 1 });
  growTo(host.engine, sheet.id, area.row + area.rows, area.column + area.columns);
  const formats = new Range(sheet, area).numberFormat ?? [];
  const value = Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => {
      const one = (isOne ? lines[0]?.[0] : lines[r]?.[c]) ?? "";
      const isLocalDecimal = host.locale.startsWith("id") && /^[+-]?\d+,\d+$/.test(one.trim());
      return typed(isLocalDecimal ? one.replace(",", ".") : one, formats[r]?.[c] === "@").content;
    }),
  );
  void host.engine.commands.executeCommand("sheet.command.set-range-values", {
    unitId: host.engine.unitId,
    subUnitId: sheet.id,
    range: toGridRange(area),
    value,
  });
}
