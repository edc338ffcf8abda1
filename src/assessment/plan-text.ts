import { fill, localDecimal, type Locale, type MessageParams } from "../locale";
import { plan as english } from "../locale/en/plan";
import { plan as indonesian } from "../locale/id/plan";
import { planningOf } from "../instrument/planning";
import type { Instrument } from "../instrument/types";
import type { Blocker, Plan, PlanStep, RunnerUp, Unreachable } from "./plan";
import { sumOfEfforts } from "./plan-effort";
import type { Rejection } from "./plan-rejection";
import { compare, roundHalfUp, type Ratio } from "./ratio";
import { indicatorsOf } from "./score";

type Key = keyof typeof indonesian;

/** A sentence of the plan's area. */
export const planText = (key: Key, locale: Locale, params: MessageParams = {}): string =>
  fill((locale === "id" ? indonesian : english)[key], params);

/** An index in text: two places, or four where two would look the same as `beside`. */
function indexText(index: Ratio, locale: Locale, beside: Ratio | null = null): string {
  const places = beside && roundHalfUp(index, 2) === roundHalfUp(beside, 2) ? 4 : 2;
  return localDecimal(roundHalfUp(index, places), locale);
}

const effortText = (effort: number, locale: Locale): string => localDecimal(String(effort), locale);

/** "11 Arsitektur SPBE dari 1 ke 2". */
const stepText = (plan: Plan, step: PlanStep, locale: Locale): string =>
  planText("plan.step", locale, {
    number: step.indicator,
    name: indicatorsOf(plan.request.instrument)[step.indicator - 1]?.shortName ?? "",
    from: localDecimal(String(step.from), locale),
    to: step.to,
  });

/** Why the runner-up lost, in one sentence. */
export function reasonText(plan: Plan, runnerUp: RunnerUp, locale: Locale): string {
  return planText(`plan.reason.${runnerUp.reason}`, locale, {
    effort: effortText(runnerUp.effort, locale),
    more: effortText(sumOfEfforts([runnerUp.effort, -plan.effort]), locale),
    opds: runnerUp.opds.length,
    planOpds: plan.opds.length,
    to: indexText(runnerUp.to, locale, plan.to),
    planTo: indexText(plan.to, locale, runnerUp.to),
  });
}

/** What the runner-up does otherwise. */
export function differenceText(plan: Plan, { without, instead }: RunnerUp, locale: Locale): string {
  const list = (steps: readonly PlanStep[]): string => steps.map((step) => stepText(plan, step, locale)).join(", ");
  if (instead.length === 0) return planText("plan.runnerUp.without", locale, { steps: list(without) });
  if (without.length === 0) return planText("plan.runnerUp.instead", locale, { steps: list(instead) });
  return planText("plan.runnerUp.both", locale, { without: list(without), instead: list(instead) });
}

/** What dropping a step does. */
export function rejectionText({ index, misses, more, most }: Rejection, locale: Locale): string {
  if (!misses) return planText("plan.drop.keeps", locale, { index: indexText(index, locale) });
  if (more === null)
    return planText("plan.drop.missed", locale, { most: most === null ? "" : indexText(most, locale) });
  return planText("plan.drop.replaced", locale, { index: indexText(index, locale), more: effortText(more, locale) });
}

const blockerText = ({ kind, indicator, opd, most }: Blocker, locale: Locale): string =>
  planText(`plan.blocker.${kind}`, locale, {
    indicator: indicator ?? "",
    opd: opd?.trim() ?? "",
    most: indexText(most, locale),
  });

/** Why there is no plan, and what would help: one sentence each. */
export function unreachableTexts(outcome: Unreachable, locale: Locale): string[] {
  const params = {
    target: indexText(outcome.target, locale, outcome.most),
    most: indexText(outcome.most, locale, outcome.target),
  };
  const { blockers } = outcome;
  if (!isLimited(outcome) && outcome.missing.length === 0) return [planText("plan.unreachable.max", locale, params)];
  const unlimited = indexText(outcome.unlimited, locale, outcome.most);
  return [
    planText(isLimited(outcome) ? "plan.unreachable" : "plan.unreachable.missing", locale, params),
    ...blockers.map((blocker) => blockerText(blocker, locale)),
    ...(isLimited(outcome) && blockers.length === 0
      ? [planText("plan.unreachable.together", locale, { unlimited })]
      : []),
    ...missingTexts(outcome, locale),
  ];
}

/** Whether the limits that a person set hold the index back, be it one of them or all together. */
export const isLimited = ({ most, unlimited }: Pick<Unreachable, "most" | "unlimited">): boolean =>
  compare(most, unlimited) < 0;

/** That efforts are estimates, and what they are counted in. */
export const estimateText = (instrument: Instrument, locale: Locale): string =>
  planText("plan.estimate", locale, { unit: planningOf(instrument.id).unit });

/** The caution about unanswered indicators, if there are any. */
export const missingTexts = ({ missing }: Pick<Plan, "missing">, locale: Locale): string[] =>
  missing.length === 0 ? [] : [planText("plan.missing", locale, { numbers: missing.join(", ") })];
