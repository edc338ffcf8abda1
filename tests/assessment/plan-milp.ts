import type loadHighs from "highs";
import { defaultStep, planningOf, type PlanningGate } from "../../src/instrument/planning";
import type { PlanRequest } from "../../src/assessment/plan";
import { indicatorsOf } from "../../src/assessment/score";

export type Highs = Awaited<ReturnType<typeof loadHighs>>;

/** A linear expression: coefficient by variable. */
type Terms = Map<string, number>;
interface Row {
  readonly terms: Terms;
  readonly sense: "<=" | ">=" | "=";
  readonly right: number;
}

export interface Milp {
  readonly effort: Terms;
  readonly opds: Terms;
  readonly gain: Terms;
  readonly order: Terms;
  readonly rows: Row[];
  readonly binaries: string[];
}

const terms = (entries: Iterable<readonly [string, number]>): Terms => {
  const sum: Terms = new Map();
  for (const [name, value] of entries) sum.set(name, (sum.get(name) ?? 0) + value);
  return sum;
};

/**
 * The request as a mixed integer programme, written from the statement of the problem and not from the planner's model:
 * y_i_l = indicator i is raised to l or above, o_k = OPD k has work, d_k = document k is made. Effort in hundredths, gain in
 * millionths of an index point.
 */
export function milpOf(request: PlanRequest): Milp {
  const rows: Row[] = [];
  const binaries: string[] = [];
  const effort: [string, number][] = [];
  const gain: [string, number][] = [];
  const order: [string, number][] = [];
  const opds = new Map<string, string>();
  const rules = planningOf(request.instrument.id);
  const loads = new Map<string, [string, number][]>();
  const counts = new Map<string, [string, number][]>();
  const variables = new Set<string>();
  const opdVariable = (name: string): string => {
    const key = name.trim().toLowerCase();
    const variable = opds.get(key) ?? `o_${opds.size}`;
    opds.set(key, variable);
    return variable;
  };
  const months = request.deadline === undefined ? Infinity : monthsUntil(request.start ?? "", request.deadline);
  const push = <T>(map: Map<string, T[]>, key: string, value: T): void =>
    void map.set(key, [...(map.get(key) ?? []), value]);

  for (const { number, weight, levels } of indicatorsOf(request.instrument)) {
    const now = request.levels[number - 1] ?? null;
    if (now === null || request.locks?.includes(number)) continue;
    const lead = request.owners?.[number - 1]?.[0];
    let previous: string | null = null;
    let below = now;
    let duration = 0;
    for (const level of levels.map((one) => one.level).filter((one) => one > now)) {
      const standard = defaultStep(rules, number, level);
      const edit = request.effort?.find((one) => one.indicator === number && one.level === level);
      const isMet = level <= (request.met?.[number - 1] ?? 0);
      for (const gate of rules.gates)
        if (gate.gated.includes(number) && level >= gate.gatedLevel)
          duration = Math.max(duration, monthsToOpen(request, gate));
      duration += edit?.months ?? (isMet ? 0 : standard.months);
      if (level > (request.maxLevel ?? 99) || duration > months) break;
      const y = `y_${number}_${level}`;
      variables.add(y);
      let cost = Math.round((edit?.effort ?? (isMet ? 0 : standard.effort)) * 100);
      (request.documents ?? []).forEach((document, k) => {
        if (isMet || !document.steps.some((step) => step.indicator === number && step.level === level)) return;
        cost -= Math.round(document.saves * 100);
        rows.push({
          terms: terms([
            [y, 1],
            [`d_${k}`, -1],
          ]),
          sense: "<=",
          right: 0,
        });
      });
      cost = Math.max(0, cost);
      effort.push([y, cost]);
      gain.push([y, Math.round((level - below) * 100) * weight]);
      if (previous === null) order.push([y, number]);
      else
        rows.push({
          terms: terms([
            [y, 1],
            [previous, -1],
          ]),
          sense: "<=",
          right: 0,
        });
      if (lead !== undefined) {
        rows.push({
          terms: terms([
            [y, 1],
            [opdVariable(lead), -1],
          ]),
          sense: "<=",
          right: 0,
        });
        push(loads, opdVariable(lead), [y, cost]);
        if (previous === null) push(counts, opdVariable(lead), [y, 1]);
      }
      previous = y;
      below = level;
    }
  }
  (request.documents ?? []).forEach((document, k) => {
    effort.push([`d_${k}`, Math.round(document.effort * 100)]);
    binaries.push(`d_${k}`);
    if (document.opd === null) return;
    const variable = opdVariable(document.opd);
    rows.push({
      terms: terms([
        [`d_${k}`, 1],
        [variable, -1],
      ]),
      sense: "<=",
      right: 0,
    });
    push(loads, variable, [`d_${k}`, Math.round(document.effort * 100)]);
  });
  for (const gate of rules.gates) {
    if ((request.levels[gate.indicator - 1] ?? 0) >= gate.level) continue;
    const opener = `y_${gate.indicator}_${gate.level}`;
    for (const y of variables) {
      const [, indicator, level] = y.split("_").map(Number);
      if (!gate.gated.includes(indicator ?? 0) || (level ?? 0) < gate.gatedLevel) continue;
      rows.push({
        terms: terms([[y, 1], ...(variables.has(opener) ? [[opener, -1] as const] : [])]),
        sense: "<=",
        right: 0,
      });
    }
  }
  for (const capacity of request.capacities ?? []) {
    const variable = opds.get(capacity.opd.trim().toLowerCase());
    if (variable === undefined) continue;
    if (capacity.effort !== undefined)
      rows.push({ terms: terms(loads.get(variable) ?? []), sense: "<=", right: Math.round(capacity.effort * 100) });
    if (capacity.steps !== undefined)
      rows.push({ terms: terms(counts.get(variable) ?? []), sense: "<=", right: capacity.steps });
  }
  return {
    effort: terms(effort),
    opds: terms([...opds.values()].map((name) => [name, 1] as const)),
    gain: terms(gain),
    order: terms(order),
    rows: rows.filter(({ terms: { size } }) => size > 0),
    binaries: [...variables, ...binaries, ...opds.values()],
  };
}

