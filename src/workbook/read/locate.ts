import { parseReference } from "../address";
import type { Grid, GridSheet, GridTable } from "../grid";
import { COLUMNS, NAME, SHEET, TABLE } from "../layout";
import type { Block, BlockColumn } from "./block";
import { fold, lastRow, valueAt } from "./cell";
import { assignRoles, findHeaders, headerTexts } from "./find-headers";
import { roleOf } from "./header";
import type { TableKind } from "./header-words";

/** Where the parts of an assessment lie in a workbook. */
export interface Located {
  /** Surest first. */
  readonly blocks: readonly Block[];
  /** True when something of our template is left: a table, a defined name. */
  readonly isTemplate: boolean;
}

type AnswerKind = Exclude<TableKind, "other">;

const KIND_OF_TABLE: ReadonlyMap<string, AnswerKind> = new Map([
  [TABLE.entries.toLowerCase(), "entries"],
  [TABLE.criteria.toLowerCase(), "criteria"],
  [TABLE.evidence.toLowerCase(), "evidence"],
  [TABLE.stages.toLowerCase(), "stages"],
]);

const OURS = new Set<string>(Object.values(SHEET).map(fold));
const isOurTable = (table: GridTable): boolean => /^spbe_/i.test(table.name);

/** Finds tables by name, else by defined names, else by their headers, sheet by sheet. */
export function locate(grid: Grid): Located {
  const blocks = grid.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => tableBlock(grid, sheet, table) ?? []));
  const named = blocks.some(({ kind }) => kind === "entries") ? null : namedBlock(grid);
  if (named) blocks.push(named);
  const isTemplate = blocks.length > 0;
  const taken = new Set(blocks.map(({ sheet }) => sheet));
  const free = grid.sheets.filter((sheet) => !taken.has(sheet) && !sheet.tables.some(isOurTable));
  const isAnswerSheet = (sheet: GridSheet): boolean =>
    !OURS.has(fold(sheet.name)) ||
    [SHEET.entries, SHEET.criteria, SHEET.evidence, SHEET.stages].some((name) => fold(name) === fold(sheet.name));
  const fromHeaders = free.filter(isAnswerSheet).flatMap(findHeaders);
  const found = [...blocks, ...fromHeaders];
  if (!found.some(({ kind }) => kind === "entries"))
    found.push(...free.filter((sheet) => !isAnswerSheet(sheet)).flatMap(findHeaders));
  return { blocks: found.filter(({ kind }) => kind !== "other"), isTemplate };
}

/** A copied sheet carries its table under the name with a number after it: such a block counts as found by header. */
function tableBlock(grid: Grid, sheet: GridSheet, table: GridTable): Block | null {
  const name = table.name.toLowerCase();
  const kind = KIND_OF_TABLE.get(name) ?? KIND_OF_TABLE.get(name.replace(/_?\d+$/, ""));
  if (!kind) return null;
  const { top, left, right } = table.area;
  const texts = headerTexts(sheet, top, [
    left,
    Math.max(right, sheet.origin.column + (sheet.values[top - sheet.origin.row]?.length ?? 0) - 1),
  ]);
  table.columns.forEach((header, i) => {
    if (!texts.has(left + i) && header !== "") texts.set(left + i, header);
  });
  const columns = assignRoles(texts, kind);
  if (kind === "entries") completeFromNames(grid, sheet, columns);
  if (kind === "entries") completeFromPlace(sheet, top, columns);
  return {
    kind,
    sheet,
    foundBy: KIND_OF_TABLE.has(name) ? "table" : "header",
    headerRow: top,
    firstRow: top + 1,
    lastRow: lastRow(sheet),
    columns,
    ticks: new Map(),
  };
}

const NAMED_ROLES = [
  ["no", NAME.no],
  ["level", NAME.level],
  ["target", NAME.target],
  ["assessorLevel", NAME.assessorLevel],
] as const;

/** The sheet, column and first row that a defined name points at; null unless it is one column. */
function columnNamed(grid: Grid, name: string): { sheet: string; column: number; top: number } | null {
  const formula = grid.names.find((one) => one.name.toLowerCase() === name.toLowerCase())?.formula;
  const reference = formula ? parseReference(formula) : null;
  return reference && reference.area.left === reference.area.right
    ? { sheet: reference.sheet.toLowerCase(), column: reference.area.left, top: reference.area.top }
    : null;
}

function completeFromNames(grid: Grid, sheet: GridSheet, columns: Map<string, BlockColumn>): void {
  const taken = new Set([...columns.values()].map(({ column }) => column));
  for (const [role, name] of NAMED_ROLES) {
    const at = columns.has(role) ? null : columnNamed(grid, name);
    if (at && at.sheet === sheet.name.toLowerCase() && !taken.has(at.column))
      columns.set(role, { column: at.column, header: "" });
  }
}

/** A level column whose header was lost is taken from its place, where nothing else claims it and it holds small numbers. */
function completeFromPlace(sheet: GridSheet, headerRow: number, columns: Map<string, BlockColumn>): void {
  if (columns.has("level")) return;
  const column = COLUMNS.entries.indexOf("Tingkat");
  if ([...columns.values()].some((one) => one.column === column)) return;
  const values = sheet.values
    .slice(headerRow + 1 - sheet.origin.row)
    .map((_, i) => valueAt(sheet, headerRow + 1 + i, column));
  const filled = values.filter((value) => value !== null && value !== "");
  const levels = filled.filter((value) => typeof value === "number" && value >= 0 && value <= 5);
  if (filled.length > 0 && levels.length >= 0.8 * filled.length) columns.set("level", { column, header: "" });
}

/** The assessment by defined names alone, for workbooks whose tables were lost on the way. */
function namedBlock(grid: Grid): Block | null {
  const no = columnNamed(grid, NAME.no);
  const level = columnNamed(grid, NAME.level);
  const anchor = no ?? level;
  const sheet = grid.sheets.find(({ name }) => name.toLowerCase() === anchor?.sheet);
  if (!anchor || !sheet || anchor.top === 0) return null;
  const headerRow = anchor.top - 1;
  const columns = assignRoles(headerTexts(sheet, headerRow), "entries");
  for (const [role, name] of NAMED_ROLES) {
    const at = columnNamed(grid, name);
    if (at && at.sheet === anchor.sheet)
      columns.set(role, { column: at.column, header: columns.get(role)?.header ?? "" });
  }
  const isStale = [...columns.values()].every(({ header }) => roleOf(fold(header), "entries") === null);
  if (isStale && !sheet.values.some((row) => row.some((value) => value !== null))) return null;
  return {
    kind: "entries",
    sheet,
    foundBy: "names",
    headerRow,
    firstRow: headerRow + 1,
    lastRow: lastRow(sheet),
    columns,
    ticks: new Map(),
  };
}
