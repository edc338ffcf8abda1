import type { Assessment } from "../../assessment/assessment";
import { levelOfValue } from "../../assessment/maturity";
import { compare, parseRatio, subtract, toNumber, type Ratio } from "../../assessment/ratio";
import type { LevelVector, Score } from "../../assessment/score";
import type { Canvas } from "../canvas";
import { levelFormats, levelSteps } from "../level-steps";
import type { Cell, FormulaCell, Style } from "../sheet";
import { INDEX_TEXT } from "../texts";
import { HEADER, INPUT, SUBTITLE, withStyle } from "../theme";
import { instrumentArgument, pointsFormula } from "./index-formulas";
import { FIRST_BLOCK_ROW, INDEX_CELLS, levelColumn, predicateText, type IndexLayout } from "./index-layout";
import { big, figureFormat, MUTED, NUMBER } from "./index-styles";
import { quoteText } from "./level-formulas";

/** Index, predicate, completeness, target and what is missing to it, in large type. */
export function putFigures(
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
    { ...big(36), ...figureFormat(instrument, "0.00") },
  );
  // As large as "belum lengkap 45/47" still fits.
  figure("C5:E5", predicateCell(assessment, complete, levels, score), big(16));
  figure("F5", { formula: `COUNT(${levels})&"/${total}"`, value: filled }, big(16));
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

/** How many indicators stand at each level. */
export function putLevelCounts(canvas: Canvas, { instrument }: Assessment, at: IndexLayout, levels: LevelVector): void {
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
