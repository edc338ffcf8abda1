import type { Chart, SheetChart } from "hucre";
import { newChart, newSeries } from "../host/model/chart-state";
import type { ChartState } from "../host/state";
import { chartKey, type PackageParts } from "./package-parts";

type SeriesInfo = NonNullable<Chart["series"]>[number];

/** Points of a default cell, by which a chart is placed before the sheet's own widths are known to it. */
export interface Offsets {
  column: (index: number) => number;
  row: (index: number) => number;
  columnAt: (points: number) => number;
  rowAt: (points: number) => number;
}

const KINDS: Record<string, SheetChart["type"]> = {
  BarClustered: "bar",
  BarStacked: "bar",
  ColumnClustered: "column",
  ColumnStacked: "column",
  Line: "line",
  LineMarkers: "line",
  Pie: "pie",
  Doughnut: "doughnut",
};
const LEGENDS: Record<string, "top" | "bottom" | "left" | "right"> = {
  Top: "top",
  Bottom: "bottom",
  Left: "left",
  Right: "right",
};

const hex = (color: string | null): string | undefined => color?.replace("#", "").toUpperCase();

/** The library writes no radar: it is columns here, and becomes a radar in the finished package. */
export function writeChart(state: ChartState, at: Offsets): SheetChart {
  const labelled = state.series.some((series) => series.hasDataLabels);
  return {
    type: KINDS[state.chartType] ?? "column",
    ...(state.title.text ? { title: state.title.text } : {}),
    ...(state.chartType.endsWith("Stacked") ? { barGrouping: "stacked" as const } : {}),
    anchor: {
      from: { row: at.rowAt(state.top), col: at.columnAt(state.left) },
      to: { row: at.rowAt(state.top + state.height), col: at.columnAt(state.left + state.width) },
    },
    legend: state.legend.visible ? (LEGENDS[state.legend.position] ?? "bottom") : false,
    ...(labelled ? { dataLabels: { showValue: true } } : {}),
    series: state.series.flatMap((series) => {
      if (series.values === null) return [];
      const color = hex(series.fill ?? series.line);
      return [
        {
          values: series.values,
          ...(series.name ? { name: series.name } : {}),
          ...(series.categories ? { categories: series.categories } : {}),
          ...(color ? { color } : {}),
        },
      ];
    }),
    axes: {
      x: { hidden: !state.categoryAxis.visible, reverse: state.categoryAxis.reversePlotOrder },
      y: {
        hidden: !state.valueAxis.visible,
        gridlines: { major: state.valueAxis.majorGridlines },
        scale: {
          ...(state.valueAxis.minimum === "" ? {} : { min: state.valueAxis.minimum }),
          ...(state.valueAxis.maximum === "" ? {} : { max: state.valueAxis.maximum }),
        },
      },
    },
  };
}

function chartType(chart: Chart, lies: boolean): string | null {
  switch (chart.kinds[0]) {
    case "bar":
      return lies ? "BarClustered" : "ColumnClustered";
    case "line":
      return "LineMarkers";
    case "radar":
      return "RadarMarkers";
    case "pie":
      return "Pie";
    case "doughnut":
      return "Doughnut";
    default:
      return null;
  }
}

export function readChart(chart: Chart, index: number, at: Offsets, charts: PackageParts["charts"]): ChartState | null {
  const first = chart.series?.[0];
  const facts = charts.get(chartKey(chart.kinds[0], first?.categoriesRef, first?.valuesRef));
  const type = chartType(chart, facts?.lies ?? false);
  if (type === null || chart.anchor === undefined) return null;
  const state = newChart(`grafik-${index + 1}`, facts?.name || `Chart ${index + 1}`, type, "Auto");
  const { from, to } = chart.anchor;
  state.left = at.column(from.col);
  state.top = at.row(from.row);
  if (to) {
    state.width = at.column(to.col) - state.left;
    state.height = at.row(to.row) - state.top;
  }
  state.title.text = chart.title ?? "";
  state.title.visible = state.title.text !== "";
  state.legend.visible = chart.legend !== false && chart.legend !== undefined;
  if (typeof chart.legend === "string")
    state.legend.position =
      chart.legend === "topRight" ? "Corner" : chart.legend.charAt(0).toUpperCase() + chart.legend.slice(1);
  const scale = chart.axes?.y?.scale;
  if (scale?.min !== undefined) state.valueAxis.minimum = scale.min;
  if (scale?.max !== undefined) state.valueAxis.maximum = scale.max;
  Object.assign(state.categoryAxis, facts?.categoryAxis);
  Object.assign(state.valueAxis, facts?.valueAxis);
  state.border = facts?.border ?? state.border;
  state.series = (chart.series ?? []).map((series: SeriesInfo, i: number) => {
    const read = newSeries(`seri-${index + 1}-${i + 1}`, series.name ?? null);
    read.values = series.valuesRef ?? null;
    read.categories = series.categoriesRef ?? null;
    const color = typeof series.color === "string" ? `#${series.color.replace("#", "")}` : facts?.colors[i];
    read.fill = color ?? null;
    if (type === "RadarMarkers") read.line = read.fill;
    read.hasDataLabels = series.dataLabels?.showValue ?? false;
    return read;
  });
  return state;
}
