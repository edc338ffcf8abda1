import { defaultStep, planningOf, type PlanningGate } from "../instrument/planning";
import type { Indicator } from "../instrument/types";
import { officeKey } from "./offices";
import type { PlanRequest } from "./plan-types";
import { ratio, type Ratio } from "./ratio";
import { indicatorsOf } from "./score";

/** Index points are counted in hundredths of a level × hundredths of a percent: 1 index point = 1,000,000. */
export const POINT = 1_000_000;
/** Effort is counted in hundredths of its unit times this, so that the number of OPDs fits below the smallest effort. */
export const OPD_SCALE = 1024;

/** A level that an indicator could be raised to; the first option of a choice is to leave it. */
export interface Option {
  readonly level: number;
  /** Effort in hundredths × OPD_SCALE. */
  readonly cost: number;
  /** In 1/POINT index points. */
  readonly gain: number;
  /** Bit set of the documents that it needs. */
  readonly documents: number;
}

export interface Choice {
  readonly indicator: number;
  readonly options: readonly Option[];
}

/** The indicators of one leading OPD. What two teams choose never touches each other's limits. */
export interface Team {
  /** Comparable name; null for an indicator that nobody leads. */
  readonly opd: string | null;
  readonly choices: readonly Choice[];
  /** In hundredths × OPD_SCALE. */
  readonly effortLimit: number;
  readonly stepLimit: number;
  /** Cost of involving this OPD at all. */
  readonly entry: 0 | 1;
}

export interface ModelDocument {
  readonly cost: number;
  readonly opd: string | null;
}

export interface PlanModel {
  readonly teams: readonly Team[];
  /** What is missing to the target, in 1/POINT index points; zero or less when it is reached. */
  readonly need: number;
  readonly documents: readonly ModelDocument[];
  /** Only those that are still closed. */
  readonly gates: readonly PlanningGate[];
}

/** The OPD that leads an indicator, or null. */
export const leadOf = (request: PlanRequest, indicator: number): string | null =>
  request.owners?.[indicator - 1]?.find((name) => name.trim() !== "") ?? null;

const hundredths = (value: number): number => Math.round(value * 100);

/** Efforts have two decimals at most, so sums are rounded back to them. */
export const sumOfEfforts = (efforts: readonly number[]): number =>
  efforts.reduce((sum, effort) => sum + Math.round(effort * 100), 0) / 100;

/** Effort and duration of each single step of an indicator, defaults and edits together. */
export function stepEffortOf(
  request: PlanRequest,
  indicator: number,
  level: number,
): { effort: number; months: number } {
  const standard = defaultStep(planningOf(request.instrument.id), indicator, level);
  const edit = request.effort?.find((one) => one.indicator === indicator && one.level === level);
  const effort = edit?.effort ?? standard.effort;
  if (!(effort >= 0 && Number.isFinite(effort))) throw new RangeError(`effort of ${indicator} to ${level}: ${effort}`);
  return { effort, months: edit?.months ?? standard.months };
}

/** Whole months between two ISO days. */
function monthsBetween(start: string, end: string): number {
  const [y1 = 0, m1 = 0, d1 = 0] = start.split("-").map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = end.split("-").map(Number);
  const lastDay = new Date(Date.UTC(y2, m2, 0)).getUTCDate();
  return (y2 - y1) * 12 + m2 - m1 - (d2 < Math.min(d1, lastDay) ? 1 : 0);
}

/** Months that there are until the deadline; without one there is no limit. */
function monthsAvailable({ start, deadline }: PlanRequest): number {
  if (deadline === undefined) return Infinity;
  if (start === undefined) throw new RangeError("a deadline needs a start");
  return monthsBetween(start, deadline);
}

