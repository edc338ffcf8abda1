/** The shape of evidence rules, and what they must satisfy beyond it. Like schema.ts, nothing that ships imports it. */
import { z } from "zod";
import type { EvidenceRules, Ranges } from "./evidence-rules";
import type { Instrument } from "./types";

const text = z.string().trim().min(1);
const pattern = z.string().refine((source) => compiles(source), "not a regular expression");
const ranges = z.array(z.tuple([z.int().positive(), z.int().positive()]));
const level = z.int().min(0).max(5);
const source = text;
const byIndicator = z.record(z.string().regex(/^\d+$/), pattern);

const compiles = (expression: string): boolean => {
  try {
    return new RegExp(expression, "i") instanceof RegExp;
  } catch {
    return false;
  }
};

export const evidenceRulesSchema: z.ZodType<EvidenceRules> = z.strictObject({
  instrument: text,
  kinds: z.array(z.strictObject({ id: text, label: text, pattern })).min(1),
  mustHaves: z.array(z.strictObject({ id: text, label: text, text, pattern })).min(1),
  draftKinds: z.array(text),
  policyKinds: z.array(text),
  periodKinds: z.array(text),
  age: z.array(
    z.strictObject({ indicators: ranges, level, kind: text, years: z.int().positive(), under: z.boolean(), source }),
  ),
  enacted: z.array(
    z.strictObject({ indicators: ranges, fromLevel: level, criteria: z.array(text).nullable(), source }),
  ),
  explanations: z.array(
    z.strictObject({ indicators: ranges, parts: z.array(z.strictObject({ id: text, pattern })).min(1), source }),
  ),
  weakKinds: z.array(z.strictObject({ kind: text, properFor: ranges, source })),
  lookalikes: z.array(z.strictObject({ id: text, indicators: ranges, pattern, unless: pattern, source })),
  objects: z.array(z.strictObject({ indicators: byIndicator, general: pattern })),
  sectorServices: z.strictObject({
    indicators: z.tuple([z.int(), z.int(), z.int()]),
    fromLevel: level,
    covered: byIndicator,
    source,
  }),
  gate: z.strictObject({
    indicators: ranges,
    fromLevel: level,
    gate: z.int(),
    gateLevel: level,
    kind: text,
    programmes: byIndicator,
    source,
  }),
  contents: z.array(
    z.strictObject({
      indicators: ranges,
      level,
      kind: text.nullable(),
      needs: z.array(z.array(text).min(1)).min(1),
      source,
    }),
  ),
  followUps: z.array(z.strictObject({ indicators: ranges, level, reviewKind: text, followUpKind: text, source })),
});

/** References of the rules that lead nowhere, as "where: what"; empty for sound rules. */
export function danglingReferences(rules: EvidenceRules, instrument: Instrument): readonly string[] {
  const indicators = instrument.domains.flatMap(({ aspects }) => aspects.flatMap((aspect) => aspect.indicators));
  const kinds = new Set(rules.kinds.map(({ id }) => id));
  const mustHaves = new Set(rules.mustHaves.map(({ id }) => id));
  const kind = (where: string, id: string): string[] => (kinds.has(id) ? [] : [`${where}: kind ${id}`]);
  const range = (where: string, list: Ranges): string[] =>
    list
      .filter(([from, to]) => from > to || from < 1 || to > indicators.length)
      .map(([from, to]) => `${where}: indicators ${from}-${to}`);
  const numbers = (where: string, list: readonly (number | string)[]): string[] =>
    list.map(Number).flatMap((number) => range(where, [[number, number]]));
  const criteria = (rule: EvidenceRules["enacted"][number]): string[] =>
    indicators
      .filter(({ number }) => rule.indicators.some(([from, to]) => number >= from && number <= to))
      .flatMap((indicator) =>
        (rule.criteria ?? [])
          .filter((id) => !indicator.levels.some((one) => one.criteria.some((criterion) => criterion.id === id)))
          .map((id) => `enacted: ${indicator.number} has no criterion ${id}`),
      );
  return [
    ...(rules.instrument === instrument.id ? [] : [`instrument: ${rules.instrument}`]),
    ...rules.draftKinds.flatMap((id) => kind("draftKinds", id)),
    ...rules.policyKinds.flatMap((id) => kind("policyKinds", id)),
    ...rules.periodKinds.flatMap((id) => kind("periodKinds", id)),
    ...rules.age.flatMap((rule) => [...kind("age", rule.kind), ...range("age", rule.indicators)]),
    ...rules.enacted.flatMap((rule) => [...range("enacted", rule.indicators), ...criteria(rule)]),
    ...rules.explanations.flatMap((rule) => range("explanations", rule.indicators)),
    ...rules.weakKinds.flatMap((rule) => [...kind("weakKinds", rule.kind), ...range("weakKinds", rule.properFor)]),
    ...rules.lookalikes.flatMap((rule) => range("lookalikes", rule.indicators)),
    ...rules.objects.flatMap((group) => numbers("objects", Object.keys(group.indicators))),
    ...numbers("sectorServices", [...rules.sectorServices.indicators, ...Object.keys(rules.sectorServices.covered)]),
    ...kind("gate", rules.gate.kind),
    ...range("gate", rules.gate.indicators),
    ...numbers("gate", [rules.gate.gate, ...Object.keys(rules.gate.programmes)]),
    ...rules.contents.flatMap((rule) => [
      ...(rule.kind === null ? [] : kind("contents", rule.kind)),
      ...range("contents", rule.indicators),
      ...rule.needs.flat().flatMap((id) => (mustHaves.has(id) ? [] : [`contents: must-have ${id}`])),
    ]),
    ...rules.followUps.flatMap((rule) => [
      ...kind("followUps", rule.reviewKind),
      ...kind("followUps", rule.followUpKind),
      ...range("followUps", rule.indicators),
    ]),
  ];
}
