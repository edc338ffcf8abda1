import { ANSWERS, type Entry } from "../../assessment/assessment";
import { levelNamesOf } from "../../assessment/level";
import { isAssessed, levelMet, levelOfValue, lowestLevel } from "../../assessment/maturity";
import type { Indicator, Instrument } from "../../instrument/types";
import { levelSteps } from "../level-steps";
import { earnedLevels, type TemplateLayout } from "../template-layout";
import { CHECK_TEXT } from "../texts";

/** A text inside a formula. */
export const quoteText = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/**
 * The highest level met, from the answers in `Kriteria`: the lowest level plus one for each level at or below which no
 * requirement is unmet. Rows are found by number, so both sheets may be sorted. Blank while nothing is answered.
 * Spelt out level by level, without arrays of criteria: not every spreadsheet counts by those.
 */
export function metFormula(indicator: Indicator, layout: TemplateLayout, noCell: string): string {
  const [no, level, answer, holding] = (["No", "Tingkat", "Terpenuhi", "Menahan"] as const).map(layout.criterion);
  const answered = ANSWERS.map((word) => `COUNTIFS(${no},${noCell},${answer},${quoteText(word)})`).join("+");
  const earned = earnedLevels(indicator).map(
    (step) => `(COUNTIFS(${no},${noCell},${level},"<=${step}",${holding},1)=0)`,
  );
  return `IF(${answered}=0,"",${[lowestLevel(indicator), ...earned].join("+")})`;
}

export const metValue = (indicator: Indicator, entry: Entry): number | "" =>
  isAssessed(indicator, entry.criteria) ? levelMet(indicator, entry.criteria) : "";

/** 1 where a requirement is not met, neither by itself nor by an alternative; 0 where it is. */
export function holdingFormula(alternatives: readonly string[], layout: TemplateLayout, row: number): string {
  const [no, code, answer] = (["No", "Kode", "Terpenuhi"] as const).map((column) =>
    (layout.criterion(column).split("!")[1] ?? "").toString(),
  );
  const replaced = alternatives.map((id) => `COUNTIFS(${no},$A${row},${code},${quoteText(id)},${answer},"Ya")>0`);
  const met = [`$G${row}="Ya"`, ...replaced];
  return `IF(${met.length === 1 ? met.join() : `OR(${met.join(",")})`},0,1)`;
}

/** The cells of a row of `Penilaian` that its check reads. */
export interface CheckCells {
  readonly no: string;
  readonly level: string;
  readonly met: string;
  readonly evidence: string;
}

/** The check of one row, in the order of what to mend first. */
export function checkFormula(instrument: Instrument, layout: TemplateLayout, cells: CheckCells): string {
  const { level, met } = cells;
  const { min, max, decimals } = instrument.scale;
  const lowest = levelSteps(instrument)[0]?.level ?? min;
  const unreadable = quoteText(CHECK_TEXT.unreadable(min, max));
  const step = stepFormula(instrument, level);
  const noEvidence =
    `AND(${step}>${lowest},COUNTIF(${cells.evidence},"?*")=0,` +
    `COUNTIFS(${layout.criterion("No")},${cells.no},${layout.criterion("Data Dukung")},"?*")=0)`;
  const claimed = `${quoteText(CHECK_TEXT.claimed)}&SUBSTITUTE(${level},".",",")&${quoteText(CHECK_TEXT.butMet)}&${met}`;
  const assessed =
    `IF(${step}>${met},${claimed},IF(${step}<${met},${quoteText(CHECK_TEXT.metUpTo)}&${met},` +
    `IF(${noEvidence},${quoteText(CHECK_TEXT.noEvidence)},${quoteText(CHECK_TEXT.fine)})))`;
  const unassessed = `IF(${step}>${lowest},${quoteText(CHECK_TEXT.notAssessed)},${quoteText(CHECK_TEXT.fine)})`;
  const inScale = `OR(${level}<${min},${level}>${max},${level}<>ROUND(${level},${decimals}))`;
  return (
    `IF(ISERROR(${level}),${unreadable},IF(TRIM(${level})="",${quoteText(CHECK_TEXT.missing)},` +
    `IF(NOT(ISNUMBER(${level})),${unreadable},IF(${inScale},${unreadable},` +
    `IF(${met}="",${unassessed},${assessed})))))`
  );
}

