import type { Instrument } from "../instrument/types";
import { ratio, sum, type Ratio } from "./ratio";
import { contributionOf, indicatorsOf, TOTAL_WEIGHT, type LevelVector } from "./score";

/** What a part of the indicators brings. It is neither an index nor does it have a predicate. */
export interface Share {
  /** Index points: sum of level × weight; the shares of all offices add up to the index. */
  readonly points: Ratio;
  /** The points over the weight of the part: its mean level, blanks as 0. */
  readonly weightedMean: Ratio;
}

/** The share of the indicators with the given numbers; 0 where there is none. */
export function shareOf(instrument: Instrument, levels: LevelVector, numbers: readonly number[]): Share {
  const wanted = new Set(numbers);
  const part = indicatorsOf(instrument).filter(({ number }) => wanted.has(number));
  const points = sum(part.map((indicator) => contributionOf(indicator, levels[indicator.number - 1] ?? null)));
  const weight = part.reduce((total, indicator) => total + indicator.weight, 0);
  return {
    points,
    weightedMean: weight === 0 ? ratio(0) : ratio(points.numerator * TOTAL_WEIGHT, points.denominator * weight),
  };
}
