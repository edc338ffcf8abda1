import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import type { ChartState } from "../host/state";

/** What lies in an .xlsx package where the library does not look: the add-in's XML parts, and how charts are drawn. */
export interface PackageParts {
  customXml: { id: string; xml: string }[];
  /** For charts of bars: which way they lie, by the reference of their first values. */
  horizontalBars: Set<string>;
}

const XML_PART = /^customXml\/item(\d+)\.xml$/;
const CHART_PART = /^xl\/charts\/chart\d+\.xml$/;
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
const XML_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";

const firstValues = (chart: string): string | undefined => /<c:val>.*?<c:f>([^<]*)<\/c:f>/s.exec(chart)?.[1];

export function readParts(file: Uint8Array): PackageParts {
  const parts = unzipSync(file, { filter: ({ name }) => XML_PART.test(name) || CHART_PART.test(name) });
  const found: PackageParts = { customXml: [], horizontalBars: new Set() };
  for (const [name, bytes] of Object.entries(parts)) {
    const xml = strFromU8(bytes);
    if (XML_PART.test(name)) found.customXml.push({ id: `{${name.replace(XML_PART, "XML-$1")}}`, xml });
    const values = firstValues(xml);
    if (values !== undefined && xml.includes('<c:barDir val="bar"/>')) found.horizontalBars.add(values);
  }
  return found;
}

/** Adds the XML parts, and makes radars of the columns that the library wrote in their place. */
export function completePackage(file: Uint8Array, customXml: string[], charts: ChartState[]): Uint8Array {
  if (customXml.length === 0 && !charts.some(isRadar)) return file;
  const parts: Zippable = unzipSync(file);
  charts.forEach((chart, index) => {
    const name = `xl/charts/chart${index + 1}.xml`;
    const part = parts[name];
    if (isRadar(chart) && part instanceof Uint8Array) parts[name] = strToU8(asRadar(strFromU8(part), chart));
  });
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
