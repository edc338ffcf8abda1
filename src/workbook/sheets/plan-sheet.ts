import type { Assessment } from "../../assessment/assessment";
import { reasonText } from "../../assessment/plan-text";
import type { Plan } from "../../assessment/plan-types";
import { progressOf, type Progress } from "../../assessment/progress";
import { roundHalfUp, toNumber, type Ratio } from "../../assessment/ratio";
import { bandOf, indicatorsOf } from "../../assessment/score";
import { planningOf } from "../../instrument/planning";
import { localDecimal } from "../../locale/index";
import { keptFigures, type KeptPlan, type KeptStep } from "../kept";
import { COLUMNS, FIRST_ROW, SHEET, TABLE } from "../layout";
import type { Cell, SheetSpec, Style } from "../sheet";
import { shortIndicator } from "../short-names";
import { templateLayout, type TemplateLayout } from "../template-layout";
import { PLAN_TEXT, TEXT } from "../texts";
import { COLOR, DATE_FORMAT, INPUT, withStyle } from "../theme";
import { dueCell, statusFormula } from "./plan-formulas";
import { centered, indented, tableCanvas } from "./table";

type Column = (typeof COLUMNS.plan)[number];

const SMALL: Style = { font: { size: 10 } };
const COLUMN: Readonly<Record<Column, { readonly width: number; readonly style: Style }>> = {
  No: { width: 6, style: centered({ font: { bold: true } }) },
  Indikator: { width: 34, style: {} },
  OPD: { width: 22, style: withStyle(INPUT, SMALL, { indent: 1 }) },
  Dari: { width: 7, style: centered() },
  Ke: { width: 7, style: centered({ font: { bold: true } }) },
  Upaya: { width: 9, style: centered() },
  Tambahan: { width: 11, style: centered({ numberFormat: "+0.0000" }) },
  "Yang harus dipenuhi": { width: 62, style: indented(SMALL) },
  Tenggat: { width: 13, style: withStyle(centered(INPUT), SMALL, { numberFormat: DATE_FORMAT }) },
  Status: { width: 12, style: indented(SMALL) },
};

export interface PlanOptions {
  readonly name?: string;
  /** Where `Penilaian` lies, for the status; the template's layout by default. */
  readonly layout?: TemplateLayout;
}

/**
 * A plan as `Rencana` holds it. Of the sheet that stood there before, due dates and statuses that a person wrote stay with
 * their indicator, and so does the OPD where the plan names none; computed dates are those of this plan.
 */
export function plannedSheet(plan: Plan, assessment: Assessment, before: KeptPlan | null = null): KeptPlan {
  const earlier = new Map(before?.steps.map((step) => [step.indicator, step]));
  const { runnerUp } = plan;
  const hints = [
    ...plan.documents.map(({ name, effort }) => PLAN_TEXT.shared(name, decimal(effort))),
    ...(runnerUp
      ? [PLAN_TEXT.runnerUp(decimal(runnerUp.effort), shown(runnerUp.to)), reasonText(plan, runnerUp, "id")]
      : []),
  ];
  return {
    sheet: SHEET.plan,
    subtitle: planLine(plan, assessment),
    hint: hints.join(" "),
    effort: plan.effort,
    steps: plan.steps.map(({ indicator, opd, from, to, effort, due }) => {
      const kept = earlier.get(indicator);
      const dueIsTyped = kept?.dueIsTyped ?? false;
      return {
        indicator,
        opd: opd.length > 0 ? opd : (kept?.opd ?? []),
        from,
        to,
        effort,
        due: dueIsTyped ? (kept?.due ?? null) : due,
        dueIsTyped,
        status: kept?.status ?? null,
      };
    }),
  };
}

/**
 * The sheet `Rencana`: the steps with what must become true. A step's status follows from what `Kriteria` meets, unless a
 * person wrote over it.
 */
export const keptPlanSheet = (kept: KeptPlan, assessment: Assessment, options: PlanOptions = {}): SheetSpec =>
  stepsSheet({ ...kept, steps: keptFigures(kept, assessment).steps }, assessment, options);

