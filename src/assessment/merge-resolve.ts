import type { Answer, CriterionAnswer, Entry, LevelReading } from "./assessment";
import { levelOf } from "./level";
import type { OfficeSay } from "./merge-answers";
import { evidenceId } from "./findings/facts";
import type { Conflict, ConflictReason, MergeDecision, OfficeAnswer } from "./merge-types";
import { officeKey } from "./offices";

/** What one indicator comes to. */
export interface Resolved {
  readonly entry: Entry;
  readonly conflict: Conflict | null;
}

/** The answers as a decision remembers them: "Dinas Kesehatan 3; Dinas Sosial 4". */
const answersText = (answers: readonly OfficeAnswer[]): string =>
  answers.map(({ opd, file, level }) => `${opd || file} ${levelOf(level) ?? "–"}`).join("; ");

/**
 * The rules of merging for one indicator. The responsible offices' answer wins; equal answers unite; answers that differ,
 * or that come only from others, are a conflict, and until somebody decides the base stays. A blank never wins, and a
 * decision stays whatever comes later.
 */
export function resolve(base: Entry, says: readonly OfficeSay[], decision: MergeDecision | null): Resolved {
  const responsible = new Set(base.opd.map(officeKey));
  const isResponsible = (say: OfficeSay): boolean =>
    responsible.size === 0 || [...say.offices].some((one) => responsible.has(one));
  const voters = says.filter(isResponsible);
  const found = conflictOf(base, voters, says, responsible.size > 0);
  if (!found && !decision) return { entry: merged(base, voters, levelAfter(base, voters)), conflict: null };
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
  if (!decision) return { entry: base, conflict };
  const chosen = (found?.says ?? voters).filter(
    (say) =>
      levelOf(say.answer.level) === decision.level && (decision.opd === "" || say.key === officeKey(decision.opd)),
  );
  return { entry: merged(base, chosen, { kind: "level", level: decision.level }), conflict };
}

const hasLevel = ({ answer }: OfficeSay): boolean => answer.level.kind === "level";

/** Why an indicator cannot be decided by rule, and the answers that compete; null when it can. */
function conflictOf(
  base: Entry,
  voters: readonly OfficeSay[],
  all: readonly OfficeSay[],
  isAssigned: boolean,
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
  const isEdited = then !== null && was !== null && was !== then;
  if (isEdited && levels[0] !== then && levels[0] !== was) return { reason: "edited-since", says: leveled };
  return null;
}

const distinctLevels = (says: readonly OfficeSay[]): readonly number[] => [
  ...new Set(says.flatMap(({ answer }) => levelOf(answer.level) ?? [])),
];

/** The level that these offices agreed on in the earlier merge; null when there was none or they differed. */
function earlierLevel(voters: readonly OfficeSay[]): number | null {
  const levels = new Set(voters.flatMap(({ earlier }) => (earlier ? (levelOf(earlier.level) ?? []) : [])));
  const [only] = levels;
  return levels.size === 1 ? (only ?? null) : null;
}

/** The agreed level, unless it is the one of the earlier merge and people changed the base since: then theirs stays. */
function levelAfter(base: Entry, voters: readonly OfficeSay[]): LevelReading {
  const [level] = distinctLevels(voters);
  if (level === undefined) return base.level;
  if (base.level.kind === "level" && earlierLevel(voters) === level) return base.level;
  return levelOf(base.level) === level ? base.level : { kind: "level", level };
}

/** The entry with what the chosen offices say: texts united, a blank never winning, nothing merged twice. */
function merged(base: Entry, chosen: readonly OfficeSay[], level: LevelReading): Entry {
  const explanation = uniteTexts(chosen.map(({ answer }) => answer.explanation));
  const explanationThen = uniteTexts(chosen.flatMap(({ earlier }) => earlier?.explanation ?? []));
  const evidence = uniteLists(chosen.map(({ answer }) => answer.evidence));
  const evidenceThen = uniteLists(chosen.flatMap(({ earlier }) => (earlier ? [earlier.evidence] : [])));
  const [estimator] = chosen.filter((say) => hasLevel(say) && !say.isSeen);
  return {
    ...base,
    level,
    explanation:
      explanation === "" || (base.explanation !== "" && explanation === explanationThen)
        ? base.explanation
        : explanation,
    evidence: evidenceAfter(base.evidence, evidence, evidenceThen),
    estimate: estimator ? chosen.some((say) => hasLevel(say) && say.estimate) : base.estimate,
    criteria: criteriaAfter(base.criteria, chosen),
  };
}

const uniteTexts = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== ""))].join("\n");

function uniteLists(lists: readonly (readonly string[])[]): readonly string[] {
  const found = new Map<string, string>();
  for (const list of lists) for (const id of list) if (!found.has(evidenceId(id))) found.set(evidenceId(id), id);
  return [...found.values()];
}

/** Links unite; only what the offices themselves brought earlier and dropped since is taken away. */
function evidenceAfter(base: readonly string[], now: readonly string[], then: readonly string[]): readonly string[] {
  const keys = new Set(now.map(evidenceId));
  if (now.length === 0) return base;
  const isSame = then.length === now.length && then.every((id) => keys.has(evidenceId(id)));
  if (isSame && base.length > 0) return base;
  const dropped = new Set(then.map(evidenceId).filter((key) => !keys.has(key)));
  const united = uniteLists([base.filter((id) => !dropped.has(evidenceId(id))), now]);
  return united.length === base.length && united.every((id, i) => id === base[i]) ? base : united;
}

const CAUTION: readonly Answer[] = ["Tidak", "Sebagian", "Ya"];

/** Criteria travel with the level; where several offices unite, the more cautious answer counts. */
function criteriaAfter(base: Entry["criteria"], chosen: readonly OfficeSay[]): Entry["criteria"] {
  const ids = new Set(chosen.flatMap(({ criteria }) => [...criteria.keys()]));
  if (ids.size === 0) return base;
  const after = new Map(base);
  for (const id of [...ids].sort()) {
    const theirs = chosen.flatMap((say) => say.criteria.get(id) ?? []);
    after.set(id, criterionAfter(base.get(id), theirs));
  }
  return after;
}

const NO_ANSWER: CriterionAnswer = { answer: null, evidence: [], note: "", cells: {} };

function criterionAfter(
  base: CriterionAnswer = NO_ANSWER,
  theirs: readonly { readonly answer: Omit<CriterionAnswer, "cells">; readonly isSeen: boolean }[],
): CriterionAnswer {
  const isSeen = theirs.every((one) => one.isSeen);
  const answers = theirs.flatMap(({ answer }) => answer.answer ?? []);
  const answer = CAUTION.find((one) => answers.includes(one)) ?? null;
  const note = uniteTexts(theirs.map((one) => one.answer.note));
  const evidence = uniteLists(theirs.map((one) => one.answer.evidence));
  return {
    answer: isSeen ? (base.answer ?? answer) : (answer ?? base.answer),
    ...(base.raw !== undefined && answer === null && { raw: base.raw }),
    evidence: isSeen && base.evidence.length > 0 ? base.evidence : evidenceAfter(base.evidence, evidence, []),
    note: isSeen ? base.note || note : note || base.note,
    cells: base.cells,
  };
}