/** How long work behind a gate has to wait: until its indicator has reached the level that opens it. */
function monthsToOpen(request: PlanRequest, { indicator, level }: PlanningGate): number {
  let months = 0;
  for (let next = (request.levels[indicator - 1] ?? 0) + 1; next <= level; next++) {
    const edit = request.effort?.find((one) => one.indicator === indicator && one.level === next);
    const isMet = next <= (request.met?.[indicator - 1] ?? 0);
    months += edit?.months ?? (isMet ? 0 : defaultStep(planningOf(request.instrument.id), indicator, next).months);
  }
  return months;
}

/** Counted month by month, unlike the planner's. */
function monthsUntil(start: string, deadline: string): number {
  for (let months = 0; ; months++) {
    const [year = 0, month = 1, day = 1] = start.split("-").map(Number);
    const last = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
    const next = new Date(Date.UTC(year, month + months, Math.min(day, last))).toISOString().slice(0, 10);
    if (next > deadline) return months;
  }
}

const write = (expression: Terms): string =>
  [...expression].map(([name, value]) => `${value < 0 ? "-" : "+"} ${Math.abs(value)} ${name}`).join(" ") || "0 zero";

export function lpText(
  milp: Milp,
  direction: "Minimize" | "Maximize",
  goal: Terms,
  extra: readonly Row[] = [],
): string {
  const rows = [...milp.rows, ...extra].map(
    ({ terms: left, sense, right }, index) => ` r${index}: ${write(left)} ${sense} ${right}`,
  );
  return `${direction}\n goal: ${write(goal)}\nSubject To\n${rows.join("\n")}\nBounds\n zero = 0\nBinary\n ${milp.binaries.join(" ")}\nEnd\n`;
}

/** The optimum of one goal, or null when nothing is feasible. */
export function optimum(highs: Highs, text: string): number | null {
  const solution = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0, output_flag: false } as never);
  if (solution.Status === "Infeasible") return null;
  if (solution.Status !== "Optimal") throw new Error(`highs: ${solution.Status}`);
  return Math.round(solution.ObjectiveValue);
}

export interface LexOptimum {
  readonly effort: number;
  readonly opds: number;
  readonly gain: number;
  readonly order: number;
}

/** All goals, one after the other, each with the earlier ones held at their optimum; null when the need is out of reach. */
export function lexOptimum(highs: Highs, request: PlanRequest, need: number, goals: 2 | 3 | 4 = 4): LexOptimum | null {
  const milp = milpOf(request);
  const reach: Row = { terms: milp.gain, sense: ">=", right: need };
  // Effort is in hundredths and there are fewer than a hundred OPDs: both goals fit one whole number.
  const both = terms([
    ...[...milp.effort].map(([n, v]) => [n, v] as const),
    ...[...milp.opds].map(([n, v]) => [n, v / 100] as const),
  ]);
  const scaled = terms([...both].map(([n, v]) => [n, Math.round(v * 100)] as const));
  const cost = optimum(highs, lpText(milp, "Minimize", scaled, [reach]));
  if (cost === null) return null;
  const held: Row = { terms: scaled, sense: "<=", right: cost };
  const gain = goals >= 3 ? (optimum(highs, lpText(milp, "Maximize", milp.gain, [reach, held])) ?? NaN) : NaN;
  const order =
    goals >= 4
      ? (optimum(highs, lpText(milp, "Minimize", milp.order, [held, { terms: milp.gain, sense: ">=", right: gain }])) ??
        NaN)
      : NaN;
  return { effort: Math.floor(cost / 100) / 100, opds: cost % 100, gain, order };
}

/** The most that can be gained, whatever it costs. */
export const mostOf = (highs: Highs, request: PlanRequest): number => {
  const milp = milpOf(request);
  return optimum(highs, lpText(milp, "Maximize", milp.gain)) ?? NaN;
};
