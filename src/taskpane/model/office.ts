import type { Assessment, Entry } from "../../assessment/assessment";
import { SEVERITIES, type Finding, type Severity } from "../../assessment/finding";
import { levelOf } from "../../assessment/level";
import { isOfficeWorkbook, ownEntries } from "../../assessment/scope";
import { indicatorsOf, levelsOf } from "../../assessment/score";
import { shareOf, type Share } from "../../assessment/share";
import type { Indicator } from "../../instrument/types";
import { countBySeverity, levelCounts, type HomeModel } from "./home";

/** What an office does next: fill in, fix, look at the warnings, send. */
export type OfficeStep =
  | { readonly kind: "fill"; readonly indicator: number }
  | { readonly kind: "fix" | "review"; readonly count: number }
  | { readonly kind: "send" };

export interface OfficeRow {
  readonly indicator: Indicator;
  readonly level: number | null;
  readonly state: "missing" | Severity | "done";
}

/** Where one office's part stands. It has no index and no predicate, since it holds only some of the indicators. */
export interface OfficeModel {
  readonly opd: string;
  readonly filled: number;
  readonly total: number;
  /** Numbers of own indicators without a level. */
  readonly missing: readonly number[];
  readonly estimates: number;
  readonly share: Share;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly levels: HomeModel["levels"];
  /** Own indicators in order, each with the gravest that is to be said of it. */
  readonly rows: readonly OfficeRow[];
  readonly next: OfficeStep;
}

/** Null in the workbook of all offices. */
export function officeModel(assessment: Assessment, findings: readonly Finding[]): OfficeModel | null {
  if (!isOfficeWorkbook(assessment)) return null;
  const entries = ownEntries(assessment);
  const numbers = entries.map(({ indicator }) => indicator);
  const missing = entries.filter(({ level }) => levelOf(level) === null).map(({ indicator }) => indicator);
  const counts = countBySeverity(findings);
  return {
    opd: assessment.identity.opd,
    filled: entries.length - missing.length,
    total: entries.length,
    missing,
    estimates: entries.filter(({ estimate }) => estimate).length,
    share: shareOf(assessment.instrument, levelsOf(assessment), numbers),
    counts,
    levels: levelCounts(assessment.instrument, entries),
    rows: officeRows(assessment, entries, findings),
    next: nextStep(missing, counts),
  };
}

function officeRows(
  { instrument }: Assessment,
  entries: readonly Entry[],
  findings: readonly Finding[],
): readonly OfficeRow[] {
  const indicators = indicatorsOf(instrument);
  return entries.flatMap((entry) => {
    const indicator = indicators[entry.indicator - 1];
    const level = levelOf(entry.level);
    const said = new Set(findings.filter((one) => one.indicator === entry.indicator).map(({ severity }) => severity));
    const state = level === null && entry.level.kind === "blank" ? "missing" : SEVERITIES.find((one) => said.has(one));
    return indicator ? [{ indicator, level, state: state ?? "done" }] : [];
  });
}

function nextStep([first]: readonly number[], counts: OfficeModel["counts"]): OfficeStep {
  if (first !== undefined) return { kind: "fill", indicator: first };
  if (counts.kesalahan > 0) return { kind: "fix", count: counts.kesalahan };
  return counts.peringatan > 0 ? { kind: "review", count: counts.peringatan } : { kind: "send" };
}
