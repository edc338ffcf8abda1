import { FormulaDataModel } from "@univerjs/engine-formula";
import { SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import { BooleanNumber } from "@univerjs/core";
import type { Cell, ColumnDef, NamedRange, RowDef, SheetProtection, TableDefinition, WriteSheet } from "hucre";
import { writeXlsx as writePackage } from "hucre/xlsx";
import type { CellNotes } from "../host/cells";
import type { Host } from "../host/host";
import { formatArea, fromGridRange } from "../host/model/address";
import { columnOffset, indexAt, rowOffset } from "../host/model/sizes";
import { fromEngineFormula, valueOf } from "../host/model/values";
import type { Worksheet } from "../host/model/worksheet";
import type { ProtectionOptions } from "../host/state";
import { type Offsets, writeChart } from "./chart-file";
import { toFile } from "./formula";
import { completePackage } from "./package-parts";
import { writePage } from "./page-setup";
import { writeFormat, writeValidation } from "./rules";
import { writeStyle } from "./styles";

const POINTS_PER_PIXEL = 72 / 96;

/** The open workbook as an .xlsx file: formulas with their values, looks, rules, tables, names, protection, print set-up. */
export async function writeXlsx(host: Host): Promise<Uint8Array> {
  return host.exclusively(async () => {
    await host.finishWrites();
    await host.calculation.finish();
    const { workbook, state } = host;
    const sheets = workbook.worksheets.items.map((sheet) => writeSheet(host, sheet));
    const { title, subject, author, keywords, comments, company, manager, category } = state.properties;
    const text = (value: unknown): string | undefined =>
      typeof value === "string" && value !== "" ? value : undefined;
    const bytes = await writePackage({
      sheets,
      namedRanges: writeNames(host),
      activeSheet: workbook.worksheets.getActiveWorksheet().position,
      defaultFont: { name: "Calibri", size: 11 },
      properties: {
        title: text(title),
        subject: text(subject),
        creator: text(author),
        keywords: text(keywords),
        description: text(comments),
        company: text(company),
        manager: text(manager),
        category: text(category),
      },
    });
    const charts = workbook.worksheets.items.flatMap((sheet) => sheet.state.charts);
    return completePackage(
      bytes,
      state.customXml.map(({ xml }) => xml),
      charts,
    );
  });
}

function writeNames({ workbook }: Host): NamedRange[] {
  const named = (name: { name: string; formula: string; comment: string }, scope?: string): NamedRange => ({
    name: name.name,
    range: toFile(name.formula),
    ...(scope === undefined ? {} : { scope }),
    ...(name.comment ? { comment: name.comment } : {}),
  });
  return [
    ...workbook.names.items.map((name) => named(name)),
    ...workbook.worksheets.items.flatMap((sheet) => sheet.names.items.map((name) => named(name, sheet.name))),
  ];
}

function writeSheet(host: Host, sheet: Worksheet): WriteSheet {
  const { state, grid, core } = sheet;
  const freeze = grid.getFreeze();
  const tabColor = sheet.tabColor.replace("#", "");
  const offsets: Offsets = {
    column: (index) => columnOffset(grid, index),
    row: (index) => rowOffset(grid, index),
    columnAt: (points) => indexAt(grid.getMaxColumns(), (i) => columnOffset(grid, i), points),
    rowAt: (points) => indexAt(grid.getMaxRows(), (i) => rowOffset(grid, i), points),
  };
  return {
    name: sheet.name,
    cells: writeCells(host, sheet),
    columns: writeColumns(sheet),
    rowDefs: writeRows(sheet),
    merges: core.getMergeData().map(({ startRow, startColumn, endRow, endColumn }) => ({
      startRow,
      startCol: startColumn,
      endRow,
      endCol: endColumn,
    })),
    ...(freeze.xSplit > 0 || freeze.ySplit > 0
      ? { freezePane: { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) } }
      : {}),
    view: { showGridLines: sheet.showGridlines, ...(tabColor ? { tabColor: { rgb: tabColor } } : {}) },
    ...(sheet.visibility === "Hidden" ? { hidden: true } : {}),
    ...(sheet.visibility === "VeryHidden" ? { veryHidden: true } : {}),
    ...(state.protection ? { protection: writeProtection(state.protection.options) } : {}),
    ...writePage(state.page),
    ...(state.rowBreaks.length > 0 ? { rowBreaks: [...state.rowBreaks] } : {}),
    ...(state.columnBreaks.length > 0 ? { colBreaks: [...state.columnBreaks] } : {}),
    tables: sheet.tables.items.map((table): TableDefinition => ({
      name: table.name,
      displayName: table.name,
      range: formatArea(table.area),
      columns: table.columns.items.map(({ name }) => ({ name })),
      style: table.style,
      showRowStripes: table.showBandedRows,
      showColumnStripes: table.showBandedColumns,
      showAutoFilter: table.showFilterButton,
    })),
    dataValidations: validationsOf(host, sheet),
    conditionalRules: sheet.formatRules.flatMap((rule, index) => {
      const held = host.state.formats[rule.cfId];
      return (held && writeFormat(held, rule.ranges.map(fromGridRange), index + 1)) ?? [];
    }),
    charts: state.charts.map((chart) => writeChart(chart, offsets)),
  };
}

