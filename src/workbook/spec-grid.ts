import { parseArea } from "./address";
import type { Grid, GridSheet, GridTable, GridValue } from "./grid";
import type { Cell, SheetSpec, WorkbookSpec } from "./sheet";

const DAY = 86_400_000;

/** The serial number of an ISO day in the 1900 system. */
export const serialOf = (iso: string): number =>
  Math.round((Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY);

/** What a reader would see of a written workbook, without writing it: values, cached results of formulas, tables and names. */
export const gridOf = (spec: Pick<WorkbookSpec, "sheets" | "names">): Grid => ({
  sheets: spec.sheets.map(sheetGrid),
  names: spec.names.map(({ name, refersTo }) => ({ name, formula: `=${refersTo}` })),
  date1904: false,
  modified: null,
});

function sheetGrid(spec: SheetSpec): GridSheet {
  const formulas = new Map<string, string>();
  const dates = new Set<string>();
  const values = spec.cells.map((row, r) =>
    row.map((cell, c): GridValue => {
      if (cell !== null && typeof cell === "object" && "formula" in cell) formulas.set(`${r},${c}`, `=${cell.formula}`);
      if (cell !== null && typeof cell === "object" && "date" in cell) dates.add(`${r},${c}`);
      return shownValue(cell);
    }),
  );
  return {
    name: spec.name,
    visible: spec.hidden !== true,
    protected: spec.protection !== null,
    origin: { row: 0, column: 0 },
    values,
    formulas,
    isDate: (row, column) => dates.has(`${row},${column}`),
    tables: tablesOf(spec, values),
    merges: spec.merges.flatMap((range) => parseArea(range) ?? []),
    hiddenRows: new Set(),
    hiddenColumns: new Set(spec.columns.flatMap(({ hidden }, c) => (hidden ? [c] : []))),
  };
}

function shownValue(cell: Cell): GridValue {
  if (cell === null || typeof cell !== "object") return cell;
  if ("formula" in cell) return cell.value;
  return "date" in cell ? serialOf(cell.date) : cell.text;
}

function tablesOf({ table }: SheetSpec, values: readonly (readonly GridValue[])[]): readonly GridTable[] {
  const area = table ? parseArea(table.range) : null;
  if (!table || !area) return [];
  const columns = (values[area.top] ?? []).slice(area.left, area.right + 1).map((value) => String(value ?? ""));
  return [{ name: table.name, area, columns }];
}