/** The sheet of a plan that was just made; what people typed into the one that stood there (`kept`) stays. */
export const planSheet = (
  plan: Plan,
  assessment: Assessment,
  options: PlanOptions & { readonly kept?: KeptPlan | null } = {},
): SheetSpec => keptPlanSheet(plannedSheet(plan, assessment, options.kept), assessment, options);

type Step = KeptStep & { readonly gain: Ratio };
type Steps = Pick<KeptPlan, "subtitle" | "hint"> & { readonly steps: readonly Step[] };

function stepsSheet({ subtitle, hint, steps }: Steps, assessment: Assessment, options: PlanOptions): SheetSpec {
  const layout = options.layout ?? templateLayout(assessment.instrument);
  const table = tableCanvas({
    name: options.name ?? SHEET.plan,
    table: TABLE.plan,
    title: PLAN_TEXT.title,
    subtitle,
    hint,
    columns: COLUMNS.plan.map((header) => ({ header, ...COLUMN[header] })),
    rows: steps.map((step, index) => stepCells(step, assessment, layout, FIRST_ROW + index)),
    identity: assessment.identity,
    leastHeight: 28,
    freezeColumns: 2,
  });
  table.canvas.format(
    table.column("Status"),
    { kind: "equal", value: PLAN_TEXT.status.done },
    { font: { bold: true, color: COLOR.yes } },
  );
  table.canvas.format(
    table.column("Status"),
    { kind: "equal", value: PLAN_TEXT.status.late },
    { font: { bold: true, color: COLOR.problem } },
  );
  table.canvas.validate({
    range: table.column("Tenggat"),
    rule: { kind: "date", min: "2015-01-01", max: "2100-12-31" },
    error: { ...PLAN_TEXT.due, style: "stop" },
  });
  return table.finish();
}

const decimal = (value: number): string => localDecimal(String(value), "id");
const shown = (value: Ratio, places = 2): string => localDecimal(roundHalfUp(value, places), "id");

/** "2,15 menjadi 2,61 Baik · target 2,60 · 16 langkah · upaya 33 (perkiraan dalam …)". */
const planLine = (plan: Plan, { instrument }: Assessment): string =>
  [
    PLAN_TEXT.result(shown(plan.from), shown(plan.to), bandOf(instrument, plan.to).name),
    PLAN_TEXT.target(shown(plan.target)),
    PLAN_TEXT.steps(plan.steps.length),
    `${PLAN_TEXT.effort(decimal(plan.effort))} (${PLAN_TEXT.estimate(planningOf(instrument.id).unit)})`,
  ].join(TEXT.separator);

function stepCells(step: Step, assessment: Assessment, layout: TemplateLayout, row: number): readonly Cell[] {
  const indicator = indicatorsOf(assessment.instrument)[step.indicator - 1];
  // The sheet knows today by itself: what it says of a due date that has passed is not settled when it is written.
  const progress = progressOf(step, assessment, null);
  const cells: Record<Column, Cell> = {
    No: step.indicator,
    Indikator: indicator ? shortIndicator(indicator.shortName) : null,
    OPD: step.opd.join("; ") || null,
    Dari: step.from,
    Ke: step.to,
    Upaya: step.effort,
    Tambahan: toNumber(step.gain),
    "Yang harus dipenuhi": progress && whatMustBeMet(progress),
    Tenggat: dueCell(step),
    Status: step.status ?? {
      formula: statusFormula(layout, row),
      value: PLAN_TEXT.status[progress?.status ?? "open"],
    },
  };
  return COLUMNS.plan.map((column) => cells[column]);
}

/** The requirements that must become true, each with its code, then the evidence that the guideline asks for. */
const whatMustBeMet = ({ criteria, evidence }: Progress): string =>
  [
    ...criteria.map(({ id, text }) => `${id}  ${text}`),
    ...(evidence.length > 0 ? [PLAN_TEXT.evidence, ...evidence.map(({ item }) => `–  ${item}`)] : []),
  ].join("\n");
