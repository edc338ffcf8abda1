import type { Compared, Comparison, SideBySide } from "./compare";
import type { ResultComparison } from "./compare-result";
import { levelDocument } from "./index-document";
import { exactText } from "./ratio";
import { indicatorsOf } from "./score";

/**
 * The JSON of `spbe compare`. Between different instruments `change`, `from` levels and contributions are null; against a
 * row of `Riwayat` only the index and the domains are known, which then are told too.
 */
export interface CompareDocument {
  readonly from: string;
  readonly to: string;
  readonly change: string | null;
  readonly indicators: readonly {
    readonly number: number;
    readonly from: number | string | null;
    readonly to: number | string | null;
    readonly contribution: string | null;
  }[];
  /** Numbers of the indicators that fell, the deepest fall first. */
  readonly regressions: readonly number[];
  /** Numbers of the indicators that were answered and are blank now; empty where the older levels are unknown. */
  readonly blanked: readonly number[];
  /** The year of the row of `Riwayat`; only against one. */
  readonly year?: number;
  readonly domains?: readonly {
    readonly number: number;
    readonly from: string;
    readonly to: string;
    readonly contribution: string;
  }[];
}

export function compareDocument(
  result: Comparison | SideBySide | ResultComparison,
  { instrument, levels }: Compared,
): CompareDocument {
  const [from, to] = [exactText(result.from), exactText(result.to)];
  if (result.kind !== "same-instrument")
    return {
      from,
      to,
      change: result.kind === "result" && result.change ? exactText(result.change) : null,
      indicators: indicatorsOf(instrument).map(({ number }) => ({
        number,
        from: null,
        to: levelDocument(instrument, levels[number - 1] ?? null),
        contribution: null,
      })),
      regressions: [],
      blanked: [],
      ...(result.kind === "result" && {
        year: result.year,
        domains: result.domains.map(({ part, contribution, ...ends }) => ({
          number: part.number,
          from: exactText(ends.from),
          to: exactText(ends.to),
          contribution: exactText(contribution),
        })),
      }),
    };
  return {
    from,
    to,
    change: exactText(result.change),
    indicators: result.indicators.map((one) => ({
      number: one.indicator.number,
      from: levelDocument(instrument, one.from),
      to: levelDocument(instrument, one.to),
      contribution: exactText(one.contribution),
    })),
    regressions: result.regressions.map(({ indicator }) => indicator.number),
    blanked: result.blanked,
  };
}
