import { planOf, type Plan, type PlanStep } from "./plan";
import { sumOfEfforts } from "./plan-effort";
import { compare, subtract, type Ratio } from "./ratio";

/** What happens when one step of a plan is not taken. */
export interface Rejection {
  readonly step: PlanStep;
  /** The index with nothing in its place. */
  readonly index: Ratio;
  readonly misses: boolean;
  /** The cheapest plan that leaves this indicator alone, or null when there is none. */
  readonly replacement: Plan | null;
  /** What it costs more; null without a replacement. */
  readonly more: number | null;
  /** Without a replacement, the highest index that is left; else null. */
  readonly most: Ratio | null;
}

/** For each step of a plan: whether dropping it misses the target, and what would replace it at which price. */
export const rejectionsOf = (plan: Plan): Rejection[] =>
  plan.steps.map((step) => {
    const index = subtract(plan.to, step.gain);
    const other = planOf({ ...plan.request, locks: [...(plan.request.locks ?? []), step.indicator] });
    const replacement = other.kind === "plan" ? other.plan : null;
    return {
      step,
      index,
      misses: compare(index, plan.target) < 0,
      replacement,
      more: replacement && sumOfEfforts([replacement.effort, -plan.effort]),
      most: other.kind === "unreachable" ? other.unreachable.most : null,
    };
  });
