import type { ConditionalRule, DataValidation, ValidationOperator } from "hucre";
import { type Area, formatArea, parseArea } from "../host/model/address";
import { emptyLook } from "../host/model/conditional-format";
import type { ConditionalFormatState, ValidationState } from "../host/state";
import { fromFile, toFile } from "./formula";
import { colorOf } from "./styles";

const KINDS: [DataValidation["type"], string][] = [
  ["list", "list"],
  ["whole", "wholeNumber"],
  ["decimal", "decimal"],
  ["date", "date"],
  ["textLength", "textLength"],
  ["custom", "custom"],
];
/** File -> validation, conditional format: Excel's interface has two spellings for two of them. */
const OPERATORS: [ValidationOperator, string, string][] = [
  ["between", "Between", "Between"],
  ["notBetween", "NotBetween", "NotBetween"],
  ["equal", "EqualTo", "EqualTo"],
  ["notEqual", "NotEqualTo", "NotEqualTo"],
  ["greaterThan", "GreaterThan", "GreaterThan"],
  ["lessThan", "LessThan", "LessThan"],
  ["greaterThanOrEqual", "GreaterThanOrEqualTo", "GreaterThanOrEqual"],
  ["lessThanOrEqual", "LessThanOrEqualTo", "LessThanOrEqual"],
];
const TEXT_KINDS: [ConditionalRule["type"], string][] = [
  ["containsText", "Contains"],
  ["notContainsText", "NotContains"],
  ["beginsWith", "BeginsWith"],
  ["endsWith", "EndsWith"],
];

export const areasOf = (ranges: string): Area[] =>
  ranges.split(/[\s,]+/).flatMap((range) => {
    const area = parseArea(range);
    return area ? [area] : [];
  });
export const rangesOf = (areas: Area[]): string => areas.map((area) => formatArea(area)).join(" ");

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = <T extends string>(text: string): T => (text.charAt(0).toLowerCase() + text.slice(1)) as T;

/** An operand of a rule: numbers as numbers, everything else as a formula. */
const operand = (text: string | undefined): string | number | undefined =>
  text === undefined || text === "" ? undefined : Number.isFinite(Number(text)) ? Number(text) : fromFile(text);
const fileOperand = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : toFile(String(value));

export function readValidation(rule: DataValidation): ValidationState | null {
  const kind = KINDS.find(([type]) => type === rule.type)?.[1];
  if (kind === undefined) return null;
  const detail: Record<string, unknown> = {};
  if (kind === "list") {
    detail.inCellDropDown = true;
    detail.source = rule.values ? rule.values.join(",") : fromFile(rule.formula1 ?? "");
  } else if (kind === "custom") detail.formula = fromFile(rule.formula1 ?? "");
  else {
    detail.operator = OPERATORS.find(([operator]) => operator === (rule.operator ?? "between"))?.[1];
    detail.formula1 = operand(rule.formula1);
    if (rule.formula2) detail.formula2 = operand(rule.formula2);
  }
  return {
    rule: { [kind]: detail },
    ignoreBlanks: rule.allowBlank ?? false,
    errorAlert: {
      showAlert: rule.showErrorMessage ?? false,
      style: capital(rule.errorStyle ?? "stop"),
      title: rule.errorTitle ?? "",
      message: rule.errorMessage ?? "",
    },
    prompt: {
      showPrompt: rule.showInputMessage ?? false,
      title: rule.inputTitle ?? "",
      message: rule.inputMessage ?? "",
    },
  };
}

export function writeValidation(state: ValidationState, areas: Area[]): DataValidation | null {
  const [kind, detail] = Object.entries(state.rule)[0] ?? [];
  const type = KINDS.find(([, name]) => name === kind)?.[0];
  if (type === undefined || detail === undefined) return null;
  const { errorAlert, prompt } = state;
  const rule: DataValidation = {
    type,
    range: rangesOf(areas),
    allowBlank: state.ignoreBlanks,
    showErrorMessage: errorAlert.showAlert,
    errorStyle: small(errorAlert.style),
    showInputMessage: prompt.showPrompt,
    ...(errorAlert.title ? { errorTitle: errorAlert.title } : {}),
    ...(errorAlert.message ? { errorMessage: errorAlert.message } : {}),
    ...(prompt.title ? { inputTitle: prompt.title } : {}),
    ...(prompt.message ? { inputMessage: prompt.message } : {}),
  };
  if (kind === "list") {
    const source = String(detail.source);
    return source.startsWith("=")
      ? { ...rule, formula1: toFile(source) }
      : { ...rule, values: source.split(",").map((item) => item.trim()) };
  }
  if (kind === "custom") return { ...rule, formula1: toFile(String(detail.formula)) };
  const operator = OPERATORS.find(([, name]) => name === detail.operator)?.[0];
  return {
    ...rule,
    operator,
    formula1: fileOperand(detail.formula1),
    ...(detail.formula2 === undefined ? {} : { formula2: fileOperand(detail.formula2) }),
  };
}

