import { writeXlsx } from "hucre/xlsx";
import type { WorkbookSpec } from "../workbook/sheet";
import { patchPackage } from "./write-patch";
import { renderSheet } from "./write-sheet";
import { FONT } from "./write-style";
import { fileFormula } from "./write-text";

export interface WriteOptions {
  /** ISO time of the last change that the file shall name (`dcterms:modified`); without it the file names none. */
  readonly modified?: string;
}

/**
 * The workbook as the bytes of an .xlsx: native formulas with their cached values, never `SPBE.*`. Equal input gives
 * equal bytes. Throws a RangeError when the description itself cannot be a file (a list too long for a validation, a
 * table header without text, a range that is none): that is a mistake in the description, not in anybody's data.
 */
export async function writeWorkbook(spec: WorkbookSpec, options: WriteOptions = {}): Promise<Uint8Array> {
  const rendered = spec.sheets.map(renderSheet);
  const names = spec.names.map(({ name, refersTo }) => ({ name, range: fileFormula(refersTo) }));
  const bytes = await writeXlsx({
    sheets: rendered.map(({ sheet }) => sheet),
    namedRanges: [...names, ...rendered.flatMap((one) => one.names)],
    properties: { ...spec.properties },
    defaultFont: FONT,
    activeSheet: Math.max(
      0,
      spec.sheets.findIndex((sheet) => !sheet.hidden),
    ),
  });
  return patchPackage(bytes, { sheets: spec.sheets, rendered, modified: options.modified ?? null });
}
