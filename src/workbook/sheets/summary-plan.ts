import { compare, subtract, type Ratio } from "../../assessment/ratio";
import { bandOf, contributionOf, indicatorsOf, levelsOf } from "../../assessment/score";
import { localDecimal } from "../../locale/index";
import { shortIndicator } from "../short-names";
import { SUMMARY_TEXT } from "../texts";
import { textLines } from "../text-height";
import { withStyle } from "../theme";
import { numberText } from "./text-formulas";
import {
  COLUMN_HEAD,
  COLUMN_WIDTH,
  decimal,
  GRID,
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

/** A step that is still to be taken, from the level of today. */
type OpenStep = PlanFigures["steps"][number] & { readonly now: number | null; readonly gain: Ratio };

/** The steps whose level is not reached yet, the one that brings the most first. */
function openSteps({ assessment }: Page, plan: PlanFigures): readonly OpenStep[] {
  const indicators = indicatorsOf(assessment.instrument);
  const levels = levelsOf(assessment);
  return plan.steps
    .flatMap((step): OpenStep[] => {
      const indicator = indicators[step.indicator - 1];
      const now = levels[step.indicator - 1] ?? null;
      if (!indicator || (now !== null && now >= step.to)) return [];
      return [{ ...step, now, gain: subtract(contributionOf(indicator, step.to), contributionOf(indicator, now)) }];
    })
    .sort((a, b) => compare(b.gain, a.gain) || a.indicator - b.indicator);
}

/** The steps that bring the most, with who and when. */
export function putDecisions(page: Page, top: number): number {
  const { canvas, assessment, options } = page;
  const plan = options.plan ?? null;
  const open = plan ? openSteps(page, plan) : [];
  const steps = open.slice(0, DECISIONS);
  const heads = [
    [0, 14, SUMMARY_TEXT.decisions(steps.length === 0 ? DECISIONS : steps.length), SECTION],
    [15, 26, SUMMARY_TEXT.opd, COLUMN_HEAD],
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
    const heights = [
      putName(canvas, row, 2, 14, shortIndicator(indicators[step.indicator - 1]?.shortName ?? "")),
      putName(canvas, row, 15, 26, step.opd.join("; ")),
    ];
    canvas.put(
      span(row, 27, 31),
      step.due && { date: step.due },
      withStyle(ROW, { numberFormat: "[$-421]d mmm yyyy" }),
    );
    canvas.put(span(row, 32, 35), levelStep(step), withStyle(ROW, RIGHT, STRONG));
    canvas.put(span(row, 36, 39), numberText(`+${decimal(step.gain, 4)}`), withStyle(ROW, RIGHT));
    canvas.height(row, Math.max(...heights));
  });
  const below = top + steps.length + 1;
  const note = plan ? planNote(page, plan, plan.steps.length - open.length) : SUMMARY_TEXT.noPlan;
  canvas.put(span(below, 0, 39), note, withStyle(plan ? {} : ROW, NOTE, { wrap: true }));
  canvas.height(below, textLines(note, GRID * COLUMN_WIDTH, 9) * 12 + 6).height(below + 1, 16);
  return below + 1;
}

/** How far the plan has come and what it leads to; while a level is missing nobody knows what that is called. */
function planNote({ assessment, score }: Page, plan: PlanFigures, done: number): string {
  const effort = localDecimal(String(plan.effort), "id");
  const result = SUMMARY_TEXT.planResult(`${decimal(plan.to)} ${bandOf(assessment.instrument, plan.to).name}`);
  return [
    SUMMARY_TEXT.planSteps(plan.steps.length, done, effort) +
      (score.missing.length === 0 ? result : SUMMARY_TEXT.planOpen),
    plan.listed ? SUMMARY_TEXT.planListed : SUMMARY_TEXT.planUnlisted,
  ].join(" ");
}

const levelStep = ({ now, to }: OpenStep): string =>
  `${now === null ? SUMMARY_TEXT.nothing : localDecimal(String(now), "id")} → ${localDecimal(String(to), "id")}`;
