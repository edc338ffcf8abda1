import type { Assessment } from "../../assessment/assessment";
import { officesOf } from "../../assessment/offices";
import type { Plan, PlanChoice, PlanRequest, StepEffort, Unreachable } from "../../assessment/plan";
import { documentsOf, sumOfEfforts } from "../../assessment/plan-effort";
import { requestOf } from "../../assessment/plan-input";
import { isLimited } from "../../assessment/plan-text";
import { compare, parseRatio, ratio, roundHalfUp, subtract, type Ratio } from "../../assessment/ratio";
import { planningOf } from "../../instrument/planning";
import { indexOf, levelsOf, nextLimit } from "../../assessment/score";

/** What a person sets around the plan; everything else follows from the workbook. */
export interface PlanSettings {
  /** Decimal text with a point. */
  readonly target: string;
  readonly locks: readonly number[];
  readonly effort: readonly StepEffort[];
  readonly maxLevel: number | null;
  /** The most indicators that one OPD can take on; null = no limit. */
  readonly perOpd: number | null;
  /** OPDs that can take on more or less than that. */
  readonly capacities: ReadonlyMap<string, number>;
  /** Ids of the documents that are made once for all their steps. */
  readonly shared: readonly string[];
  /** ISO days; "" = none. */
  readonly start: string;
  readonly deadline: string;
}

/** The agency's own target, else the lower limit of the next band, else the top of the scale. */
export function firstTarget(assessment: Assessment, targetIndex: string | null): string {
  if (targetIndex !== null && parseRatio(targetIndex)) return targetIndex;
  const { instrument } = assessment;
  const next = nextLimit(instrument, indexOf(instrument, levelsOf(assessment)));
  return next ? roundHalfUp(next) : String(instrument.scale.max);
}

/** What a plan begins with: the target, no limits, and the assessment's day as its start. */
export const firstSettings = (assessment: Assessment, targetIndex: string | null): PlanSettings => ({
  target: firstTarget(assessment, targetIndex),
  locks: [],
  effort: [],
  maxLevel: null,
  perOpd: null,
  capacities: new Map(),
  shared: [],
  start: assessment.identity.assessmentDate ?? "",
  deadline: "",
});

/** The request, or null while the target is no number of the scale. */
export function planRequest(assessment: Assessment, settings: PlanSettings): PlanRequest | null {
  const target = parseRatio(settings.target);
  if (!target) return null;
  const { min, max } = assessment.instrument.scale;
  if (compare(target, ratio(min)) < 0 || compare(target, ratio(max)) > 0) return null;
  const { shared } = settings;
  const limits = officesOf(assessment).flatMap((opd) => {
    const steps = settings.capacities.get(opd) ?? settings.perOpd;
    return steps === null ? [] : [{ opd, steps }];
  });
  return {
    ...requestOf(assessment, target),
    effort: settings.effort,
    locks: settings.locks,
    ...(settings.maxLevel !== null && { maxLevel: settings.maxLevel }),
    ...(limits.length > 0 && { capacities: limits }),
    documents: planningOf(assessment.instrument.id).documents.filter(({ id }) => shared.includes(id)),
    ...(settings.start && { start: settings.start }),
    ...(settings.start && settings.deadline && { deadline: settings.deadline }),
  };
}

/** The runner-up as the plan that is shown and written. */
export function takeRunnerUp(plan: Plan): Plan {
  const { runnerUp } = plan;
  if (!runnerUp) return plan;
  const { steps, to, effort, opds, documents, levels }: PlanChoice = runnerUp;
  return { ...plan, steps, to, effort, opds, documents, levels, margin: subtract(to, plan.target), runnerUp: null };
}

/**
 * The effort that the person gives to a whole rise, spread evenly over its levels so that no part of it comes free. What is
 * typed is what is shown, without the shared documents: what those save is added to each level that needs them.
 */
export function withEffort(
  effort: readonly StepEffort[],
  step: { readonly indicator: number; readonly from: number; readonly to: number },
  value: number,
  request: PlanRequest | null = null,
): readonly StepEffort[] {
  const first = Math.floor(step.from) + 1;
  const count = Math.max(1, Math.floor(step.to) - Math.floor(step.from));
  const levels = Array.from({ length: count }, (_, i) => first + i);
  const share = Math.floor((value * 100) / count) / 100;
  const rest = Math.round((value - share * (count - 1)) * 100) / 100;
  const savedAt = (level: number): number =>
    sumOfEfforts((request ? documentsOf(request, step.indicator, level) : []).map(({ saves }) => saves));
  return [
    ...effort.filter(({ indicator, level }) => indicator !== step.indicator || !levels.includes(level)),
    ...levels.map((level, i) => ({
      indicator: step.indicator,
      level,
      effort: sumOfEfforts([i === count - 1 ? rest : share, savedAt(level)]),
    })),
  ];
}

/** What holds the target out of reach and what a person may loosen: the numbers that the sentence names. */
export function unreachableFacts(outcome: Unreachable): {
  readonly most: Ratio;
  readonly locks: readonly number[];
  readonly maxLevel: boolean;
  readonly opds: readonly string[];
  readonly deadline: boolean;
  /** Whether limits that the person set hold it back at all. */
  readonly limited: boolean;
  /** They do, and lifting one alone helps nothing. */
  readonly together: boolean;
  /** The highest index without any limit. */
  readonly unlimited: Ratio;
  /** Numbers of the unanswered indicators. */
  readonly missing: readonly number[];
} {
  const of = (kind: string) => outcome.blockers.filter((blocker) => blocker.kind === kind);
  return {
    most: outcome.most,
    locks: of("lock").flatMap(({ indicator }) => indicator ?? []),
    maxLevel: of("max-level").length > 0,
    opds: of("capacity").flatMap(({ opd }) => opd ?? []),
    deadline: of("deadline").length > 0,
    limited: isLimited(outcome),
    together: isLimited(outcome) && outcome.blockers.length === 0,
    unlimited: outcome.unlimited,
    missing: outcome.missing,
  };
}

/** The index when one indicator alone moves to another level. */
export function indexAt(
  assessment: Assessment,
  indicator: number,
  level: number,
): { readonly index: Ratio; readonly change: Ratio } {
  const before = levelsOf(assessment);
  const after = before.map((held, i) => (i === indicator - 1 ? level : held));
  const index = indexOf(assessment.instrument, after);
  return { index, change: subtract(index, indexOf(assessment.instrument, before)) };
}
