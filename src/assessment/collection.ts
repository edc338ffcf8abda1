import { evidenceRulesOf, inRanges, type EvidenceRules, type MustHave } from "../instrument/evidence-rules";
import type { EvidenceItem, Indicator } from "../instrument/types";
import type { Assessment, Entry } from "./assessment";
import { evidenceId, referencesOf, registerOf } from "./findings/facts";
import { levelOf } from "./level";
import { levelMet, levelOfValue, unmetAt } from "./maturity";
import { officeKey } from "./offices";
import { ownEntries } from "./scope";
import { indicatorsOf } from "./score";

/** What one office has to collect for one level of one indicator. */
export interface ToCollect {
  readonly indicator: number;
  readonly level: number;
  /** Codes of the criteria that are not met yet. */
  readonly criteria: readonly string[];
  /** What the guideline asks for at that level, required items first. */
  readonly evidence: readonly EvidenceItem[];
  /** What the documents must contain, with the text to look for. */
  readonly mustHaves: readonly MustHave[];
  /** How the file names begin: "20.c.". */
  readonly fileNames: readonly string[];
  /** Ids of attached documents that the assessor sent back. */
  readonly sentBack: readonly string[];
}

export interface Collection {
  /** "" gathers the indicators that nobody is responsible for. */
  readonly opd: string;
  readonly items: readonly ToCollect[];
}

/**
 * What each office has to collect, offices in alphabetical order: for every indicator the levels from the first unmet one
 * up to the claim or the target, whichever is higher (the next level where neither is above what is met).
 */
export function collectionOf(assessment: Assessment): readonly Collection[] {
  const offices = new Map<string, { opd: string; items: ToCollect[] }>();
  for (const entry of ownEntries(assessment)) {
    const indicator = indicatorsOf(assessment.instrument)[entry.indicator - 1];
    const items = indicator ? itemsOf(assessment, entry, indicator) : [];
    for (const opd of entry.opd.length > 0 ? entry.opd : [""]) {
      const key = officeKey(opd);
      const office = offices.get(key) ?? { opd: opd.trim(), items: [] };
      offices.set(key, office);
      office.items.push(...items);
    }
  }
  return [...offices.values()].filter(({ items }) => items.length > 0).sort((a, b) => a.opd.localeCompare(b.opd, "id"));
}

function itemsOf(assessment: Assessment, entry: Entry, indicator: Indicator): readonly ToCollect[] {
  const rules = evidenceRulesOf(assessment.instrument.id);
  const met = levelMet(indicator, entry.criteria);
  const wanted = [entry.level, entry.target].map((reading) => {
    const value = levelOf(reading);
    return value === null ? 0 : levelOfValue(indicator, value);
  });
  const goal = Math.max(met + 1, ...wanted);
  const sentBack = sentBackOf(assessment, entry);
  return indicator.levels
    .filter(({ level }) => level > met && level <= goal)
    .map((level) => {
      const criteria = unmetAt(indicator, level, entry.criteria).map(({ id }) => id);
      const asked = indicator.evidence.filter((item) => item.level === level.level);
      return {
        indicator: entry.indicator,
        level: level.level,
        criteria,
        evidence: [...asked.filter(({ optional }) => !optional), ...asked.filter(({ optional }) => optional)],
        mustHaves: rules ? mustHavesOf(rules, entry.indicator, level.level) : [],
        fileNames: criteria.map((id) => `${entry.indicator}.${id.replace(/^\d+/, "")}.`),
        sentBack,
      };
    })
    .filter(({ criteria }) => criteria.length > 0);
}

function mustHavesOf(rules: EvidenceRules, indicator: number, level: number): readonly MustHave[] {
  const ids = rules.contents
    .filter((rule) => rule.level === level && inRanges(rule.indicators, indicator))
    .flatMap(({ needs }) => needs.flat());
  return rules.mustHaves.filter(({ id }) => ids.includes(id));
}

function sentBackOf(assessment: Assessment, entry: Entry): readonly string[] {
  const register = registerOf(assessment.evidence);
  const documents = referencesOf(entry).map((reference) => register.get(evidenceId(reference)));
  return [
    ...new Set(documents.filter((document) => document?.status === "revisi").map((document) => document?.id ?? "")),
  ];
}
