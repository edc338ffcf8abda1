import type { Assessment } from "../../assessment/assessment";
import { levelOf } from "../../assessment/level";
import { toNumber } from "../../assessment/ratio";
import { levelsOf, scoreOf } from "../../assessment/score";
import { shareOf } from "../../assessment/share";
import type { Instrument } from "../../instrument/types";
import { quoteSheet } from "../address";
import { FIRST_ROW } from "../layout";
import { levelChoices } from "../level-steps";
import type { Cell, Style } from "../sheet";
import type { TemplateLayout } from "../template-layout";
import { ENTRIES_TEXT } from "../texts";
import { SUBTITLE, withStyle } from "../theme";
import { INDEX_CELLS, indexLayout, predicateText } from "./index-layout";
import { figureFormat } from "./index-styles";
import { quoteText } from "./level-formulas";
import type { TableCanvas } from "./table";

const FIGURE: Style = { font: { size: 12, bold: true }, horizontal: "center" };

function putFigure({ canvas }: TableCanvas, column: string, label: Cell, figure: Cell, style: Style = {}): void {
  canvas.put(
    `${column}2`,
    label,
    withStyle(SUBTITLE, { horizontal: style.horizontal ?? "center", ...(style.indent && { indent: style.indent }) }),
  );
  canvas.put(`${column}3`, figure, withStyle(FIGURE, style));
}

const LEFT: Style = { horizontal: "left", indent: 1 };

/** How many rows hold a level of the scale. */
function filledCell({ column }: TableCanvas, instrument: Instrument, total: number, filled: number): Cell {
  const range = column("Tingkat");
  const { min, max, decimals } = instrument.scale;
  const count =
    decimals === 0
      ? `SUMPRODUCT(COUNTIF(${range},{${levelChoices(instrument).join(",")}}))`
      : `COUNTIFS(${range},">=${min}",${range},"<=${max}")`;
  return { formula: `${count}&"/${total}"`, value: `${filled}/${total}` };
}

/** Above the table of the whole agency: how far it is filled in, and the index, so that it moves while one types. */
export function addIndexFigures(table: TableCanvas, assessment: Assessment, layout: TemplateLayout): void {
  const { instrument } = assessment;
  const score = scoreOf(instrument, levelsOf(assessment));
  const sheet = quoteSheet(layout.names.index);
  const total = layout.indicators.length;
  const { first, last } = indexLayout(instrument);
  const levels = `$D$${first}:$D$${last}`;
  putFigure(table, "G", ENTRIES_TEXT.filled, {
    formula: `${sheet}!${INDEX_CELLS.filled}`,
    value: `${total - score.missing.length}/${total}`,
  });
  putFigure(
    table,
    "H",
    {
      formula: `IF(COUNT(${sheet}!${levels})=${total},${quoteText(ENTRIES_TEXT.index)},${quoteText(ENTRIES_TEXT.lowerBound)})`,
      value: score.missing.length === 0 ? ENTRIES_TEXT.index : ENTRIES_TEXT.lowerBound,
    },
    { formula: `${sheet}!${INDEX_CELLS.index}`, value: toNumber(score.index) },
    figureFormat(instrument, "0.00"),
  );
  putFigure(
    table,
    "J",
    ENTRIES_TEXT.predicate,
    { formula: `${sheet}!${INDEX_CELLS.predicate}`, value: predicateText(score) },
    LEFT,
  );
}

/** Above the table of one office: its part of the index, never an index or a predicate of its own. */
export function addShareFigures(table: TableCanvas, assessment: Assessment, layout: TemplateLayout): void {
  const { column, lastRow } = table;
  const byNumber = new Map(assessment.entries.map((entry) => [entry.indicator, levelOf(entry.level)]));
  const levels = layout.indicators.map(({ number }) => byNumber.get(number) ?? null);
  const filled = levels.filter((level) => level !== null).length;
  const { points, weightedMean } = shareOf(
    assessment.instrument,
    levelsOf(assessment),
    layout.indicators.map(({ number }) => number),
  );
  const weights = `ROUND(E${FIRST_ROW}:E${lastRow}*100,0)`;
  const range = column("Tingkat");
  const { min, max, decimals } = assessment.instrument.scale;
  // Only levels of the scale count, as in the index itself.
  const choices = `{${levelChoices(assessment.instrument).join(",")}}`;
  const products =
    decimals === 0
      ? `SUMPRODUCT(${weights}*(${range}=${choices})*${choices})`
      : `SUMPRODUCT(${weights}*(${range}>=${min})*(${range}<=${max}),${range})`;
  const sum = `ROUND(${products}*100,0)`;
  putFigure(table, "G", ENTRIES_TEXT.filled, filledCell(table, assessment.instrument, levels.length, filled));
  putFigure(
    table,
    "H",
    ENTRIES_TEXT.contribution,
    { formula: `${sum}/1000000`, value: toNumber(points) },
    figureFormat(assessment.instrument, "0.0000"),
  );
  putFigure(
    table,
    "J",
    ENTRIES_TEXT.weightedMean,
    { formula: `${sum}/(SUMPRODUCT(${weights})*100)`, value: toNumber(weightedMean) },
    withStyle(LEFT, figureFormat(assessment.instrument, "0.00")),
  );
}
