import type { Assessment, Entry } from "./assessment";
import { evidenceId, registerOf } from "./findings/facts";
import { levelOf } from "./level";
import { levelMet, type Answers } from "./maturity";
import { indicatorsOf, type LevelVector } from "./score";

/**
 * The levels that would stand if only accepted evidence counted: a criterion holds when it is Ya and rests on a document
 * whose status is "diterima" (its own, or the indicator row's where it names none). Never above the claim, never below
 * the lowest level; null where nothing is claimed. Their index stands beside the claimed one.
 */
export function expectedLevels(assessment: Assessment): LevelVector {
  const indicators = indicatorsOf(assessment.instrument);
  const register = registerOf(assessment.evidence);
  const isAccepted = (reference: string): boolean => register.get(evidenceId(reference))?.status === "diterima";
  return assessment.entries.map((entry) => {
    const indicator = indicators[entry.indicator - 1];
    const claimed = levelOf(entry.level);
    if (!indicator || claimed === null) return null;
    return Math.min(claimed, levelMet(indicator, acceptedAnswers(entry, isAccepted)));
  });
}

function acceptedAnswers(entry: Entry, isAccepted: (reference: string) => boolean): Answers {
  const onRow = entry.evidence.some(isAccepted);
  return new Map(
    [...entry.criteria].map(([id, { answer, evidence }]) => [
      id,
      { answer: answer === "Ya" && (evidence.length === 0 ? onRow : evidence.some(isAccepted)) ? answer : null },
    ]),
  );
}
