import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  ArcElement,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  type Plugin,
  PointElement,
  RadarController,
  RadialLinearScale,
  Title,
  Tooltip,
} from "chart.js";
import { createElement, useEffect, useRef } from "react";
import type { Host } from "../host/host";
import { splitSheet } from "../host/model/address";
import type { Range } from "../host/model/range";
import type { ChartSeriesState, ChartState, DataLabelState } from "../host/state";
import { textOf } from "../host/model/values";
import { chartConfiguration, type SeriesData } from "./chart-config";
import type { Grid } from "./grid";

Chart.register(
  BarController,
  LineController,
  RadarController,
  PieController,
  DoughnutController,
  ArcElement,
  BarElement,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  RadialLinearScale,
  Filler,
  Legend,
  Title,
  Tooltip,
);

const COMPONENT = "GrafikMejaKerja";
const PIXELS_PER_POINT = 96 / 72;

interface Layer {
  sheetId: string;
  state: ChartState;
  /** Whether the grid has it; from then on the grid shows and hides it with its sheet. */
  placed: boolean;
  remove: () => void;
}

/** Charts float over their sheet in the grid's own layers, so they scroll and zoom with the cells. */
export class ChartLayer {
  private readonly layers = new Map<string, Layer>();
  private readonly canvases = new Map<string, HTMLCanvasElement>();
  private readonly drawn = new Map<string, Chart>();
  private waiting = false;

  constructor(
    private readonly grid: Grid,
    private readonly host: () => Host | undefined,
  ) {
    const { univerAPI } = grid;
    univerAPI.registerComponent(COMPONENT, ({ data }: { data: { id: string } }) => {
      const canvas = useRef<HTMLCanvasElement>(null);
      useEffect(() => {
        if (canvas.current) this.canvases.set(data.id, canvas.current);
        this.paint(data.id);
        return () => {
          this.canvases.delete(data.id);
          this.unpaint(data.id);
        };
      }, [data.id]);
      return createElement(
        "div",
        { className: "chart" },
        createElement("canvas", { ref: canvas, role: "img", "aria-label": this.layers.get(data.id)?.state.title.text }),
      );
    });
    univerAPI.getFormula().calculationResultApplied(() => this.redraw());
    univerAPI.addEvent(univerAPI.Event.ActiveSheetChanged, () => setTimeout(() => this.showActive()));
  }

  /** Draws a new or changed chart; on a sheet that does not show it waits until that does. */
  draw(sheetId: string, state: ChartState): void {
    this.erase(state.id);
    this.layers.set(state.id, { sheetId, state, placed: false, remove: () => undefined });
    this.showActive();
  }

  erase(id: string): void {
    this.unpaint(id);
    this.layers.get(id)?.remove();
    this.layers.delete(id);
  }

  /** Cells have changed. Many may at once: one repaint for all. */
  redraw(): void {
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      for (const id of this.canvases.keys()) this.paint(id);
    }, 50);
  }

  private showActive(): void {
    const sheet = this.grid.univerAPI.getActiveWorkbook()?.getActiveSheet();
    for (const layer of this.layers.values()) {
      const { state } = layer;
      if (sheet?.getSheetId() !== layer.sheetId || layer.placed) continue;
      layer.placed = true;
      const pixels = (points: number): number => points * PIXELS_PER_POINT;
      const { rowHeader, columnHeader } = sheet.getSheet().getConfig();
      const [left, top] = [rowHeader.width, columnHeader.height];
      const floating = this.host()?.changing(() =>
        sheet.addFloatDomToPosition(
          {
            componentKey: COMPONENT,
            initPosition: {
              // Counted from the corner of the grid, its headings included.
              startX: left + pixels(state.left),
              endX: left + pixels(state.left + state.width),
              startY: top + pixels(state.top),
              endY: top + pixels(state.top + state.height),
            },
            // Kept with the layer by the grid, so it must be plain data.
            data: { id: state.id },
            allowTransform: false,
          },
          `${state.id}-${Date.now().toString(36)}`,
        ),
      );
      layer.remove = () => floating?.dispose();
    }
  }

  private unpaint(id: string): void {
    this.drawn.get(id)?.destroy();
    this.drawn.delete(id);
  }

  private paint(id: string): void {
    const [layer, canvas, host] = [this.layers.get(id), this.canvases.get(id), this.host()];
    if (layer === undefined || canvas === undefined || host === undefined) return;
    const { state } = layer;
    const data = state.series.map((series) => seriesData(host, layer.sheetId, series));
    const configuration = chartConfiguration(state, data, host.locale);
    const frame = canvas.parentElement;
    if (frame) {
      frame.style.background = state.fill ?? "transparent";
      frame.style.border = state.border === null ? "0" : `1px solid ${state.border}`;
      frame.style.borderRadius = state.roundedCorners ? "8px" : "0";
    }
    this.unpaint(id);
    this.drawn.set(id, new Chart(canvas, { ...configuration, plugins: [labels(state, host.locale)] }));
  }
}

function rangeAt(host: Host, sheetId: string, address: string | null): Range | null {
  if (address === null) return null;
  const [name, local] = splitSheet(address);
  const sheet = name === null ? host.workbook.sheetById(sheetId) : host.workbook.worksheets.getItemOrNullObject(name);
  return sheet?.getRange(local) ?? null;
}

function seriesData(host: Host, sheetId: string, series: ChartSeriesState): SeriesData {
  const values = rangeAt(host, sheetId, series.values)?.values?.flat() ?? [];
  const named = rangeAt(host, sheetId, series.nameSource)?.text?.flat()[0];
  const categories = rangeAt(host, sheetId, series.categories)?.text?.flat() ?? values.map((_, i) => String(i + 1));
  return {
    name: named ?? series.name ?? "",
    values: values.map((value) => (typeof value === "number" ? value : null)),
    categories,
  };
}

/** Values beside their points, where the chart asks for them. */
function labels(state: ChartState, locale: string): Plugin {
  return {
    id: "nilai",
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      chart.data.datasets.forEach((set, index) => {
        if (!state.series[index]?.hasDataLabels) return;
        chart.getDatasetMeta(index).data.forEach((element, i) => {
          const value = set.data[i];
          if (typeof value === "number")
            drawLabel(
              ctx,
              state.dataLabels,
              element,
              textOf(value, state.dataLabels.numberFormat, locale),
              chart.options.indexAxis === "y",
            );
        });
      });
    },
  };
}

function drawLabel(
  ctx: CanvasRenderingContext2D,
  state: DataLabelState,
  at: { x: number; y: number },
  text: string,
  sideways: boolean,
): void {
  ctx.save();
  ctx.fillStyle = state.font.color;
  ctx.font = `${state.font.bold ? "bold " : ""}${state.font.size * PIXELS_PER_POINT}px ${state.font.name}, sans-serif`;
  ctx.textAlign = sideways ? "left" : "center";
  ctx.textBaseline = sideways ? "middle" : "bottom";
  ctx.fillText(text, at.x + (sideways ? 4 : 0), at.y - (sideways ? 0 : 3));
  ctx.restore();
}
