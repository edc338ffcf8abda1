import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import type { ChartState } from "../host/state";

/** What lies in an .xlsx package where the library does not look: the add-in's XML parts, and how charts are drawn. */
export interface PackageParts {
  customXml: { id: string; xml: string }[];
  /** By `chartKey`. */
  charts: Map<string, ChartFacts>;
  /** Points by 0-based row of every sheet: the heights that a file gives without fixing them. */
  rowHeights: Map<string, Map<number, number>>;
}

export interface ChartFacts {
  /** The name under which Office.js finds the chart. */
  name: string | null;
  /** Bars that lie, not columns. */
  lies: boolean;
  /** The lines' or areas' colours by series, "#RRGGBB". */
  colors: (string | null)[];
  categoryAxis: { visible: boolean; reversePlotOrder: boolean };
  valueAxis: { visible: boolean; majorGridlines: boolean };
  /** The colour of the frame, or null where the file names none. */
  border: string | null;
}

const XML_PART = /^customXml\/item(\d+)\.xml$/;
const CHART_PART = /^xl\/charts\/chart\d+\.xml$/;
const SHEET_PART = /^xl\/(workbook|_rels\/workbook|worksheets\/sheet\d+)\.xml(\.rels)?$/;
const DRAWING_PART = /^xl\/drawings\/(_rels\/)?drawing\d+\.xml(\.rels)?$/;
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
const XML_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";

/** A chart is known by its kind ("bar", "radar") and the references of its first series' categories and values. */
export const chartKey = (kind = "", categories = "", values = ""): string => [kind, categories, values].join(" ");

/** The first reference of `<c:cat>` or `<c:val>`. */
const firstReference = (chart: string, part: "cat" | "val"): string | undefined =>
  new RegExp(`<c:${part}>.*?<c:f>([^<]*)</c:f>`, "s").exec(chart)?.[1];

export function readParts(file: Uint8Array): PackageParts {
  const isRead = (name: string): boolean =>
    [XML_PART, CHART_PART, SHEET_PART, DRAWING_PART].some((part) => part.test(name));
  const parts = unzipSync(file, { filter: ({ name }) => isRead(name) });
  const found: PackageParts = { customXml: [], charts: new Map(), rowHeights: rowHeightsOf(parts) };
  const frames = framesOf(parts);
  for (const [name, bytes] of Object.entries(parts)) {
    const xml = strFromU8(bytes);
    if (XML_PART.test(name)) found.customXml.push({ id: `{${name.replace(XML_PART, "XML-$1")}}`, xml });
    if (!CHART_PART.test(name)) continue;
    const kind = /<c:(\w+)Chart>/.exec(xml)?.[1];
    const [categories, values] = ["catAx", "valAx"].map(
      (axis) => new RegExp(`<c:${axis}>.*?</c:${axis}>`, "s").exec(xml)?.[0] ?? "",
    );
    const isShown = (axis = ""): boolean => !axis.includes('<c:delete val="1"/>');
    const frame = frames.find(({ chart }) => chart === name)?.xml ?? "";
    found.charts.set(chartKey(kind, firstReference(xml, "cat"), firstReference(xml, "val")), {
      name: plain(FRAME_NAME.exec(frame)?.[2] ?? "") || null,
      lies: xml.includes('<c:barDir val="bar"/>'),
      colors: (xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? []).map((series) => {
        const color = /<c:spPr>.*?<a:srgbClr val="([0-9A-Fa-f]{6})"/s.exec(series)?.[1];
        return color === undefined ? null : `#${color}`;
      }),
      categoryAxis: {
        visible: isShown(categories),
        reversePlotOrder: categories?.includes('<c:orientation val="maxMin"/>') ?? false,
      },
      valueAxis: { visible: isShown(values), majorGridlines: values?.includes("<c:majorGridlines>") ?? false },
      border: lineOf(/<\/c:chart><c:spPr>(.*?)<\/c:spPr>/s.exec(xml)?.[1] ?? ""),
    });
  }
  return found;
}

