import type { PlanningGate } from "../instrument/planning";
import type { Indicator } from "../instrument/types";
import { officeKey } from "./offices";
import { documentsOf, hundredths, netEffortOf } from "./plan-effort";
import { closedGates, endOf, monthsAvailable, singlesOf, waitsOf, type Wait } from "./plan-schedule";
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

/** The months until the deadline, and what has to be waited for. */
interface Time {
  readonly months: number;
  readonly waits: readonly Wait[];
}

function optionsOf(request: PlanRequest, { number, weight, levels }: Indicator, { months, waits }: Time): Option[] {
  const now = request.levels[number - 1] ?? null;
  if (now === null) return [];
  const options: Option[] = [{ level: now, cost: 0, gain: 0, documents: 0 }];
  if (request.locks?.includes(number)) return options;
  let cost = 0;
  let end = 0;
  let documents = 0;
  for (const level of singlesOf(request, number, levels.at(-1)?.level ?? now)) {
    for (const document of documentsOf(request, number, level))
      documents |= 1 << (request.documents?.indexOf(document) ?? 0);
    cost += hundredths(netEffortOf(request, number, level)) * OPD_SCALE;
    end = endOf(request, waits, number, level, end);
    if (level > (request.maxLevel ?? Infinity) || end > months) break;
    options.push({ level, cost, gain: (hundredths(level) - hundredths(now)) * weight, documents });
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
  const time: Time = { months: monthsAvailable(request), waits: waitsOf(request) };
  const limits = new Map((request.capacities ?? []).map((capacity) => [officeKey(capacity.opd), capacity]));
  const byTeam = new Map<string, { opd: string | null; choices: Choice[] }>();
  for (const indicator of indicators) {
    const options = optionsOf(request, indicator, time);
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
    gates: closedGates(request),
  };
}
