import type { Aspect, Domain, Indicator, Instrument, Crosswalk, CrosswalkStatus } from "../instrument/types";
import type { Assessment } from "./assessment";
import { ratio, subtract, sum, type Ratio } from "./ratio";
import { contributionOf, indexOf, indicatorsOf, levelsOf, scoreOf, type LevelVector } from "./score";

/** What is compared: the levels of one assessment. */
export interface Compared {
  readonly instrument: Instrument;
  readonly levels: LevelVector;
}

export const comparedOf = (assessment: Assessment): Compared => ({
  instrument: assessment.instrument,
  levels: levelsOf(assessment),
});

export interface IndicatorChange {
  readonly indicator: Indicator;
  readonly from: number | null;
  readonly to: number | null;
  /** Index points that it brings to the change, negative for a fall. */
  readonly contribution: Ratio;
}

export interface PartChange<Part> {
  readonly part: Part;
  /** The part's own value. */
  readonly from: Ratio;
  readonly to: Ratio;
  /** Index points that it brings to the change. */
  readonly contribution: Ratio;
}

/** The same instrument twice. The contributions of indicators, of aspects and of domains each sum exactly to `change`. */
export interface Comparison {
  readonly kind: "same-instrument";
  readonly from: Ratio;
  readonly to: Ratio;
  readonly change: Ratio;
  /** Regressions first (the deepest first), then what is blank now, then rises by contribution, then what stayed. */
  readonly indicators: readonly IndicatorChange[];
  readonly aspects: readonly PartChange<Aspect>[];
  readonly domains: readonly PartChange<Domain>[];
  readonly regressions: readonly IndicatorChange[];
  /** Answered then and blank now: not yet filled in is no fall, though it counts as 0. */
  readonly blanked: readonly number[];
  /** Unanswered then or now: such an indicator counts as 0, so its change is not all progress. */
  readonly incomplete: readonly number[];
}

/** Two instruments: two indices on two scales of requirements, so there is no change to speak of. */
export interface SideBySide {
  readonly kind: "other-instrument";
  readonly from: Ratio;
  readonly to: Ratio;
  /** The newer instrument's indicators with what the older one had for the same matter; empty without a crosswalk. */
  readonly rows: readonly {
    readonly indicator: Indicator;
    readonly to: number | null;
    /** Null when the crosswalk knows nothing of it. */
    readonly status: CrosswalkStatus | null;
    readonly earlier: readonly { readonly indicator: Indicator; readonly from: number | null }[];
  }[];
}

type Kind = "fallen" | "blanked" | "risen" | "same";
const ORDER: readonly Kind[] = ["fallen", "blanked", "risen", "same"];

function kindOf({ from, to, contribution: { numerator } }: IndicatorChange): Kind {
  if (from !== null && to === null) return "blanked";
  if (numerator === 0) return "same";
  return numerator < 0 ? "fallen" : "risen";
}

function compareSame(older: Compared, newer: Compared): Comparison {
  const { instrument } = newer;
  const all: IndicatorChange[] = indicatorsOf(instrument).map((indicator, position) => {
    const from = older.levels[position] ?? null;
    const to = newer.levels[position] ?? null;
    const contribution = subtract(contributionOf(indicator, to), contributionOf(indicator, from));
    return { indicator, from, to, contribution };
  });
  const of = (indicators: readonly Indicator[]): Ratio =>
    sum(indicators.map(({ number }) => all[number - 1]?.contribution ?? ratio(0)));
  const size = ({ contribution }: IndicatorChange): number =>
    Math.abs(contribution.numerator) / contribution.denominator;
  const indicators = [...all].sort(
    (a, b) =>
      ORDER.indexOf(kindOf(a)) - ORDER.indexOf(kindOf(b)) ||
      size(b) - size(a) ||
      a.indicator.number - b.indicator.number,
  );
  const [before, after] = [scoreOf(instrument, older.levels), scoreOf(instrument, newer.levels)];
  return {
    kind: "same-instrument",
    from: before.index,
    to: after.index,
    change: subtract(after.index, before.index),
    indicators,
    aspects: after.aspects.map(({ aspect, value }, position) => ({
      part: aspect,
      from: before.aspects[position]?.value ?? ratio(0),
      to: value,
      contribution: of(aspect.indicators),
    })),
    domains: after.domains.map(({ domain, value }, position) => ({
      part: domain,
      from: before.domains[position]?.value ?? ratio(0),
      to: value,
      contribution: of(domain.aspects.flatMap((aspect) => aspect.indicators)),
    })),
    regressions: indicators.filter((change) => kindOf(change) === "fallen"),
    blanked: all.filter((change) => kindOf(change) === "blanked").map(({ indicator }) => indicator.number),
    incomplete: [...new Set([...before.missing, ...after.missing])].sort((a, b) => a - b),
  };
}

function standSideBySide(older: Compared, newer: Compared, crosswalk: Crosswalk | null): SideBySide {
  const fits = crosswalk?.from === older.instrument.id && crosswalk.to === newer.instrument.id;
  const olderIndicators = indicatorsOf(older.instrument);
  return {
    kind: "other-instrument",
    from: indexOf(older.instrument, older.levels),
    to: indexOf(newer.instrument, newer.levels),
    rows: indicatorsOf(newer.instrument).map((indicator, position) => {
      const known = fits ? crosswalk.map.find(({ to }) => to === indicator.number) : undefined;
      return {
        indicator,
        to: newer.levels[position] ?? null,
        status: known?.status ?? null,
        earlier: (known?.from ?? []).flatMap((number) => {
          const one = olderIndicators[number - 1];
          return one ? [{ indicator: one, from: older.levels[number - 1] ?? null }] : [];
        }),
      };
    }),
  };
}

/** What changed between two assessments. Under different instruments nothing is subtracted; the crosswalk, where it fits, lines them up. */
export const compareScores = (
  older: Compared,
  newer: Compared,
  crosswalk: Crosswalk | null = null,
): Comparison | SideBySide =>
  older.instrument.id === newer.instrument.id ? compareSame(older, newer) : standSideBySide(older, newer, crosswalk);
