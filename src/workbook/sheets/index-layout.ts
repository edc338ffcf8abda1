import { indicatorsOf, type Score } from "../../assessment/score";
import type { Aspect, Domain, Indicator, Instrument } from "../../instrument/types";
import { columnName } from "../address";
import { levelSteps } from "../level-steps";
import { INDEX_TEXT } from "../texts";

/** The figures at the head of `Indeks`; the same cells for every instrument. */
export const INDEX_CELLS = { index: "A5", predicate: "C5", filled: "F5", target: "H5", gap: "J5" } as const;

/** Where the blocks of `Indeks` lie; rows are 1-based. */
export interface IndexLayout {
  readonly indicators: readonly Indicator[];
  /** Empty where an instrument has only one domain: it would repeat the index. */
  readonly domains: readonly {
    readonly domain: Domain;
    readonly row: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly domainHeader: number | null;
  readonly aspects: readonly {
    readonly aspect: Aspect;
    readonly row: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly aspectHeader: number;
  /** The chart of aspects. */
  readonly chart: { readonly from: number; readonly to: number };
  readonly indicatorHeader: number;
  readonly first: number;
  readonly last: number;
  /** The last column: one column per level from H on. */
  readonly lastColumn: string;
}

export const FIRST_BLOCK_ROW = 7;
const CHART_ROWS = 14;
/** Columns before the one of the lowest level. */
const LEVEL_COLUMN = 7;

export function indexLayout(instrument: Instrument): IndexLayout {
  const withDomains = instrument.domains.length > 1;
  const domainHeader = withDomains ? FIRST_BLOCK_ROW : null;
  const aspectHeader = FIRST_BLOCK_ROW + (withDomains ? instrument.domains.length + 2 : 0);
  const aspects = instrument.domains.flatMap((domain) => domain.aspects);
  const chartFrom = aspectHeader + Math.max(aspects.length, withDomains ? 0 : 8) + 2;
  const chart = { from: chartFrom, to: chartFrom + CHART_ROWS - 1 };
  const indicatorHeader = chart.to + 2;
  const first = indicatorHeader + 1;
  const indicators = indicatorsOf(instrument);
  const span = (numbers: readonly number[]): { from: number; to: number } => ({
    from: first + Math.min(...numbers) - 1,
    to: first + Math.max(...numbers) - 1,
  });
  return {
    indicators,
    domainHeader,
    domains: withDomains
      ? instrument.domains.map((domain, index) => ({
          domain,
          row: FIRST_BLOCK_ROW + 1 + index,
          ...span(domain.aspects.flatMap((aspect) => aspect.indicators.map(({ number }) => number))),
        }))
      : [],
    aspectHeader,
    aspects: aspects.map((aspect, index) => ({
      aspect,
      row: aspectHeader + 1 + index,
      ...span(aspect.indicators.map(({ number }) => number)),
    })),
    chart,
    indicatorHeader,
    first,
    last: first + indicators.length - 1,
    lastColumn: columnName(LEVEL_COLUMN + levelSteps(instrument).length - 1),
  };
}

export const levelColumn = (index: number): string => columnName(LEVEL_COLUMN + index);

/** What the predicate's cell says: the predicate, or how far it is filled in ("belum lengkap 45/47"). */
export const predicateText = ({ predicate, missing, contributions }: Score): string =>
  predicate?.name ?? `${INDEX_TEXT.incomplete} ${contributions.length - missing.length}/${contributions.length}`;
