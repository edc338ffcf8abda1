import type { Comparison, SideBySide } from "./compare";
import { levelDocument } from "./index-document";
import { exactText } from "./ratio";
import type { Instrument } from "../instrument/types";

/** The JSON of `spbe compare`. Between different instruments `change`, `from` levels and contributions are null. */
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
}

/** `instrument` is the newer one. */
export function compareDocument(result: Comparison | SideBySide, instrument: Instrument): CompareDocument {
  const [from, to] = [exactText(result.from), exactText(result.to)];
  if (result.kind === "other-instrument")
    return {
      from,
      to,
      change: null,
      indicators: result.rows.map((row) => ({
        number: row.indicator.number,
        from: null,
        to: levelDocument(instrument, row.to),
        contribution: null,
      })),
      regressions: [],
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
  };
}
