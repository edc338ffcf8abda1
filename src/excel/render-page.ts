import type { PrintSetup, Protection, SheetSpec } from "../workbook/sheet";
import { columnName } from "../workbook/address";

function applyPrint(sheet: Excel.Worksheet, print: PrintSetup): void {
  const page = sheet.pageLayout;
  page.orientation = print.orientation === "portrait" ? "Portrait" : "Landscape";
  page.paperSize = "A4";
  page.centerHorizontally = print.centerHorizontally;
  // Zero pages means "as many as needed", which Office.js says by leaving the number out.
  page.zoom = {
    ...(print.fit.width > 0 && { horizontalFitToPages: print.fit.width }),
    ...(print.fit.height > 0 && { verticalFitToPages: print.fit.height }),
  };
  if (print.area !== undefined) page.setPrintArea(print.area);
  if (print.titleRows) page.setPrintTitleRows(print.titleRows.replace(/\$?(\d+)/g, "$$$1"));
  page.setPrintMargins("Inches", print.margins);
  const footer = page.headersFooters.defaultForAllPages;
  footer.leftFooter = print.footer.left;
  footer.centerFooter = print.footer.center;
  footer.rightFooter = print.footer.right;
  if (print.breaksBefore) {
    sheet.horizontalPageBreaks.removePageBreaks();
    for (const row of print.breaksBefore) sheet.horizontalPageBreaks.add(`A${row}`);
  }
}

function applyFreeze(sheet: Excel.Worksheet, freeze: NonNullable<SheetSpec["freeze"]>): void {
  if (freeze.columns === 0) sheet.freezePanes.freezeRows(freeze.rows);
  else if (freeze.rows === 0) sheet.freezePanes.freezeColumns(freeze.columns);
  else sheet.freezePanes.freezeAt(sheet.getRange(`A1:${columnName(freeze.columns - 1)}${freeze.rows}`));
}

/** What the sheet looks like as a whole: frozen panes, lines, tab and paper. */
export function applyPage(sheet: Excel.Worksheet, spec: SheetSpec): void {
  sheet.showGridlines = false;
  if (spec.tabColor) sheet.tabColor = spec.tabColor;
  if (spec.freeze) applyFreeze(sheet, spec.freeze);
  applyPrint(sheet, spec.print);
}

export const protectionOptions = (protection: Protection): Excel.WorksheetProtectionOptions => ({
  allowAutoFilter: protection.autoFilter,
  allowSort: protection.sort,
  allowFormatColumns: protection.formatColumns,
  allowFormatRows: protection.formatRows,
});
