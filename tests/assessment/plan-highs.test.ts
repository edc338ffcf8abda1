import { planOf, type PlanRequest } from "../../src/assessment/plan";
import { needOf, POINT } from "../../src/assessment/plan-model";
import { subtract, toNumber } from "../../src/assessment/ratio";
import { lexOptimum, mostOf, type Highs } from "./plan-milp";
import { startHighs } from "./start-highs";
import { randomOf, randomRequest, type Constraint } from "./plan-random";

const FAMILIES: Readonly<Record<string, readonly Constraint[]>> = {
  "no limit": [],
  "OPDs counted": ["owners"],
  locks: ["locks"],
  "a maximum level": ["max"],
  "effort capacities of 25 OPDs": ["capacity"],
  "step capacities of 25 OPDs": ["steps"],
  "indicator 12 still at 1": ["gate"],
  "shared documents": ["documents"],
  "a deadline": ["deadline"],
  "indicator 12 still at 1 and a deadline": ["gate", "deadline"],
  "criteria met above the claim": ["met", "documents", "deadline"],
  "everything at once": ["locks", "max", "capacity", "steps", "gate", "documents", "deadline", "met"],
};
const INSTANCES = 100;
/** Nine of ten instances leave only some of the indicators free, so that the other solver finishes in reasonable time. */
const FULL = 10;

let highs: Highs;
beforeAll(async () => {
  highs = await startHighs();
});

function instance(seed: number, constraints: readonly Constraint[]): PlanRequest {
  const request = randomRequest(seed, constraints);
  if (seed % FULL === 0) return request;
  const random = randomOf(seed + 10_000);
  const locks = Array.from({ length: 47 }, (_, index) => index + 1).filter(() => random(100) < 60);
  return { ...request, locks: [...new Set([...(request.locks ?? []), ...locks])] };
}

/** What the planner found, in the units of the other solver. */
function found(request: PlanRequest) {
  const outcome = planOf(request);
  if (outcome.kind === "unreachable") return null;
  const { effort, opds, to, from, steps } = outcome.plan;
  return {
    effort,
    opds: opds.length,
    gain: Math.round(toNumber(subtract(to, from)) * POINT),
    order: steps.reduce((sum, { indicator }) => sum + indicator, 0),
  };
}

describe.each(Object.entries(FAMILIES))("100 random agencies with %s", (_name, constraints) => {
  const seeds = Array.from({ length: INSTANCES }, (_, index) => index + 1);

  test("the plan is the optimum of an integer programme: effort, then OPDs", () => {
    let reached = 0;
    for (const seed of seeds) {
      const request = instance(seed, constraints);
      const best = lexOptimum(highs, request, needOf(request), 2);
      const plan = found(request);
      const where = `seed ${seed}`;
      expect([where, plan && [plan.effort, plan.opds]]).toEqual([where, best && [best.effort, best.opds]]);
      if (plan) reached += 1;
    }
    expect(reached).toBeGreaterThan(10);
  }, 120_000);

  test("among equals it has the largest margin, then the lowest numbers; what is out of reach names the most that is not", () => {
    for (const seed of seeds.filter((one) => one % 10 === 1)) {
      const request = instance(seed, constraints);
      const best = lexOptimum(highs, request, needOf(request));
      expect([seed, found(request)]).toEqual([seed, best]);
      const top = { ...request, target: { numerator: 5, denominator: 1 } };
      const far = planOf(top);
      const gain = mostOf(highs, request);
      expect([seed, far.kind]).toEqual([seed, gain < needOf(top) ? "unreachable" : "plan"]);
      if (far.kind === "plan") continue;
      const { most, from } = far.unreachable;
      expect([seed, Math.round(toNumber(subtract(most, from)) * POINT)]).toEqual([seed, gain]);
    }
  }, 120_000);
});
