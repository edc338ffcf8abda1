import type { WriteSheet } from "hucre/xlsx";
import { parseArea } from "../workbook/address";
import type { ChartSpec } from "../workbook/sheet";

type HucreChart = NonNullable<WriteSheet["charts"]>[number];

export const CHART_INK = "1B2B2C";
/** Hairlines, as on the sheets. */
export const CHART_LINE = "D3DCDC";
const FONT_SIZE = 9;

/** A chart as the writer takes it. It draws no radar: a column chart holds the place until its part is replaced (write-radar.ts). */
export function chartOf(spec: ChartSpec): HucreChart {
  const from = parseArea(spec.from);
  const to = parseArea(spec.to);
  if (!from || !to) throw new RangeError(`chart ${spec.name}: ${spec.from}:${spec.to}`);
  const labelled = spec.dataLabels !== undefined;
  const isBare = spec.bare === true;
  const scale = spec.axis && { min: spec.axis.min, max: spec.axis.max, majorUnit: spec.axis.step };
  return {
    type: spec.kind === "bar" ? "bar" : "column",
    title: isBare ? "" : spec.title,
    showTitle: spec.title !== "" && !isBare,
    titleFontSize: 11,
    titleBold: true,
    titleColor: CHART_INK,
    altText: spec.title || spec.name,
    legend: spec.legend ? "bottom" : false,
    legendFontSize: FONT_SIZE,
    chartSpaceBorderColor: "FFFFFF",
    gapWidth: 50,
    overlap: 0,
    anchor: { from: { row: from.top, col: from.left }, to: { row: to.bottom + 1, col: to.right + 1 } },
    series: spec.series.map((series) => ({
      name: series.name,
      values: series.values,
      categories: spec.categories,
      color: series.color.replace("#", ""),
      ...(spec.dataLabels === undefined
        ? {}
        : {
            dataLabels: {
              showValue: true,
              fontSize: FONT_SIZE,
              position: "outEnd" as const,
              numberFormat: { formatCode: spec.dataLabels },
            },
          }),
    })),
    axes: {
      // Bars grow downwards in the sheet's order only when the axis is turned round.
      x: {
        labelFontSize: FONT_SIZE,
        majorTickMark: "none",
        tickLblSkip: 1,
        reverse: spec.kind === "bar",
        hidden: isBare,
      },
      // Where each bar carries its number the axis would say it twice.
      y: {
        labelFontSize: FONT_SIZE,
        majorTickMark: "none",
        hidden: labelled || isBare,
        gridlines: { major: !labelled && !isBare },
        ...(scale ? { scale } : {}),
      },
    },
  };
}

/**
 * The plot of a bare chart fills its area, so that bars lie beside their rows; where bars carry numbers, the far end of
 * the value axis leaves room for the longest one's.
 */
export function fillArea(xml: string, { kind, dataLabels }: ChartSpec): string {
  const room = dataLabels === undefined ? 0 : 0.08;
  const [y, width, height] = kind === "bar" ? [0, 1 - room, 1] : [room, 1, 1 - room];
  const edges = { x: 0, y, w: width, h: height };
  const manual = Object.entries(edges).map(([name, value]) => `<c:${name} val="${value}"/>`);
  return xml.replace(
    "<c:plotArea><c:layout/>",
    '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
      `${manual.join("")}</c:manualLayout></c:layout>`,
  );
}
