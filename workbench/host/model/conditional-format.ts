import { BooleanNumber, BorderStyleTypes, type IBorderData, type IRange, type IStyleBase } from "@univerjs/core";
import {
  AddCfCommand,
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  DeleteCfCommand,
  type IConditionFormattingRule,
} from "@univerjs/sheets-conditional-formatting";
import { invalidArgument, notImplemented } from "../errors";
import type { HostContext } from "../context";
import type { HostObject } from "../protocol";
import type { ConditionalFormatState, FormatLook } from "../state";
import { columnName, contains, formatArea, fromGridRange, intersect, toGridRange } from "./address";
import { bag } from "./bag";
import { Collection } from "./collection";
import type { Range } from "./range";
import type { Worksheet } from "./worksheet";

const NUMBER_OPERATORS: Record<string, CFNumberOperator> = {
  Between: CFNumberOperator.between,
  NotBetween: CFNumberOperator.notBetween,
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  LessThan: CFNumberOperator.lessThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};
const COMPARISONS: Record<string, string> = {
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqual: ">=",
  LessThanOrEqual: "<=",
};
const TEXT_OPERATORS: Record<string, CFTextOperator> = {
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
};
const TYPES = new Set(["Custom", "CellValue", "ContainsText"]);
const SIDES: Record<string, "t" | "b" | "l" | "r"> = { EdgeTop: "t", EdgeBottom: "b", EdgeLeft: "l", EdgeRight: "r" };

export const emptyLook = (): FormatLook => ({
  fill: null,
  fontColor: null,
  bold: null,
  italic: null,
  underline: null,
  strikethrough: null,
  borders: {},
});

/** A conditional format of a sheet; the engine owns the rule, its state here is what the add-in wrote. */
export class ConditionalFormat implements HostObject {
  readonly kind = "ConditionalFormat";
  readonly custom: HostObject;
  readonly cellValue: HostObject;
  readonly textComparison: HostObject;

  constructor(
    private readonly worksheet: Worksheet,
    readonly id: string,
  ) {
    const { state } = this;
    const changed = (): void => this.changed();
    const format = lookObject(state.look, changed);
    const rule = (key: "cellValue" | "text"): PropertyDescriptor => ({
      enumerable: true,
      get: () => state[key],
      set: (value: ConditionalFormatState["cellValue"] & ConditionalFormatState["text"]) => {
        state[key] = value;
        changed();
      },
    });
    this.custom = {
      kind: "CustomConditionalFormat",
      ...{ format, rule: bag("ConditionalFormatRule", state, changed) },
    };
    this.cellValue = Object.defineProperty({ kind: "CellValueConditionalFormat", format }, "rule", rule("cellValue"));
    this.textComparison = Object.defineProperty({ kind: "TextConditionalFormat", format }, "rule", rule("text"));
  }

  get customOrNullObject(): HostObject | null {
    return this.type === "Custom" ? this.custom : null;
  }
  get cellValueOrNullObject(): HostObject | null {
    return this.type === "CellValue" ? this.cellValue : null;
  }
  get textComparisonOrNullObject(): HostObject | null {
    return this.type === "ContainsText" ? this.textComparison : null;
  }
  get type(): string {
    return this.state.type;
  }
  get priority(): number {
    return this.worksheet.formatRules.findIndex((rule) => rule.cfId === this.id);
  }
  get stopIfTrue(): boolean {
    return this.state.stopIfTrue;
  }
  set stopIfTrue(stop: boolean) {
    this.state.stopIfTrue = stop;
    this.changed();
  }

  getRange(): Range {
    const [first] = this.ranges;
    if (first === undefined) throw invalidArgument();
    const { row, column, rows, columns } = fromGridRange(first);
    return this.worksheet.getRangeByIndexes(row, column, rows, columns);
  }
  getRangeOrNullObject(): Range | null {
    return this.ranges.length === 1 ? this.getRange() : null;
  }
  getRanges(): HostObject {
    const address = this.ranges.map((range) => formatArea(fromGridRange(range))).join(",");
    return { kind: "RangeAreas", ...{ address, areaCount: this.ranges.length } };
  }
  delete(): void {
    const { engine } = this.worksheet.host;
    engine.run(DeleteCfCommand.id, { unitId: engine.unitId, subUnitId: this.worksheet.id, cfId: this.id });
  }

