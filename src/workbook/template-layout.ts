import { askedCriteria, lowestLevel } from "../assessment/maturity";
import { indicatorsOf } from "../assessment/score";
import type { Criterion, Indicator, Instrument } from "../instrument/types";
import { absolute, columnName, quoteSheet } from "./address";
import { COLUMNS, FIRST_ROW, SHEET } from "./layout";

/** The name that each sheet has in this workbook; others than `SHEET` where somebody else's sheet took a name. */
export type SheetNames = Readonly<Record<keyof typeof SHEET, string>>;

export interface CriterionRow {
  readonly indicator: Indicator;
  readonly level: number;
  readonly criterion: Criterion;
  /** Whether it is asked: a requirement or an alternative above the lowest level. */
  readonly asked: boolean;
}

type EntryColumn = (typeof COLUMNS.entries)[number];
type CriterionColumn = (typeof COLUMNS.criteria)[number];

/** Where things lie in a workbook made from the template. Ranges are absolute and carry their sheet. */
export interface TemplateLayout {
  readonly instrument: Instrument;
  readonly names: SheetNames;
  /** The indicators with a row in `Penilaian`, in order. */
  readonly indicators: readonly Indicator[];
  readonly criteria: readonly CriterionRow[];
  readonly entries: (column: EntryColumn) => string;
  readonly criterion: (column: CriterionColumn) => string;
}

const rows = (sheet: string, column: number, count: number): string => {
  const letter = columnName(column);
  return `${quoteSheet(sheet)}!${absolute(`${letter}${FIRST_ROW}:${letter}${FIRST_ROW + Math.max(1, count) - 1}`)}`;
};

/** The layout for an instrument, or for the part of it that has the given indicator numbers. */
export function templateLayout(
  instrument: Instrument,
  options: { readonly numbers?: readonly number[]; readonly names?: Partial<SheetNames> } = {},
): TemplateLayout {
  const names = { ...SHEET, ...options.names };
  const wanted = options.numbers && new Set(options.numbers);
  const indicators = indicatorsOf(instrument).filter(({ number }) => !wanted || wanted.has(number));
  const criteria = indicators.flatMap((indicator) => criterionRows(indicator));
  return {
    instrument,
    names,
    indicators,
    criteria,
    entries: (column) => rows(names.entries, COLUMNS.entries.indexOf(column), indicators.length),
    criterion: (column) => rows(names.criteria, COLUMNS.criteria.indexOf(column), criteria.length),
  };
}

const criterionRows = (indicator: Indicator): readonly CriterionRow[] =>
  [...indicator.levels]
    .sort((a, b) => a.level - b.level)
    .flatMap((level) => {
      const asked = new Set(askedCriteria(indicator, level).map(({ id }) => id));
      return level.criteria.map((criterion) => ({
        indicator,
        level: level.level,
        criterion,
        asked: asked.has(criterion.id),
      }));
    });

/** The levels of an indicator that must be earned: all above the lowest, ascending. */
export const earnedLevels = (indicator: Indicator): readonly number[] =>
  indicator.levels
    .map(({ level }) => level)
    .filter((level) => level > lowestLevel(indicator))
    .sort((a, b) => a - b);
