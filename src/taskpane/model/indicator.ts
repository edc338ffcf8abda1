import type { Assessment, CriterionAnswer, Entry, Evidence } from "../../assessment/assessment";
import type { Finding } from "../../assessment/finding";
import { agedAt } from "../../assessment/findings/age";
import { evidenceId, factsOf } from "../../assessment/findings/facts";
import { levelOf } from "../../assessment/level";
import { askedCriteria, isAssessed, levelMet, lowestLevel, unmetAt, unmetUpTo } from "../../assessment/maturity";
import { subtract, type Ratio } from "../../assessment/ratio";
import { isOfficeWorkbook } from "../../assessment/scope";
import { indexOf, indicatorsOf, levelsOf } from "../../assessment/score";
import type { Aspect, Criterion, Domain, EvidenceItem, Indicator, Level } from "../../instrument/types";

/** A document or free reference named in a Data Dukung cell, with what the register knows of it. */
export interface AttachedEvidence {
  readonly reference: string;
  /** Null for file names, folders and links, and for ids that the register does not have. */
  readonly document: Evidence | null;
  readonly findings: readonly Finding[];
}

export interface CriterionModel {
  readonly criterion: Criterion;
  readonly answer: CriterionAnswer["answer"];
  readonly note: string;
  readonly attached: readonly AttachedEvidence[];
  /** Findings that name this criterion and no document of it. */
  readonly findings: readonly Finding[];
}

export interface LevelModel {
  readonly level: number;
  readonly name: string;
  readonly state: "met" | "open" | "later";
  /** What must be answered; empty for the lowest level, which holds by definition. */
  readonly criteria: readonly CriterionModel[];
  /** What describes the level and is never ticked. */
  readonly conditions: readonly string[];
  readonly requested: readonly EvidenceItem[];
  /** Requirements met and asked. */
  readonly done: number;
  readonly asked: number;
}

/** What the next level asks and brings. */
export type Gain =
  | { readonly kind: "top" }
  /** The claim is higher than what is met: these criteria hold it. */
  | { readonly kind: "unproven"; readonly claimed: number; readonly unmet: readonly string[] }
  | {
      readonly kind: "next";
      readonly level: number;
      readonly unmet: readonly string[];
      readonly points: Ratio;
      /** Null in an office's workbook, which has none. */
      readonly index: Ratio | null;
    };

export interface IndicatorModel {
  readonly indicator: Indicator;
  readonly domain: Domain;
  readonly aspect: Aspect;
  readonly entry: Entry;
  readonly claimed: number | null;
  /** Null while no criterion is answered. */
  readonly met: number | null;
  readonly target: number | null;
  readonly assessor: number | null;
  readonly ladder: readonly LevelModel[];
  /** The level that is worked on: the lowest that is not met, or null at the top. */
  readonly openLevel: number | null;
  readonly gain: Gain;
  /** Findings that belong to the indicator and to none of its criteria or documents. */
  readonly findings: readonly Finding[];
}

export function indicatorModel(
  assessment: Assessment,
  findings: readonly Finding[],
  number: number,
): IndicatorModel | null {
  const indicator = indicatorsOf(assessment.instrument)[number - 1];
  const entry = assessment.entries.find((one) => one.indicator === number);
  if (!indicator || !entry) return null;
  const place = placeOf(assessment, number);
  if (!place) return null;
  const mine = findings.filter((finding) => finding.indicator === number);
  const assessed = isAssessed(indicator, entry.criteria);
  const met = assessed ? levelMet(indicator, entry.criteria) : null;
  const reached = met ?? lowestLevel(indicator);
  const ahead = agedAhead(assessment, indicator, entry, reached).filter(
    ({ variant, concerns }) =>
      !mine.some((one) => one.code === "V06" && one.variant === variant && one.concerns[0] === concerns[0]),
  );
  const ladder = [...indicator.levels]
    .sort((a, b) => a.level - b.level)
    .map((level) => levelModel(assessment, indicator, entry, level, reached, [...mine, ...ahead]));
  const named = new Set(ladder.flatMap(({ criteria }) => criteria.flatMap((one) => namedFindings(one))));
  return {
    indicator,
    ...place,
    entry,
    claimed: levelOf(entry.level),
    met,
    target: levelOf(entry.target),
    assessor: levelOf(entry.assessorLevel),
    ladder,
    openLevel: ladder.find(({ state }) => state === "open")?.level ?? null,
    gain: gainOf(assessment, indicator, entry, reached),
    findings: mine.filter((finding) => !named.has(finding)),
  };
}

