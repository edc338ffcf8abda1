import type { Assessment } from "../../assessment/assessment";
import { levelOf } from "../../assessment/level";
import { levelOfValue } from "../../assessment/maturity";
import { compare, parseRatio, ratio, subtract, toNumber, type Ratio } from "../../assessment/ratio";
import { levelsOf, scoreOf, type LevelVector, type Score } from "../../assessment/score";
import { Canvas } from "../canvas";
import { COLUMNS, SHEET, TABLE } from "../layout";
import { levelFormats, levelSteps } from "../level-steps";
import { printSetup, PROTECTED } from "../print";
import type { Cell, FormulaCell, SheetSpec, Style } from "../sheet";
import { shortAspect, shortIndicator } from "../short-names";
import { INDEX_TEXT } from "../texts";
import { BODY, COLOR, HEADER, INPUT, SUBTITLE, SUBTITLE_HEIGHT, TITLE, TITLE_HEIGHT, withStyle } from "../theme";
import {
  FIRST_BLOCK_ROW,
  INDEX_CELLS,
  indexLayout,
  levelColumn,
  predicateText,
  type IndexLayout,
} from "./index-layout";
import { fetchFormula, quoteText } from "./level-formulas";
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

/**
 * The sheet `Indeks`: index, predicate and completeness, then domains, aspects and indicators, each with weight, value,
 * target and contribution. Every indicator has its fixed row and fetches its level by number.
 */
export function indexSheet(assessment: Assessment, source: LevelSource, options: IndexOptions): SheetSpec {
  const { instrument, identity } = assessment;
  const at = indexLayout(instrument);
  const canvas = new Canvas(options.name ?? SHEET.index);
  const levels = levelsOf(assessment);
  const score = scoreOf(instrument, levels);
  const targets = assessment.entries.map((entry, index) => levelOf(entry.target) ?? levels[index] ?? null);

  canvas.put("A1", INDEX_TEXT.title, TITLE).height(1, TITLE_HEIGHT);
  canvas.put("A2", options.subtitle, SUBTITLE).height(2, SUBTITLE_HEIGHT).height(3, 6);
  putFigures(canvas, assessment, at, score, options.targetIndex ?? null);
  putDomainsAndAspects(canvas, assessment, at, score, scoreOf(instrument, targets));
  putLevelCounts(canvas, assessment, at, levels);
  putIndicators(canvas, assessment, at, source, targets);
  addCharts(canvas, assessment, at);

  return canvas.finish({
    columns: [6, 42, 9, 9, 9, 12, 2, ...levelSteps(instrument).map(({}, _, all) => 30 / all.length)].map((width) => ({
      width,
    })),
    freeze: { rows: 2, columns: 0 },
    protection: PROTECTED,
    print: printSetup(canvas.name, identity, {
      orientation: "portrait",
      area: `A1:${at.lastColumn}${at.last}`,
      breaksBefore: [at.indicatorHeader],
    }),
  });
}

const MUTED: Style = { font: { color: COLOR.muted } };
const big = (size: number): Style => ({ font: { size, bold: true }, horizontal: "left" });
const NUMBER: Style = centered(BODY);
const WEIGHT = withStyle(NUMBER, MUTED, { numberFormat: "0.00" });
const VALUE = withStyle(NUMBER, { font: { bold: true }, numberFormat: "0.00" });
const POINTS = withStyle(NUMBER, { numberFormat: "0.0000" });

/** Weights in hundredths of a percent, exact whatever the cell's float is. */
const weights = (from: number, to: number): string => `ROUND(C${from}:C${to}*100,0)`;
/** Σ level × weight as a whole number (hundredths × hundredths), so that one division gives the exact value. */
const weighted = (column: string, from: number, to: number): string =>
  `ROUND(SUMPRODUCT(${weights(from, to)},${column}${from}:${column}${to})*100,0)`;
const meanFormula = (column: string, from: number, to: number): string =>
  `${weighted(column, from, to)}/(SUMPRODUCT(${weights(from, to)})*100)`;
const pointsFormula = (column: string, from: number, to: number): string => `${weighted(column, from, to)}/1000000`;

/** The instrument's argument of our functions; the default one needs none. */
const instrumentArgument = ({ instrument }: Assessment): string =>
  instrument.id === "spbe-2020" ? "" : `,${quoteText(instrument.id)}`;