  private get state(): ConditionalFormatState {
    const state = this.worksheet.host.state.formats[this.id];
    if (state === undefined) throw invalidArgument();
    return state;
  }
  private get ranges(): IRange[] {
    return this.worksheet.formatRules.find((rule) => rule.cfId === this.id)?.ranges ?? [];
  }
  private changed(): void {
    this.worksheet.host.later(this, () => {
      const { ranges } = this;
      const { engine } = this.worksheet.host;
      if (ranges.length === 0) return;
      const rule = engineRule(this.id, this.state, ranges);
      engine.run("sheet.mutation.set-conditional-rule", {
        unitId: engine.unitId,
        subUnitId: this.worksheet.id,
        cfId: this.id,
        rule,
      });
    });
  }
}

export function conditionalFormatsOf(range: Range): Collection<ConditionalFormat> {
  return new ConditionalFormatCollection(range);
}

class ConditionalFormatCollection extends Collection<ConditionalFormat> {
  constructor(private readonly range: Range) {
    super("ConditionalFormatCollection", () =>
      range.worksheet.formatRules
        .filter(
          (rule) =>
            rule.ranges.some((area) => intersect(fromGridRange(area), range.area)) &&
            rule.cfId in range.host.state.formats,
        )
        .map((rule) => new ConditionalFormat(range.worksheet, rule.cfId)),
    );
  }

  /** The newest format comes first, as in Excel. */
  add(type: string): ConditionalFormat {
    if (!TYPES.has(type)) throw notImplemented(`ConditionalFormatCollection.add("${type}")`);
    this.range.guardFormat("allowFormatCells");
    const { host, worksheet } = this.range;
    const id = host.newId("format");
    addFormat(
      host,
      worksheet.id,
      id,
      { type, formula: "", cellValue: null, text: null, look: emptyLook(), stopIfTrue: false },
      [toGridRange(this.range.bounded)],
    );
    return new ConditionalFormat(worksheet, id);
  }

  clearAll(): void {
    this.range.guardFormat("allowFormatCells");
    const inside = (area: IRange): boolean => contains(this.range.area, fromGridRange(area));
    for (const rule of this.range.worksheet.formatRules) {
      if (!rule.ranges.some((area) => intersect(fromGridRange(area), this.range.area))) continue;
      if (!rule.ranges.every(inside))
        throw notImplemented("ConditionalFormatCollection.clearAll() on a part of a rule's range");
      new ConditionalFormat(this.range.worksheet, rule.cfId).delete();
    }
  }
}

/** Puts a format into the engine and keeps its state; also how files are opened. */
export function addFormat(
  host: HostContext,
  sheetId: string,
  id: string,
  state: ConditionalFormatState,
  ranges: IRange[],
): void {
  host.state.formats[id] = state;
  const { engine } = host;
  engine.run(AddCfCommand.id, { unitId: engine.unitId, subUnitId: sheetId, rule: engineRule(id, state, ranges) });
}

function lookObject(look: FormatLook, changed: () => void): HostObject {
  const font = {};
  for (const [name, key] of Object.entries({
    color: "fontColor",
    bold: "bold",
    italic: "italic",
    underline: "underline",
    strikethrough: "strikethrough",
  } as const)) {
    Object.defineProperty(font, name, {
      enumerable: true,
      get: () => look[key] ?? (key === "fontColor" ? "" : null),
      set: (value: never) => {
        look[key] = value;
        changed();
      },
    });
  }
  Object.assign(font, { kind: "ConditionalRangeFont" });
  const fill = bagOf(
    "ConditionalRangeFill",
    "color",
    () => look.fill ?? "",
    (value) => (look.fill = value || null),
    changed,
  );
  Object.assign(fill, { clear: () => ((look.fill = null), changed()) });
  const border = (side: string): HostObject => {
    const line = (): { style: string; color: string } => (look.borders[side] ??= { style: "None", color: "#000000" });
    const object = bagOf(
      "ConditionalRangeBorder",
      "style",
      () => line().style,
      (value) => (line().style = value),
      changed,
    );
    Object.defineProperty(object, "color", {
      enumerable: true,
      get: () => line().color,
      set: (value: string) => {
        line().color = value;
        if (line().style === "None") line().style = "Continuous";
        changed();
      },
    });
    return Object.assign(object, { id: side, sideIndex: side });
  };
  const borders = {
    kind: "ConditionalRangeBorderCollection",
    getItem: border,
    top: border("EdgeTop"),
    bottom: border("EdgeBottom"),
    left: border("EdgeLeft"),
    right: border("EdgeRight"),
  };
  return { kind: "ConditionalRangeFormat", ...{ font, fill, borders } };
}

