import { planOf, stepsOnlyIn, type PlanOutcome, type PlanRequest, type PlanStep } from "./plan";
import { sumOfEfforts } from "./plan-effort";

export interface WhatIf {
  readonly before: PlanOutcome;
  readonly after: PlanOutcome;
  /** Steps that only one of the two plans takes, or takes to another level. */
  readonly without: readonly PlanStep[];
  readonly instead: readonly PlanStep[];
  /** Effort afterwards less effort before; null unless both reach the target. */
  readonly effort: number | null;
}

const stepsOf = (outcome: PlanOutcome): readonly PlanStep[] => (outcome.kind === "plan" ? outcome.plan.steps : []);

/** What some other locks, limits, efforts or another target would make of the plan. */
export function whatIf(request: PlanRequest, changes: Partial<PlanRequest>): WhatIf {
  const before = planOf(request);
  const after = planOf({ ...request, ...changes });
  return {
    before,
    after,
    without: stepsOnlyIn(stepsOf(before), stepsOf(after)),
    instead: stepsOnlyIn(stepsOf(after), stepsOf(before)),
    effort:
      before.kind === "plan" && after.kind === "plan" ? sumOfEfforts([after.plan.effort, -before.plan.effort]) : null,
  };
}
