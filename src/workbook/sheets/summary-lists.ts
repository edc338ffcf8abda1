import { compare, ratio, subtract, type Ratio } from "../../assessment/ratio";
import { contributionOf, levelsOf } from "../../assessment/score";
import type { Indicator } from "../../instrument/types";
import { shortAspect, shortIndicator } from "../short-names";
import { SUMMARY_TEXT } from "../texts";
import { COLOR, withStyle } from "../theme";
import { quoteText } from "./level-formulas";
import { COLUMN_HEAD, decimal, putName, RIGHT, ROW, SECTION, span, STRONG, type Page } from "./summary-page";
import { commaDecimal, numberText } from "./text-formulas";

const EXTREMES = 3;

/** Domains with weight, then and now; instruments with one domain show their aspects instead. Answers the next free row. */
export function putParts(page: Page, top: number): number {
  const { canvas, assessment, options, score, at, indexCell } = page;
  const previous = options.previous?.instrument === assessment.instrument.id ? options.previous : null;
  const byDomain = at.domains.length > 0;
  const parts = byDomain
    ? at.domains.map(({ domain, row }, place) => ({
        name: domain.name,
        weight: domain.weight,
        row,
        value: score.domains[place]?.value ?? ratio(0),
        before: previous?.domains[place] ?? null,
      }))
    : at.aspects.map(({ aspect, row }, place) => ({
        name: shortAspect(aspect.name),
        weight: aspect.weight,
        row,
        value: score.aspects[place]?.value ?? ratio(0),
        before: null,
      }));
  canvas.put(span(top, 0, 10), byDomain ? SUMMARY_TEXT.domain : SUMMARY_TEXT.aspect, SECTION);
  canvas.put(span(top, 11, 13), SUMMARY_TEXT.weight, withStyle(COLUMN_HEAD, RIGHT));
  canvas.put(span(top, 14, 16), previous?.year ?? null, withStyle(COLUMN_HEAD, RIGHT));
  canvas
    .put(span(top, 17, 19), assessment.identity.year ?? SUMMARY_TEXT.value, withStyle(COLUMN_HEAD, RIGHT))
    .height(top, 22);
  parts.forEach(({ name, weight, row, value, before }, place) => {
    const here = top + 1 + place;
    const height = putName(canvas, here, 0, 10, name);
    canvas.put(
      span(here, 11, 13),
      numberText(`${decimal(ratio(weight, 100), 1)}%`),
      withStyle(ROW, RIGHT, { font: { color: COLOR.muted } }),
    );
    canvas.put(
      span(here, 14, 16),
      before && numberText(decimal(before)),
      withStyle(ROW, RIGHT, { font: { color: COLOR.muted } }),
    );
    canvas.put(
      span(here, 17, 19),
      { formula: commaDecimal(indexCell(`D${row}`)), value: decimal(value) },
      withStyle(ROW, RIGHT, STRONG),
    );
    canvas.height(here, height);
  });
  canvas.height(top + parts.length + 1, 8);
  return top + parts.length + 1;
}

/** The indicators that bring the most, and those whose missing levels would; ties by number. */
function extremesOf({ assessment, at }: Page): { strongest: readonly Indicator[]; holding: readonly Indicator[] } {
  const levels = levelsOf(assessment);
  const { max } = assessment.instrument.scale;
  const points = (indicator: Indicator): Ratio => contributionOf(indicator, levels[indicator.number - 1] ?? null);
  const room = (indicator: Indicator): Ratio => subtract(contributionOf(indicator, max), points(indicator));
  const most = (value: (indicator: Indicator) => Ratio): readonly Indicator[] =>
    [...at.indicators].sort((a, b) => compare(value(b), value(a)) || a.number - b.number).slice(0, EXTREMES);
  return { strongest: most(points), holding: most(room) };
}

/** The three strongest and the three that hold the index back. Answers the next free row. */
export function putExtremes(page: Page, top: number): number {
  const { canvas, assessment, at, indexCell } = page;
  const { strongest, holding } = extremesOf(page);
  const levels = levelsOf(assessment);
  let row = top;
  for (const [title, list] of [
    [SUMMARY_TEXT.strongest, strongest],
    [SUMMARY_TEXT.holding, holding],
  ] as const) {
    canvas.put(span(row, 0, 16), title, SECTION);
    canvas.put(span(row, 17, 19), SUMMARY_TEXT.level, withStyle(COLUMN_HEAD, RIGHT)).height(row, 22);
    for (const indicator of list) {
      row++;
      canvas.put(span(row, 0, 1), indicator.number, withStyle(ROW, { font: { bold: true } }));
      const height = putName(canvas, row, 2, 16, shortIndicator(indicator.shortName));
      const cell = indexCell(`D${at.first + indicator.number - 1}`);
      const level = levels[indicator.number - 1] ?? null;
      const places = assessment.instrument.scale.decimals;
      const shown = level === null ? null : places > 0 ? decimal(ratio(Math.round(level * 100), 100)) : level;
      canvas.put(
        span(row, 17, 19),
        {
          formula: `IF(${cell}="",${quoteText(SUMMARY_TEXT.nothing)},${places > 0 ? commaDecimal(cell) : cell})`,
          value: shown ?? SUMMARY_TEXT.nothing,
        },
        withStyle(ROW, RIGHT, STRONG),
      );
      canvas.height(row, height);
    }
    canvas.height(row + 1, 8);
    row += 2;
  }
  return row - 1;
}
