import type { Pick } from "./plan-frontier";
import { blockersOf, mostWithoutLimits } from "./plan-blockers";
import { officeKey } from "./offices";
import { documentsOf, netEffortOf, stepEffortOf, sumOfEfforts } from "./plan-effort";
import { leadOf, modelOf, pointsOf } from "./plan-model";
import { dueOf, singlesOf } from "./plan-schedule";
import { bestPlans, mostReachable, type Candidate } from "./plan-switches";
import type { Plan, PlanChoice, PlanOutcome, PlanRequest, PlanStep, RunnerUp, RunnerUpReason } from "./plan-types";
import { add, subtract, type Ratio } from "./ratio";
import { indexOf } from "./score";

export type * from "./plan-types";

function stepOf(request: PlanRequest, { indicator, option }: Pick): PlanStep {
  const singles = singlesOf(request, indicator, option.level);
  const used = new Set(singles.flatMap((level) => documentsOf(request, indicator, level)));
  return {
    indicator,
    from: request.levels[indicator - 1] ?? 0,
    to: option.level,
    effort: sumOfEfforts(singles.map((level) => netEffortOf(request, indicator, level))),
    gain: pointsOf(option.gain),
    opd: (request.owners?.[indicator - 1] ?? []).filter((name) => name.trim() !== ""),
    months: singles.reduce((sum, level) => sum + stepEffortOf(request, indicator, level).months, 0),
    due: dueOf(request, indicator, option.level),
    documents: (request.documents ?? []).filter((document) => used.has(document)).map(({ id }) => id),
  };
}

function choiceOf(request: PlanRequest, from: Ratio, { picks, gain }: Candidate): PlanChoice {
  const steps = picks.map((pick) => stepOf(request, pick));
  const documents = (request.documents ?? []).filter(({ id }) => steps.some((step) => step.documents.includes(id)));
  const opds = [...steps.map(({ indicator }) => leadOf(request, indicator)), ...documents.map(({ opd }) => opd)].filter(
    (opd): opd is string => opd !== null,
  );
  return {
    steps,
    to: add(from, pointsOf(gain)),
    effort: sumOfEfforts([...steps.map(({ effort }) => effort), ...documents.map(({ effort }) => effort)]),
    opds: [...new Map([...opds].reverse().map((opd) => [officeKey(opd), opd])).values()].reverse(),
    documents,
    levels: request.levels.map((level, index) => steps.find(({ indicator }) => indicator === index + 1)?.to ?? level),
  };
}

function reasonOf(plan: PlanChoice, other: PlanChoice): RunnerUpReason {
  if (other.effort !== plan.effort) return "effort";
  if (other.opds.length !== plan.opds.length) return "opds";
  return subtract(plan.to, other.to).numerator === 0 ? "order" : "margin";
}

/** Steps of one plan that another does without, or takes to another level. */
export const stepsOnlyIn = (one: readonly PlanStep[], other: readonly PlanStep[]): PlanStep[] =>
  one.filter(({ indicator, to }) => !other.some((step) => step.indicator === indicator && step.to === to));

function runnerUpOf(plan: PlanChoice, other: PlanChoice): RunnerUp {
  return {
    ...other,
    reason: reasonOf(plan, other),
    without: stepsOnlyIn(plan.steps, other.steps),
    instead: stepsOnlyIn(other.steps, plan.steps),
  };
}

/** Numbers of the indicators without a level. */
const missingOf = ({ levels }: PlanRequest): number[] =>
  levels.flatMap((level, index) => (level === null ? [index + 1] : []));

/**
 * The cheapest set of level rises that reaches the target, exactly. Goals in order: the least effort, the fewest OPDs
 * at work, the largest margin, the lowest indicator numbers (smallest sum of the raised ones). When the target is
 * reached already, the plan is empty. Throws a RangeError for a request whose parts do not fit together (as many levels
 * as indicators, efforts from 0 up, a start with every deadline).
 */
export function planOf(request: PlanRequest): PlanOutcome {
  const model = modelOf(request);
  const from = indexOf(request.instrument, request.levels);
  const shared = { request, from, target: request.target, missing: missingOf(request) };
  const nothing: Candidate = { picks: [], cost: 0, gain: 0, order: 0 };
  const [first, second] = model.need <= 0 ? [nothing] : bestPlans(model);
  if (!first) {
    const most = add(from, pointsOf(mostReachable(model)));
    const unlimited = mostWithoutLimits(request);
    return { kind: "unreachable", unreachable: { ...shared, most, unlimited, blockers: blockersOf(request, most) } };
  }
  const choice = choiceOf(request, from, first);
  const plan: Plan = {
    ...shared,
    ...choice,
    margin: subtract(choice.to, request.target),
    runnerUp: second ? runnerUpOf(choice, choiceOf(request, from, second)) : null,
  };
  return { kind: "plan", plan };
}