function putFigures(
  canvas: Canvas,
  assessment: Assessment,
  at: IndexLayout,
  score: Score,
  targetIndex: string | null,
): void {
  const { instrument } = assessment;
  const total = at.indicators.length;
  const levels = `D${at.first}:D${at.last}`;
  const complete = `COUNT(${levels})=${total}`;
  const isComplete = score.missing.length === 0;
  const filled = `${total - score.missing.length}/${total}`;
  const lowerBound = INDEX_TEXT.lowerBound(instrument.indexName);

  const label = (range: string, cell: Cell): Canvas => canvas.put(range, cell, SUBTITLE);
  label("A4:B4", {
    formula: `IF(${complete},${quoteText(instrument.indexName)},${quoteText(lowerBound)})`,
    value: isComplete ? instrument.indexName : lowerBound,
  });
  label("C4", INDEX_TEXT.predicate);
  label("F4", INDEX_TEXT.filled);
  label("H4", INDEX_TEXT.target);
  label("J4", INDEX_TEXT.gap).style("J4", { horizontal: "left", indent: 1 });
  canvas.height(4, 20).height(5, 48).height(6, 8);

  const figure = (range: string, cell: Cell, style: Style): Canvas => canvas.put(range, cell, style);
  figure(
    "A5:B5",
    {
      formula: pointsFormula("D", at.first, at.last),
      custom: `SPBE.INDEX(${levels}${instrumentArgument(assessment)})`,
      value: toNumber(score.index),
    },
    { ...big(36), numberFormat: "0.00" },
  );
  figure("C5:E5", predicateCell(assessment, complete, levels, score), big(20));
  figure("F5", { formula: `COUNT(${levels})&"/${total}"`, value: filled }, big(20));
  const target = targetIndex === null ? null : parseRatio(targetIndex);
  figure(
    "H5:I5",
    target && toNumber(target),
    withStyle(big(20), INPUT, { numberFormat: "0.00", horizontal: "center" }),
  );
  canvas.validate({
    range: INDEX_CELLS.target,
    rule: { kind: "decimal", min: instrument.scale.min, max: instrument.scale.max },
    error: { ...INDEX_TEXT.targetRule(instrument.scale.min, instrument.scale.max), style: "stop" },
  });
  const { index: indexCell, target: targetCell } = INDEX_CELLS;
  figure(
    `J5:${at.lastColumn}5`,
    {
      formula: `IF(ISNUMBER(${targetCell}),MAX(0,ROUND(${targetCell}-${indexCell},8)),"")`,
      value: target === null ? "" : gap(score.index, target),
    },
    { ...big(20), numberFormat: "0.0000", indent: 1 },
  );
}

const gap = (index: Ratio, target: Ratio): number =>
  compare(index, target) >= 0 ? 0 : toNumber(subtract(target, index));

/** The band of the exact index; nothing while a level is missing. */
function predicateCell(assessment: Assessment, complete: string, levels: string, score: Score): FormulaCell {
  const { bands } = assessment.instrument;
  const limits = bands.map(({ from }, index) => (index === 0 ? 0 : from / 100)).join(",");
  const names = bands.map(({ name }) => quoteText(name)).join(",");
  const incomplete = `${quoteText(`${INDEX_TEXT.incomplete} `)}&COUNT(${levels})&"/${score.contributions.length}"`;
  const whenComplete = (predicate: string): string => `IF(${complete},${predicate},${incomplete})`;
  return {
    formula: whenComplete(`LOOKUP(ROUND(${INDEX_CELLS.index},8),{${limits}},{${names}})`),
    custom: whenComplete(`SPBE.PREDICATE(${INDEX_CELLS.index}${instrumentArgument(assessment)})`),
    value: predicateText(score),
  };
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
  target: Score,
): void {
  const levels = `D${at.first}:D${at.last}`;
  const columns = INDEX_TEXT.columns;
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
      wanted: Ratio;
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
        { formula: meanFormula("E", from, to), value: toNumber(wanted) },
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
    canvas.style(`C${first}:C${last}`, WEIGHT).style(`D${first}:D${last}`, VALUE);
    canvas.style(`E${first}:E${last}`, withStyle(NUMBER, { numberFormat: "0.00" })).style(`F${first}:F${last}`, POINTS);
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
        wanted: target.domains[index]?.value ?? ratio(0),
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
      wanted: target.aspects[index]?.value ?? ratio(0),
    })),
    "ASPECT",
  );
}

