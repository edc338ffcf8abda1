/** The planner at 47 indicators: beside an integer programme solver on the same instance, and beside the rule of thumb. */
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { planOf, type PlanRequest } from "../src/assessment/plan";
import { OPD_SCALE, modelOf, needOf } from "../src/assessment/plan-model";
import { greedyCosts } from "../src/assessment/plan-greedy";
import { lexOptimum, lpText, milpOf, optimum, type Highs } from "../tests/assessment/plan-milp";
import { randomRequest, type Constraint } from "../tests/assessment/plan-random";

const INSTANCES = 24;
const CASES: readonly { readonly name: string; readonly constraints: readonly Constraint[] }[] = [
  { name: "47 indikator", constraints: [] },
  { name: "47 indikator, 25 kapasitas OPD", constraints: ["capacity"] },
  { name: "47 indikator, 12 di bawah 2", constraints: ["gate"] },
  { name: "47 indikator, dokumen bersama", constraints: ["documents"] },
];

export interface PlanFigures {
  readonly name: string;
  /** Milliseconds per instance: plan and runner-up; the solver's least effort alone; the solver's plan with every goal. */
  readonly plan: number;
  readonly solverEffort: number;
  readonly solverPlan: number;
  /** Instances whose effort and OPDs differ from the solver's: must be 0. */
  readonly different: number;
  /** How much more effort the rule of thumb costs (0.05 = 5 %) and how often it finds no plan; null where it cannot be asked. */
  readonly greedy: { readonly mean: number; readonly worst: number; readonly fails: number } | null;
}

function millisecondsPer(
  requests: readonly PlanRequest[],
  work: (request: PlanRequest) => void,
  rounds: number,
): number {
  const started = performance.now();
  for (let round = 0; round < rounds; round++) requests.forEach(work);
  return (performance.now() - started) / rounds / requests.length;
}

export async function benchPlan(): Promise<PlanFigures[]> {
  // Loaded at run time: it finds its WebAssembly beside its own file.
  const load = createRequire(resolve("package.json"))("highs") as (options: object) => Promise<Highs>;
  const highs = await load({});
  return CASES.map(({ name, constraints }) => {
    const requests = Array.from({ length: INSTANCES }, (_, seed) => randomRequest(seed + 1, constraints)).filter(
      (request) => planOf(request).kind === "plan",
    );
    const leastEffort = (request: PlanRequest): void => {
      const milp = milpOf(request);
      optimum(
        highs,
        lpText(milp, "Minimize", milp.effort, [{ terms: milp.gain, sense: ">=", right: needOf(request) }]),
      );
    };
    millisecondsPer(requests, planOf, 5);
    const gaps: number[] = [];
    let different = 0;
    for (const request of requests) {
      const outcome = planOf(request);
      if (outcome.kind === "unreachable") continue;
      const best = lexOptimum(highs, request, needOf(request), 2);
      if (best?.effort !== outcome.plan.effort || best.opds !== outcome.plan.opds.length) different += 1;
      // The rule of thumb knows no documents and no gate, so it is compared only where there are none.
      const model = modelOf(request);
      if (model.gates.length === 0 && model.documents.length === 0)
        gaps.push(Math.floor(greedyCosts(model.teams, model.need).first / OPD_SCALE) / 100 / outcome.plan.effort - 1);
    }
    const found = gaps.filter(Number.isFinite);
    return {
      name,
      plan: millisecondsPer(requests, planOf, 5),
      solverEffort: millisecondsPer(requests, leastEffort, 1),
      solverPlan: millisecondsPer(requests, (request) => void lexOptimum(highs, request, needOf(request)), 1),
      different,
      greedy:
        gaps.length === 0
          ? null
          : {
              mean: found.reduce((sum, gap) => sum + gap, 0) / (found.length || 1),
              worst: Math.max(0, ...found),
              fails: gaps.length - found.length,
            },
    };
  });
}

export async function printPlan(): Promise<void> {
  for (const one of await benchPlan()) {
    const times = (other: number): string => `${other.toFixed(1)} ms (${(other / one.plan).toFixed(0)}x)`;
    const percent = (gap: number): string => `${(gap * 100).toFixed(1)} %`;
    console.log(
      `Rencana, ${one.name}: ${one.plan.toFixed(2)} ms dengan pilihan kedua; optimum berbeda: ${one.different}`,
    );
    console.log(`  highs: upaya saja ${times(one.solverEffort)}, semua tujuan ${times(one.solverPlan)}`);
    console.log(
      one.greedy === null
        ? "  aturan serakah: tidak diukur, ia tidak mengenal syarat ini"
        : `  aturan serakah: upaya lebih ${percent(one.greedy.mean)}, terburuk ${percent(one.greedy.worst)}, gagal ${one.greedy.fails}`,
    );
  }
}
