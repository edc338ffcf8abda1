import type { Entry, LevelReading } from "./assessment";
import { levelOf } from "./level";
import type { OfficeSay } from "./merge-answers";
import { criteriaAfter } from "./merge-criteria";
import { winnerOf, type KeptEdit } from "./merge-edits";
import type { Conflict, ConflictReason, MergeDecision, OfficeAnswer } from "./merge-types";
import { listAfter, uniteLists, uniteTexts } from "./merge-unite";
import { officeKey } from "./offices";

/** What one indicator comes to. */
export interface Resolved {
  readonly entry: Entry;
  readonly conflict: Conflict | null;
  /** What stayed against an office's change, and the offices that say otherwise. */
  readonly kept: readonly KeptEdit[];
  readonly against: readonly OfficeSay[];
}

/** The answers as a decision remembers them: "Dinas Kesehatan 3; Dinas Sosial 4". */
const answersText = (answers: readonly OfficeAnswer[]): string =>
  answers.map(({ opd, file, level }) => `${opd || file} ${levelOf(level) ?? "–"}`).join("; ");

/**
 * The rules of merging for one indicator. The responsible offices' answer wins; equal answers unite; answers that differ,
 * or that come only from others, are a conflict, and until somebody decides the base stays. A blank never wins, and a
 * decision stays whatever comes later.
 */
export function resolve(
  base: Entry,
  says: readonly OfficeSay[],
  decision: MergeDecision | null,
  before: MergeDecision | null,
  wasOpen: boolean,
): Resolved {
  const responsible = new Set(base.opd.map(officeKey));
  const isResponsible = (say: OfficeSay): boolean =>
    responsible.size === 0 || [...say.offices].some((one) => responsible.has(one));
  const voters = says.filter(isResponsible);
  const found = conflictOf(base, voters, says, responsible.size > 0, wasOpen);
  // What an open conflict left out was never written here, and a new decision takes what it chose.
  const isWritten = decision ? isSameDecision(decision, before) : before !== null || agreeThen(voters);
  if (!found && !decision)
    return { ...united(base, voters, levelAfter(base, voters), isWritten), conflict: null, against: voters };
  const answers = (found?.says ?? voters.filter(hasLevel)).map(({ answer }) => answer);
  const now = answersText(answers);
  const conflict: Conflict = {
    indicator: base.indicator,
    reason: found?.reason ?? "settled",
    responsible: base.opd,
    answers,
    base: base.level,
    decision: decision && { ...decision, answersThen: decision.answersThen || now },
    changedSince: decision !== null && decision.answersThen !== "" && decision.answersThen !== now,
  };
  if (!decision) return { entry: base, conflict, kept: [], against: [] };
  const chosen = (found?.says ?? voters).filter(
    (say) =>
      levelOf(say.answer.level) === decision.level && (decision.opd === "" || say.key === officeKey(decision.opd)),
  );
  const level: LevelReading = { kind: "level", level: decision.level };
  return { ...united(base, chosen, level, isWritten), conflict, against: chosen };
}

const isSameDecision = (one: MergeDecision, other: MergeDecision | null): boolean =>
  other !== null && one.level === other.level && one.opd === other.opd && one.time === other.time;

const hasLevel = ({ answer }: OfficeSay): boolean => answer.level.kind === "level";

/** Why an indicator cannot be decided by rule, and the answers that compete; null when it can. */
function conflictOf(
  base: Entry,
  voters: readonly OfficeSay[],
  all: readonly OfficeSay[],
  isAssigned: boolean,
  wasOpen: boolean,
): { reason: ConflictReason; says: readonly OfficeSay[] } | null {
  const leveled = voters.filter(hasLevel);
  const levels = distinctLevels(leveled);
  if (levels.length > 1) return { reason: isAssigned ? "responsible-differ" : "nobody-responsible", says: leveled };
  if (levels.length === 0) {
    // What an office left as it was handed out is no answer of its own.
    const strangers = all.filter((say) => hasLevel(say) && levelOf(say.answer.level) !== levelOf(base.level));
    return isAssigned && strangers.length > 0 ? { reason: "not-responsible", says: strangers } : null;
  }
  const then = earlierLevel(voters);
  const was = levelOf(base.level);
  const isEdited = then !== null && was !== null && was !== then && was !== levels[0];
  // What was left open stays so: the office's answer is the earlier merge's by now, and it was never settled.
  if (isEdited && (levels[0] !== then || wasOpen)) return { reason: "edited-since", says: leveled };
  return null;
}

const distinctLevels = (says: readonly OfficeSay[]): readonly number[] => [
  ...new Set(says.flatMap(({ answer }) => levelOf(answer.level) ?? [])),
];

const earlierLevels = (voters: readonly OfficeSay[]): ReadonlySet<number> =>
  new Set(voters.flatMap(({ earlier }) => (earlier ? (levelOf(earlier.level) ?? []) : [])));

const agreeThen = (voters: readonly OfficeSay[]): boolean => earlierLevels(voters).size <= 1;

/** The level that these offices agreed on in the earlier merge; null when there was none or they differed. */
function earlierLevel(voters: readonly OfficeSay[]): number | null {
  const [only = null, ...others] = earlierLevels(voters);
  return others.length === 0 ? only : null;
}

/** The agreed level, unless it is the one of the earlier merge and people changed the base since: then theirs stays. */
function levelAfter(base: Entry, voters: readonly OfficeSay[]): LevelReading {
  const [level] = distinctLevels(voters);
  if (level === undefined) return base.level;
  if (base.level.kind === "level" && earlierLevel(voters) === level) return base.level;
  return levelOf(base.level) === level ? base.level : { kind: "level", level };
}

/** The entry with what the chosen offices say: texts united, a blank never winning, nothing merged twice. */
function united(
  base: Entry,
  chosen: readonly OfficeSay[],
  level: LevelReading,
  isWritten: boolean,
): Pick<Resolved, "entry" | "kept"> {
  const then = isWritten ? chosen.flatMap(({ earlier }) => earlier ?? []) : [];
  const explanation = uniteTexts(chosen.map(({ answer }) => answer.explanation));
  const winner = winnerOf(
    base.explanation,
    then.length === 0 ? base.explanation : uniteTexts(then.map((one) => one.explanation)),
    explanation,
  );
  const evidence = uniteLists(chosen.map(({ answer }) => answer.evidence));
  const [estimator] = chosen.filter((say) => hasLevel(say) && !say.isSeen);
  const { criteria, kept } = criteriaAfter(base, chosen, then);
  return {
    entry: {
      ...base,
      level,
      explanation: winner === "theirs" ? explanation : base.explanation,
      evidence: listAfter(base.evidence, uniteLists(then.map((one) => one.evidence)), evidence),
      estimate: estimator ? chosen.some((say) => hasLevel(say) && say.estimate) : base.estimate,
      criteria,
    },
    kept: [
      ...(winner === "mine-against-theirs"
        ? [
            {
              place: "explanation",
              indicator: base.indicator,
              id: "",
              mine: base.explanation,
              theirs: explanation,
            } as const,
          ]
        : []),
      ...kept,
    ],
  };
}
