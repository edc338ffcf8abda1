import type { Criterion, EvidenceItem, Indicator } from "../instrument/types";
import type { Assessment, Entry, IsoDate } from "./assessment";
import { isAssessed, levelMet, unmetUpTo } from "./maturity";
import { officeKey } from "./offices";
import type { PlanStep } from "./plan";
import { indicatorsOf } from "./score";

/** A row of the plan, from the planner or read back from the sheet `Rencana`. */
export type FollowUp = Pick<PlanStep, "indicator" | "from" | "to" | "opd" | "due">;

/** Where a follow-up stands. It is done when its criteria are met; nobody ticks it. */
export type FollowUpStatus = "done" | "started" | "late" | "open";

export interface Progress {
  readonly step: FollowUp;
  readonly status: FollowUpStatus;
  /** The highest level whose criteria are met, from the criteria alone. */
  readonly met: number;
  /** Requirements that must become true, lowest level first. */
  readonly criteria: readonly Criterion[];
  /** Evidence that the guideline asks for above the level that is met, up to the step's; empty when it is done. */
  readonly evidence: readonly EvidenceItem[];
}

/**
 * The requirements between an indicator and a level. Where no criterion was answered yet, everything up to the claimed
 * level is taken as met, since the claim is all that is known.
 */
function requirements(indicator: Indicator, entry: Entry | undefined, step: FollowUp): readonly Criterion[] {
  const answers = entry?.criteria ?? new Map();
  const unmet = unmetUpTo(indicator, step.to, answers);
  if (isAssessed(indicator, answers)) return unmet;
  const above = indicator.levels.filter(({ level }) => level > step.from).flatMap(({ criteria }) => criteria);
  return unmet.filter((criterion) => above.includes(criterion));
}

/** How far one follow-up has come at a day ("late" needs a due date before `today`). */
export function progressOf(step: FollowUp, assessment: Assessment, today: IsoDate | null): Progress | null {
  const indicator = indicatorsOf(assessment.instrument)[step.indicator - 1];
  if (!indicator) return null;
  const entry = assessment.entries[step.indicator - 1];
  const answers = entry?.criteria ?? new Map();
  const assessed = isAssessed(indicator, answers);
  const met = levelMet(indicator, answers);
  const criteria = requirements(indicator, entry, step);
  const done = assessed && met >= step.to;
  // Without answers the claim that the plan started from is all that is known.
  const reached = assessed ? met : step.from;
  const asked = indicator.levels
    .filter(({ level }) => level > reached && level <= step.to)
    .flatMap((level) => level.criteria);
  const started =
    assessed && (met > step.from || asked.some(({ id }) => (answers.get(id)?.answer ?? "Tidak") !== "Tidak"));
  const late = step.due !== null && today !== null && step.due < today;
  const status: FollowUpStatus = done ? "done" : late ? "late" : started ? "started" : "open";
  return {
    step,
    status,
    met,
    criteria,
    evidence: done ? [] : indicator.evidence.filter(({ level }) => level > reached && level <= step.to),
  };
}

/** How many of a plan's steps there are, are done, and are past their due day. */
export function followUpCounts(
  steps: readonly FollowUp[],
  assessment: Assessment,
  today: IsoDate | null,
): { readonly total: number; readonly done: number; readonly late: number } {
  const found = steps.map((step) => progressOf(step, assessment, today)?.status);
  return {
    total: steps.length,
    done: found.filter((status) => status === "done").length,
    late: found.filter((status) => status === "late").length,
  };
}

export interface WorkList {
  /** As written first; "" for steps that nobody leads. */
  readonly opd: string;
  readonly items: readonly (Progress & {
    /** False when another OPD leads and this one helps. */
    readonly leads: boolean;
  })[];
}

/** What must become true, by OPD: every OPD named for an indicator gets its item, the first named one leads it. */
export function workListsOf(steps: readonly FollowUp[], assessment: Assessment, today: IsoDate | null): WorkList[] {
  const lists = new Map<string, { opd: string; items: WorkList["items"][number][] }>();
  for (const step of steps) {
    const progress = progressOf(step, assessment, today);
    if (!progress) continue;
    const opds = step.opd.length > 0 ? step.opd : [""];
    opds.forEach((opd, position) => {
      const list = lists.get(officeKey(opd)) ?? { opd: opd.trim(), items: [] };
      list.items.push({ ...progress, leads: position === 0 });
      lists.set(officeKey(opd), list);
    });
  }
  return [...lists.values()].sort((a, b) => (officeKey(a.opd) < officeKey(b.opd) ? -1 : 1));
}
