import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { Cell, CellValue, Sheet, SheetProtection } from "hucre";
import { readXlsx as readPackage } from "hucre/xlsx";
import { parseArea } from "../host/model/address";
import { indexAt, toPixels } from "../host/model/sizes";
import { defaultTableState } from "../host/model/table-state";
import { ERROR, isReadAsOther } from "../host/model/values";
import { defaultSheetState, emptyState, type ProtectionOptions, type SheetState } from "../host/state";
import { type Offsets, readChart } from "./chart-file";
import { fromFile } from "./formula";
import type { Additions, OpenedWorkbook } from "./opened";
import { type PackageParts, readParts } from "./package-parts";
import { readPage } from "./page-setup";
import { areasOf, readFormat, readValidation } from "./rules";
import { colorOf, readStyle } from "./styles";

const EPOCH = Date.UTC(1899, 11, 30);
const MILLISECONDS_PER_DAY = 86_400_000;
const DEFAULT_COLUMN_PX = 72;
const DEFAULT_ROW_PX = 20;
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;

/** A column width in characters, as pixels of the default font. */
const pixelsOf = (characters: number): number => Math.round(characters * 7 + 5);

/** Every style of the workbook once, by the id that cells name it with. */
class Styles {
  readonly data: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();

  constructor(private readonly theme: string[]) {}

  idOf(style: Cell["style"]): string | undefined {
    if (style === undefined) return undefined;
    const data = readStyle(style, this.theme);
    if (Object.keys(data).length === 0) return undefined;
    const key = JSON.stringify(data);
    const id = this.ids.get(key) ?? `gaya-${this.ids.size + 1}`;
    this.ids.set(key, id);
    this.data[id] = data;
    return id;
  }
}

/**
 * An .xlsx file as a workbook for the engine. What the workbench has no place for is left out, never guessed.
 * @throws what the library says when the file is none
 */
export async function readXlsx(file: Uint8Array, name: string): Promise<OpenedWorkbook> {
  const workbook = await readPackage(file, { readStyles: true });
  const parts = readParts(file);
  const styles = new Styles(workbook.themeColors ?? []);
  const theme = workbook.themeColors ?? [];
  const state = emptyState(name);
  const additions: Additions = { names: [], tables: [], validations: [], formats: [] };
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const defaultStyle = { ff: workbook.defaultFont?.name ?? "Calibri", fs: workbook.defaultFont?.size ?? 11 };
  const ids = workbook.sheets.map((_, index) => `lembar-${index + 1}`);
  const idOf = (title: string | undefined): string | null =>
    ids[workbook.sheets.findIndex((sheet) => sheet.name === title)] ?? null;
  workbook.sheets.forEach((sheet, index) => {
    const id = ids[index] ?? "";
    sheets[id] = { ...readSheet(sheet, id, styles, parts.rowHeights.get(sheet.name) ?? new Map()), defaultStyle };
    state.sheets[id] = readSheetState(sheet, sheets[id], parts.charts);
    addRules(sheet, id, theme, additions);
  });
  for (const { name: title, range, scope, comment } of workbook.namedRanges ?? []) {
    if (title.startsWith("_xlnm.")) continue;
    additions.names.push({ name: title, formula: fromFile(range), sheetId: idOf(scope), comment: comment ?? "" });
  }
  const { title, subject, creator, keywords, description, company, manager, category } = workbook.properties ?? {};
  Object.assign(state.properties, {
    title: title ?? "",
    subject: subject ?? "",
    author: creator ?? "",
    keywords: keywords ?? "",
    comments: description ?? "",
    company: company ?? "",
    manager: manager ?? "",
    category: category ?? "",
  });
  state.customXml = parts.customXml;
  const snapshot = {
    id: `buku-${Date.now().toString(36)}`,
    name,
    sheetOrder: ids,
    sheets,
    styles: styles.data,
  } as unknown as IWorkbookData;
  return { snapshot, state, additions, activeSheet: ids[workbook.activeSheet ?? 0] };
}

function readSheet(
  sheet: Sheet,
  id: string,
  styles: Styles,
  heights: ReadonlyMap<number, number>,
): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, cell: ICellData): void => void ((cellData[row] ??= {})[column] = cell);
  sheet.rows.forEach((line, row) =>
    line.forEach((value, column) => value !== null && put(row, column, contentOf(value))),
  );
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    put(row, column, readCell(cell, styles));
  }
  const rows = Math.max(sheet.rows.length, ...Object.keys(cellData).map((row) => Number(row) + 1));
  const columns = Math.max(
    1,
    sheet.columns?.length ?? 0,
    ...Object.values(cellData).flatMap((line) => Object.keys(line).map((column) => Number(column) + 1)),
  );
  const columnData: Record<number, Partial<IColumnData>> = {};
  sheet.columns?.forEach((column, index) => {
    const locked = column.style?.protection?.locked;
    columnData[index] = {
      w: column.width === undefined ? DEFAULT_COLUMN_PX : pixelsOf(column.width),
      hd: column.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
      ...(column.style ? { s: styles.idOf(column.style) } : {}),
      ...(locked === false ? { custom: { locked: false } } : {}),
    };
  });
  const rowData: Record<number, Partial<IRowData>> = {};
  // Excel keeps a height that is not fixed until somebody types into the row; the engine would forget it at first sight.
  for (const [row, points] of heights) rowData[row] = { h: toPixels(points), ia: BooleanNumber.FALSE };
  for (const [index, row] of sheet.rowDefs ?? []) {
    rowData[index] = {
      ...rowData[index],
      ...(row.height === undefined ? {} : { h: toPixels(row.height), ia: BooleanNumber.FALSE }),
      hd: row.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    };
  }
  const [frozenRows, frozenColumns] = [sheet.freezePane?.rows ?? 0, sheet.freezePane?.columns ?? 0];
  return {
    id,
    name: sheet.name,
    rowCount: rows + SPARE_ROWS,
    columnCount: columns + SPARE_COLUMNS,
    defaultColumnWidth: DEFAULT_COLUMN_PX,
    defaultRowHeight: DEFAULT_ROW_PX,
    cellData,
    columnData,
    rowData,
    mergeData: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      startRow,
      startColumn: startCol,
      endRow,
      endColumn: endCol,
    })),
    freeze: { xSplit: frozenColumns, ySplit: frozenRows, startRow: frozenRows || -1, startColumn: frozenColumns || -1 },
    hidden: sheet.hidden || sheet.veryHidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    showGridlines: sheet.view?.showGridLines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: colorOf(sheet.view?.tabColor, []) ?? "",
  };
}

