import { WrapStrategy } from "@univerjs/core";
import { SetWorksheetRowAutoHeightMutation } from "@univerjs/sheets";
import type { HostContext } from "./context";
import { fittingHeight } from "./model/sizes";
import { textOf, valueOf } from "./model/values";

/** Like Excel, rows grow with wrapped text as long as nobody has set their height. */
export function growRows({ engine, locale }: HostContext, sheetId: string, rows: Iterable<number>): void {
  const sheet = engine.coreSheet(sheetId);
  const columns = sheet.getCellMatrix().getRange().endColumn + 1;
  const textAt = (row: number, column: number): string => {
    const style = sheet.getComposedCellStyle(row, column);
    if (style.tb !== WrapStrategy.WRAP && (style.fs ?? 11) <= 11) return "";
    return textOf(valueOf(sheet.getCellRaw(row, column)), style.n?.pattern ?? "General", locale);
  };
  const rowsAutoHeightInfo: { row: number; autoHeight: number }[] = [];
  for (const row of rows) {
    const autoHeight = fittingHeight(sheet, row, columns, textAt);
    if (autoHeight !== sheet.getRowHeight(row)) rowsAutoHeightInfo.push({ row, autoHeight });
  }
  if (rowsAutoHeightInfo.length === 0) return;
  engine.run(SetWorksheetRowAutoHeightMutation.id, { unitId: engine.unitId, subUnitId: sheetId, rowsAutoHeightInfo });
}
