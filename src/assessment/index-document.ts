import type { Instrument } from "../instrument/types";
import type { Assessment } from "./assessment";
import { exactText, ratio, roundHalfUp, type Ratio } from "./ratio";
import { indicatorsOf, levelsOf, scoreOf, type LevelVector } from "./score";

/** An exact value as the command's JSON writes it: up to ten decimal places, and rounded half up to two. */
export interface ValueDocument {
  readonly exact: string;
  readonly rounded: string;
}

/** The JSON of `spbe index`. Decimals are strings with a point; what is unknown is null. */
export interface IndexDocument {
  readonly instrument: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly index: ValueDocument;
  readonly predicate: string | null;
  readonly predicateOfRounded: string | null;
  readonly domains: readonly ({ readonly number: number; readonly name: string } & ValueDocument)[];
  readonly aspects: readonly ({ readonly number: number; readonly name: string } & ValueDocument)[];
  readonly indicators: readonly {
    readonly number: number;
    readonly level: number | string | null;
    readonly contribution: string;
  }[];
  readonly missing: readonly number[];
}

const valueDocument = (value: Ratio): ValueDocument => ({
  exact: exactText(value),
  rounded: roundHalfUp(value, 2),
});

/** A level in JSON: a whole number, or a decimal text on scales that have decimals. */
export function levelDocument(instrument: Instrument, level: number | null): number | string | null {
  if (level === null || instrument.scale.decimals === 0) return level;
  return exactText(ratio(Math.round(level * 100), 100));
}

function indexDocumentOf(
  instrument: Instrument,
  levels: LevelVector,
  identity: { readonly agency: string; readonly year: number | null },
): IndexDocument {
  const score = scoreOf(instrument, levels);
  return {
    instrument: instrument.id,
    agency: identity.agency || null,
    year: identity.year,
    index: valueDocument(score.index),
    predicate: score.predicate?.name ?? null,
    predicateOfRounded: score.predicateOfRounded?.name ?? null,
    domains: score.domains.map(({ domain, value }) => ({
      number: domain.number,
      name: domain.name,
      ...valueDocument(value),
    })),
    aspects: score.aspects.map(({ aspect, value }) => ({
      number: aspect.number,
      name: aspect.name,
      ...valueDocument(value),
    })),
    indicators: indicatorsOf(instrument).map(({ number }, position) => ({
      number,
      level: levelDocument(instrument, levels[position] ?? null),
      contribution: exactText(score.contributions[position] ?? ratio(0)),
    })),
    missing: score.missing,
  };
}

/** The JSON of `spbe index` for an assessment that was read from somewhere. */
export const indexDocument = (assessment: Assessment): IndexDocument =>
  indexDocumentOf(assessment.instrument, levelsOf(assessment), assessment.identity);
