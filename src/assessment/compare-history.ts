import type { Instrument } from "../instrument/types";
import { add, multiply, ratio, subtract, type Ratio } from "./ratio";
import { TOTAL_WEIGHT } from "./score";

/** A row of the sheet `Riwayat`: an earlier result of which only index and domain values are known. */
export interface HistoryRow {
  readonly year: number;
  /** Instrument id. */
  readonly instrument: string;
  readonly index: Ratio;
  readonly predicate: string | null;
  /** In order; null where unknown. */
  readonly domains: readonly (Ratio | null)[];
}

export interface HistoryChange {
  readonly from: HistoryRow;
  readonly to: HistoryRow;
  /** Null between different instruments: the indices measure different things. */
  readonly change: Ratio | null;
  /** Index points that each domain brings; empty between different instruments or where a value is unknown. */
  readonly domains: readonly { readonly number: number; readonly contribution: Ratio }[];
  /** What rounded domain values leave unexplained: domains and rest sum exactly to the change. */
  readonly rest: Ratio | null;
}

/** The changes from year to year, oldest first. `instrumentOf` gives the domain weights of an instrument id. */
export function compareHistory(
  rows: readonly HistoryRow[],
  instrumentOf: (id: string) => Instrument | null,
): HistoryChange[] {
  const sorted = [...rows].sort((a, b) => a.year - b.year);
  return sorted.slice(1).map((to, position) => {
    const from = sorted[position] ?? to;
    if (from.instrument !== to.instrument) return { from, to, change: null, domains: [], rest: null };
    const change = subtract(to.index, from.index);
    const parts = (instrumentOf(to.instrument)?.domains ?? []).map(({ number, weight }) => {
      const before = from.domains[number - 1];
      const after = to.domains[number - 1];
      if (!before || !after) return null;
      return { number, contribution: multiply(subtract(after, before), ratio(weight, TOTAL_WEIGHT)) };
    });
    const domains = parts.filter((part) => part !== null);
    if (domains.length < parts.length) return { from, to, change, domains: [], rest: change };
    return {
      from,
      to,
      change,
      domains,
      rest: subtract(change, domains.map((part) => part.contribution).reduce(add, ratio(0))),
    };
  });
}
