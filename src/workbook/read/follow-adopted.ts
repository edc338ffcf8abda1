import { areaAddress, columnIndex, columnName, parseArea, parseReference } from "../address";
import type { Area, Grid, GridSheet } from "../grid";
import { NAME, type ColumnRole } from "../layout";
import { fold, textOf, valueAt } from "./cell";
import type { AdoptedTable } from "./options";

/** A person's own table as it lies now. */
export interface FollowedTable {
  readonly table: AdoptedTable;
  readonly sheet: GridSheet;
  readonly area: Area;
  /** Headers of columns that were in use and are not found any more. */
  readonly lost: readonly string[];
}

/** Columns that Excel itself follows, through the names that adopting gave them. */
const NAME_OF: Partial<Record<ColumnRole, string>> = { no: NAME.no, level: NAME.level, target: NAME.target };

function reference(grid: Grid, role: ColumnRole): { sheet: string; area: Area } | null {
  const wanted = NAME_OF[role]?.toLowerCase();
  const formula = grid.names.find(({ name }) => name.toLowerCase() === wanted)?.formula;
  const found = formula === undefined ? null : parseReference(formula);
  return found && found.area.left === found.area.right ? found : null;
}

/** Texts of a row by column; blank cells are absent. */
function headersIn(sheet: GridSheet, row: number): ReadonlyMap<number, string> {
  const { column: left } = sheet.origin;
  const width = sheet.values[row - sheet.origin.row]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => left + at);
  return new Map(
    columns.map((column): [number, string] => [column, textOf(valueAt(sheet, row, column))]).filter(([, text]) => text),
  );
}

/**
 * Where a person's own table lies now, after columns and rows were inserted, deleted or moved and sheets renamed: numbers,
 * levels and targets by their defined names, the other columns by the headers that they had. A column that neither finds
 * has no role any more, so that nothing is read from or written to another one in its place; null when that is the number
 * or the level, or when the table is gone.
 */
export function followAdopted(grid: Grid, adopted: AdoptedTable): FollowedTable | null {
  const known = parseArea(adopted.range);
  const [no, level] = [reference(grid, "no"), reference(grid, "level")];
  const isNamed = no !== null && level !== null && fold(no.sheet) === fold(level.sheet);
  const sheet = grid.sheets.find(({ name }) => fold(name) === fold(isNamed ? level.sheet : adopted.sheet));
  if (!known || !sheet) return null;
  const [top, bottom] = isNamed ? [level.area.top - 1, level.area.bottom] : [known.top, known.bottom];
  if (top < 0) return null;
  const headers = headersIn(sheet, top);
  const remembered = Object.entries(adopted.roles).map(([letters, role]) => ({
    role,
    column: columnIndex(letters),
    header: adopted.headers?.[letters],
  }));
  const named = (role: ColumnRole): number | undefined => {
    const found = isNamed ? reference(grid, role) : null;
    return found && fold(found.sheet) === fold(sheet.name) ? found.area.left : undefined;
  };
  const stays = remembered.every(
    ({ role, column, header }) =>
      (named(role) ?? column) === column &&
      (named(role) !== undefined || header === undefined || (headers.get(column) ?? "") === header),
  );
  const columnFor = ({ role, column, header }: (typeof remembered)[number]): number | undefined => {
    if (stays) return column;
    const same = [...headers].filter(([, text]) => text === header).map(([at]) => at);
    return named(role) ?? (same.length === 1 ? same[0] : undefined);
  };
  const placed = remembered.map((one) => ({ ...one, now: columnFor(one) }));
  const found = placed.flatMap(({ role, header, now }) => (now === undefined ? [] : [{ role, header, now }]));
  if (!["no", "level"].every((role) => found.some((one) => one.role === role))) return null;
  const columns = found.map(({ now }) => now);
  const area = {
    top,
    bottom,
    left: Math.min(stays ? known.left : Infinity, ...columns),
    right: Math.max(stays ? known.right : 0, ...columns),
  };
  return {
    table: {
      ...adopted,
      sheet: sheet.name,
      range: areaAddress(area),
      roles: Object.fromEntries(found.map(({ role, now }) => [columnName(now), role])),
      headers: Object.fromEntries(found.map(({ header, now }) => [columnName(now), header ?? headers.get(now) ?? ""])),
    },
    sheet,
    area,
    lost: placed.filter(({ now }) => now === undefined).map(({ role, header }) => (header || undefined) ?? role),
  };
}

/** What stands above the columns in use, to find them again by. */
export function headersOf(
  sheet: GridSheet,
  area: Area,
  roles: AdoptedTable["roles"],
): Readonly<Record<string, string>> {
  const headers = headersIn(sheet, area.top);
  return Object.fromEntries(Object.keys(roles).map((letters) => [letters, headers.get(columnIndex(letters)) ?? ""]));
}
