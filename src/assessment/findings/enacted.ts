/** V07 a draft where the item asks for something enacted. */
import { inRanges, type EvidenceRules } from "../../instrument/evidence-rules";
import type { Evidence } from "../assessment";
import { levelOf } from "../level";
import { levelOfValue, lowestLevel } from "../maturity";
import { evidenceCells, isAccepted, kindOf } from "./documents";
import { finding, type EntryRule } from "./facts";

export const draftOnly: EntryRule = (entry, indicator, facts) => {
  const { rules } = facts;
  if (!rules) return [];
  const value = levelOf(entry.level);
  const claimed = value === null ? lowestLevel(indicator) : levelOfValue(indicator, value);
  const asking = rules.enacted.filter((rule) => inRanges(rule.indicators, entry.indicator));
  return evidenceCells(entry, indicator, facts)
    .filter(({ criterion, level }) =>
      asking.some((rule) =>
        criterion === null
          ? rule.criteria === null && claimed >= rule.fromLevel
          : (level ?? 0) >= rule.fromLevel && (rule.criteria?.includes(criterion) ?? true),
      ),
    )
    .flatMap(({ criterion, at, documents }) => {
      const policies = documents.filter((document) => rules.policyKinds.includes(kindOf(document, rules) ?? ""));
      const draft = policies[0];
      // One enacted policy is enough; beside it a draft does no harm.
      if (!draft || !policies.every((document) => isDraft(document, rules))) return [];
      return [
        finding("V07", entry.indicator, {
          variant: criterion === null ? "entry" : "criterion",
          at,
          params: { id: draft.id, criterion: criterion ?? "" },
          concerns: [draft.id, ...(criterion === null ? [] : [criterion])],
        }),
      ];
    });
};

/** No number and no date, or called a draft; a signatory is never required. With only one of the two, nobody can tell. */
const isDraft = (document: Evidence, rules: EvidenceRules): boolean =>
  !isAccepted(document) &&
  (document.status === "draf" ||
    rules.draftKinds.includes(kindOf(document, rules) ?? "") ||
    (document.number.trim() === "" && document.date === null && document.unread?.date === undefined));
