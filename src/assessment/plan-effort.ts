import { defaultStep, planningOf, type SharedDocument } from "../instrument/planning";
import type { PlanRequest } from "./plan-types";

/** A value of two decimals at most as a whole number of hundredths. */
export const hundredths = (value: number): number => Math.round(value * 100);

/** Efforts have two decimals at most, so sums are rounded back to them. */
export const sumOfEfforts = (efforts: readonly number[]): number =>
  efforts.reduce((sum, effort) => sum + hundredths(effort), 0) / 100;

/** Whether the criteria of a level are met already, so that only the claim is left to write. */
const isMet = ({ met }: PlanRequest, indicator: number, level: number): boolean => level <= (met?.[indicator - 1] ?? 0);

/**
 * Effort and duration of the single step that reaches `level`: what the person says, else the default, which is nothing
 * for a level whose criteria are met already. Throws a RangeError for an effort below 0.
 */
export function stepEffortOf(
  request: PlanRequest,
  indicator: number,
  level: number,
): { effort: number; months: number } {
  const edit = request.effort?.find((one) => one.indicator === indicator && one.level === level);
  const standard = isMet(request, indicator, level)
    ? { effort: 0, months: 0 }
    : defaultStep(planningOf(request.instrument.id), indicator, level);
  const effort = edit?.effort ?? standard.effort;
  if (!(effort >= 0 && Number.isFinite(effort))) throw new RangeError(`effort of ${indicator} to ${level}: ${effort}`);
  return { effort, months: edit?.months ?? standard.months };
}

/** The shared documents that a single step needs; none where its criteria are met already. */
export const documentsOf = (request: PlanRequest, indicator: number, level: number): readonly SharedDocument[] =>
  isMet(request, indicator, level)
    ? []
    : (request.documents ?? []).filter(({ steps }) =>
        steps.some((step) => step.indicator === indicator && step.level === level),
      );

/** What a single step costs beside the shared documents that it needs. */
export function netEffortOf(request: PlanRequest, indicator: number, level: number): number {
  const saved = documentsOf(request, indicator, level).map(({ saves }) => -saves);
  return Math.max(0, sumOfEfforts([stepEffortOf(request, indicator, level).effort, ...saved]));
}
