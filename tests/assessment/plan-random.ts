import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import type { Capacity, PlanRequest } from "../../src/assessment/plan";
import { ratio } from "../../src/assessment/ratio";
import { indexOf } from "../../src/assessment/score";

export type Constraint = "locks" | "max" | "capacity" | "steps" | "gate" | "documents" | "deadline" | "owners" | "met";

/** A small seeded generator (mulberry32), so that every run sees the same instances. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** An agency as it could be, with the named constraints on. */
export function randomRequest(seed: number, constraints: readonly Constraint[], offices = 25): PlanRequest {
  const random = randomOf(seed);
  const has = (one: Constraint): boolean => constraints.includes(one);
  const instrument = DEFAULT_INSTRUMENT;
  const numbers = Array.from({ length: 47 }, (_, index) => index + 1);
  const levels = numbers.map((number) =>
    number === 12 ? (has("gate") ? 1 : 2) : random(40) === 0 ? null : Math.min(5, 1 + random(4)),
  );
  const owners =
    has("owners") || has("capacity") || has("steps")
      ? numbers.map(() => (random(12) === 0 ? [] : [`OPD ${1 + random(offices)}`]))
      : undefined;
  const effort = numbers.flatMap((indicator) =>
    random(3) === 0
      ? []
      : [2, 3, 4, 5].map((level) => ({ indicator, level, effort: (4 + random(29)) / 4, months: 1 + random(9) })),
  );
  const capacities: Capacity[] = Array.from({ length: offices }, (_, index) => ({
    opd: ` opd ${index + 1}`,
    ...(has("capacity") ? { effort: 4 + random(16) } : {}),
    ...(has("steps") ? { steps: 1 + random(3) } : {}),
  }));
  const documents = Array.from({ length: 3 }, (_, index) => ({
    id: `dokumen-${index}`,
    name: `Dokumen ${index}`,
    effort: 1 + random(6),
    saves: random(2),
    opd: random(2) === 0 || !owners ? null : `OPD ${1 + random(offices)}`,
    steps: Array.from({ length: 2 + random(8) }, () => ({ indicator: 1 + random(47), level: 2 + random(4) })),
  }));
  const now = indexOf(instrument, levels);
  const wanted = Math.round((now.numerator / now.denominator) * 100) + 5 + random(90);
  return {
    instrument,
    levels,
    target: ratio(Math.min(wanted, 500), 100),
    owners,
    effort,
    ...(has("locks") ? { locks: numbers.filter(() => random(4) === 0) } : {}),
    ...(has("max") ? { maxLevel: 3 + random(2) } : {}),
    ...(has("capacity") || has("steps") ? { capacities } : {}),
    ...(has("documents") ? { documents } : {}),
    ...(has("met") ? { met: levels.map((level) => (random(3) === 0 ? null : (level ?? 1) - 1 + random(3))) } : {}),
    ...(has("deadline") ? { start: "2023-01-31", deadline: `2023-${String(6 + random(7)).padStart(2, "0")}-28` } : {}),
  };
}
