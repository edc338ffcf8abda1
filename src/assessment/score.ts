import type { Aspect, Band, Domain, Indicator, Instrument } from "../instrument/types";
import type { Assessment } from "./assessment";
import { levelOf } from "./level";
import { compare, ratio, roundHalfUp, type Ratio } from "./ratio";

/** One level per indicator, in the instrument's order; null = unanswered (it contributes 0). */
export type LevelVector = readonly (number | null)[];

export interface Score {
  /** Exact; a lower bound while anything is missing. */
  readonly index: Ratio;
  /** Null while anything is missing. From the exact index, never from the rounded one. */
  readonly predicate: Band | null;
  /** The band of the index as published with two decimals; differs from `predicate` just below a limit. */
  readonly predicateOfRounded: Band | null;
  readonly domains: readonly { readonly domain: Domain; readonly value: Ratio }[];
  readonly aspects: readonly { readonly aspect: Aspect; readonly value: Ratio }[];
  /** Index points that each indicator brings, in order. */
  readonly contributions: readonly Ratio[];
  /** Numbers of the unanswered indicators. */
  readonly missing: readonly number[];
}

/** All indicators in order. Cached, since every function call in a cell asks for it. */
export function indicatorsOf(instrument: Instrument): readonly Indicator[] {
  let list = indicatorLists.get(instrument);
  if (!list) {
    list = instrument.domains.flatMap((domain) => domain.aspects.flatMap((aspect) => aspect.indicators));
    indicatorLists.set(instrument, list);
  }
  return list;
}
const indicatorLists = new WeakMap<Instrument, readonly Indicator[]>();

export const levelsOf = (assessment: Assessment): LevelVector =>
  assessment.entries.map((entry) => levelOf(entry.level));

/** Levels are kept in hundredths inside sums, so that decimal scales stay exact too. */
const HUNDRED = 100;
const hundredths = (level: number | null): number => (level === null ? 0 : Math.round(level * HUNDRED));

/**
 * Weighted mean of some indicators: sum of level × weight over `weight` (hundredths of a percent).
 * Index, domain and aspect values are all this one formula (Permen PANRB 59/2020, Lampiran Bab III), since the nested
 * means of the regulation cancel out when nothing is rounded in between.
 */
function weightedMean(indicators: readonly Indicator[], levels: LevelVector, weight: number): Ratio {
  let sum = 0;
  for (const indicator of indicators) sum += hundredths(levels[indicator.number - 1] ?? null) * indicator.weight;
  return ratio(sum, weight * HUNDRED);
}

export const TOTAL_WEIGHT = 10000;

export const indexOf = (instrument: Instrument, levels: LevelVector): Ratio =>
  weightedMean(indicatorsOf(instrument), levels, TOTAL_WEIGHT);

export const domainValue = (domain: Domain, levels: LevelVector): Ratio =>
  weightedMean(
    domain.aspects.flatMap((aspect) => aspect.indicators),
    levels,
    domain.weight,
  );

export const aspectValue = (aspect: Aspect, levels: LevelVector): Ratio =>
  weightedMean(aspect.indicators, levels, aspect.weight);

/** Index points that an indicator brings at a level. */
export const contributionOf = (indicator: Indicator, level: number | null): Ratio =>
  ratio(hundredths(level) * indicator.weight, TOTAL_WEIGHT * HUNDRED);

/** The band of an exact index; lower bounds inclusive. Below the first band (an index of blanks) it is the first. */
export function bandOf(instrument: Instrument, index: Ratio): Band {
  const reached = instrument.bands.filter((band) => compare(index, ratio(band.from, HUNDRED)) >= 0);
  const band = reached.at(-1) ?? instrument.bands[0];
  if (!band) throw new RangeError(`instrument ${instrument.id} has no bands`);
  return band;
}

/** The lower limit of the band above an index, which is what to aim at next; null at the top. */
export const nextLimit = (instrument: Instrument, index: Ratio): Ratio | null =>
  instrument.bands.map(({ from }) => ratio(from, HUNDRED)).find((limit) => compare(limit, index) > 0) ?? null;

/** The index as published: two decimals, half up. */
export const publishedIndex = (index: Ratio): Ratio => ratio(Number(roundHalfUp(index, 2).replace(".", "")), HUNDRED);

export function scoreOf(instrument: Instrument, levels: LevelVector): Score {
  const indicators = indicatorsOf(instrument);
  const index = indexOf(instrument, levels);
  const missing = indicators
    .filter((indicator) => (levels[indicator.number - 1] ?? null) === null)
    .map(({ number }) => number);
  const complete = missing.length === 0;
  return {
    index,
    predicate: complete ? bandOf(instrument, index) : null,
    predicateOfRounded: complete ? bandOf(instrument, publishedIndex(index)) : null,
    domains: instrument.domains.map((domain) => ({ domain, value: domainValue(domain, levels) })),
    aspects: instrument.domains.flatMap((domain) =>
      domain.aspects.map((aspect) => ({ aspect, value: aspectValue(aspect, levels) })),
    ),
    contributions: indicators.map((indicator) => contributionOf(indicator, levels[indicator.number - 1] ?? null)),
    missing,
  };
}
