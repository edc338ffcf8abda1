import { readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/files/read";
import { writeWorkbook } from "../../src/files/write";
import { convertWithLibreOffice } from "../harness/xlsx";
import { HARD_TEXTS, sampleWorkbook } from "./sample-workbook";

/** The sample workbook as LibreOffice 7.4 saved it: kept, so that its ways are tested where it is not installed. */
const GOLDEN = join(__dirname, "golden", "libreoffice.xlsx");

test("a workbook that LibreOffice saved is read, with its texts, days, tables and protection", () => {
  expect(existsSync(GOLDEN)).toBe(true);
  const outcome = readWorkbook(readFileSync(GOLDEN));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const [entries, evidence, list] = outcome.value.sheets;
  expect(entries?.values[4]?.slice(0, 4)).toEqual(["No", "Indikator", "Tingkat", "Penjelasan"]);
  expect(entries?.values[7]?.slice(0, 4)).toEqual([3, "Manajemen Data", null, "=bukan rumus"]);
  expect(entries).toMatchObject({
    protected: true,
    visible: true,
    tables: [{ area: { top: 4, left: 0, bottom: 9, right: 3 } }],
  });
  expect(evidence?.values.slice(5).map((row) => row[1])).toEqual([...HARD_TEXTS]);
  expect(evidence?.values[5]?.[2]).toBe(45251);
  expect(evidence?.isDate(5, 2)).toBe(true);
  expect(list?.visible).toBe(false);
  expect(outcome.value.names.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["SPBE_Tingkat", "SPBE_Instansi"]),
  );
});

test.each([
  ["ods", "ODS"],
  ["xls", "LEGACY_XLS"],
  ["html", "HTML"],
  ["csv", "CSV"],
  ["pdf", "NOT_WORKBOOK"],
])(
  "the same workbook saved as .%s is refused as %s",
  async (format, code) => {
    const saved = await convertWithLibreOffice(await writeWorkbook(sampleWorkbook()), format);
    if (!saved.ran) return expect(saved.why).toBe("tidak dijalankan: LibreOffice tidak ada");
    expect(readWorkbook(saved.bytes)).toMatchObject({ ok: false, problem: { code } });
  },
  60_000,
);
