import type { Domain } from "../instrument/types";
import type { Compared, PartChange } from "./compare";
import type { HistoryRow } from "./history";
import { multiply, ratio, roundHalfUp, subtract, sum, type Ratio } from "./ratio";
import { domainValue, indexOf, TOTAL_WEIGHT } from "./score";

/** What changed since a row of `Riwayat`, of which only the index and the domain values are known. */
export interface ResultComparison {
  readonly kind: "result";
  readonly from: Ratio;
  readonly to: Ratio;
  /** Null between different instruments: the indices measure different things. */
  readonly change: Ratio | null;
  /** Empty between different instruments, or where a domain value is unknown. */
  readonly domains: readonly PartChange<Domain>[];
  /** What values kept with few decimals leave unexplained: the domains and the rest sum exactly to the change. */
  readonly rest: Ratio;
}

const MILLION = 1_000_000;

/** Index points of a domain value as kept on a sheet: a level is a hundredth at most, so all is whole in millionths. */
const points = (value: Ratio, { weight }: Domain): Ratio =>
  ratio(Number(roundHalfUp(multiply(value, ratio(weight, TOTAL_WEIGHT)), 6).replace(".", "")), MILLION);

/** An assessment against an earlier year of which no levels are kept. */
export function compareWithResult(older: HistoryRow, { instrument, levels }: Compared): ResultComparison {
  const to = indexOf(instrument, levels);
  const from = older.index;
  if (older.instrument !== instrument.id)
    return { kind: "result", from, to, change: null, domains: [], rest: ratio(0) };
  const change = subtract(to, from);
  const parts = instrument.domains.map((part, position) => {
    const before = older.domains[position];
    const after = domainValue(part, levels);
    return before
      ? { part, from: before, to: after, contribution: subtract(points(after, part), points(before, part)) }
      : null;
  });
  const domains = parts.every((part) => part !== null) ? parts : [];
  const explained = sum(domains.map(({ contribution }) => contribution));
  return { kind: "result", from, to, change, domains, rest: subtract(change, explained) };
}
