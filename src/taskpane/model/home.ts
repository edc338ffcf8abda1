import type { Assessment, Entry } from "../../assessment/assessment";
import type { WorkbookState } from "../../excel/session";
import type { Finding, Severity } from "../../assessment/finding";
import { levelOf } from "../../assessment/level";
import { compare, parseRatio, ratio, subtract, type Ratio } from "../../assessment/ratio";
import { bandOf, levelsOf, publishedIndex, scoreOf, type Score } from "../../assessment/score";
import type { Band, Instrument } from "../../instrument/types";
import { levelSteps } from "../../workbook/level-steps";

/** The one thing to do next, and what the primary button says. */
export type NextStep =
  | { readonly kind: "fill"; readonly indicator: number }
  | { readonly kind: "fix" | "review"; readonly count: number }
  | { readonly kind: "plan" | "summary" };

type AssessmentState = Extract<WorkbookState, { kind: "assessment" }>;

export interface HomeModel {
  readonly score: Score;
  readonly filled: number;
  readonly total: number;
  /** Numbers of entries marked as an estimate by quick mode. */
  readonly estimates: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Indicators per level (whole part on decimal scales), lowest level first. */
  readonly levels: readonly { readonly level: number; readonly count: number }[];
  readonly target: TargetState | null;
  readonly next: NextStep;
}

export interface TargetState {
  readonly target: Ratio;
  readonly band: Band;
  readonly reached: boolean;
  /** Size of the distance between the published index and the target. */
  readonly distance: Ratio;
}

export const countBySeverity = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => ({
  kesalahan: findings.filter(({ severity }) => severity === "kesalahan").length,
  peringatan: findings.filter(({ severity }) => severity === "peringatan").length,
  saran: findings.filter(({ severity }) => severity === "saran").length,
});

export function targetState(assessment: Assessment, index: Ratio, targetIndex: string | null): TargetState | null {
  const target = targetIndex === null ? null : parseRatio(targetIndex);
  if (target === null) return null;
  const distance = subtract(target, publishedIndex(index));
  return {
    target,
    band: bandOf(assessment.instrument, target),
    reached: compare(index, target) >= 0,
    distance: { ...distance, numerator: Math.abs(distance.numerator) },
  };
}

export function homeModel({
  assessment,
  findings,
  targetIndex,
  plan,
}: Pick<AssessmentState, "assessment" | "findings" | "targetIndex" | "plan">): HomeModel {
  const score = scoreOf(assessment.instrument, levelsOf(assessment));
  const counts = countBySeverity(findings);
  const target = targetState(assessment, score.index, targetIndex);
  return {
    score,
    filled: assessment.entries.length - score.missing.length,
    total: assessment.entries.length,
    estimates: assessment.entries.filter(({ estimate }) => estimate).length,
    counts,
    levels: levelCounts(assessment.instrument, assessment.entries),
    target,
    next: nextStep(score, counts, target, plan !== null),
  };
}

/** First that applies: fill what is missing, fix what is wrong, look at the warnings, plan, print. */
function nextStep(score: Score, counts: HomeModel["counts"], target: TargetState | null, hasPlan: boolean): NextStep {
  const [missing] = score.missing;
  if (missing !== undefined) return { kind: "fill", indicator: missing };
  if (counts.kesalahan > 0) return { kind: "fix", count: counts.kesalahan };
  if (counts.peringatan > 0) return { kind: "review", count: counts.peringatan };
  return { kind: target?.reached || hasPlan ? "summary" : "plan" };
}

/** How many of some entries stand at each level. */
export function levelCounts(instrument: Instrument, entries: readonly Entry[]): HomeModel["levels"] {
  const steps = levelSteps(instrument);
  const stepOfEntry = (entry: Entry): number | null => {
    const level = levelOf(entry.level);
    return level === null ? null : (steps.findLast(({ from }) => level >= from)?.level ?? null);
  };
  return steps.map(({ level }) => ({
    level,
    count: entries.filter((entry) => stepOfEntry(entry) === level).length,
  }));
}

/** "Pemerintah Kota Bandar Lampung" → "Kota Bandar Lampung": what fits the caption and is said every day. */
export const shortAgency = (agency: string): string => agency.replace(/^pemerintah\s+/i, "");

/** Which step of the ramp (1 … 5) a level takes; null for a level 0, which carries no ink. */
export const rampOfLevel = (level: number): number | null => (level < 1 ? null : Math.min(5, Math.floor(level)));

/** Place on the scale from its lowest to its highest value, 0 … 1; values outside stay at the ends. */
export function placeOnScale(value: Ratio, scale: { readonly min: number; readonly max: number }): number {
  const share = (value.numerator / value.denominator - scale.min) / (scale.max - scale.min);
  return Math.min(1, Math.max(0, share));
}

export const bandLimit = (hundredths: number): Ratio => ratio(hundredths, 100);
