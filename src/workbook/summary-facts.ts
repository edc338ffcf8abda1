import type { Assessment } from "../assessment/assessment";
import { previousResult } from "../assessment/history";
import { INSTRUMENTS } from "../instrument";
import { keptFigures, type Kept } from "./kept";
import type { SummaryOptions } from "./sheets/summary";

/** What the leader's page takes from the rest of the workbook: the target, the year before, and the plan that stands there. */
export function summaryFacts(
  assessment: Assessment,
  { targetIndex, history, plan }: Pick<Kept, "targetIndex" | "history" | "plan">,
): Required<Pick<SummaryOptions, "targetIndex" | "previous" | "plan">> {
  const previous = previousResult(history, assessment.identity.year);
  const titleOf = (id: string): string => INSTRUMENTS.find((one) => one.id === id)?.title ?? id;
  return {
    targetIndex,
    previous: previous && { ...previous, instrumentTitle: titleOf(previous.instrument) },
    plan: plan && { ...keptFigures(plan, assessment), effort: plan.effort },
  };
}
