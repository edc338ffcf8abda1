import { parseReference } from "../workbook/address";
import type { Area, Grid, GridSheet, GridTable, GridValue } from "../workbook/grid";
import { isErrorText } from "./cell-input";
import type { SheetState, TableState, UsedCells } from "./snapshot";

/** True for number formats that show a day or a time; letters in quotes, brackets and behind a backslash do not count. */
function showsDate(format: unknown): boolean {
  if (typeof format !== "string" || format === "General" || format === "@") return false;
  return /[dmy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

function valueOf(value: unknown): GridValue {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "string") return isErrorText(value) ? { error: value } : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

function formulasOf(used: UsedCells): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  used.formulas.forEach((row, r) =>
    row.forEach((formula, c) => {
      if (typeof formula === "string" && formula.startsWith("=") && formula !== used.values[r]?.[c])
        formulas.set(`${used.row + r},${used.column + c}`, formula);
    }),
  );
  return formulas;
}

function tablesOn(sheet: SheetState, tables: readonly TableState[]): readonly GridTable[] {
  return tables
    .filter((table) => table.sheet === sheet.name)
    .map(({ name, area }) => ({ name, area, columns: headerTexts(sheet.used, area) }));
}

function headerTexts(used: UsedCells | null, area: Area): readonly string[] {
  const header = used?.values[area.top - used.row] ?? [];
  return Array.from({ length: area.right - area.left + 1 }, (_, at) =>
    String(header[area.left + at - (used?.column ?? 0)] ?? ""),
  );
}

function gridSheet(sheet: SheetState, tables: readonly TableState[]): GridSheet {
  const { used } = sheet;
  return {
    name: sheet.name,
    visible: sheet.visible,
    protected: sheet.protection !== null,
    origin: { row: used?.row ?? 0, column: used?.column ?? 0 },
    values: used?.values.map((row) => row.map(valueOf)) ?? [],
    formulas: used ? formulasOf(used) : new Map<string, string>(),
    isDate: (row, column) => showsDate(used?.numberFormats[row - used.row]?.[column - used.column]),
    tables: tablesOn(sheet, tables),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

/** The same workbook in the form that all readers of the product share. */
export const gridOf = (
  sheets: readonly SheetState[],
  tables: readonly TableState[],
  names: ReadonlyMap<string, string>,
): Grid => ({
  sheets: sheets.map((sheet) => gridSheet(sheet, tables)),
  names: [...names].map(([name, formula]) => ({ name, formula })),
  date1904: false,
  modified: null,
});

/** "Penilaian!A5:O52" as Excel writes a range's address, as a table's place. */
export function tableAt(name: string, address: string, filtered: boolean): TableState | null {
  const reference = parseReference(address);
  return reference && { name, sheet: reference.sheet, area: reference.area, filtered };
}
