import type { Answer, Assessment, Entry, Evidence } from "./assessment";
import { evidenceId } from "./findings/facts";
import { splitOffices } from "./offices";
import { askedCriteria, levelMet, type Answers } from "./maturity";
import { add, compare, ratio, subtract, type Ratio } from "./ratio";
import { contributionOf, indicatorsOf } from "./score";

/** Where one document serves, and what it would bring if every criterion that rests on it were met. */
export interface EvidenceUse {
  readonly document: Evidence;
  readonly uses: readonly {
    readonly indicator: number;
    /** Empty when only the indicator's row names it. */
    readonly criteria: readonly string[];
    readonly opd: readonly string[];
  }[];
  /** Every office that it serves, once. */
  readonly offices: readonly string[];
  readonly unlocks: readonly {
    readonly indicator: number;
    readonly from: number;
    readonly to: number;
    /** Index points. */
    readonly gain: Ratio;
  }[];
  /** All gains together. */
  readonly gain: Ratio;
}

/** Every document of the register, the one that unlocks most first, then the most used. */
export function evidenceUse(assessment: Assessment): readonly EvidenceUse[] {
  return assessment.evidence
    .map((document) => useOf(assessment, document))
    .sort(
      (a, b) =>
        compare(b.gain, a.gain) || b.uses.length - a.uses.length || a.document.id.localeCompare(b.document.id, "id"),
    );
}

function useOf(assessment: Assessment, document: Evidence): EvidenceUse {
  const id = evidenceId(document.id);
  const names = (references: readonly string[]): boolean => references.some((one) => evidenceId(one) === id);
  const users = assessment.entries
    .map((entry) => ({
      entry,
      criteria: [...entry.criteria].filter(([, { evidence }]) => names(evidence)).map(([criterion]) => criterion),
    }))
    .filter(({ entry, criteria }) => criteria.length > 0 || names(entry.evidence));
  const unlocks = users.flatMap(({ entry, criteria }) => unlocked(assessment, entry, criteria));
  return {
    document,
    uses: users.map(({ entry, criteria }) => ({ indicator: entry.indicator, criteria, opd: entry.opd })),
    offices: splitOffices(users.flatMap(({ entry }) => entry.opd).join(";")),
    unlocks,
    gain: unlocks.reduce((sum, { gain }) => add(sum, gain), ratio(0)),
  };
}

function unlocked(assessment: Assessment, entry: Entry, criteria: readonly string[]): EvidenceUse["unlocks"] {
  const indicator = indicatorsOf(assessment.instrument)[entry.indicator - 1];
  if (!indicator) return [];
  const asked = new Set(indicator.levels.flatMap((level) => askedCriteria(indicator, level).map(({ id }) => id)));
  const answers: Answers = new Map<string, { answer: Answer | null }>([
    ...entry.criteria,
    ...criteria.filter((id) => asked.has(id)).map((id): [string, { answer: Answer }] => [id, { answer: "Ya" }]),
  ]);
  const from = levelMet(indicator, entry.criteria);
  const to = levelMet(indicator, answers);
  const gain = subtract(contributionOf(indicator, to), contributionOf(indicator, from));
  return to > from ? [{ indicator: entry.indicator, from, to, gain }] : [];
}
