import type { Assessment } from "./assessment";
import type { Ratio } from "./ratio";
import { levelsOf, scoreOf } from "./score";

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

/** The newest earlier result, or null. */
export const previousResult = (history: readonly HistoryRow[], year: number | null): HistoryRow | null =>
  history
    .filter((row) => year === null || row.year < year)
    .reduce<HistoryRow | null>((newest, row) => (newest && newest.year >= row.year ? newest : row), null);

/** An assessment's own result as a row of `Riwayat`; null while levels or the year are missing. */
export function resultOf(assessment: Assessment): HistoryRow | null {
  const { instrument, identity } = assessment;
  const score = scoreOf(instrument, levelsOf(assessment));
  if (identity.year === null || score.missing.length > 0) return null;
  return {
    year: identity.year,
    instrument: instrument.id,
    index: score.index,
    predicate: score.predicate?.name ?? null,
    domains: score.domains.map(({ value }) => value),
  };
}

/** `Riwayat` with one more result, in the place of an earlier row of its year; unchanged without one. */
export const withResult = (history: readonly HistoryRow[], row: HistoryRow | null): readonly HistoryRow[] =>
  row === null ? history : [...history.filter(({ year }) => year !== row.year), row];
