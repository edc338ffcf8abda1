import { areaAddress, parseReference } from "../workbook/address";
import type { ChartSpec } from "../workbook/sheet";

/** A range of this sheet ("B6:B12"), or of another one when the address names it. */
function rangeOf(sheet: Excel.Worksheet, address: string): Excel.Range {
  const reference = parseReference(address);
  if (!reference) return sheet.getRange(address);
  return sheet.context.workbook.worksheets.getItem(reference.sheet).getRange(areaAddress(reference.area));
}

const TYPE = { radar: "RadarMarkers", bar: "BarClustered", column: "ColumnClustered" } as const;

function applyAxis(chart: Excel.Chart, axis: NonNullable<ChartSpec["axis"]>): void {
  chart.axes.valueAxis.minimum = axis.min;
  chart.axes.valueAxis.maximum = axis.max;
  if (axis.step !== undefined) chart.axes.valueAxis.majorUnit = axis.step;
}

/** Draws the chart anew; one of its name that we drew earlier goes. */
export function drawChart(sheet: Excel.Worksheet, spec: ChartSpec, isNew: boolean): void {
  if (!isNew) sheet.charts.getItemOrNullObject(spec.name).delete();
  const first = spec.series[0];
  if (!first) return;
  const chart = sheet.charts.add(TYPE[spec.kind], rangeOf(sheet, first.values), "Columns");
  chart.name = spec.name;
  chart.title.text = spec.title;
  chart.legend.visible = spec.legend;
  if (spec.legend) chart.legend.position = "Bottom";
  chart.setPosition(spec.from, spec.to);
  if (spec.axis) applyAxis(chart, spec.axis);
  spec.series.forEach((one, at) => {
    const series = at === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    series.name = one.name;
    series.setValues(rangeOf(sheet, one.values));
    series.setXAxisValues(rangeOf(sheet, spec.categories));
    if (spec.kind === "radar") series.format.line.color = one.color;
    else series.format.fill.setSolidColor(one.color);
    if (spec.dataLabels !== undefined) {
      series.hasDataLabels = true;
      series.dataLabels.numberFormat = spec.dataLabels;
    }
  });
  // Bars are read from the top, like the rows that they show.
  if (spec.kind === "bar") chart.axes.categoryAxis.reversePlotOrder = true;
}
