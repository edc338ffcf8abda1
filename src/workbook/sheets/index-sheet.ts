import type { Assessment } from "../../assessment/assessment";
import { levelOf } from "../../assessment/level";
import { ratio, toNumber, type Ratio } from "../../assessment/ratio";
import { levelsOf, scoreOf, type LevelVector, type Score } from "../../assessment/score";
import { Canvas } from "../canvas";
import { COLUMNS, SHEET, TABLE } from "../layout";
import { levelFormats, levelSteps } from "../level-steps";
import { printSetup, PROTECTED } from "../print";
import type { Cell, SheetSpec } from "../sheet";
import { shortAspect, shortIndicator } from "../short-names";
import { INDEX_TEXT } from "../texts";
import { BODY, HEADER, SUBTITLE, SUBTITLE_HEIGHT, TITLE, TITLE_HEIGHT, withStyle } from "../theme";
import { addCharts } from "./index-charts";
import { putFigures, putLevelCounts } from "./index-figures";
import { instrumentArgument, meanFormula, pointsFormula, targetMeanFormula } from "./index-formulas";
import { indexLayout, type IndexLayout } from "./index-layout";
import { figureFormat, NUMBER, POINTS, VALUE, WEIGHT } from "./index-styles";
import { fetchFormula } from "./level-formulas";
import { centered } from "./table";

/** Where `Indeks` fetches levels by number: absolute ranges with their sheet, rows in any order. */
export interface LevelSource {
  readonly no: string;
  readonly level: string;
  /** Null where the table has no column for targets. */
  readonly target: string | null;
}

export interface IndexOptions {
  readonly name?: string;
  /** The index that the agency wants to reach, a decimal text with a point; null when it set none. */
  readonly targetIndex?: string | null;
  /** The line below the title. */
  readonly subtitle: Cell;
}

const WIDTHS = [6, 42, 9, 9, 9, 12, 2];
/** Shared by the columns of the levels. */
const LEVELS_WIDTH = 30;

/**
 * The sheet `Indeks`: index, predicate and completeness, then domains, aspects and indicators, each with weight, value,
 * target and contribution. Every indicator has its fixed row and fetches its level by number.
 */
export function indexSheet(assessment: Assessment, source: LevelSource, options: IndexOptions): SheetSpec {
  const { instrument, identity } = assessment;
  const at = indexLayout(instrument);
  const canvas = new Canvas(options.name ?? SHEET.index);
  const steps = levelSteps(instrument);
  const levels = levelsOf(assessment);
  const score = scoreOf(instrument, levels);
  const targets = assessment.entries.map((entry) => levelOf(entry.target));
  const hasTargets = targets.some((target) => target !== null);
  const wanted = scoreOf(
    instrument,
    targets.map((target, index) => target ?? levels[index] ?? null),
  );

  canvas.put("A1", INDEX_TEXT.title, TITLE).height(1, TITLE_HEIGHT);
  canvas.put("A2", options.subtitle, SUBTITLE).height(2, SUBTITLE_HEIGHT).height(3, 6);
  putFigures(canvas, assessment, at, score, options.targetIndex ?? null);
  putDomainsAndAspects(canvas, assessment, at, score, hasTargets ? wanted : null);
  putLevelCounts(canvas, assessment, at, levels);
  putIndicators(canvas, assessment, at, source, targets);
  addCharts(canvas, assessment, at, hasTargets);

  return canvas.finish({
    columns: [...WIDTHS, ...steps.map(() => LEVELS_WIDTH / steps.length)].map((width) => ({ width })),
    freeze: { rows: 2, columns: 0 },
    protection: PROTECTED,
    print: printSetup(canvas.name, identity, {
      orientation: "portrait",
      area: `A1:${at.lastColumn}${at.last}`,
      breaksBefore: [at.indicatorHeader],
    }),
  });
}

function header(canvas: Canvas, row: number, texts: readonly string[]): void {
  canvas.putRow(`A${row}`, texts).height(row, 24);
  canvas.style(`A${row}:F${row}`, centered(HEADER)).style(`B${row}`, { horizontal: "left" });
}

