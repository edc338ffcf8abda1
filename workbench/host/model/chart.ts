import { accessDenied, invalidArgument, notImplemented } from "../errors";
import { EventType } from "../events";
import type { HostObject } from "../protocol";
import type { AxisState, ChartSeriesState, ChartState, FontState } from "../state";
import { bag } from "./bag";
import { newChart, newSeries } from "./chart-state";
import { Collection } from "./collection";
import type { Range } from "./range";
import { columnOffset, rowOffset } from "./sizes";
import type { Worksheet } from "./worksheet";

const CHART_TYPES = new Set([
  "ColumnClustered",
  "ColumnStacked",
  "BarClustered",
  "BarStacked",
  "Line",
  "LineMarkers",
  "Radar",
  "RadarMarkers",
  "RadarFilled",
  "Pie",
  "Doughnut",
]);

type Redraw = () => void;

/** Something that is set by method and read by the page only. */
function colorSlot(kind: string, set: (color: string | null) => void): HostObject {
  return { kind, ...{ setSolidColor: (color: string) => set(color), clear: () => set(null) } };
}

function accessors(
  kind: string,
  members: Record<string, [get: () => unknown, set: (value: never) => void]>,
  redraw: Redraw,
  parts: object = {},
): HostObject {
  const object: HostObject = { kind, ...parts };
  for (const [name, [get, set]] of Object.entries(members)) {
    Object.defineProperty(object, name, {
      enumerable: true,
      get,
      set: (value: never) => {
        set(value);
        redraw();
      },
    });
  }
  return object;
}

const line = (
  get: () => string | null,
  set: (color: string | null) => void,
  redraw: Redraw,
  more: Parameters<typeof accessors>[1] = {},
): HostObject =>
  accessors("ChartLineFormat", { color: [() => get() ?? "", (color: string) => set(color)], ...more }, redraw, {
    clear: () => {
      set(null);
      redraw();
    },
  });

const font = (state: FontState, redraw: Redraw): HostObject => bag("ChartFont", state, redraw);

function axis(state: AxisState, redraw: Redraw): HostObject {
  const gridlines = (key: "majorGridlines" | "minorGridlines"): HostObject =>
    accessors("ChartGridlines", { visible: [() => state[key], (visible: boolean) => (state[key] = visible)] }, redraw, {
      format: {
        kind: "ChartGridlinesFormat",
        line: line(
          () => state.gridlineColor,
          (color) => (state.gridlineColor = color),
          redraw,
        ),
      },
    });
  const title = accessors(
    "ChartAxisTitle",
    {
      text: [
        () => state.title,
        (text: string) => {
          state.title = text;
          state.titleVisible = true;
        },
      ],
      visible: [() => state.titleVisible, (visible: boolean) => (state.titleVisible = visible)],
    },
    redraw,
    { format: { kind: "ChartAxisTitleFormat", font: font(state.titleFont, redraw) } },
  );
  const members: Parameters<typeof accessors>[1] = {};
  for (const key of Object.keys(state) as (keyof AxisState)[]) {
    // These are objects of their own on the axis.
    if (["title", "majorGridlines", "minorGridlines", "font", "titleFont"].includes(key)) continue;
    members[key] = [() => state[key], (value: never) => ((state as Record<typeof key, unknown>)[key] = value)];
  }
  return accessors("ChartAxis", members, redraw, {
    title,
    majorGridlines: gridlines("majorGridlines"),
    minorGridlines: gridlines("minorGridlines"),
    format: {
      kind: "ChartAxisFormat",
      font: font(state.font, redraw),
      line: line(
        () => state.lineColor,
        (color) => (state.lineColor = color),
        redraw,
      ),
    },
  });
}

function dataLabels(chart: ChartState, redraw: Redraw): HostObject {
  return bag("ChartDataLabels", chart.dataLabels, redraw, {
    format: { kind: "ChartDataLabelFormat", font: font(chart.dataLabels.font, redraw) },
  });
}

/** One series; its cells are kept by address and looked up when the chart is drawn. */
class ChartSeries implements HostObject {
  readonly kind = "ChartSeries";
  declare readonly format: HostObject;
  declare readonly dataLabels: HostObject;
  declare readonly points: HostObject;

  constructor(
    private readonly chart: ChartState,
    private readonly state: ChartSeriesState,
    private readonly redraw: Redraw,
  ) {
    const settable = bag("ChartSeries", state, redraw);
    const own = [
      "chartType",
      "hasDataLabels",
      "gapWidth",
      "overlap",
      "markerStyle",
      "markerSize",
      "markerBackgroundColor",
      "markerForegroundColor",
      "smooth",
    ];
    for (const key of own) Object.defineProperty(this, key, Object.getOwnPropertyDescriptor(settable, key) ?? {});
    const fill = colorSlot("ChartFill", (color) => ((state.fill = color), redraw()));
    const stroke = line(
      () => state.line,
      (color) => (state.line = color),
      redraw,
      {
        weight: [() => state.lineWeight ?? 2, (weight: number) => (state.lineWeight = weight)],
        lineStyle: [() => state.lineStyle ?? "Continuous", (style: string) => (state.lineStyle = style)],
      },
    );
    Object.assign(this, {
      format: { kind: "ChartSeriesFormat", fill, line: stroke },
      dataLabels: dataLabels(chart, redraw),
      points: this.pointCollection(),
    });
  }

