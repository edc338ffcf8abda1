/**
 * What does not hold in an assessment (V01 to V20). Each family of codes is a file of this folder; what the regulation
 * asks of evidence is data beside the instrument. A rule that the data cannot decide stays silent.
 */
import type { Assessment } from "../assessment";
import type { Finding } from "../finding";
import { isElsewhere } from "../scope";
import { indicatorsOf } from "../score";
import { tooOld } from "./age";
import { aboveAssessor } from "./assessor";
import { unconfirmedContents } from "./contents";
import { draftOnly } from "./enacted";
import { unknownEvidence, yesWithoutEvidence } from "./evidence-links";
import { thinExplanation } from "./explanation";
import { entryOf, factsOf, type EntryRule, type Facts, type WorkbookRule } from "./facts";
import { earlyFollowUp } from "./follow-up";
import { gate } from "./gate";
import { incompleteIdentity } from "./identity";
import { damagedLayout } from "./layout";
import { missing, unreadable } from "./levels";
import { claimAgainstCriteria } from "./maturity";
import { duplicateIds } from "./register";
import { nobodyResponsible } from "./responsibility";
import { sectorServices } from "./sector-services";
import { weakEvidence } from "./weak-evidence";

export { touchedBy } from "./touched";

const ENTRY_RULES: readonly EntryRule[] = [
  unreadable,
  missing,
  claimAgainstCriteria,
  yesWithoutEvidence,
  unknownEvidence,
  tooOld,
  draftOnly,
  thinExplanation,
  weakEvidence,
  sectorServices,
  gate,
  aboveAssessor,
  nobodyResponsible,
  unconfirmedContents,
  earlyFollowUp,
];

const WORKBOOK_RULES: readonly WorkbookRule[] = [duplicateIds, incompleteIdentity, damagedLayout];

/** Everything that does not hold: first what concerns the whole workbook, then by indicator, within both by code. */
export function findingsOf(assessment: Assessment): Finding[] {
  const facts = factsOf(assessment);
  const all = [
    ...WORKBOOK_RULES.flatMap((rule) => rule(facts)),
    ...indicatorsOf(assessment.instrument).flatMap(({ number }) => entryFindings(facts, number)),
  ];
  return inOrder(all);
}

/** The findings of one indicator: exactly those that `findingsOf` lists for it, without looking at the others. */
export const findingsOfIndicator = (assessment: Assessment, number: number): Finding[] =>
  inOrder(entryFindings(factsOf(assessment), number));

function entryFindings(facts: Facts, number: number): readonly Finding[] {
  const entry = entryOf(facts, number);
  const indicator = indicatorsOf(facts.assessment.instrument)[number - 1];
  if (!entry || !indicator || isElsewhere(facts.assessment, entry)) return [];
  return ENTRY_RULES.flatMap((rule) => rule(entry, indicator, facts));
}

const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings
    .map((finding, place) => ({ finding, place }))
    .sort(
      (a, b) =>
        (a.finding.indicator ?? 0) - (b.finding.indicator ?? 0) ||
        a.finding.code.localeCompare(b.finding.code) ||
        a.place - b.place,
    )
    .map(({ finding }) => finding);