function optionsOf(request: PlanRequest, indicator: Indicator, months: number): Option[] {
  const now = request.levels[indicator.number - 1] ?? null;
  if (now === null) return [];
  const options: Option[] = [{ level: now, cost: 0, gain: 0, documents: 0 }];
  if (request.locks?.includes(indicator.number)) return options;
  const documents = request.documents ?? [];
  let cost = 0;
  let duration = 0;
  let needs = 0;
  const above = indicator.levels.map(({ level }) => level).filter((level) => level > now);
  for (const level of above.sort((a, b) => a - b)) {
    const step = stepEffortOf(request, indicator.number, level);
    let effort = hundredths(step.effort);
    documents.forEach((document, bit) => {
      if (!document.steps.some((one) => one.indicator === indicator.number && one.level === level)) return;
      needs |= 1 << bit;
      effort -= hundredths(document.saves);
    });
    cost += Math.max(0, effort) * OPD_SCALE;
    duration += step.months;
    if (level > (request.maxLevel ?? Infinity) || duration > months) break;
    options.push({ level, cost, gain: (hundredths(level) - hundredths(now)) * indicator.weight, documents: needs });
  }
  return options;
}

/** What the target still needs, exactly: the smallest whole number of units that is not below it. */
export function needOf(request: PlanRequest): number {
  const sum = indicatorsOf(request.instrument).reduce(
    (total, { number, weight }) => total + hundredths(request.levels[number - 1] ?? 0) * weight,
    0,
  );
  const { numerator, denominator } = request.target;
  return Number((BigInt(numerator) * BigInt(POINT) + BigInt(denominator) - 1n) / BigInt(denominator)) - sum;
}

export const pointsOf = (units: number): Ratio => ratio(units, POINT);

/** The request as whole numbers. Throws a RangeError when its parts do not fit together. */
export function modelOf(request: PlanRequest): PlanModel {
  const indicators = indicatorsOf(request.instrument);
  if (request.levels.length !== indicators.length)
    throw new RangeError(`${request.levels.length} levels for ${indicators.length} indicators`);
  if ((request.documents?.length ?? 0) > 30) throw new RangeError("more than 30 shared documents");
  const months = monthsAvailable(request);
  const limits = new Map((request.capacities ?? []).map((capacity) => [officeKey(capacity.opd), capacity]));
  const byTeam = new Map<string, { opd: string | null; choices: Choice[] }>();
  for (const indicator of indicators) {
    const options = optionsOf(request, indicator, months);
    if (options.length < 2) continue;
    const lead = leadOf(request, indicator.number);
    const opd = lead === null ? null : officeKey(lead);
    const key = opd === null ? `#${indicator.number}` : `opd ${opd}`;
    const team = byTeam.get(key) ?? { opd, choices: [] };
    team.choices.push({ indicator: indicator.number, options });
    byTeam.set(key, team);
  }
  const limitOf = (opd: string | null): Pick<Team, "effortLimit" | "stepLimit"> => {
    const limit = opd === null ? undefined : limits.get(opd);
    return {
      effortLimit: limit?.effort === undefined ? Infinity : hundredths(limit.effort) * OPD_SCALE,
      stepLimit: limit?.steps ?? Infinity,
    };
  };
  const documents = (request.documents ?? []).map(({ effort, opd }) => ({
    cost: hundredths(effort) * OPD_SCALE,
    opd: opd === null ? null : officeKey(opd),
  }));
  // An OPD that only makes a document has a limit all the same.
  for (const { opd } of documents)
    if (opd !== null && !byTeam.has(`opd ${opd}`)) byTeam.set(`opd ${opd}`, { opd, choices: [] });
  return {
    teams: [...byTeam.values()].map(({ opd, choices }) => ({
      opd,
      choices,
      ...limitOf(opd),
      entry: opd === null ? 0 : 1,
    })),
    need: needOf(request),
    documents,
    gates: planningOf(request.instrument.id).gates.filter(
      (gate) => (request.levels[gate.indicator - 1] ?? 0) < gate.level,
    ),
  };
}
