import { compare, toNumber } from "../../assessment/ratio";
import { bandOf, indicatorsOf } from "../../assessment/score";
import { localDecimal } from "../../locale/index";
import { shortIndicator } from "../short-names";
import { SUMMARY_TEXT } from "../texts";
import { withStyle } from "../theme";
import {
  COLUMN_HEAD,
  decimal,
  NOTE,
  putName,
  RIGHT,
  ROW,
  SECTION,
  span,
  STRONG,
  type Page,
  type PlanFigures,
} from "./summary-page";

const DECISIONS = 5;

type Step = PlanFigures["steps"][number];

/** The steps that bring the most, with who and when. */
export function putDecisions(page: Page, top: number): number {
  const { canvas, assessment, options } = page;
  const plan = options.plan ?? null;
  const steps: readonly Step[] = plan
    ? [...plan.steps].sort((a, b) => compare(b.gain, a.gain) || a.indicator - b.indicator).slice(0, DECISIONS)
    : [];
  const heads = [
    [0, 18, steps.length === 0 ? SUMMARY_TEXT.decisions(DECISIONS) : SUMMARY_TEXT.decisions(steps.length), SECTION],
    [19, 26, SUMMARY_TEXT.opd, COLUMN_HEAD],
    [27, 31, SUMMARY_TEXT.due, COLUMN_HEAD],
    [32, 35, SUMMARY_TEXT.level, withStyle(COLUMN_HEAD, RIGHT)],
    [36, 39, SUMMARY_TEXT.points, withStyle(COLUMN_HEAD, RIGHT)],
  ] as const;
  for (const [from, to, text, style] of heads) canvas.put(span(top, from, to), text, style);
  canvas.height(top, 22);
  const indicators = indicatorsOf(assessment.instrument);
  steps.forEach((step, place) => {
    const row = top + 1 + place;
    canvas.put(span(row, 0, 1), step.indicator, withStyle(ROW, { font: { bold: true } }));
    const height = putName(canvas, row, 2, 18, shortIndicator(indicators[step.indicator - 1]?.shortName ?? ""));
    canvas.put(span(row, 19, 26), step.opd.join("; ") || null, withStyle(ROW, { wrap: true }));
    canvas.put(
      span(row, 27, 31),
      step.due && { date: step.due },
      withStyle(ROW, { numberFormat: "[$-421]d mmm yyyy" }),
    );
    canvas.put(span(row, 32, 35), levelStep(step), withStyle(ROW, RIGHT, STRONG));
    canvas.put(span(row, 36, 39), toNumber(step.gain), withStyle(ROW, RIGHT, { numberFormat: "+0.0000" }));
    canvas.height(row, Math.max(height, step.opd.join("; ").length > 18 ? 28 : 20));
  });
  const below = top + Math.max(1, steps.length) + (plan ? 1 : 0);
  if (plan) {
    const result = `${decimal(plan.to)} ${bandOf(assessment.instrument, plan.to).name}`;
    const effort = localDecimal(String(plan.effort), "id");
    canvas.put(span(below, 0, 39), SUMMARY_TEXT.planNote(plan.steps.length, effort, result), NOTE);
  } else canvas.put(span(below, 0, 39), SUMMARY_TEXT.noPlan, withStyle(ROW, NOTE));
  canvas.height(below, 18).height(below + 1, 16);
  return below + 1;
}

const levelStep = ({ from, to }: Step): string =>
  `${localDecimal(String(from), "id")} → ${localDecimal(String(to), "id")}`;