/** How many indicators stand at each level. */
function putLevelCounts(canvas: Canvas, { instrument }: Assessment, at: IndexLayout, levels: LevelVector): void {
  const steps = levelSteps(instrument);
  const range = `D${at.first}:D${at.last}`;
  const last = at.lastColumn;
  const top = FIRST_BLOCK_ROW;
  canvas.put(`H${top}:${last}${top}`, INDEX_TEXT.counts, HEADER);
  steps.forEach(({ level, from, below }, index) => {
    const column = levelColumn(index);
    const counted = at.indicators.filter((indicator, place) => {
      const value = levels[place] ?? null;
      return value !== null && levelOfValue(indicator, value) === level;
    }).length;
    const upper = below === null ? "" : `,${range},"<${below}"`;
    canvas.put(`${column}${top + 1}`, level);
    canvas.put(`${column}${top + 2}`, { formula: `COUNTIFS(${range},">=${from}"${upper})`, value: counted });
  });
  canvas.style(`H${top + 1}:${last}${top + 1}`, withStyle(NUMBER, MUTED));
  canvas.style(`H${top + 2}:${last}${top + 2}`, withStyle(NUMBER, { font: { size: 14, bold: true } }));
  for (const step of levelFormatsOfSteps(instrument, `H${top + 1}:${last}${top + 1}`))
    canvas.format(step.range, step.rule, step.style);
}

/** The header of a count holds the step itself, a whole number on every scale. */
const levelFormatsOfSteps = (instrument: Assessment["instrument"], range: string): ReturnType<typeof levelFormats> =>
  levelFormats({ ...instrument, scale: { ...instrument.scale, decimals: 0 } }, range, "");

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
      { formula: wanted === null ? `D${row}` : `IF(${wanted}="",D${row},${wanted})`, value: targets[index] ?? "" },
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
  canvas.style(`F${first}:F${last}`, POINTS);
  for (const { range, rule, style } of levelFormats(instrument, `D${first}:D${last}`, `D${first}`))
    canvas.format(range, rule, style);
  canvas.table(TABLE.index, `A${at.indicatorHeader}:F${last}`);
}

function addCharts(canvas: Canvas, { instrument }: Assessment, at: IndexLayout): void {
  const range = (address: string): string => `${canvas.name}!${address}`;
  const aspects = { from: at.aspectHeader + 1, to: at.aspectHeader + at.aspects.length };
  const top = FIRST_BLOCK_ROW;
  const { max } = instrument.scale;
  for (let row = at.chart.from; row <= at.chart.to; row++) canvas.height(row, 22);
  canvas.height(at.chart.to + 1, 6);
  canvas.put(
    `H${at.indicatorHeader}:${at.lastColumn}${at.indicatorHeader}`,
    INDEX_TEXT.levelBars(instrument.scale.min, max),
    HEADER,
  );
  canvas.chart({
    name: "SPBE_Aspek",
    kind: "radar",
    title: INDEX_TEXT.aspectChart,
    categories: range(`B${aspects.from}:B${aspects.to}`),
    series: [
      { name: INDEX_TEXT.columns.value, values: range(`D${aspects.from}:D${aspects.to}`), color: COLOR.series },
      { name: INDEX_TEXT.columns.target, values: range(`E${aspects.from}:E${aspects.to}`), color: COLOR.seriesTarget },
    ],
    from: `A${at.chart.from}`,
    to: `${at.lastColumn}${at.chart.to}`,
    axis: { min: 0, max, step: 1 },
    legend: true,
  });
  canvas.chart({
    name: "SPBE_JumlahTingkat",
    kind: "column",
    title: "",
    categories: range(`H${top + 1}:${at.lastColumn}${top + 1}`),
    series: [{ name: INDEX_TEXT.counts, values: range(`H${top + 2}:${at.lastColumn}${top + 2}`), color: COLOR.series }],
    from: `H${top + 3}`,
    to: `${at.lastColumn}${at.chart.from - 2}`,
    legend: false,
    bare: true,
  });
  canvas.chart({
    name: "SPBE_Tingkat47",
    kind: "bar",
    title: "",
    categories: range(`A${at.first}:A${at.last}`),
    series: [{ name: INDEX_TEXT.level, values: range(`D${at.first}:D${at.last}`), color: COLOR.series }],
    from: `H${at.first}`,
    to: `${at.lastColumn}${at.last}`,
    axis: { min: 0, max, step: 1 },
    legend: false,
    bare: true,
    dataLabels: instrument.scale.decimals > 0 ? "0.00" : "0",
  });
}
