import type { CellRef, IsoDate } from "../assessment/assessment";
import type { HistoryRow } from "../assessment/history";
import { ratio, subtract, type Ratio } from "../assessment/ratio";
import { contributionOf, indexOf, indicatorsOf, levelsOf, type LevelVector } from "../assessment/score";
import type { Assessment } from "../assessment/assessment";

/** A step of `Rencana` as it stands in its row. */
export interface KeptStep {
  readonly indicator: number;
  readonly opd: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly effort: number;
  readonly due: IsoDate | null;
  /** Whether a person wrote the due date; a computed one stands there as a formula (absent = computed). */
  readonly dueIsTyped?: boolean;
  /** What a person typed over the status; null where the formula still stands. */
  readonly status: string | null;
}

/** The sheet `Rencana` with its lines above the table, which tell what the plan came to when it was made. */
export interface KeptPlan {
  /** Name of the sheet that it was read from. */
  readonly sheet: string;
  readonly subtitle: string;
  readonly hint: string;
  /** Steps and shared documents together. */
  readonly effort: number;
  readonly steps: readonly KeptStep[];
}

/** A row of `Riwayat` without a year, or without an index on the scale: the cell at fault and what it holds. */
export interface UnreadHistory {
  readonly at: CellRef;
  readonly found: string;
  readonly reason: "no-year" | "no-index";
}

/** What a workbook holds beside its assessment and what merges left there; a new file made from it carries it along. */
export interface Kept {
  /** The agency's target, decimal text with a point, or null. */
  readonly targetIndex: string | null;
  /** `Riwayat`. */
  readonly history: readonly HistoryRow[];
  /** Rows of `Riwayat` that hold something and could not be read: a new file cannot carry them. */
  readonly unreadHistory: readonly UnreadHistory[];
  readonly plan: KeptPlan | null;
  /** Whether there are `Ringkasan` and `Berita Acara`, which are written anew. */
  readonly summary: boolean;
  readonly officialRecord: boolean;
  /** Names of sheets that are not ours: a new file cannot carry them. */
  readonly strangers: readonly string[];
}

export const NOTHING_KEPT: Kept = {
  targetIndex: null,
  history: [],
  unreadHistory: [],
  plan: null,
  summary: false,
  officialRecord: false,
  strangers: [],
};

/** A kept plan's steps with the index points that each brings, and the index once all of them are taken. */
export function keptFigures(
  plan: KeptPlan,
  assessment: Assessment,
): { steps: readonly (KeptStep & { gain: Ratio })[]; to: Ratio } {
  const indicators = indicatorsOf(assessment.instrument);
  const steps = plan.steps.map((step) => {
    const indicator = indicators[step.indicator - 1];
    const gain = indicator
      ? subtract(contributionOf(indicator, step.to), contributionOf(indicator, step.from))
      : ratio(0);
    return { ...step, gain };
  });
  return { steps, to: indexOf(assessment.instrument, raisedLevels(assessment, steps)) };
}

/** Every indicator's level once some steps are taken; none falls. */
export const raisedLevels = (
  assessment: Assessment,
  steps: readonly { readonly indicator: number; readonly to: number }[],
): LevelVector =>
  levelsOf(assessment).map((level, index) => {
    const step = steps.find(({ indicator }) => indicator === index + 1);
    return step ? Math.max(level ?? 0, step.to) : level;
  });
