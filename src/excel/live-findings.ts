import type { Assessment, Entry } from "../assessment/assessment";
import type { Finding } from "../assessment/finding";
import { findingsOf, findingsOfIndicator, touchedBy } from "../assessment/findings";

/** An assessment with all that does not hold in it. */
export interface Checked {
  readonly assessment: Assessment;
  readonly findings: readonly Finding[];
}

const keyOf = (entry: Entry): string => JSON.stringify({ ...entry, criteria: [...entry.criteria] });
const rest = ({ instrument, identity, evidence, stages, repairs }: Assessment): string =>
  JSON.stringify([instrument.id, identity, evidence, stages, repairs]);

/** Numbers of the indicators whose row, criteria or evidence references differ. */
export function changedIndicators(before: Assessment, after: Assessment): ReadonlySet<number> {
  const known = new Map(before.entries.map((entry) => [entry.indicator, keyOf(entry)]));
  return new Set(after.entries.filter((entry) => known.get(entry.indicator) !== keyOf(entry)).map((e) => e.indicator));
}

/**
 * The findings after an edit: only the touched indicators are checked again; all of them where the identity, the
 * register, the stages or the layout changed, since those concern every indicator.
 */
export function recheck(before: Checked | null, after: Assessment): Checked {
  if (!before || rest(before.assessment) !== rest(after)) return { assessment: after, findings: findingsOf(after) };
  const touched = new Set(touchedBy(after, changedIndicators(before.assessment, after)));
  if (touched.size === 0) return { assessment: after, findings: before.findings };
  const isTouched = (finding: Finding): boolean => finding.indicator !== null && touched.has(finding.indicator);
  const kept = before.findings.filter((finding) => !isTouched(finding));
  const again = [...touched].flatMap((number) => findingsOfIndicator(after, number));
  const order = (finding: Finding): number => finding.indicator ?? 0;
  // Each indicator's findings are in order among themselves, and sorting keeps them so.
  return { assessment: after, findings: [...kept, ...again].sort((a, b) => order(a) - order(b)) };
}
