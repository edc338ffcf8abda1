import type { Assessment } from "../assessment/assessment";
import { previousResult } from "../assessment/history";
import { instrumentTitle } from "../instrument";
import { keptFigures, type Kept } from "./kept";
import type { SummaryOptions } from "./sheets/summary";

/** What the leader's page takes from the rest of the workbook: the target, the year before, and the plan that stands there. */
export function summaryFacts(
  assessment: Assessment,
  { targetIndex, history, plan }: Pick<Kept, "targetIndex" | "history" | "plan">,
): Required<Pick<SummaryOptions, "targetIndex" | "previous" | "plan">> {
  const previous = previousResult(history, assessment);
  return {
    targetIndex,
    previous: previous && { ...previous, instrumentTitle: instrumentTitle(previous.instrument) },
    plan: plan && { ...keptFigures(plan, assessment), effort: plan.effort, listed: true },
  };
}