/** What the check says of an entry. */
export function checkValue(instrument: Instrument, indicator: Indicator, entry: Entry): string {
  if (entry.level.kind === "blank") return CHECK_TEXT.missing;
  if (entry.level.kind === "invalid") return CHECK_TEXT.unreadable(instrument.scale.min, instrument.scale.max);
  const { level } = entry.level;
  const step = levelOfValue(indicator, level);
  const met = metValue(indicator, entry);
  if (met === "") return step > lowestLevel(indicator) ? CHECK_TEXT.notAssessed : CHECK_TEXT.fine;
  if (step > met) return `${CHECK_TEXT.claimed}${String(level).replace(".", ",")}${CHECK_TEXT.butMet}${met}`;
  if (step < met) return `${CHECK_TEXT.metUpTo}${met}`;
  const hasEvidence =
    entry.evidence.length > 0 || [...entry.criteria.values()].some(({ evidence }) => evidence.length > 0);
  return step > lowestLevel(indicator) && !hasEvidence ? CHECK_TEXT.noEvidence : CHECK_TEXT.fine;
}

/** The step that the value of a cell counts as: itself on whole scales. */
const stepFormula = (instrument: Instrument, cell: string): string => {
  if (instrument.scale.decimals === 0) return cell;
  const steps = levelSteps(instrument);
  return `LOOKUP(${cell},{${steps.map(({ from }) => from).join(",")}},{${steps.map(({ level }) => level).join(",")}})`;
};

/**
 * The level that a table of levels holds for a number, "" when it holds none: whole scales read what people write for 3
 * ("3", "3,00", "Tingkat 3", "Lv. 3", "III", "Terdefinisi"); decimal scales read numbers only. Texts are compared
 * by EXACT, since MATCH would take a "?" in a cell for any letter.
 */
export function fetchFormula(
  instrument: Instrument,
  source: { readonly no: string; readonly level: string },
  noCell: string,
): string {
  const found = `INDEX(${source.level},MATCH(${noCell},${source.no},0))`;
  const { min, max, decimals } = instrument.scale;
  if (decimals > 0)
    return `IF(ISNUMBER(${found}),IF(AND(${found}>=${min},${found}<=${max},ROUND(${found},${decimals})=${found}),${found},""),"")`;
  const bare = WRITTEN_AROUND.reduce(
    (text, [from, to]) => `SUBSTITUTE(${text},${quoteText(from)},${quoteText(to)})`,
    `LOWER(${found})`,
  );
  const words = levelWords(instrument);
  // Counted from 1, so that nothing found is told from level 0; the reciprocal of nothing is the error that becomes "".
  const places = [...words.values()].map((level) => level - min + 1).join(",");
  const place = `SUMPRODUCT(EXACT(TRIM(${bare}),{${[...words.keys()].map(quoteText).join(",")}})*{${places}})`;
  const shift = min === 1 ? "" : min > 1 ? `+${min - 1}` : `-${1 - min}`;
  return `IFERROR(1/(1/${place})${shift},"")`;
}

const WRITTEN_AROUND = [
  ["level", ""],
  ["tingkat", ""],
  ["lv.", ""],
  [",", "."],
  [".00", ""],
  [".0", ""],
] as const;

const ROMAN = ["i", "ii", "iii", "iv", "v"];

/** Everything that alone stands for a whole level: its number, its Roman number and its names. */
const levelWords = (instrument: Instrument): ReadonlyMap<string, number> =>
  new Map([
    ...levelSteps(instrument).map(({ level }): [string, number] => [String(level), level]),
    ...ROMAN.map((word, index): [string, number] => [word, index + 1]),
    ...levelNamesOf(instrument),
  ]);
