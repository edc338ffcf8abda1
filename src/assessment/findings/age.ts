/** V06 evidence too old at the date of assessment, or no longer in force. */
import { inRanges } from "../../instrument/evidence-rules";
import type { Indicator } from "../../instrument/types";
import type { Entry } from "../assessment";
import type { Finding } from "../finding";
import { levelOf } from "../level";
import { levelOfValue } from "../maturity";
import { documentsOf, evidenceCells, kindOf, lastDay, yearsBefore } from "./documents";
import { finding, type EntryRule, type Facts } from "./facts";

export const tooOld: EntryRule = (entry, indicator, facts) => {
  const today = facts.assessment.identity.assessmentDate;
  // Without a date of assessment nothing can be told (V16 asks for it).
  if (today === null) return [];
  const { rules } = facts;
  const expired = documentsOf(evidenceCells(entry, indicator, facts)).flatMap(({ document, at }) => {
    const last = lastDay(document, rules);
    return isBefore(last, today)
      ? [
          finding("V06", entry.indicator, {
            variant: "expired",
            at,
            params: { id: document.id, date: last ?? "" },
            concerns: [document.id],
          }),
        ]
      : [];
  });
  const value = levelOf(entry.level);
  return value === null ? expired : [...expired, ...agedAt(entry, indicator, facts, levelOfValue(indicator, value))];
};

const isBefore = (last: string | null, today: string): boolean => last !== null && last < today;

/** The evidence that would be too old if the indicator stood at a level: as a warning before that level is claimed. */
export function agedAt(entry: Entry, indicator: Indicator, facts: Facts, level: number): readonly Finding[] {
  const today = facts.assessment.identity.assessmentDate;
  const { rules } = facts;
  if (today === null || !rules) return [];
  const attached = documentsOf(evidenceCells(entry, indicator, facts));
  return rules.age
    .filter((rule) => inRanges(rule.indicators, entry.indicator) && level >= rule.level)
    .flatMap((rule) => {
      const limit = yearsBefore(today, rule.years);
      const all = attached.filter(({ document }) => kindOf(document, rules) === rule.kind);
      const inForce = all.filter(({ document }) => !isBefore(lastDay(document, rules), today));
      const isYoung = (date: string): boolean => (rule.under ? date > limit : date >= limit);
      // One young document is enough, and one without a date may be young.
      if (inForce.some(({ document: { date } }) => date === null || isYoung(date))) return [];
      const newest = [...inForce].sort((a, b) => (b.document.date ?? "").localeCompare(a.document.date ?? ""))[0];
      return newest
        ? [
            finding("V06", entry.indicator, {
              variant: rule.kind,
              at: newest.at,
              params: {
                id: newest.document.id,
                date: newest.document.date ?? "",
                years: rule.years,
                level: rule.level,
              },
              concerns: [newest.document.id],
            }),
          ]
        : [];
    });
}
