import { indicatorsOf } from "../assessment/score";
import type { Instrument } from "../instrument/types";
import { COLOR, RAMP } from "./theme";
import type { ConditionalFormat } from "./sheet";

/** One step of the ladder with the values that count as it. */
export interface LevelStep {
  readonly level: number;
  /** Inclusive, in level units. */
  readonly from: number;
  /** Exclusive; null for the highest. */
  readonly below: number | null;
}

/** The steps of an instrument's scale, lowest first. On a decimal scale a step is a range of values. */
export function levelSteps(instrument: Instrument): readonly LevelStep[] {
  const levels = [...(indicatorsOf(instrument)[0]?.levels ?? [])].sort((a, b) => a.level - b.level);
  const start = (index: number): number | null => {
    const level = levels[index];
    return level ? (level.range ? level.range[0] / 100 : level.level) : null;
  };
  return levels.map(({ level }, index) => ({ level, from: start(index) ?? level, below: start(index + 1) }));
}

/** The levels as the drop-down offers them. */
export const levelChoices = (instrument: Instrument): readonly string[] =>
  levelSteps(instrument).map(({ level }) => String(level));

/** Colours of levels: step 1 … 5 of the ramp; a level 0 stays paper. */
const rampOf = (level: number): (typeof RAMP)[number] | null => RAMP[Math.round(level) - 1] ?? null;

/** Rules that tint a range of levels. On whole levels they compare the cell, on decimal ones its step. */
export function levelFormats(instrument: Instrument, range: string, first: string): readonly ConditionalFormat[] {
  return levelSteps(instrument).flatMap(({ level, from, below }): ConditionalFormat[] => {
    const tint = rampOf(level);
    if (!tint) return [];
    const style = { font: { color: tint.text, bold: true }, fill: tint.fill };
    const upper = below === null ? "" : `,${first}<${below}`;
    const rule: ConditionalFormat["rule"] =
      instrument.scale.decimals === 0
        ? { kind: "equal", value: level }
        : { kind: "formula", formula: `AND(ISNUMBER(${first}),${first}>=${from}${upper})` };
    return [{ range, rule, style }];
  });
}

/** The tint of one level, for cells that show it by a rule of their own. */
export const levelTint = (level: number): { readonly fill: string; readonly text: string } =>
  rampOf(level) ?? { fill: COLOR.paper, text: COLOR.ink };