function putDomainsAndAspects(
  canvas: Canvas,
  assessment: Assessment,
  at: IndexLayout,
  score: Score,
  /** Null while no indicator has a target. */
  target: Score | null,
): void {
  const levels = `D${at.first}:D${at.last}`;
  const targets = `E${at.first}:E${at.last}`;
  const columns = INDEX_TEXT.columns;
  const figures = figureFormat(assessment.instrument, "0.00");
  const points = figureFormat(assessment.instrument, "0.0000");
  const block = (
    top: number,
    title: string,
    rows: readonly {
      row: number;
      from: number;
      to: number;
      number: number;
      name: string;
      weight: number;
      value: Ratio;
      wanted: Ratio | undefined;
    }[],
    family: string,
  ): void => {
    header(canvas, top, [" ", title, columns.weight, columns.value, columns.target, columns.contribution]);
    for (const { row, from, to, number, name, weight, value, wanted } of rows) {
      canvas.putRow(`A${row}`, [
        number,
        name,
        weight / 100,
        {
          formula: meanFormula("D", from, to),
          custom: `SPBE.${family}(A${row},${levels}${instrumentArgument(assessment)})`,
          value: toNumber(value),
        },
        { formula: targetMeanFormula(from, to, targets), value: wanted ? toNumber(wanted) : "" },
        {
          formula: pointsFormula("D", from, to),
          value: toNumber(ratio(value.numerator * weight, value.denominator * 10000)),
        },
      ]);
      canvas.height(row, 20);
    }
    const first = top + 1;
    const last = top + rows.length;
    canvas.style(`A${first}:A${last}`, withStyle(NUMBER, { font: { bold: true } })).style(`B${first}:B${last}`, BODY);
    canvas.style(`C${first}:C${last}`, WEIGHT).style(`D${first}:D${last}`, withStyle(VALUE, figures));
    canvas
      .style(`E${first}:E${last}`, withStyle(NUMBER, { numberFormat: "0.00" }))
      .style(`F${first}:F${last}`, withStyle(POINTS, points));
    canvas.height(last + 1, 10);
  };
  if (at.domainHeader !== null)
    block(
      at.domainHeader,
      INDEX_TEXT.domain,
      at.domains.map(({ domain, ...place }, index) => ({
        ...place,
        number: domain.number,
        name: domain.name,
        weight: domain.weight,
        value: score.domains[index]?.value ?? ratio(0),
        wanted: target?.domains[index]?.value,
      })),
      "DOMAIN",
    );
  block(
    at.aspectHeader,
    INDEX_TEXT.aspect,
    at.aspects.map(({ aspect, ...place }, index) => ({
      ...place,
      number: aspect.number,
      name: shortAspect(aspect.name),
      weight: aspect.weight,
      value: score.aspects[index]?.value ?? ratio(0),
      wanted: target?.aspects[index]?.value,
    })),
    "ASPECT",
  );
}

function putIndicators(
  canvas: Canvas,
  assessment: Assessment,
  at: IndexLayout,
  source: LevelSource,
  targets: LevelVector,
): void {
  const { instrument } = assessment;
  const levels = levelsOf(assessment);
  const score = scoreOf(instrument, levels);
  header(canvas, at.indicatorHeader, COLUMNS.index);
  at.indicators.forEach((indicator, index) => {
    const row = at.first + index;
    const wanted =
      source.target === null ? null : fetchFormula(instrument, { no: source.no, level: source.target }, `A${row}`);
    canvas.putRow(`A${row}`, [
      indicator.number,
      shortIndicator(indicator.shortName),
      indicator.weight / 100,
      { formula: fetchFormula(instrument, source, `A${row}`), value: levels[index] ?? "" },
      wanted && { formula: wanted, value: targets[index] ?? "" },
      { formula: `ROUND(C${row}*N(D${row})/100,8)`, value: toNumber(score.contributions[index] ?? ratio(0)) },
    ]);
    canvas.height(row, 19);
  });
  const { first, last } = at;
  canvas
    .style(`A${first}:A${last}`, withStyle(NUMBER, { font: { bold: true } }))
    .style(`B${first}:B${last}`, { ...BODY, wrap: false });
  canvas.style(`C${first}:C${last}`, WEIGHT);
  const shown = instrument.scale.decimals > 0 ? { numberFormat: "0.00" } : {};
  canvas
    .style(`D${first}:D${last}`, withStyle(NUMBER, { font: { bold: true }, ...shown }))
    .style(`E${first}:E${last}`, withStyle(NUMBER, shown));
  canvas.style(`F${first}:F${last}`, withStyle(POINTS, figureFormat(instrument, "0.0000")));
  for (const { range, rule, style } of levelFormats(instrument, `D${first}:D${last}`, `D${first}`))
    canvas.format(range, rule, style);
  canvas.table(TABLE.index, `A${at.indicatorHeader}:F${last}`);
}