export function readFormat(rule: ConditionalRule, theme: string[]): ConditionalFormatState | null {
  const { style } = rule;
  const look = emptyLook();
  const fill = style?.fill?.type === "pattern" ? style.fill : undefined;
  look.fill = colorOf(fill?.bgColor ?? fill?.fgColor, theme);
  look.fontColor = colorOf(style?.font?.color, theme);
  look.bold = style?.font?.bold ?? null;
  look.italic = style?.font?.italic ?? null;
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const line = style?.border?.[side];
    if (line)
      look.borders[`Edge${capital(side)}`] = { style: "Continuous", color: colorOf(line.color, theme) ?? "#000000" };
  }
  const formulas = [rule.formula ?? []].flat();
  const state: ConditionalFormatState = {
    type: "Custom",
    formula: "",
    cellValue: null,
    text: null,
    look,
    stopIfTrue: rule.stopIfTrue ?? false,
  };
  const text = TEXT_KINDS.find(([type]) => type === rule.type)?.[1];
  if (rule.type === "expression") return { ...state, formula: fromFile(formulas[0] ?? "") };
  if (text !== undefined) return { ...state, type: "ContainsText", text: { operator: text, text: rule.text ?? "" } };
  if (rule.type !== "cellIs") return null;
  const operator = OPERATORS.find(([name]) => name === rule.operator)?.[2] ?? "EqualTo";
  const [low = "", high] = formulas.map(fromFile);
  return {
    ...state,
    type: "CellValue",
    cellValue: { operator, formula1: low, ...(high === undefined ? {} : { formula2: high }) },
  };
}

const rgb = (color: string): { rgb: string } => ({ rgb: color.replace("#", "").toUpperCase() });

export function writeFormat(state: ConditionalFormatState, areas: Area[], priority: number): ConditionalRule | null {
  const { look } = state;
  const border: Record<string, { style: "thin"; color: { rgb: string } }> = {};
  for (const [edge, line] of Object.entries(look.borders)) {
    if (line.style !== "None")
      border[edge.replace("Edge", "").toLowerCase()] = { style: "thin", color: rgb(line.color) };
  }
  const style: ConditionalRule["style"] = {
    ...(look.fill ? { fill: { type: "pattern", pattern: "solid", bgColor: rgb(look.fill) } } : {}),
    ...(look.fontColor || look.bold !== null || look.italic !== null
      ? {
          font: {
            ...(look.fontColor ? { color: rgb(look.fontColor) } : {}),
            ...(look.bold === null ? {} : { bold: look.bold }),
            ...(look.italic === null ? {} : { italic: look.italic }),
          },
        }
      : {}),
    ...(Object.keys(border).length > 0 ? { border } : {}),
  };
  const common = { priority, range: rangesOf(areas), style, stopIfTrue: state.stopIfTrue };
  if (state.type === "CellValue" && state.cellValue) {
    const { formula1, formula2, operator } = state.cellValue;
    const formula = formula2 === undefined || formula2 === "" ? toFile(formula1) : [toFile(formula1), toFile(formula2)];
    return { ...common, type: "cellIs", operator: OPERATORS.find(([, , name]) => name === operator)?.[0], formula };
  }
  if (state.type === "ContainsText" && state.text) {
    const { operator, text } = state.text;
    const type = TEXT_KINDS.find(([, name]) => name === operator)?.[0];
    return type === undefined ? null : { ...common, type, text, formula: textFormula(type, text, areas) };
  }
  return state.formula ? { ...common, type: "expression", formula: toFile(state.formula) } : null;
}

/** Excel keeps beside the text a formula that says the same. */
function textFormula(type: ConditionalRule["type"], text: string, [first]: Area[]): string {
  const cell = first ? formatArea({ ...first, rows: 1, columns: 1 }) : "A1";
  const quoted = `"${text.replace(/"/g, '""')}"`;
  if (type === "beginsWith") return `LEFT(${cell},${text.length})=${quoted}`;
  if (type === "endsWith") return `RIGHT(${cell},${text.length})=${quoted}`;
  return `${type === "notContainsText" ? "" : "NOT("}ISERROR(SEARCH(${quoted},${cell}))${type === "notContainsText" ? "" : ")"}`;
}