function bagOf(
  kind: string,
  name: string,
  get: () => string,
  set: (value: string) => void,
  changed: () => void,
): HostObject {
  const write = (value: string): void => {
    set(value);
    changed();
  };
  return Object.defineProperty({ kind }, name, { enumerable: true, get, set: write });
}

function styleOf(look: FormatLook): IStyleBase {
  const style: IStyleBase = {};
  if (look.fill) style.bg = { rgb: look.fill };
  if (look.fontColor) style.cl = { rgb: look.fontColor };
  if (look.bold !== null) style.bl = look.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  if (look.italic !== null) style.it = look.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE;
  if (look.underline && look.underline !== "None") style.ul = { s: BooleanNumber.TRUE };
  if (look.strikethrough) style.st = { s: BooleanNumber.TRUE };
  const bd: IBorderData = {};
  for (const [side, line] of Object.entries(look.borders)) {
    const key = SIDES[side];
    if (key && line.style !== "None") bd[key] = { s: BorderStyleTypes.THIN, cl: { rgb: line.color } };
  }
  if (Object.keys(bd).length > 0) style.bd = bd;
  return style;
}

const constant = (formula: string | undefined): number | null => {
  const text = (formula ?? "").replace(/^=/, "").trim();
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
};

/** A comparison with text or with a formula is not one of the engine's: it becomes the formula that says the same. */
function comparisonFormula(rule: NonNullable<ConditionalFormatState["cellValue"]>, ranges: IRange[]): string {
  const [first] = ranges;
  const cell = first ? columnName(first.startColumn) + String(first.startRow + 1) : "A1";
  const operand = (formula: string | undefined): string => (formula ?? "").replace(/^=/, "");
  const [low, high] = [operand(rule.formula1), operand(rule.formula2)];
  if (rule.operator === "Between") return `=AND(${cell}>=${low},${cell}<=${high})`;
  if (rule.operator === "NotBetween") return `=OR(${cell}<${low},${cell}>${high})`;
  return `=${cell}${COMPARISONS[rule.operator] ?? "="}${low}`;
}

function engineRule(cfId: string, state: ConditionalFormatState, ranges: IRange[]): IConditionFormattingRule {
  const base = { cfId, ranges, stopIfTrue: state.stopIfTrue };
  const common = { type: CFRuleType.highlightCell, style: styleOf(state.look) } as const;
  const formula = (value: string): IConditionFormattingRule => ({
    ...base,
    rule: { ...common, subType: CFSubRuleType.formula, value },
  });
  if (state.type === "CellValue" && state.cellValue) {
    const operator = NUMBER_OPERATORS[state.cellValue.operator];
    if (operator === undefined) throw invalidArgument(`unknown operator ${state.cellValue.operator}`);
    const [low, high] = [constant(state.cellValue.formula1), constant(state.cellValue.formula2)];
    if (operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween) {
      if (low === null || high === null) return formula(comparisonFormula(state.cellValue, ranges));
      return { ...base, rule: { ...common, subType: CFSubRuleType.number, operator, value: [low, high] } };
    }
    if (low === null) return formula(comparisonFormula(state.cellValue, ranges));
    return { ...base, rule: { ...common, subType: CFSubRuleType.number, operator, value: low } };
  }
  if (state.type === "ContainsText" && state.text) {
    const operator = TEXT_OPERATORS[state.text.operator];
    if (operator === undefined) throw invalidArgument(`unknown operator ${state.text.operator}`);
    return { ...base, rule: { ...common, subType: CFSubRuleType.text, operator, value: state.text.text } };
  }
  // A format whose rule has not arrived yet holds nowhere.
  return formula(state.formula ? `=${state.formula.replace(/^=/, "")}` : "=FALSE");
}
