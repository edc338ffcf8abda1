import type { Locale } from "../locale";
import type { IsoDate } from "./assessment";
import { levelDocument } from "./index-document";
import type { PlanOutcome, PlanStep } from "./plan";
import { reasonText } from "./plan-text";
import { exactText } from "./ratio";
import type { Instrument } from "../instrument/types";

interface StepDocument {
  readonly indicator: number;
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly effort: number;
  readonly gain: string;
  /** Only where work has a start. */
  readonly due?: IsoDate;
}

/** The JSON of `spbe plan`. Index values and gains are exact decimal strings. */
export interface PlanDocument {
  readonly from: string;
  /** The index afterwards; the highest that can be had when the target is out of reach. */
  readonly to: string;
  readonly target: string;
  /** Null when the target is out of reach. */
  readonly effort: number | null;
  readonly steps: readonly StepDocument[];
  readonly runnerUp: {
    readonly effort: number;
    readonly to: string;
    readonly steps: readonly StepDocument[];
    /** Why it lost, as a sentence. */
    readonly reason: string;
  } | null;
}

const stepDocument = (instrument: Instrument, { indicator, from, to, effort, gain, due }: PlanStep): StepDocument => ({
  indicator,
  from: levelDocument(instrument, from),
  to: levelDocument(instrument, to),
  effort,
  gain: exactText(gain),
  ...(due !== null && { due }),
});

export function planDocument(outcome: PlanOutcome, locale: Locale = "id"): PlanDocument {
  if (outcome.kind === "unreachable") {
    const { from, most, target } = outcome.unreachable;
    return {
      from: exactText(from),
      to: exactText(most),
      target: exactText(target),
      effort: null,
      steps: [],
      runnerUp: null,
    };
  }
  const { plan } = outcome;
  const steps = (list: readonly PlanStep[]): StepDocument[] =>
    list.map((step) => stepDocument(plan.request.instrument, step));
  return {
    from: exactText(plan.from),
    to: exactText(plan.to),
    target: exactText(plan.target),
    effort: plan.effort,
    steps: steps(plan.steps),
    runnerUp: plan.runnerUp && {
      effort: plan.runnerUp.effort,
      to: exactText(plan.runnerUp.to),
      steps: steps(plan.runnerUp.steps),
      reason: reasonText(plan, plan.runnerUp, locale),
    },
  };
}