function contentOf(value: CellValue): ICellData {
  if (value === null) return {};
  if (value instanceof Date) return { v: (value.getTime() - EPOCH) / MILLISECONDS_PER_DAY, t: CellValueType.NUMBER };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  // What is text in the file stays text, also where Excel would read it as something else.
  return {
    v: value,
    t: ERROR.test(value) || !isReadAsOther(value) ? CellValueType.STRING : CellValueType.FORCE_STRING,
  };
}

function readCell(cell: Cell, styles: Styles): ICellData {
  const data: ICellData = contentOf(cell.formulaResult ?? cell.value);
  if (cell.formula) data.f = fromFile(cell.formula);
  if (cell.formulaType === "shared" && cell.formulaSharedIndex !== undefined)
    data.si = `bersama-${cell.formulaSharedIndex}`;
  const id = styles.idOf(cell.style);
  if (id !== undefined) data.s = id;
  const custom: Record<string, unknown> = {};
  if (cell.style?.protection?.locked === false) custom.locked = false;
  if (cell.style?.protection?.hidden) custom.formulaHidden = true;
  if (cell.hyperlink)
    custom.link = {
      address: cell.hyperlink.target,
      ...(cell.hyperlink.location ? { documentReference: cell.hyperlink.location } : {}),
    };
  if (Object.keys(custom).length > 0) data.custom = custom as ICellData["custom"];
  return data;
}

function readSheetState(sheet: Sheet, grid: Partial<IWorksheetData>, facts: PackageParts["charts"]): SheetState {
  const offsets = offsetsOf(grid);
  return {
    ...defaultSheetState(),
    veryHidden: sheet.veryHidden ?? false,
    protection: sheet.protection?.sheet ? { options: readProtection(sheet.protection) } : null,
    page: readPage(sheet.pageSetup, sheet.headerFooter),
    rowBreaks: [...(sheet.rowBreaks ?? [])],
    columnBreaks: [...(sheet.colBreaks ?? [])],
    charts: (sheet.charts ?? [])
      .flatMap((chart, index) => readChart(chart, index, offsets, facts) ?? [])
      .map((chart) => ({ ...chart, id: `${grid.id ?? ""}-${chart.id}` })),
  };
}

function readProtection(protection: SheetProtection): ProtectionOptions {
  const allowed = (option: keyof SheetProtection): boolean => protection[option] === true;
  return {
    allowAutoFilter: allowed("autoFilter"),
    allowDeleteColumns: allowed("deleteColumns"),
    allowDeleteRows: allowed("deleteRows"),
    allowEditObjects: !allowed("objects"),
    allowEditScenarios: !allowed("scenarios"),
    allowFormatCells: allowed("formatCells"),
    allowFormatColumns: allowed("formatColumns"),
    allowFormatRows: allowed("formatRows"),
    allowInsertColumns: allowed("insertColumns"),
    allowInsertHyperlinks: allowed("insertHyperlinks"),
    allowInsertRows: allowed("insertRows"),
    allowPivotTables: allowed("pivotTables"),
    allowSort: allowed("sort"),
    selectionMode: "Normal",
  };
}

function addRules(sheet: Sheet, sheetId: string, theme: string[], additions: Additions): void {
  for (const rule of sheet.dataValidations ?? []) {
    const state = readValidation(rule);
    if (state) additions.validations.push({ sheetId, areas: areasOf(rule.range), state });
  }
  for (const rule of [...(sheet.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority)) {
    const state = readFormat(rule, theme);
    if (state) additions.formats.push({ sheetId, areas: areasOf(rule.range), state });
  }
  for (const table of sheet.tables ?? []) {
    const area = parseArea(table.range ?? "");
    const { style = "", showRowStripes = false, showColumnStripes = false, showAutoFilter = true } = table;
    if (area)
      additions.tables.push({
        name: table.displayName ?? table.name,
        sheetId,
        area,
        state: {
          ...defaultTableState(),
          style,
          showBandedRows: showRowStripes,
          showBandedColumns: showColumnStripes,
          showFilterButton: showAutoFilter,
        },
      });
  }
}

const POINTS = 72 / 96;

function offsetsOf({ columnData, rowData }: Partial<IWorksheetData>): Offsets {
  const sum = (index: number, size: (i: number) => number): number =>
    Array.from({ length: index }, (_, i) => size(i)).reduce((a, b) => a + b, 0) * POINTS;
  const column = (index: number): number => sum(index, (i) => columnData?.[i]?.w ?? DEFAULT_COLUMN_PX);
  const row = (index: number): number => sum(index, (i) => rowData?.[i]?.h ?? DEFAULT_ROW_PX);
  return {
    column,
    row,
    columnAt: (points) => indexAt(1000, column, points),
    rowAt: (points) => indexAt(1000, row, points),
  };
}