function validationsOf(host: Host, sheet: Worksheet): NonNullable<WriteSheet["dataValidations"]> {
  const { engine } = host;
  return engine.injector
    .get(SheetDataValidationModel)
    .getRules(engine.unitId, sheet.id)
    .flatMap((rule) => {
      const held = host.state.validations[rule.uid];
      return (held && writeValidation(held, rule.ranges.map(fromGridRange))) ?? [];
    });
}

function writeCells({ engine }: Host, sheet: Worksheet): Map<string, Partial<Cell>> {
  const { core } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  const formulas = engine.injector.get(FormulaDataModel);
  const spills = formulas.getArrayFormulaRange()[engine.unitId]?.[sheet.id];
  const results = formulas.getArrayFormulaCellData()[engine.unitId]?.[sheet.id];
  core.getCellMatrix().forValue((row, column, cell) => {
    if (!cell) return;
    const notes = cell.custom as CellNotes | undefined;
    const value = valueOf(results?.[row]?.[column] ?? cell);
    const style = writeStyle(core.getComposedCellStyle(row, column));
    const out: Partial<Cell> = { value: value === "" ? null : value, style };
    const ofColumn = core.getColumnManager().getColumn(column)?.custom as CellNotes | undefined;
    const locked = notes?.locked ?? ofColumn?.locked ?? sheet.state.locked;
    if (!locked || notes?.formulaHidden)
      style.protection = { ...(locked ? {} : { locked: false }), ...(notes?.formulaHidden ? { hidden: true } : {}) };
    const formula = cell.f ?? (cell.si ? formulas.getFormulaStringByCell(row, column, sheet.id, engine.unitId) : null);
    if (formula) {
      Object.assign(out, { formula: toFile(fromEngineFormula(formula)), formulaResult: value });
      const spill = spills?.[row]?.[column];
      if (spill)
        Object.assign(out, {
          formulaType: "array",
          formulaDynamic: true,
          formulaRef: formatArea(fromGridRange(spill)),
        });
    }
    const { link } = notes ?? {};
    if (link)
      out.hyperlink = {
        target: link.address ?? "",
        ...(link.documentReference ? { location: link.documentReference } : {}),
        ...(link.screenTip ? { tooltip: link.screenTip } : {}),
      };
    cells.set(`${row},${column}`, out);
  });
  return cells;
}

function writeColumns({ core, grid }: Worksheet): ColumnDef[] {
  const last = core.getCellMatrix().getRange().endColumn;
  return Array.from({ length: last + 1 }, (_, column) => {
    const style = core.getColumnStyle(column);
    const notes = core.getColumnManager().getColumn(column)?.custom as CellNotes | undefined;
    const unlocked = notes?.locked === false ? { protection: { locked: false } } : {};
    return {
      width: (grid.getColumnWidth(column) - 5) / 7,
      ...(core.getColVisible(column) ? {} : { hidden: true }),
      ...(style || notes ? { style: { ...(style ? writeStyle(style) : {}), ...unlocked } } : {}),
    };
  });
}

function writeRows({ core, grid }: Worksheet): Map<number, RowDef> {
  const rows = new Map<number, RowDef>();
  for (const [index, row] of Object.entries(core.getConfig().rowData)) {
    if (!row) continue;
    const isSet = row.h !== undefined && row.ia !== BooleanNumber.TRUE;
    const hidden = row.hd === BooleanNumber.TRUE;
    if (isSet || hidden)
      rows.set(Number(index), {
        ...(isSet ? { height: grid.getRowHeight(Number(index)) * POINTS_PER_PIXEL } : {}),
        ...(hidden ? { hidden } : {}),
      });
  }
  return rows;
}

function writeProtection(options: ProtectionOptions): SheetProtection {
  return {
    sheet: true,
    ...(options.allowEditObjects ? {} : { objects: true }),
    ...(options.allowEditScenarios ? {} : { scenarios: true }),
    autoFilter: options.allowAutoFilter,
    deleteColumns: options.allowDeleteColumns,
    deleteRows: options.allowDeleteRows,
    formatCells: options.allowFormatCells,
    formatColumns: options.allowFormatColumns,
    formatRows: options.allowFormatRows,
    insertColumns: options.allowInsertColumns,
    insertHyperlinks: options.allowInsertHyperlinks,
    insertRows: options.allowInsertRows,
    pivotTables: options.allowPivotTables,
    sort: options.allowSort,
  };
}
