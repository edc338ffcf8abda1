import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeWorkbook } from "../../src/files/write";
import { schemaErrors } from "../harness/xlsx";
import { lintXlsx } from "../harness/xlsx-lint";
import { sampleWorkbook } from "./sample-workbook";

const SHEET = "xl/worksheets/sheet1.xml";
type Seed = readonly [part: string, edit: (xml: string) => string];

/** Defects that make Excel repair or refuse a file; each must be seen by the validator or by the lint. */
const DEFECTS: Readonly<Record<string, Seed>> = {
  "an element that nobody knows": [SHEET, (xml) => xml.replace("<sheetData>", "<foo/><sheetData>")],
  "elements in the wrong order": [
    SHEET,
    (xml) =>
      xml.replace(/<pageSetup[^>]*>/, "").replace("<sheetData>", '<pageSetup orientation="landscape"/><sheetData>'),
  ],
  "a shared string that is not there": [SHEET, (xml) => xml.replace("<v>0</v>", "<v>99999</v>")],
  "a cell format that is not there": [SHEET, (xml) => xml.replace(/<c r="A1"( t="s")? s="\d+"/, '<c r="A1"$1 s="999"')],
  "a table header that the sheet spells otherwise": [
    "xl/tables/table1.xml",
    (xml) => xml.replace('name="Tingkat"', 'name="Tingat"'),
  ],
  "a table wider than its columns": ["xl/tables/table1.xml", (xml) => xml.replace(/ref="A5:D10"/g, 'ref="A5:Z10"')],
  "a list too long for a validation": [SHEET, (xml) => xml.replace('"1,2,3,4,5"', `"${"x".repeat(300)}"`)],
  "two sheets of one name": ["xl/workbook.xml", (xml) => xml.replace('name="Data Dukung"', 'name="penilaian"')],
  "a name that is an address": ["xl/workbook.xml", (xml) => xml.replace('name="SPBE_Tingkat"', 'name="A1"')],
  "a formula that does not close": [SHEET, (xml) => xml.replace("IF(C10", "IF((C10")],
  "a table without its relationship": [
    "xl/worksheets/_rels/sheet1.xml.rels",
    (xml) => xml.replace(/<Relationship [^>]*table[^>]*>/, ""),
  ],
  "one cell twice": [SHEET, (xml) => xml.replace(/<row r="6"[^>]*>/, '$&<c r="A6"><v>1</v></c>')],
  "a conditional style that is not there": [SHEET, (xml) => xml.replace('dxfId="0"', 'dxfId="77"')],
  "a text too long for a cell": ["xl/sharedStrings.xml", (xml) => xml.replace("Arsitektur", "x".repeat(40_000))],
  "a sheet name without its quotes": [
    "xl/workbook.xml",
    (xml) => xml.replace(/'Data Dukung'!|&apos;Data Dukung&apos;!/, "Data Dukung!"),
  ],
  "merges that overlap": [SHEET, (xml) => xml.replace("</mergeCells>", '<mergeCell ref="B2:E3"/></mergeCells>')],
  "the add-in's function": [SHEET, (xml) => xml.replace("<f>SUM(SPBE_Tingkat)", "<f>SPBE.INDEX(SPBE_Tingkat)")],
};

test.each(Object.entries(DEFECTS))("%s is seen", async (_name, [part, edit]) => {
  const parts = unzipSync(await writeWorkbook(sampleWorkbook()));
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = edit(before);
  expect(after).not.toBe(before);
  const bytes = zipSync({ ...parts, [part]: strToU8(after) });
  const seen = lintXlsx(bytes);
  // The validator takes a second; it is asked only about what the lint leaves to it.
  expect(seen.length > 0 ? seen : await schemaErrors(bytes)).not.toEqual([]);
});
