import { Dimension, type IStyleData } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { growTo } from "../cells";
import { accessDenied, invalidArgument, notImplemented } from "../errors";
import type { ProtectionOptions } from "../state";
import { toGridRange } from "./address";
import { formulaAt } from "./range-content";
import type { Range } from "./range";
import { valueOf } from "./values";

function guard(range: Range, option: keyof ProtectionOptions): void {
  const { protection } = range.worksheet.state;
  if (protection !== null && protection.options[option] !== true) throw accessDenied();
}

export async function insertCells(range: Range, shift: string): Promise<void> {
  const { host, worksheet } = range;
  const { row, rows, column, columns } = range.area;
  host.cells.flush();
  await host.calculation.finish();
  growTo(host.engine, worksheet.id, row + 1, column + 1);
  host.changing(() => {
    if (range.isEntireRow) {
      guard(range, "allowInsertRows");
      worksheet.grid.insertRowsBefore(row, rows);
    } else if (range.isEntireColumn) {
      guard(range, "allowInsertColumns");
      worksheet.grid.insertColumnsBefore(column, columns);
    } else {
      if (worksheet.state.protection !== null) throw accessDenied();
      if (shift !== "Down" && shift !== "Right") throw invalidArgument();
      worksheet.grid
        .getRange(toGridRange(range.area))
        .insertCells(shift === "Down" ? Dimension.ROWS : Dimension.COLUMNS);
      host.events.changed({
        sheetId: worksheet.id,
        area: range.area,
        changeType: "CellInserted",
        trigger: "ThisLocalAddin",
      });
    }
  });
}

export async function removeCells(range: Range, shift: string): Promise<void> {
  const { host, worksheet } = range;
  const { row, rows, column, columns } = range.area;
  host.cells.flush();
  await host.calculation.finish();
  host.changing(() => {
    if (range.isEntireRow) {
      guard(range, "allowDeleteRows");
      worksheet.grid.deleteRows(row, rows);
    } else if (range.isEntireColumn) {
      guard(range, "allowDeleteColumns");
      worksheet.grid.deleteColumns(column, columns);
    } else {
      if (worksheet.state.protection !== null) throw accessDenied();
      if (shift !== "Up" && shift !== "Left") throw invalidArgument();
      worksheet.grid.getRange(toGridRange(range.area)).deleteCells(shift === "Up" ? Dimension.ROWS : Dimension.COLUMNS);
      host.events.changed({
        sheetId: worksheet.id,
        area: range.area,
        changeType: "CellDeleted",
        trigger: "ThisLocalAddin",
      });
    }
  });
}

/** `Range.copyFrom`: formulas move their relative references along; the source repeats to fill the target. */
export async function copyInto(
  target: Range,
  source: Range,
  type: string,
  skipBlanks: boolean,
  transpose: boolean,
): Promise<void> {
  if (!["All", "Values", "Formulas", "Formats"].includes(type)) throw notImplemented(`Range.copyFrom(…, "${type}")`);
  if (transpose) throw notImplemented("Range.copyFrom(…, transpose)");
  const { host } = target;
  if (type !== "Formats") target.guardContent();
  host.cells.flush();
  await host.calculation.finish();
  const from = source.bounded;
  const rows = Math.max(target.area.rows, from.rows);
  const columns = Math.max(target.area.columns, from.columns);
  const sheet = source.worksheet.core;
  const lexer = host.engine.injector.get(LexerTreeBuilder);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const [fromRow, fromColumn] = [from.row + (i % from.rows), from.column + (j % from.columns)];
      const [toRow, toColumn] = [target.area.row + i, target.area.column + j];
      const cell = sheet.getCellRaw(fromRow, fromColumn);
      if (skipBlanks && valueOf(cell) === "") continue;
      if (type !== "Formats") {
        const formula = type === "Values" ? "" : formulaAt(source, fromRow, fromColumn);
        const moved = formula && lexer.moveFormulaRefOffset(formula, toColumn - fromColumn, toRow - fromRow);
        host.cells.content(target.worksheet.id, toRow, toColumn, {
          v: moved ? null : (cell?.v ?? null),
          t: moved ? null : (cell?.t ?? null),
          f: moved || null,
          si: null,
          p: null,
        });
      }
      if (type === "All" || type === "Formats") {
        host.cells.clearStyle(target.worksheet.id, toRow, toColumn);
        const style: IStyleData = sheet.getComposedCellStyle(fromRow, fromColumn);
        host.cells.style(target.worksheet.id, toRow, toColumn, style);
      }
    }
  }
  if (type === "Formats") return;
  host.cells.recordEdit(target.worksheet.id, { ...target.area, rows, columns });
  host.calculation.touch();
}
