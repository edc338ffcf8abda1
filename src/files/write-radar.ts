import type { ChartSpec } from "../workbook/sheet";
import { CHART_INK, CHART_LINE } from "./write-chart";

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const value = (name: string, val: string | number): string => `<c:${name} val="${escape(String(val))}"/>`;
const fill = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${escape(color.replace("#", ""))}"/></a:solidFill>`;

const paragraph = (size: number, content: string): string =>
  `<a:p><a:pPr><a:defRPr sz="${size * 100}" b="0"/></a:pPr>${content}</a:p>`;
const textProperties = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/>${paragraph(size, '<a:endParaRPr lang="id-ID"/>')}</c:txPr>`;

const title = (text: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="id-ID" sz="1100" b="1">${fill(CHART_INK)}</a:rPr>` +
  `<a:t>${escape(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

const strong = (color: string): string =>
  `<c:spPr><a:ln w="28575" cap="rnd">${fill(color)}<a:round/></a:ln></c:spPr>` +
  `<c:marker>${value("symbol", "circle")}${value("size", 5)}<c:spPr>${fill(color)}</c:spPr></c:marker>`;
/** Dashed, so that where both run together the first is still seen. */
const faint = (color: string): string =>
  `<c:spPr><a:ln w="19050" cap="rnd">${fill(color)}<a:prstDash val="sysDash"/><a:round/></a:ln></c:spPr>` +
  `<c:marker>${value("symbol", "none")}</c:marker>`;

/** The part of a radar chart, which the writer does not draw: one closed line per series, the first one the strongest. */
export function radarXml(spec: ChartSpec): string {
  const series = spec.series.map(
    (one, index) =>
      `<c:ser>${value("idx", index)}${value("order", index)}<c:tx><c:v>${escape(one.name)}</c:v></c:tx>` +
      (index === 0 ? strong(one.color) : faint(one.color)) +
      (index === 0 && spec.dataLabels !== undefined ? labels(spec.dataLabels) : "") +
      `<c:cat><c:strRef><c:f>${escape(spec.categories)}</c:f></c:strRef></c:cat>` +
      `<c:val><c:numRef><c:f>${escape(one.values)}</c:f></c:numRef></c:val></c:ser>`,
  );
  const { min, max, step } = spec.axis ?? {};
  const scaling =
    `<c:scaling>${value("orientation", "minMax")}` +
    `${max === undefined ? "" : value("max", max)}${min === undefined ? "" : value("min", min)}</c:scaling>`;
  const categories =
    `<c:catAx>${value("axId", 1)}<c:scaling>${value("orientation", "minMax")}</c:scaling>${value("delete", 0)}` +
    `${value("axPos", "b")}${value("majorTickMark", "none")}${value("minorTickMark", "none")}` +
    `${value("tickLblPos", "nextTo")}${textProperties(9)}${value("crossAx", 2)}${value("crosses", "autoZero")}</c:catAx>`;
  const values =
    `<c:valAx>${value("axId", 2)}${scaling}${value("delete", 0)}${value("axPos", "l")}` +
    `<c:majorGridlines><c:spPr><a:ln w="9525">${fill(CHART_LINE)}</a:ln></c:spPr></c:majorGridlines>` +
    `<c:numFmt formatCode="0" sourceLinked="0"/>${value("majorTickMark", "none")}${value("minorTickMark", "none")}` +
    `${value("tickLblPos", "nextTo")}${textProperties(8)}${value("crossAx", 1)}${value("crosses", "autoZero")}` +
    `${value("crossBetween", "between")}${step === undefined ? "" : value("majorUnit", step)}</c:valAx>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace ` +
    `xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ` +
    `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
    `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${value("roundedCorners", 0)}<c:chart>` +
    `${spec.title === "" ? "" : title(spec.title)}${value("autoTitleDeleted", spec.title === "" ? 1 : 0)}` +
    `<c:plotArea>${spec.title === "" ? NARROW_LAYOUT : "<c:layout/>"}<c:radarChart>${value("radarStyle", "marker")}${value("varyColors", 0)}${series.join("")}` +
    `${value("axId", 1)}${value("axId", 2)}</c:radarChart>${categories}${values}</c:plotArea>` +
    (spec.legend ? `<c:legend>${value("legendPos", "b")}${value("overlay", 0)}${textProperties(9)}</c:legend>` : "") +
    `${value("plotVisOnly", 1)}${value("dispBlanksAs", "gap")}</c:chart>` +
    `<c:spPr>${fill("FFFFFF")}<a:ln>${fill("FFFFFF")}</a:ln></c:spPr></c:chartSpace>`
  );
}

/** In a narrow figure without a title the labels leave the net little room unless it is given its share. */
const NARROW_LAYOUT =
  `<c:layout><c:manualLayout>${value("layoutTarget", "inner")}${value("xMode", "edge")}${value("yMode", "edge")}` +
  `${value("x", 0.21)}${value("y", 0.13)}${value("w", 0.57)}${value("h", 0.66)}</c:manualLayout></c:layout>`;

const labels = (format: string): string =>
  `<c:dLbls><c:numFmt formatCode="${escape(format)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textProperties(8)}` +
  `${value("showLegendKey", 0)}${value("showVal", 1)}${value("showCatName", 0)}${value("showSerName", 0)}` +
  `${value("showPercent", 0)}${value("showBubbleSize", 0)}</c:dLbls>`;
