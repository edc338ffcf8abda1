/** V19 a must-have of an evidence item is not confirmed. */
import { inRanges, matches, type EvidenceRules, type MustHaveRule } from "../../instrument/evidence-rules";
import type { Evidence } from "../assessment";
import { levelOf } from "../level";
import { levelOfValue } from "../maturity";
import { documentsOf, evidenceCells, isAccepted, kindOf } from "./documents";
import { finding, type EntryRule } from "./facts";

export const unconfirmedContents: EntryRule = (entry, indicator, facts) => {
  const { rules } = facts;
  const value = levelOf(entry.level);
  if (!rules || value === null) return [];
  const claimed = levelOfValue(indicator, value);
  const cells = evidenceCells(entry, indicator, facts);
  return rules.contents
    .filter((rule) => inRanges(rule.indicators, entry.indicator) && claimed >= rule.level)
    .flatMap((rule) => {
      const asked = documentsOf(rule.kind === null ? cells.filter(({ level }) => level === rule.level) : cells).filter(
        ({ document }) => rule.kind === null || kindOf(document, rules) === rule.kind,
      );
      const first = asked[0];
      // Without a document of that kind nobody can tell what it contains.
      if (!first || asked.some(({ document }) => isAccepted(document) || lacks(document, rule, rules).length === 0))
        return [];
      return lacks(first.document, rule, rules).map((need) =>
        finding("V19", entry.indicator, {
          at: first.document.cells.mustHaves ?? first.at,
          variant: need[0] ?? "",
          params: { id: first.document.id, level: rule.level },
          concerns: [first.document.id],
        }),
      );
    });
};

/** The groups of must-haves that the document does not confirm. */
const lacks = (document: Evidence, rule: MustHaveRule, rules: EvidenceRules): readonly (readonly string[])[] =>
  rule.needs.filter((group) => !group.some((id) => confirms(document, id, rules)));

export function confirms(document: Evidence, mustHave: string, rules: EvidenceRules): boolean {
  const wanted = rules.mustHaves.find(({ id }) => id === mustHave);
  return (
    wanted !== undefined &&
    document.mustHaves.some(
      (text) => text.trim().toLowerCase() === wanted.label.toLowerCase() || matches(wanted.pattern, text),
    )
  );
}
