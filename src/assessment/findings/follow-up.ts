/** V20 a follow-up dated before the review that it follows. */
import { inRanges } from "../../instrument/evidence-rules";
import { levelOf } from "../level";
import { levelOfValue } from "../maturity";
import { documentsOf, evidenceCells, isAccepted, kindOf } from "./documents";
import { finding, type EntryRule } from "./facts";

export const earlyFollowUp: EntryRule = (entry, indicator, facts) => {
  const { rules } = facts;
  const value = levelOf(entry.level);
  if (!rules || value === null) return [];
  const claimed = levelOfValue(indicator, value);
  const cells = evidenceCells(entry, indicator, facts);
  return rules.followUps
    .filter((rule) => inRanges(rule.indicators, entry.indicator) && claimed >= rule.level)
    .flatMap((rule) => {
      const open = documentsOf(cells).filter(({ document }) => !isAccepted(document));
      const reviews = open.filter(({ document }) => kindOf(document, rules) === rule.reviewKind);
      const earliest = earliestDate(reviews.map(({ document }) => document.date));
      const named = open.filter(({ document }) => kindOf(document, rules) === rule.followUpKind);
      const attached = documentsOf(cells.filter(({ level }) => level === rule.level));
      // Where nothing is called a follow-up, whatever the level's criteria rest on is one; what it improves may lie
      // there too, so one document from after the review is enough.
      const followUps =
        named.length > 0 ? named : attached.filter(({ document }) => kindOf(document, rules) !== rule.reviewKind);
      const first = followUps[0];
      if (earliest === null || !first || followUps.some(({ document }) => isAccepted(document))) return [];
      if (!followUps.every(({ document: { date } }) => date !== null && date < earliest)) return [];
      return [
        finding("V20", entry.indicator, {
          at: first.document.cells.date ?? first.at,
          params: { id: first.document.id, date: first.document.date ?? "", reviewDate: earliest },
          concerns: [first.document.id, ...reviews.map(({ document }) => document.id)],
        }),
      ];
    });
};

/** The earliest day; null when there is none or one is unknown, since the follow-up may belong to that one. */
function earliestDate(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null);
  return known.length === dates.length ? ([...known].sort()[0] ?? null) : null;
}