  get id(): string {
    return this.state.id;
  }
  get name(): string {
    return this.state.name ?? `Series${this.chart.series.indexOf(this.state) + 1}`;
  }
  set name(name: string) {
    this.state.name = name;
    this.state.nameSource = null;
    this.redraw();
  }
  setValues(range: Range): void {
    this.state.values = range.absoluteAddress;
    this.redraw();
  }
  setXAxisValues(range: Range): void {
    this.state.categories = range.absoluteAddress;
    this.redraw();
  }
  delete(): void {
    this.chart.series.splice(this.chart.series.indexOf(this.state), 1);
    this.redraw();
  }

  private pointCollection(): HostObject {
    const { state, redraw } = this;
    const point = (index: number): HostObject => {
      const set = (color: string | null): void => {
        if (color === null) delete state.points[index];
        else state.points[index] = color;
        redraw();
      };
      return { kind: "ChartPoint", ...{ format: { kind: "ChartPointFormat", fill: colorSlot("ChartFill", set) } } };
    };
    return { kind: "ChartPointsCollection", ...{ getItemAt: point } };
  }
}

class ChartSeriesCollection extends Collection<ChartSeries> {
  constructor(
    private readonly chart: Chart,
    private readonly redraw: Redraw,
  ) {
    super("ChartSeriesCollection", () =>
      chart.state.series.map((state) => new ChartSeries(chart.state, state, redraw)),
    );
  }

  add(name: string | null = null): ChartSeries {
    const state = newSeries(this.chart.worksheet.host.newId("seri"), name);
    this.chart.state.series.push(state);
    this.redraw();
    return new ChartSeries(this.chart.state, state, this.redraw);
  }
}

/** A chart floats over its sheet. The engine has none: the page draws what `state` says. */
export class Chart implements HostObject {
  readonly kind = "Chart";
  declare readonly title: HostObject;
  declare readonly legend: HostObject;
  declare readonly dataLabels: HostObject;
  declare readonly format: HostObject;
  declare readonly plotArea: HostObject;
  declare readonly axes: HostObject;

  constructor(
    readonly worksheet: Worksheet,
    readonly state: ChartState,
  ) {
    const redraw = this.redraw;
    const settable = bag("Chart", state, redraw);
    const own = ["name", "chartType", "left", "top", "width", "height", "displayBlanksAs", "plotVisibleOnly", "style"];
    for (const key of own) Object.defineProperty(this, key, Object.getOwnPropertyDescriptor(settable, key) ?? {});
    const title = bag("ChartTitle", state.title, (key) => {
      if (key === "text") state.title.visible = true;
      redraw();
    });
    Object.defineProperty(title, "format", {
      value: { kind: "ChartTitleFormat", font: font(state.title.font, redraw) },
    });
    const [category, value] = [axis(state.categoryAxis, redraw), axis(state.valueAxis, redraw)];
    Object.assign(this, {
      title,
      legend: bag("ChartLegend", state.legend, redraw, {
        format: { kind: "ChartLegendFormat", font: font(state.legend.font, redraw) },
      }),
      dataLabels: dataLabels(state, redraw),
      format: accessors(
        "ChartAreaFormat",
        { roundedCorners: [() => state.roundedCorners, (rounded: boolean) => (state.roundedCorners = rounded)] },
        redraw,
        {
          fill: colorSlot("ChartFill", (color) => ((state.fill = color), redraw())),
          font: font(state.font, redraw),
          border: this.border(),
        },
      ),
      plotArea: {
        kind: "ChartPlotArea",
        format: {
          kind: "ChartPlotAreaFormat",
          fill: colorSlot("ChartFill", (color) => ((state.plotFill = color), redraw())),
        },
      },
      axes: {
        kind: "ChartAxes",
        categoryAxis: category,
        valueAxis: value,
        getItem: (type: string) => (type === "Category" ? category : value),
      },
    });
  }

