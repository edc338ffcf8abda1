import type { Criterion, Indicator, Level } from "../instrument/types";
import type { CriterionAnswer } from "./assessment";

/** Answers by criterion id. */
export type Answers = ReadonlyMap<string, Pick<CriterionAnswer, "answer">>;

/** The criteria of a level that are asked; the lowest level holds by definition and asks nothing. */
export function askedCriteria(indicator: Indicator, level: Level): readonly Criterion[] {
  if (level.level === lowestLevel(indicator)) return [];
  return level.criteria.filter(({ kind }) => kind === "syarat" || kind === "alternatif");
}

/** Levels stand in ascending order in every pack. */
export const lowestLevel = (indicator: Indicator): number => indicator.levels[0]?.level ?? 0;

/** The requirements of one level that neither they nor an alternative meets, in order. */
export function unmetAt(indicator: Indicator, level: Level, answers: Answers): readonly Criterion[] {
  const asked = askedCriteria(indicator, level);
  const isYes = (criterion: Criterion): boolean => answers.get(criterion.id)?.answer === "Ya";
  return asked.filter(
    (criterion) =>
      criterion.kind === "syarat" &&
      !isYes(criterion) &&
      !asked.some((other) => other.kind === "alternatif" && other.replaces === criterion.id && isYes(other)),
  );
}

/** The highest level whose requirements, and those of all levels below, are met; never below the lowest. */
export function levelMet(indicator: Indicator, answers: Answers): number {
  let met = lowestLevel(indicator);
  for (const level of indicator.levels) {
    if (unmetAt(indicator, level, answers).length > 0) break;
    met = level.level;
  }
  return met;
}

/** The unmet requirements of all levels up to and including `level`, lowest first. */
export const unmetUpTo = (indicator: Indicator, level: number, answers: Answers): readonly Criterion[] =>
  indicator.levels.filter((one) => one.level <= level).flatMap((one) => unmetAt(indicator, one, answers));

/** Whether any criterion of the indicator has an answer. */
export const isAssessed = (indicator: Indicator, answers: Answers): boolean =>
  indicator.levels.some((level) => askedCriteria(indicator, level).some(({ id }) => answers.get(id)?.answer != null));

/**
 * The level that a claimed value counts as: itself on whole scales; on decimal scales the level in whose range it lies
 * (2.30 is level 2 where that runs from 1.50 to below 2.50).
 */
export function levelOfValue(indicator: Indicator, value: number): number {
  const hundredths = Math.round(value * 100);
  const reached = indicator.levels.filter(({ level, range }) => (range?.[0] ?? level * 100) <= hundredths);
  return reached.at(-1)?.level ?? lowestLevel(indicator);
}
