import type { Domain } from "../instrument/types";
import type { Compared, PartChange } from "./compare";
import type { HistoryRow } from "./history";
import { compare, multiply, ratio, roundHalfUp, subtract, sum, type Ratio } from "./ratio";
import { domainValue, indexOf, TOTAL_WEIGHT } from "./score";

/** What changed since a row of `Riwayat`, of which only the index and the domain values are known. */
export interface ResultComparison {
  readonly kind: "result";
  /** The row's year. */
  readonly year: number;
  readonly from: Ratio;
  readonly to: Ratio;
  /** Null between different instruments: the indices measure different things. */
  readonly change: Ratio | null;
  /** Empty between different instruments, or where a domain value is unknown. */
  readonly domains: readonly PartChange<Domain>[];
  /** What the domains leave unexplained: together with it they sum exactly to the change. */
  readonly rest: Ratio;
  /** Why there is a rest; null where there is none that four decimals would show. */
  readonly restReason: RestReason | null;
}

/** Values kept with few decimals; a row without domain values; domain values that do not make up the row's index. */
export type RestReason = "rounding" | "no-domains" | "unexplained";

/** Index and domain values with two decimals each miss the exact ones by half a hundredth at most. */
const ROUNDING = ratio(1, 100);

function reasonOf(rest: Ratio, hasDomains: boolean): RestReason | null {
  if (Number(roundHalfUp(rest, 4)) === 0) return null;
  if (!hasDomains) return "no-domains";
  return compare({ ...rest, numerator: Math.abs(rest.numerator) }, ROUNDING) <= 0 ? "rounding" : "unexplained";
}

const MILLION = 1_000_000;

/** Index points of a domain value as kept on a sheet: a level is a hundredth at most, so all is whole in millionths. */
const points = (value: Ratio, { weight }: Domain): Ratio =>
  ratio(Number(roundHalfUp(multiply(value, ratio(weight, TOTAL_WEIGHT)), 6).replace(".", "")), MILLION);

/** An assessment against an earlier year of which no levels are kept. */
export function compareWithResult(older: HistoryRow, { instrument, levels }: Compared): ResultComparison {
  const to = indexOf(instrument, levels);
  const { index: from, year } = older;
  if (older.instrument !== instrument.id)
    return { kind: "result", year, from, to, change: null, domains: [], rest: ratio(0), restReason: null };
  const change = subtract(to, from);
  const parts = instrument.domains.map((part, position) => {
    const before = older.domains[position];
    const after = domainValue(part, levels);
    return before
      ? { part, from: before, to: after, contribution: subtract(points(after, part), points(before, part)) }
      : null;
  });
  const domains = parts.every((part) => part !== null) ? parts : [];
  const rest = subtract(change, sum(domains.map(({ contribution }) => contribution)));
  return { kind: "result", year, from, to, change, domains, rest, restReason: reasonOf(rest, domains.length > 0) };
}
