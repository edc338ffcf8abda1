import type { CellRef, CriterionAnswer, LevelReading } from "./assessment";
import type { Source } from "./merge-files";
import { ageOf, isNewer, keyOfOffice } from "./merge-order";
import type { Renumbering } from "./merge-register";
import { idKey } from "./merge-row";
import { uniteLists } from "./merge-unite";
import type { AnsweredCriteria, EarlierMerge, OfficeAnswer } from "./merge-types";
import { officeKey, splitOffices } from "./offices";

/** What an office says about one indicator, put together from its files, newest first, and from the earlier merge. */
export interface OfficeSay {
  readonly answer: OfficeAnswer;
  readonly key: string;
  readonly offices: ReadonlySet<string>;
  readonly estimate: boolean;
  /** By criterion; `isSeen` when the file that answers was merged before. */
  readonly criteria: ReadonlyMap<string, { readonly answer: Omit<CriterionAnswer, "cells">; readonly isSeen: boolean }>;
  /** The level's file was merged before. */
  readonly isSeen: boolean;
  /** What this office said in the earlier merge, or null. */
  readonly earlier: OfficeAnswer | null;
  /** The newest of its files that answers here (SHA-256); null where only the earlier merge does. */
  readonly heardFrom: string | null;
}

/** One layer of an office's answers to an indicator: a file's, or the earlier merge's. */
interface Layer {
  /** 2: the office's file; 1: what it supersedes now, and the earlier merge; 0: what was superseded before. */
  readonly turn: 0 | 1 | 2;
  readonly age: number;
  readonly sha256: string;
  readonly file: string;
  readonly time: string;
  readonly at: CellRef | null;
  readonly isSeen: boolean;
  readonly level: LevelReading;
  readonly explanation: string;
  readonly evidence: readonly string[];
  readonly estimate: boolean;
  readonly criteria: AnsweredCriteria | null;
  readonly isEarlier: boolean;
}

export interface GatheredAnswers {
  /** By indicator, ordered by office. */
  readonly says: ReadonlyMap<number, readonly OfficeSay[]>;
  /** By SHA-256: indicators that a superseded file still answers, since the newer one left them blank. */
  readonly kept: ReadonlyMap<string, readonly number[]>;
}

/** Gathers what every office says; a blank in a newer file never hides an answer of an older one. */
export function gatherAnswers(
  sources: readonly Source[],
  earlier: EarlierMerge,
  renumbered: ReadonlyMap<string, Renumbering>,
): GatheredAnswers {
  const layers = new Map<number, Map<string, { opd: string; layers: Layer[] }>>();
  const add = (indicator: number, key: string, opd: string, layer: Layer): void => {
    const offices = layers.get(indicator) ?? new Map<string, { opd: string; layers: Layer[] }>();
    layers.set(indicator, offices);
    const office = offices.get(key) ?? { opd, layers: [] };
    offices.set(key, office);
    office.layers.push(layer);
  };
  for (const source of sources) {
    const ids = renumbered.get(source.sha256)?.references;
    const rewrite = (list: readonly string[]): readonly string[] =>
      ids ? uniteLists([list.map((id) => ids.get(idKey(id)) ?? id)]) : list;
    for (const answer of source.answers)
      add(answer.indicator, source.key, source.opd, {
        ...answer,
        turn: !source.superseded ? 2 : source.isSeen ? 0 : 1,
        age: source.age,
        sha256: source.sha256,
        file: source.file,
        time: source.time,
        isSeen: source.isSeen,
        isEarlier: false,
        evidence: rewrite(answer.evidence),
        criteria: answer.criteria.map(([id, one]) => [id, { ...one, evidence: rewrite(one.evidence) }] as const),
      });
  }
  for (const answer of earlier.answers)
    add(answer.indicator, keyOfOffice(answer.opd, answer.sha256), answer.opd, {
      ...answer,
      turn: 1,
      age: ageOf(answer.time),
      isSeen: true,
      isEarlier: true,
      estimate: false,
    });
  const kept = new Map<string, number[]>();
  const superseded = new Set(sources.filter((source) => source.superseded).map(({ sha256 }) => sha256));
  const says = new Map<number, readonly OfficeSay[]>();
  for (const [indicator, offices] of [...layers].sort(([a], [b]) => a - b)) {
    const list = [...offices]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, office]) => sayOf(indicator, key, office));
    says.set(indicator, list);
    for (const { answer } of list)
      if (superseded.has(answer.sha256)) kept.set(answer.sha256, [...(kept.get(answer.sha256) ?? []), indicator]);
  }
  return { says, kept };
}

type Said = Pick<OfficeAnswer, "level" | "explanation" | "evidence" | "criteria">;

/** Field by field, the first layer that says something: the office's file, then from newer to older. */
function sayOf(indicator: number, key: string, office: { opd: string; layers: readonly Layer[] }): OfficeSay {
  const layers = [...office.layers].sort((a, b) => b.turn - a.turn || (isNewer(a, b) ? -1 : 1));
  const newest = layers[0];
  if (!newest) throw new RangeError(`office ${key} says nothing about indicator ${indicator}`);
  const leveled =
    layers.find(({ level }) => level.kind === "level") ?? layers.find(({ level }) => level.kind === "invalid");
  const origin = leveled ?? newest;
  const criteria = new Map<string, { answer: Omit<CriterionAnswer, "cells">; isSeen: boolean }>();
  for (const layer of layers)
    for (const [id, answer] of layer.criteria ?? [])
      if (!criteria.has(id)) criteria.set(id, { answer, isSeen: layer.isSeen });
  const earlier = office.layers.find(({ isEarlier }) => isEarlier);
  const answerFrom = (layer: Layer, parts: Said): OfficeAnswer => ({
    opd: office.opd,
    indicator,
    ...parts,
    file: layer.file,
    at: layer.at,
    sha256: layer.sha256,
    time: layer.time,
  });
  return {
    answer: answerFrom(origin, {
      level: origin.level,
      explanation: layers.find(({ explanation }) => explanation !== "")?.explanation ?? "",
      evidence: layers.find(({ evidence }) => evidence.length > 0)?.evidence ?? [],
      criteria: layers.every((layer) => layer.criteria === null) ? null : answeredOf(criteria),
    }),
    key,
    offices: new Set(splitOffices(office.opd).map(officeKey)),
    estimate: origin.estimate,
    criteria,
    isSeen: origin.isSeen,
    earlier: earlier ? answerFrom(earlier, earlier) : null,
    heardFrom: layers.find(({ isEarlier }) => !isEarlier)?.sha256 ?? null,
  };
}

/** Answers as the next merge finds them: without what could not be read. */
const answeredOf = (criteria: OfficeSay["criteria"]): AnsweredCriteria =>
  [...criteria]
    .map(([id, { answer: one }]) => [id, { answer: one.answer, evidence: one.evidence, note: one.note }] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
