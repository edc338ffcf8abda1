/** V12 an indicator that needs another one: 21 to 31 rest on indicator 12 and its Peta Rencana. Looks at 12's entry too. */
import { inRanges, matches, type EvidenceRules, type GateRule } from "../../instrument/evidence-rules";
import type { Evidence } from "../assessment";
import { levelOf } from "../level";
import { isAssessed, levelMet, levelOfValue } from "../maturity";
import { documentsOf, evidenceCells, isAccepted, kindOf, lastDay } from "./documents";
import { entryOf, finding, indicatorNumbered, type EntryRule, type Facts } from "./facts";

export const gate: EntryRule = (entry, indicator, facts) => {
  const rules = facts.rules;
  const rule = rules?.gate;
  const value = levelOf(entry.level);
  if (!rules || !rule || !inRanges(rule.indicators, entry.indicator) || value === null) return [];
  if (levelOfValue(indicator, value) < rule.fromLevel) return [];
  const make = (variant: string, params: Record<string, string | number> = {}, concerns: readonly string[] = []) =>
    finding("V12", entry.indicator, {
      variant,
      at: entry.cells.level,
      params: { gate: rule.gate, ...params },
      concerns,
    });
  const reached = gateLevel(facts, rule);
  const plans = plansOf(facts, rules, rule, entry.indicator);
  const today = facts.assessment.identity.assessmentDate;
  const ended = plans.filter((plan) => today !== null && (lastDay(plan, rules) ?? today) < today);
  return [
    ...(reached !== null && reached < rule.gateLevel ? [make("level", { reached, needed: rule.gateLevel })] : []),
    ...(plans.length > 0 && ended.length === plans.length
      ? ended.slice(0, 1).map((plan) => make("ended", { id: plan.id, date: lastDay(plan, rules) ?? "" }, [plan.id]))
      : []),
    ...programmeMissing(
      plans.filter((plan) => !ended.includes(plan)),
      rule,
      entry.indicator,
    ).map((plan) => make("programme", { id: plan.id }, [plan.id])),
  ];
};

/** What the gate's indicator has reached: its claim, or less where its criteria say so; null = nobody can tell. */
function gateLevel(facts: Facts, rule: GateRule): number | null {
  const entry = entryOf(facts, rule.gate);
  const indicator = indicatorNumbered(facts, rule.gate);
  const value = entry ? levelOf(entry.level) : null;
  if (!entry || !indicator || value === null) return null;
  const claimed = levelOfValue(indicator, value);
  return isAssessed(indicator, entry.criteria) ? Math.min(claimed, levelMet(indicator, entry.criteria)) : claimed;
}

/** The Peta Rencana documents attached to the gate's indicator and to this one. */
function plansOf(facts: Facts, rules: EvidenceRules, rule: GateRule, number: number): readonly Evidence[] {
  const cells = [rule.gate, number].flatMap((one) => {
    const entry = entryOf(facts, one);
    const indicator = indicatorNumbered(facts, one);
    return entry && indicator ? evidenceCells(entry, indicator, facts) : [];
  });
  return documentsOf(cells)
    .map(({ document }) => document)
    .filter((document) => kindOf(document, rules) === rule.kind);
}

/** The plan, when every plan confirms programmes and none confirms this one; a plan that confirms none tells nothing. */
function programmeMissing(plans: readonly Evidence[], rule: GateRule, number: number): readonly Evidence[] {
  const pattern = rule.programmes[number] ?? "";
  const programmes = (plan: Evidence): readonly string[] => plan.mustHaves.filter((text) => /\bprogram\b/i.test(text));
  const lacks = (plan: Evidence): boolean =>
    !isAccepted(plan) && programmes(plan).length > 0 && !programmes(plan).some((text) => matches(pattern, text));
  return plans.length > 0 && plans.every(lacks) ? plans.slice(0, 1) : [];
}
