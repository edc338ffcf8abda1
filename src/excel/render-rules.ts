import type { ConditionalFormat, SheetSpec, Validation, ValidationRule } from "../workbook/sheet";

/** What one cell can hold: a rule of this length takes everything, which is what a prompt alone needs. */
const CELL_TEXT_MAX = 32_767;

const between = (min: number | string, max: number | string) => ({
  formula1: min,
  formula2: max,
  operator: "Between" as const,
});

function ruleOf(rule: ValidationRule): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.values.join(",") } };
    case "listFrom":
      return { list: { inCellDropDown: true, source: `=${rule.source}` } };
    case "wholeNumber":
      return { wholeNumber: between(rule.min, rule.max) as Excel.BasicDataValidation };
    case "decimal":
      return { decimal: between(rule.min, rule.max) as Excel.BasicDataValidation };
    case "date":
      return { date: between(rule.min, rule.max) as Excel.DateTimeDataValidation };
    case "custom":
      return { custom: { formula: `=${rule.formula}` } };
    case "any":
      return { textLength: between(0, CELL_TEXT_MAX) as Excel.BasicDataValidation };
  }
}

function applyValidation(sheet: Excel.Worksheet, { range, rule, error, prompt }: Validation): void {
  const validation = sheet.getRange(range).dataValidation;
  validation.rule = ruleOf(rule);
  validation.ignoreBlanks = true;
  if (error) {
    const style = error.style === "stop" ? "Stop" : "Warning";
    validation.errorAlert = { title: error.title, message: error.message, style, showAlert: true };
  } else validation.errorAlert = { title: "", message: "", style: "Information", showAlert: false };
  if (prompt) validation.prompt = { title: prompt.title, message: prompt.message, showPrompt: true };
}

const constant = (value: number | string): string =>
  typeof value === "number" ? `=${value}` : `="${value.replace(/"/g, '""')}"`;

const SIDES = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;

function paint(format: Excel.ConditionalRangeFormat, style: ConditionalFormat["style"]): void {
  if (style.font?.color !== undefined) format.font.color = style.font.color;
  if (style.font?.bold !== undefined) format.font.bold = style.font.bold;
  if (style.font?.italic !== undefined) format.font.italic = style.font.italic;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.numberFormat !== undefined) format.numberFormat = style.numberFormat;
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = style.border?.[side];
    if (!line) continue;
    const border = format.borders.getItem(SIDES[side]);
    border.style = "Continuous";
    border.color = line.color;
  }
}

function applyConditionalFormat(sheet: Excel.Worksheet, { range, rule, style }: ConditionalFormat): void {
  const formats = sheet.getRange(range).conditionalFormats;
  if (rule.kind === "equal") {
    const format = formats.add("CellValue");
    paint(format.cellValue.format, style);
    format.cellValue.rule = { formula1: constant(rule.value), operator: "EqualTo" };
  } else {
    const format = formats.add("Custom");
    format.custom.rule.formula = `=${rule.formula}`;
    paint(format.custom.format, style);
  }
}

/** Drop-downs, checks and conditional formats; the sheet's earlier formats give way, or each writing would add to them. */
export function applyRules(sheet: Excel.Worksheet, spec: SheetSpec, isNew: boolean): void {
  if (!isNew) sheet.getRange().conditionalFormats.clearAll();
  for (const validation of spec.validations) applyValidation(sheet, validation);
  for (const format of spec.conditionalFormats) applyConditionalFormat(sheet, format);
}
