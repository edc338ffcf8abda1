import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { ChartSpec, SheetSpec } from "../workbook/sheet";
import { CHART_LINE, fillArea } from "./write-chart";
import { radarXml } from "./write-radar";
import type { RenderedSheet } from "./write-sheet";

/** What the writer leaves to set right in the parts it wrote. */
export interface Patches {
  readonly sheets: readonly SheetSpec[];
  readonly rendered: readonly RenderedSheet[];
  /** ISO time for `dcterms:modified`; without it the file names none. */
  readonly modified: string | null;
}

const CREATOR = "SPBE";
/** Local time: zip files know no other, so equal workbooks are equal bytes in every time zone. */
const ZIP_TIME = new Date(1980, 0, 1);

/** The finished file: the writer's parts with our patches, packed with fixed times. */
export function patchPackage(bytes: Uint8Array, patches: Patches): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (path: string, change: (xml: string) => string): void => {
    const part = parts[path];
    if (part) parts[path] = strToU8(change(strFromU8(part)));
  };
  edit("xl/styles.xml", (xml) => orderFonts(markTexts(xml)));
  edit("docProps/core.xml", (xml) => setModified(xml, patches.modified));
  edit("docProps/app.xml", (xml) => xml.replace(/<Application>[^<]*/, `<Application>${CREATOR}`));
  let chart = 0;
  let table = 0;
  patches.sheets.forEach((sheet, index) => {
    const growing = patches.rendered[index]?.growing ?? new Set<number>();
    edit(`xl/worksheets/sheet${index + 1}.xml`, (xml) => letRowsGrow(xml, growing));
    edit(`xl/drawings/drawing${index + 1}.xml`, (xml) => nameCharts(xml, sheet));
    if (sheet.table) edit(`xl/tables/table${++table}.xml`, (xml) => xml.replace(/<tableStyleInfo[^>]*\/>/, ""));
    for (const spec of sheet.charts) {
      chart++;
      edit(`xl/charts/chart${chart}.xml`, (xml) => chartXml(xml, spec));
    }
  });
  return zipSync(parts, { level: 6, mtime: ZIP_TIME });
}

/** The mark of cellStyle becomes the property that Excel itself sets for a typed apostrophe. */
const markTexts = (xml: string): string =>
  xml.replace(/<xf ([^>]*)>(<alignment[^>]*?) readingOrder="0"/g, '<xf $1 quotePrefix="1">$2');

/** The writer puts the colour before the size; the schema wants it after. */
const orderFonts = (xml: string): string => xml.replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, "$2$1");

/** A height stays as first height, but Excel may change it when the text grows. */
const letRowsGrow = (xml: string, rows: ReadonlySet<number>): string =>
  xml.replace(/(<row r="(\d+)" ht="[^"]*") customHeight="1"/g, (whole, start: string, row: string) =>
    rows.has(Number(row)) ? start : whole,
  );

function chartXml(xml: string, spec: ChartSpec): string {
  if (spec.kind === "radar") return radarXml(spec);
  return spec.bare ? fillArea(xml, spec) : thinGridlines(xml);
}

const thinGridlines = (xml: string): string =>
  xml.replace(
    "<c:majorGridlines/>",
    `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${CHART_LINE}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`,
  );

function nameCharts(xml: string, sheet: SheetSpec): string {
  return xml.replace(/name="Chart (\d+)"/g, (whole, number: string) => {
    const name = sheet.charts[Number(number) - 1]?.name;
    return name ? `name="${name.replace(/[^\p{L}\p{N} _.-]/gu, "_")}"` : whole;
  });
}

const setModified = (xml: string, modified: string | null): string =>
  xml.replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, (element) =>
    modified === null ? "" : element.replace(/>[^<]*</, `>${new Date(modified).toISOString().slice(0, 19)}Z<`),
  );
