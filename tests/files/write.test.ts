import { strFromU8, unzipSync } from "fflate";
import { readWorkbook } from "../../src/files/read";
import { writeWorkbook } from "../../src/files/write";
import type { Cell, SheetSpec } from "../../src/workbook/sheet";
import { plainSheet } from "../harness/plain-sheet";
import { validateXlsx } from "../harness/xlsx";
import { sampleWorkbook } from "./sample-workbook";

const partsOf = async (): Promise<Record<string, string>> => {
  const zip = unzipSync(await writeWorkbook(sampleWorkbook()));
  return Object.fromEntries(Object.entries(zip).map(([path, bytes]) => [path, strFromU8(bytes)]));
};

describe("a written workbook", () => {
  let parts: Record<string, string>;
  beforeAll(async () => {
    parts = await partsOf();
  });
  const part = (path: string): string => parts[path] ?? "";

  test("is sound for the OOXML validator and the lint", async () => {
    expect(await validateXlsx(await writeWorkbook(sampleWorkbook()))).toEqual([]);
  });

  test("is the same bytes for the same description", async () => {
    const [one, other] = [await writeWorkbook(sampleWorkbook()), await writeWorkbook(sampleWorkbook())];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test("names its time of change only when told", async () => {
    expect(part("docProps/core.xml")).not.toContain("modified");
    const told = unzipSync(await writeWorkbook(sampleWorkbook(), { modified: "2026-11-21T08:30:00Z" }));
    expect(strFromU8(told["docProps/core.xml"] ?? new Uint8Array())).toContain(
      ">2026-11-21T08:30:00Z</dcterms:modified>",
    );
  });

  test("quotes sheet names in print areas and titles", () => {
    expect(part("xl/workbook.xml")).toMatch(/"_xlnm.Print_Area" localSheetId="1">'Data Dukung'!\$A\$1:\$[A-Z]+\$\d+</);
    expect(part("xl/workbook.xml")).toContain('localSheetId="0">Penilaian!$5:$5<');
    expect(part("xl/workbook.xml")).toMatch(/"_xlnm.Print_Area" localSheetId="2">'Daftar O''PD'!\$A\$1:\$[A-Z]+\$\d+</);
  });

  test("lets rows with input text grow and keeps other heights", () => {
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).toContain('<row r="6" ht="28.5">');
    expect(sheet).toContain('<row r="5" ht="36" customHeight="1">');
  });

  test("marks texts that begin like a formula, so that editing them keeps them texts", () => {
    const styles = part("xl/styles.xml");
    expect(styles).not.toContain("readingOrder");
    const formats = [...styles.slice(styles.indexOf("<cellXfs")).matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const strings = [...part("xl/sharedStrings.xml").matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
    const sheet = part("xl/worksheets/sheet2.xml");
    const textsOf = (quoted: boolean): (string | undefined)[] =>
      [...sheet.matchAll(/<c r="B\d+"(?: s="(\d+)")? t="s"(?: s="(\d+)")?><v>(\d+)<\/v>/g)]
        .filter((match) => (formats[Number(match[1] ?? match[2] ?? 0)] ?? "").includes('quotePrefix="1"') === quoted)
        .map(([, , , index]) => strings[Number(index)]);
    expect(textsOf(true)).toEqual([
      "=1+1",
      '=HYPERLINK("http://contoh.go.id","x")',
      "+62 721 123",
      "-5 hari",
      "@SUM(A1)",
    ]);
    expect(textsOf(false)).toContain("003");
  });

  test("writes no formula but those described, and none of the add-in's", () => {
    const formulas = Object.entries(parts).flatMap(([path, xml]) =>
      path.startsWith("xl/worksheets/") ? [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula) : [],
    );
    expect(formulas).toEqual(['SUM(SPBE_Tingkat)&amp;" poin"', 'IF(C10&gt;=2,"cukup","")']);
  });

  test("draws a bare chart as marks alone that fill its area: no title, axis or line", async () => {
    const [first, ...others] = sampleWorkbook().sheets.filter(({ charts }) => charts.length > 0);
    const bar = first?.charts.find(({ kind }) => kind === "bar");
    if (!first || !bar) throw new Error("no bars");
    const charts = [{ ...bar, title: "Tingkat", bare: true, dataLabels: "0" }];
    const bytes = await writeWorkbook({ ...sampleWorkbook(), sheets: [{ ...first, charts }, ...others], names: [] });
    const xml = strFromU8(unzipSync(bytes)["xl/charts/chart1.xml"] ?? new Uint8Array());
    expect(xml).not.toContain("<c:title>");
    expect(xml).not.toContain("majorGridlines");
    expect(xml.match(/<c:delete val="1"\/>/g)).toHaveLength(2);
    expect(xml).toContain('<c:x val="0"/><c:y val="0"/><c:w val="0.92"/><c:h val="1"/></c:manualLayout>');
    expect(await validateXlsx(bytes)).toEqual([]);
  });

  test("draws the radar", () => {
    expect(part("xl/charts/chart1.xml")).toContain("<c:radarChart>");
    expect(part("xl/charts/chart2.xml")).toContain('<c:barDir val="bar"/>');
    expect(part("xl/charts/chart3.xml")).toContain('<c:barDir val="col"/>');
    expect(part("xl/drawings/drawing1.xml")).toContain('name="Bagan radar"');
  });

  test("protects without a password and allows what was asked", () => {
    const [element = ""] = /<sheetProtection[^>]*>/.exec(part("xl/worksheets/sheet1.xml")) ?? [];
    expect(element).toContain('sheet="1"');
    expect(element).toContain('autoFilter="0"');
    expect(element).toContain('formatColumns="0"');
    expect(element).not.toMatch(/password|hash/i);
    expect(part("xl/worksheets/sheet2.xml")).not.toContain("sheetProtection");
  });

  test("refuses a list that no validation can hold", async () => {
    const book = sampleWorkbook();
    const [first, ...rest] = book.sheets;
    if (!first) throw new Error("no sheet");
    const validations = [{ range: "A1", rule: { kind: "list" as const, values: ["x".repeat(300)] } }];
    await expect(writeWorkbook({ ...book, sheets: [{ ...first, validations }, ...rest] })).rejects.toThrow(RangeError);
  });
});

describe("single cells", () => {
  const sheetOf = async (
    cell: Cell,
    more: Partial<SheetSpec> = {},
  ): Promise<{ xml: string; value: unknown; isDate: boolean }> => {
    const bytes = await writeWorkbook({
      sheets: [plainSheet("Data", [[cell]], more)],
      names: [],
      properties: { title: "", subject: "", creator: "" },
    });
    const grid = readWorkbook(bytes);
    if (!grid.ok) throw new Error(grid.problem.code);
    const [sheet] = grid.value.sheets;
    return {
      xml: strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array()),
      value: sheet?.values[0]?.[0],
      isDate: sheet?.isDate(0, 0) ?? false,
    };
  };

  test("half a character, which no XML can hold, shows as unknown; a cut never leaves one", async () => {
    expect((await sheetOf("a\ud800b\udc00 \ud83d\ude00")).value).toBe("a\ufffdb\ufffd \ud83d\ude00");
    for (const start of ["", "x"]) {
      const value = String((await sheetOf(start + "\ud83d\ude00".repeat(20_000))).value);
      expect(value.length).toBeLessThanOrEqual(32_767);
      expect(value.replace(/\ud83d\ude00/g, "")).not.toMatch(/[\ud800-\udfff\ufffd]/);
    }
  });

  test("a newer function gets its prefix, its name inside a text does not", async () => {
    const { xml } = await sheetOf({ formula: 'IFNA(A2,"pakai IFNA(x) di sini")', value: "" });
    expect(xml).toContain('<f>_xlfn.IFNA(A2,"pakai IFNA(x) di sini")</f>');
  });

  test("a day without a format of its own still shows as a day", async () => {
    expect(await sheetOf({ date: "2023-11-21" })).toMatchObject({ isDate: true });
  });

  test("a protected sheet holds its charts and scenarios too", async () => {
    const { xml } = await sheetOf("a", {
      protection: { autoFilter: true, sort: false, formatColumns: false, formatRows: false },
    });
    const [protection = ""] = /<sheetProtection [^>]*>/.exec(xml) ?? [];
    for (const part of ["sheet", "objects", "scenarios"]) expect(protection).toContain(`${part}="1"`);
    expect(protection).toContain('autoFilter="0"');
  });
});
