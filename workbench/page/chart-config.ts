import type { ChartConfiguration, ChartDataset, ChartType } from "chart.js";
import type { AxisState, ChartSeriesState, ChartState, FontState } from "../host/state";

/** What a series shows: the cells' values at the moment of drawing. */
export interface SeriesData {
  name: string;
  values: (number | null)[];
  categories: string[];
}

const TYPES: Record<string, ChartType> = {
  Radar: "radar",
  RadarMarkers: "radar",
  RadarFilled: "radar",
  Line: "line",
  LineMarkers: "line",
  Pie: "pie",
  Doughnut: "doughnut",
};

/** Excel's own series colours, in their order. */
const COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

const typeOf = (chartType: string): ChartType => TYPES[chartType] ?? "bar";

const font = (state: FontState) => ({
  family: state.name,
  size: state.size * (96 / 72),
  weight: state.bold ? ("bold" as const) : ("normal" as const),
  style: state.italic ? ("italic" as const) : ("normal" as const),
});

function dataset(chart: ChartState, series: ChartSeriesState, data: SeriesData, index: number): ChartDataset {
  const chartType = series.chartType ?? chart.chartType;
  const type = typeOf(chartType);
  const round = type === "radar" || type === "line";
  const own = COLORS[index % COLORS.length] ?? "#4472C4";
  const color = (round ? (series.line ?? series.fill) : (series.fill ?? series.line)) ?? own;
  const filled = chartType === "RadarFilled";
  const colors = data.values.map(
    (_, i) => series.points[i] ?? (type === "pie" || type === "doughnut" ? (COLORS[i % COLORS.length] ?? own) : color),
  );
  return {
    type,
    label: data.name,
    data: data.values,
    borderColor: round ? color : (series.line ?? undefined),
    borderWidth: round ? (series.lineWeight ?? 2) : series.line ? (series.lineWeight ?? 1) : 0,
    borderDash: series.lineStyle && /Dash|Dot/.test(series.lineStyle) ? [6, 4] : [],
    backgroundColor: round ? (filled ? `${series.fill ?? color}66` : color) : colors,
    fill: filled,
    pointRadius:
      series.markerStyle === "None" || chartType === "Radar" || chartType === "Line" ? 0 : (series.markerSize ?? 5) / 2,
    pointBackgroundColor: series.markerBackgroundColor ?? color,
    tension: series.smooth ? 0.3 : 0,
    // Excel's gap is a part of a bar's own width.
    categoryPercentage: 1 / (1 + (series.gapWidth ?? 100) / 100 / Math.max(1, chart.series.length)),
    barPercentage: 1,
  } as ChartDataset;
}

const number = (value: number | ""): number | undefined => (value === "" ? undefined : value);

function axis(state: AxisState, extra: object = {}): object {
  return {
    display: state.visible,
    min: number(state.minimum),
    max: number(state.maximum),
    reverse: state.reversePlotOrder,
    grid: { display: state.majorGridlines, color: state.gridlineColor ?? "#D9D9D9" },
    border: { color: state.lineColor ?? "#BFBFBF" },
    ticks: {
      stepSize: number(state.majorUnit),
      color: state.font.color,
      font: font(state.font),
      display: state.tickLabelPosition !== "None",
    },
    title: {
      display: state.titleVisible,
      text: state.title,
      color: state.titleFont.color,
      font: font(state.titleFont),
    },
    ...extra,
  };
}

function radial(chart: ChartState): object {
  const { categoryAxis, valueAxis } = chart;
  return {
    r: {
      min: number(valueAxis.minimum),
      max: number(valueAxis.maximum),
      beginAtZero: true,
      grid: { display: valueAxis.majorGridlines, color: valueAxis.gridlineColor ?? "#D9D9D9" },
      angleLines: { color: valueAxis.gridlineColor ?? "#D9D9D9" },
      ticks: {
        display: valueAxis.visible,
        stepSize: number(valueAxis.majorUnit),
        color: valueAxis.font.color,
        font: font(valueAxis.font),
        backdropColor: "transparent",
      },
      pointLabels: { display: categoryAxis.visible, color: categoryAxis.font.color, font: font(categoryAxis.font) },
    },
  };
}

function scales(chart: ChartState): object {
  const type = typeOf(chart.chartType);
  if (type === "radar") return radial(chart);
  if (type === "pie" || type === "doughnut") return {};
  const stacked = chart.chartType.endsWith("Stacked");
  const horizontal = chart.chartType.startsWith("Bar");
  // Excel counts a bar chart's categories upwards.
  const category = axis(chart.categoryAxis, {
    stacked,
    ...(horizontal ? { reverse: !chart.categoryAxis.reversePlotOrder, position: "left" } : {}),
  });
  const value = axis(chart.valueAxis, { stacked, beginAtZero: true });
  return horizontal ? { x: value, y: category } : { x: category, y: value };
}

const POSITIONS: Record<string, "top" | "bottom" | "left" | "right"> = {
  Top: "top",
  Bottom: "bottom",
  Left: "left",
  Right: "right",
  Corner: "right",
};

/** Where only marks are shown they fill the area, but for the values written past their ends. */
function paddingOf({ categoryAxis, valueAxis, title, chartType, series }: ChartState): number | object {
  if (categoryAxis.visible || valueAxis.visible || title.visible) return 8;
  if (!series.some(({ hasDataLabels }) => hasDataLabels)) return 0;
  return chartType.startsWith("Bar") ? { right: 20 } : { top: 20 };
}

/** Chart.js's settings for a chart of the sheet. */
export function chartConfiguration(chart: ChartState, data: SeriesData[], locale: string): ChartConfiguration {
  const title = chart.title.text || (data.length === 1 ? (data[0]?.name ?? "") : "");
  return {
    type: typeOf(chart.chartType),
    data: {
      labels: data[0]?.categories ?? [],
      datasets: chart.series.map((series, i) =>
        dataset(chart, series, data[i] ?? { name: "", values: [], categories: [] }, i),
      ),
    },
    options: {
      locale,
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: chart.chartType.startsWith("Bar") ? "y" : "x",
      layout: { padding: paddingOf(chart) },
      scales: scales(chart) as NonNullable<ChartConfiguration["options"]>["scales"],
      plugins: {
        title: {
          display: chart.title.visible && title !== "",
          text: title,
          color: chart.title.font.color,
          font: font(chart.title.font),
        },
        legend: {
          display: chart.legend.visible,
          position: POSITIONS[chart.legend.position] ?? "bottom",
          labels: { color: chart.legend.font.color, font: font(chart.legend.font), boxWidth: 12 },
        },
      },
    },
  };
}
