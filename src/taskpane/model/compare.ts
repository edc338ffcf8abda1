import type { Assessment } from "../../assessment/assessment";
import { comparedOf, compareScores, type Comparison, type SideBySide } from "../../assessment/compare";
import { compareWithResult, type ResultComparison } from "../../assessment/compare-result";
import { isSameResult, resultOf, type HistoryRow } from "../../assessment/history";
import { mergedLevels } from "../../assessment/merged-levels";
import type { EarlierMerge } from "../../assessment/merge";
import { compare } from "../../assessment/ratio";
import type { Crosswalk } from "../../instrument/types";
import { shortAgency } from "./home";

/** What an assessment can be compared with: a chosen file, a row of `Riwayat`, or what the last merge made of the answers. */
export type Older =
  | {
      readonly kind: "file";
      readonly file: string;
      readonly assessment: Assessment;
      readonly crosswalk: Crosswalk | null;
    }
  | { readonly kind: "history"; readonly row: HistoryRow }
  | { readonly kind: "merge"; readonly earlier: EarlierMerge; readonly time: string | null };

/** What the workbook itself offers: other years, the newest first, then the last merge, then years under other instruments. */
export function olderInWorkbook(
  { identity, instrument }: Assessment,
  history: readonly HistoryRow[],
  earlier: EarlierMerge,
): readonly Older[] {
  const years = history.filter(({ year }) => year !== identity.year).sort((a, b) => b.year - a.year);
  const rows = (isSame: boolean): readonly Older[] =>
    years.filter((row) => (row.instrument === instrument.id) === isSame).map((row) => ({ kind: "history", row }));
  const time =
    earlier.log
      .map((row) => row.time)
      .sort()
      .at(-1) ?? null;
  const merges: readonly Older[] = earlier.answers.length > 0 ? [{ kind: "merge", earlier, time }] : [];
  return [...rows(true), ...merges, ...rows(false)];
}

/** A name by which a choice is told from the others, also where `Riwayat` holds a year twice. */
export function olderKey(older: Older): string {
  if (older.kind !== "history") return older.kind;
  const { year, instrument, index } = older.row;
  return `${year} ${instrument} ${index.numerator}/${index.denominator}`;
}

export interface Compare {
  readonly result: Comparison | SideBySide | ResultComparison;
  /** Indicators that the merge left as they were; empty for the other kinds. */
  readonly untouched: readonly number[];
}

export function compareWith(older: Older, now: Assessment): Compare {
  const newer = comparedOf(now);
  if (older.kind === "history") return { result: compareWithResult(older.row, newer), untouched: [] };
  if (older.kind === "file")
    return { result: compareScores(comparedOf(older.assessment), newer, older.crosswalk), untouched: [] };
  const merged = mergedLevels(older.earlier, now);
  return {
    result: compareScores({ instrument: now.instrument, levels: merged?.levels ?? newer.levels }, newer),
    untouched: merged?.untouched ?? [],
  };
}

/** A result to write into `Riwayat`, and the row of its year and instrument that it would take the place of. */
export interface Recordable {
  readonly result: HistoryRow;
  readonly replaces: HistoryRow | null;
}

/** Null while the assessment has no result, for another agency's, and when `Riwayat` tells it already. */
export function recordable(assessment: Assessment, history: readonly HistoryRow[], agency: string): Recordable | null {
  const result = resultOf(assessment);
  const isOwn = shortAgency(assessment.identity.agency).toLowerCase() === shortAgency(agency).toLowerCase();
  if (!result || !isOwn) return null;
  const replaces = history.find((row) => isSameResult(row, result)) ?? null;
  return replaces && compare(replaces.index, result.index) === 0 ? null : { result, replaces };
}