  get id(): string {
    return this.state.id;
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this, this.redraw);
  }

  setPosition(start: Range | string, end?: Range | string | null): void {
    const from = this.worksheet.rangeOf(start).area;
    const to = end == null ? null : this.worksheet.rangeOf(end).area;
    const { grid, host } = this.worksheet;
    host.cells.flush();
    this.state.left = columnOffset(grid, from.column);
    this.state.top = rowOffset(grid, from.row);
    if (to !== null) {
      this.state.width = columnOffset(grid, to.column + to.columns) - this.state.left;
      this.state.height = rowOffset(grid, to.row + to.rows) - this.state.top;
    }
    this.redraw();
  }
  setData(source: Range, seriesBy = "Auto"): void {
    this.state.seriesBy = seriesBy;
    this.state.series = seriesFrom(source, seriesBy, (prefix) => this.worksheet.host.newId(prefix));
    this.redraw();
  }
  activate(): void {
    this.worksheet.activate();
  }
  delete(): void {
    guard(this.worksheet);
    const { charts } = this.worksheet.state;
    charts.splice(charts.indexOf(this.state), 1);
    this.worksheet.host.surface.eraseChart(this.id);
    this.worksheet.host.events.emit(EventType.chartDeleted, this.worksheet.id, {
      chartId: this.id,
      source: "Local",
      worksheetId: this.worksheet.id,
    });
  }

  private readonly redraw = (): void => {
    const { worksheet, state } = this;
    worksheet.host.later(state, () => {
      if (worksheet.state.charts.includes(state)) worksheet.host.surface.drawChart(worksheet.id, state);
    });
  };
  private border(): HostObject {
    const { state, redraw } = this;
    const members: Parameters<typeof accessors>[1] = {
      color: [() => state.border ?? "", (color: string) => (state.border = color)],
      lineStyle: [
        () => (state.border === null ? "None" : "Continuous"),
        (style: string) => (state.border = style === "None" ? null : (state.border ?? "#D9D9D9")),
      ],
    };
    const clear = (): void => {
      state.border = null;
      redraw();
    };
    return accessors("ChartBorder", members, redraw, { clear });
  }
}

const guard = (worksheet: Worksheet): void => {
  const { protection } = worksheet.state;
  if (protection !== null && !protection.options.allowEditObjects) throw accessDenied();
};

export class ChartCollection extends Collection<Chart> {
  constructor(private readonly worksheet: Worksheet) {
    super("ChartCollection", () => worksheet.state.charts.map((state) => worksheet.chartOf(state)));
  }

  add(type: string, source: Range, seriesBy = "Auto"): Chart {
    const { worksheet } = this;
    guard(worksheet);
    if (!CHART_TYPES.has(type)) throw notImplemented(`ChartCollection.add("${type}")`);
    const { charts } = worksheet.state;
    const state = newChart(worksheet.host.newId("grafik"), `Chart ${charts.length + 1}`, type, seriesBy);
    state.series = seriesFrom(source, seriesBy, (prefix) => worksheet.host.newId(prefix));
    charts.push(state);
    worksheet.host.events.emit(EventType.chartAdded, worksheet.id, {
      chartId: state.id,
      source: "Local",
      worksheetId: worksheet.id,
    });
    const chart = worksheet.chartOf(state);
    chart.setPosition(source.getCell(0, 0));
    return chart;
  }
}

/** Excel's guess: the longer side holds the categories, a first column or row of text the labels. */
export function seriesFrom(source: Range, seriesBy: string, newId: (prefix: string) => string): ChartSeriesState[] {
  source.host.cells.flush();
  const { values } = source;
  const [head] = values ?? [];
  if (values === null || head === undefined) throw invalidArgument();
  const { rows, columns } = source.area;
  const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && columns > rows);
  const isText = (value: unknown): boolean => typeof value === "string" && value !== "" && !value.startsWith("#");
  const isLabel = (value: unknown): boolean => isText(value) || value === "";
  const hasHeader = rows > 1 && head.slice(columns > 1 ? 1 : 0).every(isLabel);
  const hasLabels = columns > 1 && values.slice(hasHeader ? 1 : 0).every((row) => isLabel(row[0]));
  const [top, left] = [hasHeader ? 1 : 0, hasLabels ? 1 : 0];
  const body = source.getCell(top, left).getAbsoluteResizedRange(rows - top, columns - left);
  const series: ChartSeriesState[] = [];
  const count = byRows ? body.area.rows : body.area.columns;
  for (let i = 0; i < count; i++) {
    const state = newSeries(newId("seri"), null);
    const values = byRows ? body.getRow(i) : body.getColumn(i);
    state.values = values.absoluteAddress;
    const named = byRows ? hasLabels && source.getCell(top + i, 0) : hasHeader && source.getCell(0, left + i);
    if (named) {
      state.nameSource = named.absoluteAddress;
      state.name = String(named.values?.[0]?.[0] ?? "");
    }
    const categories = byRows
      ? hasHeader && source.getCell(0, left).getAbsoluteResizedRange(1, columns - left)
      : hasLabels && source.getCell(top, 0).getAbsoluteResizedRange(rows - top, 1);
    if (categories) state.categories = categories.absoluteAddress;
    series.push(state);
  }
  return series;
}
