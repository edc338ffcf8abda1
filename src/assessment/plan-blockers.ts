import { officeKey } from "./offices";
import { modelOf, needOf, pointsOf } from "./plan-model";
import { mostReachable } from "./plan-switches";
import type { Blocker, PlanRequest } from "./plan-types";
import { add, compare, type Ratio } from "./ratio";
import { indexOf } from "./score";

type Release = Pick<Blocker, "kind" | "indicator" | "opd"> & { readonly request: PlanRequest };

/** The request without one of its limits, for each limit. */
function* releases(request: PlanRequest): Generator<Release> {
  for (const indicator of request.locks ?? [])
    yield {
      kind: "lock",
      indicator,
      opd: null,
      request: { ...request, locks: request.locks?.filter((one) => one !== indicator) },
    };
  if (request.maxLevel !== undefined)
    yield { kind: "max-level", indicator: null, opd: null, request: { ...request, maxLevel: undefined } };
  for (const { opd } of request.capacities ?? [])
    yield {
      kind: "capacity",
      indicator: null,
      opd,
      request: { ...request, capacities: request.capacities?.filter((one) => officeKey(one.opd) !== officeKey(opd)) },
    };
  if (request.deadline !== undefined)
    yield { kind: "deadline", indicator: null, opd: null, request: { ...request, deadline: undefined } };
}

/** The highest index that the agency could have if nothing held it back but its unanswered indicators. */
export function mostWithoutLimits(request: PlanRequest): Ratio {
  const free = { ...request, locks: [], maxLevel: undefined, capacities: [], deadline: undefined };
  return add(indexOf(request.instrument, request.levels), pointsOf(mostReachable(modelOf(free))));
}

/** What lifting each limit alone would make of the highest index; only those that raise it, the most helpful first. */
export function blockersOf(request: PlanRequest, most: Ratio): Blocker[] {
  const from = indexOf(request.instrument, request.levels);
  const need = needOf(request);
  const blockers: Blocker[] = [];
  for (const { request: freed, ...limit } of releases(request)) {
    const gain = mostReachable(modelOf(freed));
    const freedMost = add(from, pointsOf(gain));
    if (compare(freedMost, most) > 0) blockers.push({ ...limit, most: freedMost, reaches: gain >= need });
  }
  return blockers.sort((a, b) => compare(b.most, a.most) || (a.indicator ?? 0) - (b.indicator ?? 0));
}