const namedFindings = (one: CriterionModel): readonly Finding[] => [
  ...one.findings,
  ...one.attached.flatMap((item) => item.findings),
];

function placeOf(assessment: Assessment, number: number): { domain: Domain; aspect: Aspect } | null {
  for (const domain of assessment.instrument.domains)
    for (const aspect of domain.aspects)
      if (aspect.indicators.some((indicator) => indicator.number === number)) return { domain, aspect };
  return null;
}

function levelModel(
  assessment: Assessment,
  indicator: Indicator,
  entry: Entry,
  level: Level,
  reached: number,
  findings: readonly Finding[],
): LevelModel {
  const asked = askedCriteria(indicator, level);
  const required = asked.filter(({ kind }) => kind === "syarat").length;
  return {
    level: level.level,
    name: assessment.instrument.levelNames[indicator.family]?.[String(level.level)]?.name ?? "",
    state: level.level <= reached ? "met" : level.level === nextAbove(indicator, reached) ? "open" : "later",
    criteria: asked.map((criterion) => criterionModel(assessment, entry, criterion, findings)),
    conditions: level.criteria.filter(({ kind }) => kind === "kondisi").map(({ text }) => text),
    requested: indicator.evidence.filter((item) => item.level === level.level),
    done: required - unmetAt(indicator, level, entry.criteria).length,
    asked: required,
  };
}

const nextAbove = (indicator: Indicator, reached: number): number | null =>
  indicator.levels
    .map(({ level }) => level)
    .filter((level) => level > reached)
    .sort((a, b) => a - b)[0] ?? null;

/** Evidence that will be too old for the next level: no finding yet, but worth knowing before it is built upon. */
function agedAhead(assessment: Assessment, indicator: Indicator, entry: Entry, reached: number): readonly Finding[] {
  const next = nextAbove(indicator, reached);
  return next === null ? [] : agedAt(entry, indicator, factsOf(assessment), next);
}

function criterionModel(
  assessment: Assessment,
  entry: Entry,
  criterion: Criterion,
  findings: readonly Finding[],
): CriterionModel {
  const answer = entry.criteria.get(criterion.id);
  const attached = (answer?.evidence ?? []).map((reference) => ({
    reference,
    document: assessment.evidence.find(({ id }) => evidenceId(id) === evidenceId(reference)) ?? null,
    findings: findings.filter(({ concerns }) => concerns.includes(reference)),
  }));
  return {
    criterion,
    answer: answer?.answer ?? null,
    note: answer?.note ?? "",
    attached,
    findings: findings.filter(
      ({ code, concerns }) =>
        code !== "V03" &&
        concerns.includes(criterion.id) &&
        !attached.some(({ reference }) => concerns.includes(reference)),
    ),
  };
}

function gainOf(assessment: Assessment, indicator: Indicator, entry: Entry, reached: number): Gain {
  const claimed = levelOf(entry.level);
  if (claimed !== null && claimed > reached)
    return { kind: "unproven", claimed, unmet: unmetUpTo(indicator, claimed, entry.criteria).map(({ id }) => id) };
  // What is met and not written yet comes first: it costs nothing but writing it.
  const written = isAssessed(indicator, entry.criteria) && (claimed ?? 0) < reached;
  const next = written ? reached : nextAbove(indicator, reached);
  if (next === null) return { kind: "top" };
  const levels = levelsOf(assessment);
  const raised = levels.map((level, i) => (i === indicator.number - 1 ? next : level));
  const index = indexOf(assessment.instrument, raised);
  return {
    kind: "next",
    level: next,
    unmet: unmetUpTo(indicator, next, entry.criteria).map(({ id }) => id),
    points: subtract(index, indexOf(assessment.instrument, levels)),
    index: isOfficeWorkbook(assessment) ? null : index,
  };
}
