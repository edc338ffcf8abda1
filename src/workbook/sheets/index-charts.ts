import type { Assessment } from "../../assessment/assessment";
import { quoteSheet } from "../address";
import type { Canvas } from "../canvas";
import { INDEX_TEXT } from "../texts";
import { COLOR, HEADER } from "../theme";
import { FIRST_BLOCK_ROW, type IndexLayout } from "./index-layout";

/**
 * The radar of aspects, the columns of how many stand at each level, and a bar beside each indicator. Where nobody set a
 * target the radar shows no line for it, and its legend names none.
 */
export function addCharts(canvas: Canvas, { instrument }: Assessment, at: IndexLayout, hasTargets: boolean): void {
  const range = (address: string): string => `${quoteSheet(canvas.name)}!${address}`;
  const aspects = { from: at.aspectHeader + 1, to: at.aspectHeader + at.aspects.length };
  const top = FIRST_BLOCK_ROW;
  const { max } = instrument.scale;
  const target = {
    name: INDEX_TEXT.columns.target,
    values: range(`E${aspects.from}:E${aspects.to}`),
    color: COLOR.seriesTarget,
  };
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
    title: hasTargets ? INDEX_TEXT.aspectChart.target : INDEX_TEXT.aspectChart.none,
    categories: range(`B${aspects.from}:B${aspects.to}`),
    series: [
      { name: INDEX_TEXT.columns.value, values: range(`D${aspects.from}:D${aspects.to}`), color: COLOR.series },
      ...(hasTargets ? [target] : []),
    ],
    from: `A${at.chart.from}`,
    to: `${at.lastColumn}${at.chart.to}`,
    axis: { min: 0, max, step: 1 },
    legend: hasTargets,
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
