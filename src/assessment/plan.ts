import type { PlanRequest, PlanOutcome } from "./plan-types";

export type * from "./plan-types";

/** The cheapest set of level rises that reaches the target. */
export const planOf = (request: PlanRequest): PlanOutcome => {
  throw new RangeError(`no plan yet for ${request.instrument.id}`);
};
