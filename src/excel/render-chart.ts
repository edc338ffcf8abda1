import { areaAddress, parseArea, parseReference } from "../workbook/address";
import type { ChartSpec } from "../workbook/sheet";

/** A range of this sheet ("B6:B12"), or of another one when the address names it. */
function rangeOf(sheet: Excel.Worksheet, address: string): Excel.Range {
  const reference = parseReference(address);
  if (!reference) return sheet.getRange(address);
  return sheet.context.workbook.worksheets.getItem(reference.sheet).getRange(areaAddress(reference.area));
}

/** Air between bars, in percent of a bar. */
const GAP = 50;

const TYPE = { radar: "RadarMarkers", bar: "BarClustered", column: "ColumnClustered" } as const;

function applyAxis(chart: Excel.Chart, axis: NonNullable<ChartSpec["axis"]>): void {
  chart.axes.valueAxis.minimum = axis.min;
  chart.axes.valueAxis.maximum = axis.max;
  if (axis.step !== undefined) chart.axes.valueAxis.majorUnit = axis.step;
}

/** A series' values lie in one row or one column; the other direction would make a series of each cell. */
function directionOf(address: string): "Rows" | "Columns" {
  const area = parseReference(address)?.area ?? parseArea(address);
  return area && area.top === area.bottom ? "Rows" : "Columns";
}

/** Without axes and lines the plot takes the whole area, so that bars lie beside the rows that they show. */
function leaveOnlyMarks(chart: Excel.Chart): void {
  chart.axes.categoryAxis.visible = false;
  chart.axes.valueAxis.visible = false;
  chart.axes.valueAxis.majorGridlines.visible = false;
  chart.format.border.lineStyle = "None";
}

/** Draws the chart anew; one of its name that we drew earlier goes. */
export function drawChart(sheet: Excel.Worksheet, spec: ChartSpec, isNew: boolean): void {
  if (!isNew) sheet.charts.getItemOrNullObject(spec.name).delete();
  const first = spec.series[0];
  if (!first) return;
  const chart = sheet.charts.add(TYPE[spec.kind], rangeOf(sheet, first.values), directionOf(first.values));
  chart.name = spec.name;
  // An empty text would bring the name of the only series back as a title.
  if (spec.title === "" || spec.bare) chart.title.visible = false;
  else chart.title.text = spec.title;
  chart.legend.visible = spec.legend;
  if (spec.legend) chart.legend.position = "Bottom";
  chart.setPosition(spec.from, spec.to);
  if (spec.axis) applyAxis(chart, spec.axis);
  if (spec.bare) leaveOnlyMarks(chart);
  spec.series.forEach((one, at) => {
    const series = at === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    series.name = one.name;
    series.setValues(rangeOf(sheet, one.values));
    series.setXAxisValues(rangeOf(sheet, spec.categories));
    if (spec.kind === "radar") series.format.line.color = one.color;
    else {
      series.format.fill.setSolidColor(one.color);
      series.gapWidth = GAP;
    }
    if (spec.dataLabels !== undefined) {
      series.hasDataLabels = true;
      series.dataLabels.numberFormat = spec.dataLabels;
    }
  });
  // Bars are read from the top, like the rows that they show.
  if (spec.kind === "bar") chart.axes.categoryAxis.reversePlotOrder = true;
}
