import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import {
  AddSheetDataValidationCommand,
  ClearRangeDataValidationCommand,
  SheetDataValidationModel,
} from "@univerjs/sheets-data-validation";
import { invalidArgument, notImplemented } from "../errors";
import type { HostObject } from "../protocol";
import type { ErrorAlert, Prompt, ValidationState } from "../state";
import type { HostContext } from "../context";
import { type Area, intersect, toGridRange } from "./address";
import type { Range } from "./range";

const TYPES: Record<string, DataValidationType> = {
  list: DataValidationType.LIST,
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
};
const OPERATORS: Record<string, DataValidationOperator> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};
const STYLES: Record<string, DataValidationErrorStyle> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

const emptyRule = (): ValidationState => ({
  rule: {},
  errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
  prompt: { showPrompt: true, title: "", message: "" },
  ignoreBlanks: true,
});

/** The rule of a range. Its parts arrive one by one and go to the engine together, at the end of the batch. */
export class DataValidation implements HostObject {
  readonly kind = "DataValidation";
  private draft: ValidationState | null = null;

  private constructor(private readonly range: Range) {}

  /** One object per range and batch, so that the parts meet. */
  static of(range: Range): DataValidation {
    const known = byRange.get(range) ?? new DataValidation(range);
    byRange.set(range, known);
    return known;
  }

  get rule(): object {
    return this.current.rule;
  }
  set rule(rule: ValidationState["rule"]) {
    this.change((draft) => (draft.rule = resolveSources(rule)));
  }
  get errorAlert(): ErrorAlert {
    return this.current.errorAlert;
  }
  set errorAlert(alert: Partial<ErrorAlert>) {
    this.change((draft) => (draft.errorAlert = { ...emptyRule().errorAlert, ...alert }));
  }
  get prompt(): Prompt {
    return this.current.prompt;
  }
  set prompt(prompt: Partial<Prompt>) {
    this.change((draft) => (draft.prompt = { ...emptyRule().prompt, ...prompt }));
  }
  get ignoreBlanks(): boolean {
    return this.current.ignoreBlanks;
  }
  set ignoreBlanks(ignore: boolean) {
    this.change((draft) => (draft.ignoreBlanks = ignore));
  }
  get type(): string {
    const rules = this.uids();
    if (rules.length > 1) return rules.includes(undefined) ? "Inconsistent" : "MixedCriteria";
    const [kind] = Object.keys(this.current.rule);
    return kind === undefined ? "None" : kind.charAt(0).toUpperCase() + kind.slice(1);
  }

  clear(): void {
    this.range.guardFormat(null);
    this.draft = null;
    const { engine } = this.range.host;
    if (this.uids().every((uid) => uid === undefined)) return;
    engine.run(ClearRangeDataValidationCommand.id, {
      unitId: engine.unitId,
      subUnitId: this.range.worksheet.id,
      ranges: [toGridRange(this.range.bounded)],
    });
  }

  private change(edit: (draft: ValidationState) => void): void {
    this.range.guardFormat(null);
    if (this.draft === null) {
      this.settleNeighbours();
      this.draft = structuredClone(this.current);
    }
    edit(this.draft);
    this.range.host.later(this, () => this.apply());
  }

  /** Another range object may hold unfinished parts of the rule of these very cells. */
  private settleNeighbours(): void {
    const { host, worksheet, area } = this.range;
    for (const key of host.unsettled) {
      if (!(key instanceof DataValidation) || key.range.worksheet.id !== worksheet.id) continue;
      if (intersect(key.range.area, area)) return host.settle();
    }
  }

  private get current(): ValidationState {
    if (this.draft) return this.draft;
    const [uid] = this.uids();
    return (uid !== undefined && this.range.host.state.validations[uid]) || emptyRule();
  }

  /** The engine's rules over the corners and the middle of the range; undefined where there is none. */
  private uids(): (string | undefined)[] {
    const { engine } = this.range.host;
    const model = engine.injector.get(SheetDataValidationModel);
    const { row, column, rows, columns } = this.range.bounded;
    const uids = new Set<string | undefined>();
    for (const r of new Set([row, row + (rows >> 1), row + rows - 1])) {
      for (const c of new Set([column, column + columns - 1])) {
        uids.add(model.getRuleIdByLocation(engine.unitId, this.range.worksheet.id, r, c) ?? undefined);
      }
    }
    return [...uids];
  }

  private apply(): void {
    const { draft } = this;
    this.draft = null;
    if (draft === null) return;
    addValidation(this.range.host, this.range.worksheet.id, [this.range.bounded], draft);
  }
}

/** Puts a rule into the engine and keeps its state; also how files are opened. */
export function addValidation(host: HostContext, sheetId: string, areas: Area[], state: ValidationState): void {
  const [kind] = Object.keys(state.rule);
  if (kind === undefined) return;
  const uid = host.newId("aturan");
  const rule = { ...engineRule(state, kind, uid), ranges: areas.map(toGridRange) };
  host.state.validations[uid] = state;
  host.engine.run(AddSheetDataValidationCommand.id, { unitId: host.engine.unitId, subUnitId: sheetId, rule });
}

const byRange = new WeakMap<Range, DataValidation>();

/** A list may name its source by a range object; it is kept as the formula that Excel would show. */
function resolveSources(rule: ValidationState["rule"]): ValidationState["rule"] {
  const resolved: ValidationState["rule"] = {};
  for (const [kind, value] of Object.entries(rule)) {
    const source = value.source as Partial<Range> | string | undefined;
    const formula =
      typeof source === "object" && typeof source.absoluteAddress === "string" ? `=${source.absoluteAddress}` : source;
    resolved[kind] = formula === undefined ? { ...value } : { ...value, source: formula };
  }
  return resolved;
}

const operand = (value: unknown): string | undefined =>
  value === undefined || value === null || value === "" ? undefined : String(value);

function engineRule(state: ValidationState, kind: string, uid: string): ISheetDataValidationRule {
  const type = TYPES[kind];
  if (type === undefined) throw notImplemented(`DataValidation rule "${kind}"`);
  const detail = state.rule[kind] ?? {};
  const { errorAlert, prompt } = state;
  const rule: ISheetDataValidationRule = {
    uid,
    ranges: [],
    type,
    allowBlank: state.ignoreBlanks,
    showErrorMessage: errorAlert.showAlert,
    errorStyle: STYLES[errorAlert.style] ?? DataValidationErrorStyle.STOP,
    error: errorAlert.message,
    errorTitle: errorAlert.title,
    showInputMessage: prompt.showPrompt && prompt.message !== "",
    prompt: prompt.message,
    promptTitle: prompt.title,
    // The arrow of Excel; the engine's own chips would leave the keyboard outside.
    renderMode: DataValidationRenderMode.ARROW,
  };
  if (kind === "list") {
    const source = String(detail.source ?? "");
    if (source === "" || source.length > 255 + 1)
      throw invalidArgument("a list needs a source of at most 255 characters");
    rule.formula1 = source.startsWith("=") ? source : JSON.stringify(source.split(",").map((item) => item.trim()));
    rule.showDropDown = detail.inCellDropDown !== false;
    return rule;
  }
  if (kind === "custom") {
    rule.formula1 = String(detail.formula);
    return rule;
  }
  const operator = OPERATORS[String(detail.operator)];
  if (operator === undefined) throw invalidArgument(`unknown operator ${String(detail.operator)}`);
  rule.operator = operator;
  rule.formula1 = operand(detail.formula1);
  rule.formula2 = operand(detail.formula2);
  return rule;
}
