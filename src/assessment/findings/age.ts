/** V06 evidence too old at the date of assessment, or no longer in force. */
import { inRanges } from "../../instrument/evidence-rules";
import { levelOf } from "../level";
import { levelOfValue } from "../maturity";
import { documentsOf, evidenceCells, kindOf, lastDay, yearsBefore } from "./documents";
import { finding, type EntryRule } from "./facts";

export const tooOld: EntryRule = (entry, indicator, facts) => {
  const today = facts.assessment.identity.assessmentDate;
  // Without a date of assessment nothing can be told (V16 asks for it).
  if (today === null) return [];
  const { rules } = facts;
  const attached = documentsOf(evidenceCells(entry, indicator, facts));
  const isExpired = (last: string | null): boolean => last !== null && last < today;
  const expired = attached.flatMap(({ document, at }) => {
    const last = lastDay(document, rules);
    return isExpired(last)
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
  if (!rules || value === null) return expired;
  const claimed = levelOfValue(indicator, value);
  const aged = rules.age
    .filter((rule) => inRanges(rule.indicators, entry.indicator) && claimed >= rule.level)
    .flatMap((rule) => {
      const limit = yearsBefore(today, rule.years);
      const all = attached.filter(({ document }) => kindOf(document, rules) === rule.kind);
      const inForce = all.filter(({ document }) => !isExpired(lastDay(document, rules)));
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
  return [...expired, ...aged];
};
