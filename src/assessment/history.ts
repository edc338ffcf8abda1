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

/** The result of a year; of a year with two, the one under the instrument (its id). */
export function resultIn(history: readonly HistoryRow[], year: number, instrument: string): HistoryRow | null {
  const rows = history.filter((row) => row.year === year);
  return rows.find((row) => row.instrument === instrument) ?? rows[0] ?? null;
}

/** The newest result before an assessment's year, under its own instrument where that year has two; or null. */
export function previousResult(
  history: readonly HistoryRow[],
  { identity, instrument }: Assessment,
): HistoryRow | null {
  const { year } = identity;
  const earlier = history.filter((row) => year === null || row.year < year);
  const newest = earlier.reduce((last, row) => Math.max(last, row.year), 0);
  return resultIn(earlier, newest, instrument.id);
}

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

/** Whether two rows tell of the same: one year under two instruments is two results. */
export const isSameResult = (a: HistoryRow, b: HistoryRow): boolean =>
  a.year === b.year && a.instrument === b.instrument;

/** `Riwayat` with one more result, in the place of an earlier row of its year and instrument; unchanged without one. */
export const withResult = (history: readonly HistoryRow[], row: HistoryRow | null): readonly HistoryRow[] =>
  row === null ? history : [...history.filter((other) => !isSameResult(other, row)), row];
