import type { Area, Grid, GridSheet, GridTable, GridValue } from "../../../src/workbook/grid";
import { areaAddress, absolute, parseReference, quoteSheet } from "../../../src/workbook/address";

/** A workbook that can be spoilt: the same as a grid, but open to change, with rows and columns that can move. */
export interface LooseSheet {
  name: string;
  values: GridValue[][];
  formulas: Map<string, string>;
  dates: Set<string>;
  tables: GridTable[];
  merges: Area[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
}

export interface LooseGrid {
  sheets: LooseSheet[];
  names: { name: string; sheet: string; area: Area }[];
  date1904: boolean;
  modified: string | null;
}

/** A sheet of values and nothing else. */
export const plainSheet = (name: string, values: GridValue[][]): LooseSheet => ({
  name,
  values,
  formulas: new Map(),
  dates: new Set(),
  tables: [],
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
});

/** A workbook of such sheets, as a reader gets it. */
export const plainGrid = (...sheets: LooseSheet[]): Grid =>
  tighten({ sheets, names: [], date1904: false, modified: null });

export function loosen(grid: Grid): LooseGrid {
  return {
    sheets: grid.sheets.map((sheet) => ({
      name: sheet.name,
      values: sheet.values.map((row) => [...row]),
      formulas: new Map(sheet.formulas),
      dates: new Set(
        sheet.values.flatMap((row, r) => row.flatMap((_, c) => (sheet.isDate(r, c) ? [`${r},${c}`] : []))),
      ),
      tables: [...sheet.tables],
      merges: [...sheet.merges],
      hiddenRows: new Set(sheet.hiddenRows),
      hiddenColumns: new Set(sheet.hiddenColumns),
    })),
    names: grid.names.flatMap(({ name, formula }) => {
      const reference = parseReference(formula);
      return reference ? [{ name, ...reference }] : [];
    }),
    date1904: grid.date1904,
    modified: grid.modified,
  };
}

export function tighten(loose: LooseGrid): Grid {
  return {
    sheets: loose.sheets.map((sheet): GridSheet => ({
      name: sheet.name,
      visible: true,
      protected: false,
      origin: { row: 0, column: 0 },
      values: sheet.values,
      formulas: sheet.formulas,
      isDate: (row, column) => sheet.dates.has(`${row},${column}`),
      tables: sheet.tables,
      merges: sheet.merges,
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
    })),
    names: loose.names.map(({ name, sheet, area }) => ({
      name,
      formula: `=${quoteSheet(sheet)}!${absolute(areaAddress(area))}`,
    })),
    date1904: loose.date1904,
    modified: loose.modified,
  };
}

export function sheetOf(grid: LooseGrid, name: string): LooseSheet {
  const sheet = grid.sheets.find((one) => one.name === name);
  if (!sheet) throw new RangeError(`no sheet ${name}`);
  return sheet;
}

/** What inserting (count > 0) or deleting (count < 0) rows does to an area; null when it is gone. */
function shifted(area: Area, at: number, count: number, from: "top" | "left", to: "bottom" | "right"): Area | null {
  const move = (place: number): number => {
    if (count > 0) return place >= at ? place + count : place;
    return place >= at - count ? place + count : Math.min(place, at);
  };
  const end = count < 0 && area[to] >= at && area[to] < at - count ? at - 1 : move(area[to]);
  const start = move(area[from]);
  return end < start ? null : { ...area, [from]: start, [to]: end };
}

const movedKeys = (keys: Iterable<string>, at: number, count: number, part: 0 | 1): string[] =>
  [...keys].map((key) => {
    const place = key.split(",").map(Number) as [number, number];
    if (place[part] >= at) place[part] += count;
    return place.join(",");
  });

/** Inserts blank rows before a 0-based row, as Excel does: tables, names, merges and formulas' places move along. */
export function insertRows(grid: LooseGrid, sheet: LooseSheet, at: number, count: number): void {
  sheet.values.splice(at, 0, ...Array.from({ length: count }, (): GridValue[] => []));
  moveAll(grid, sheet, at, count, 0);
}

/** Inserts a column before a 0-based column, with the given header in the table's header row. */
export function insertColumn(grid: LooseGrid, sheet: LooseSheet, at: number, header: string): void {
  const headerRow = sheet.tables[0]?.area.top ?? 4;
  sheet.values.forEach((row, r) => {
    while (row.length < at) row.push(null);
    row.splice(at, 0, r === headerRow ? header : null);
  });
  moveAll(grid, sheet, at, 1, 1);
}

export function deleteColumn(grid: LooseGrid, sheet: LooseSheet, at: number): void {
  for (const row of sheet.values) row.splice(at, 1);
  moveAll(grid, sheet, at, -1, 1);
}

function moveAll(grid: LooseGrid, sheet: LooseSheet, at: number, count: number, part: 0 | 1): void {
  const ends = part === 0 ? (["top", "bottom"] as const) : (["left", "right"] as const);
  const move = (area: Area): Area[] => {
    const next = shifted(area, at, count, ends[0], ends[1]);
    return next ? [next] : [];
  };
  sheet.merges = sheet.merges.flatMap(move);
  sheet.tables = sheet.tables.flatMap((table) =>
    move(table.area).map((area) => ({
      ...table,
      area,
      columns: (sheet.values[area.top] ?? []).slice(area.left, area.right + 1).map((value) => String(value ?? "")),
    })),
  );
  const texts = [...sheet.formulas.values()];
  sheet.formulas = new Map(movedKeys(sheet.formulas.keys(), at, count, part).map((key, i) => [key, texts[i] ?? ""]));
  sheet.dates = new Set(movedKeys(sheet.dates, at, count, part));
  const hidden = part === 0 ? "hiddenRows" : "hiddenColumns";
  sheet[hidden] = new Set([...sheet[hidden]].map((place) => (place >= at ? place + count : place)));
  grid.names = grid.names.flatMap((name) =>
    name.sheet === sheet.name ? move(name.area).map((area) => ({ ...name, area })) : [name],
  );
}
