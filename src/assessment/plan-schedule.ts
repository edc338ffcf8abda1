import { planningOf, type PlanningGate } from "../instrument/planning";
import type { IsoDate } from "./assessment";
import { stepEffortOf } from "./plan-effort";
import type { PlanRequest } from "./plan-types";
import { indicatorsOf } from "./score";

/** A gate that is still closed, and the months after the start until it can be open. */
export interface Wait {
  readonly gate: PlanningGate;
  readonly months: number;
}

/** The gates that are still closed. */
export const closedGates = ({ instrument, levels }: PlanRequest): readonly PlanningGate[] =>
  planningOf(instrument.id).gates.filter((gate) => (levels[gate.indicator - 1] ?? 0) < gate.level);

/** Steps behind a closed gate begin once its indicator has reached the level that opens it. */
export const waitsOf = (request: PlanRequest): readonly Wait[] =>
  closedGates(request).map((gate) => ({
    gate,
    months: singlesOf(request, gate.indicator, gate.level).reduce(
      (sum, level) => sum + stepEffortOf(request, gate.indicator, level).months,
      0,
    ),
  }));

/** The levels above the present one up to `to`, ascending: the single steps of a rise. */
export const singlesOf = ({ instrument, levels }: PlanRequest, indicator: number, to: number): readonly number[] =>
  (indicatorsOf(instrument)[indicator - 1]?.levels ?? [])
    .map(({ level }) => level)
    .filter((level) => level > (levels[indicator - 1] ?? 0) && level <= to);

/** When a single step ends, in months after the start, if the steps before it ended at `before`. */
export function endOf(
  request: PlanRequest,
  waits: readonly Wait[],
  indicator: number,
  level: number,
  before: number,
): number {
  const held = waits.filter(({ gate }) => gate.gated.includes(indicator) && level >= gate.gatedLevel);
  const begins = Math.max(before, ...held.map(({ months }) => months));
  return begins + stepEffortOf(request, indicator, level).months;
}

/** The day on which a rise ends; null when the request has no start. */
export function dueOf(request: PlanRequest, indicator: number, to: number): IsoDate | null {
  if (request.start === undefined) return null;
  const waits = waitsOf(request);
  const end = singlesOf(request, indicator, to).reduce(
    (before, level) => endOf(request, waits, indicator, level, before),
    0,
  );
  return monthsLater(request.start, end);
}

/** The day `months` months later; the last day of the month where that day does not exist. */
function monthsLater(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

/** Whole months between two ISO days. */
function monthsBetween(start: IsoDate, end: IsoDate): number {
  const [y1 = 0, m1 = 0, d1 = 0] = start.split("-").map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = end.split("-").map(Number);
  const lastDay = new Date(Date.UTC(y2, m2, 0)).getUTCDate();
  return (y2 - y1) * 12 + m2 - m1 - (d2 < Math.min(d1, lastDay) ? 1 : 0);
}

/** Months that there are until the deadline; without one there is no limit. Throws a RangeError for a deadline without a start. */
export function monthsAvailable({ start, deadline }: PlanRequest): number {
  if (deadline === undefined) return Infinity;
  if (start === undefined) throw new RangeError("a deadline needs a start");
  return monthsBetween(start, deadline);
}