function rowHeightsOf(parts: Readonly<Record<string, Uint8Array>>): PackageParts["rowHeights"] {
  const textOf = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const links = textOf(RELATIONSHIPS).match(/<Relationship [^>]*>/g) ?? [];
  const sheets = textOf("xl/workbook.xml").match(/<sheet [^>]*>/g) ?? [];
  return new Map(
    sheets.map((sheet) => {
      const [, name = ""] = /name="([^"]*)"/.exec(sheet) ?? [];
      const [, id = ""] = /r:id="([^"]*)"/.exec(sheet) ?? [];
      const [, target = ""] = /Target="([^"]*)"/.exec(links.find((link) => link.includes(`Id="${id}"`)) ?? "") ?? [];
      const rows = textOf(`xl/${target.replace(/^\/xl\//, "")}`).match(/<row [^>]*>/g) ?? [];
      const heights = rows.flatMap((row): [number, number][] => {
        const [, number, height] = /\br="(\d+)".*?\bht="([\d.]+)"/.exec(row) ?? [];
        return number === undefined ? [] : [[Number(number) - 1, Number(height)]];
      });
      return [plain(name), new Map(heights)];
    }),
  );
}

const lineOf = (properties: string): string | null => {
  const color = /<a:ln\b[^>]*>.*?<a:srgbClr val="([0-9A-Fa-f]{6})"/s.exec(properties)?.[1];
  return color === undefined ? null : `#${color}`;
};

const FRAME_NAME = /(<xdr:cNvPr [^>]*?name=")([^"]*)(")/;

/** The frames of all drawings in order, each with the chart part that it shows. */
function framesOf(parts: Readonly<Record<string, unknown>>): { drawing: string; xml: string; chart: string }[] {
  return Object.entries(parts).flatMap(([drawing, bytes]) => {
    const links = parts[drawing.replace("drawings/", "drawings/_rels/") + ".rels"];
    if (!(bytes instanceof Uint8Array) || !(links instanceof Uint8Array) || !DRAWING_PART.test(drawing)) return [];
    const frames = strFromU8(bytes).match(/<xdr:graphicFrame\b.*?<\/xdr:graphicFrame>/gs) ?? [];
    const relationships = strFromU8(links).match(/<Relationship [^>]*>/g) ?? [];
    return frames.flatMap((xml) => {
      const id = /<c:chart [^>]*r:id="([^"]*)"/.exec(xml)?.[1] ?? "";
      const target = relationships.find((link) => link.includes(`Id="${id}"`))?.match(/Target="([^"]*)"/)?.[1];
      return target === undefined ? [] : [{ drawing, xml, chart: target.replace(/^(\.\.|\/xl)\//, "xl/") }];
    });
  });
}

/** Adds the XML parts, gives the charts their names, and makes radars of the columns that the library wrote in their place. */
export function completePackage(file: Uint8Array, customXml: string[], charts: ChartState[]): Uint8Array {
  if (customXml.length === 0 && charts.length === 0) return file;
  const parts: Zippable = unzipSync(file);
  charts.forEach((chart, index) => {
    const name = `xl/charts/chart${index + 1}.xml`;
    const part = parts[name];
    if (isRadar(chart) && part instanceof Uint8Array) parts[name] = strToU8(asRadar(strFromU8(part), chart));
  });
  for (const { drawing, xml, chart } of framesOf(parts)) {
    const name = charts[Number(/(\d+)\.xml$/.exec(chart)?.[1]) - 1]?.name;
    const part = parts[drawing];
    if (name === undefined || !(part instanceof Uint8Array)) continue;
    const named = xml.replace(FRAME_NAME, (_, before: string, __, after: string) => before + escaped(name) + after);
    parts[drawing] = strToU8(strFromU8(part).replace(xml, () => named));
  }
  const relationships = parts[RELATIONSHIPS];
  if (customXml.length > 0 && relationships instanceof Uint8Array) {
    let links = "";
    customXml.forEach((xml, index) => {
      const name = `customXml/item${index + 1}.xml`;
      parts[name] = strToU8(xml);
      links += `<Relationship Id="rIdXml${index + 1}" Type="${XML_TYPE}" Target="../${name}"/>`;
    });
    parts[RELATIONSHIPS] = strToU8(strFromU8(relationships).replace("</Relationships>", `${links}</Relationships>`));
  }
  return zipSync(parts);
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

const plain = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

const isRadar = ({ chartType }: ChartState): boolean => chartType.startsWith("Radar");

/** `radarChart` holds the same series and axes as `barChart`, in a frame of its own. */
function asRadar(xml: string, { chartType }: ChartState): string {
  return xml.replace(/<c:barChart>(.*)<\/c:barChart>/s, (_, body: string) => {
    const series = (body.match(/<c:ser>.*?<\/c:ser>/gs) ?? []).join("").replace(/<c:invertIfNegative [^>]*>/g, "");
    const axes = (body.match(/<c:axId [^>]*>/g) ?? []).join("");
    const style = chartType === "RadarFilled" ? "filled" : "marker";
    return `<c:radarChart><c:radarStyle val="${style}"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`;
  });
}
