import { createHash } from "node:crypto";
import { crc32 as zlibCrc } from "node:zlib";
import fc from "fast-check";
import { crc32 } from "../../src/files/crc32";
import { isDateFormat } from "../../src/files/date-formats";
import { LIMITS } from "../../src/files/limits";
import { readWorkbook, type ReadGrid } from "../../src/files/read";
import { serialOf } from "../../src/files/serial";
import { dateOfSerial } from "../../src/workbook/read/dates";
import { sha256 } from "../../src/files/sha256";
import { shiftFormula } from "../../src/files/shared-formula";
import { DATE_STYLES, inline, pack, parts, type Parts } from "./hostile-files";

const read = (options: Parts): ReadGrid => {
  const outcome = readWorkbook(pack(parts(options)));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const sheet = (options: Parts) => {
  const [first] = read(options).sheets;
  if (!first) throw new Error("no sheet");
  return first;
};

describe("what a cell holds", () => {
  test("formulas with their cached values, also shared, array, empty and erroneous ones", () => {
    const { values, formulas } = sheet({
      rows:
        '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1"><f>_xlfn.IFNA(C1,0)</f><v>3.5</v></c>' +
        '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><f>TRUE()</f><v>1</v></c>' +
        `<c r="E1"><f t="shared" ref="E1:E2" si="0">$A1+B$1&amp;"A1"&amp;'Lain A1'!A1</f><v>1</v></c>` +
        '<c r="F1"><f t="array" ref="F1">SUM(E1:E2)</f><v>3</v></c><c r="G1" t="str"><f>""</f><v></v></c></row>' +
        '<row r="2"><c r="E2"><f t="shared" si="0"/><v>2</v></c></row>',
    });
    expect(values).toEqual([
      ["ab", 3.5, { error: "#DIV/0!" }, true, 1, 3, ""],
      [null, null, null, null, 2],
    ]);
    expect([...formulas]).toEqual([
      ["0,0", '="a"&"b"'],
      ["0,1", "=IFNA(C1,0)"],
      ["0,2", "=1/0"],
      ["0,3", "=TRUE()"],
      ["0,4", `=$A1+B$1&"A1"&'Lain A1'!A1`],
      ["0,5", "=SUM(E1:E2)"],
      ["0,6", '=""'],
      ["1,4", `=$A2+B$1&"A1"&'Lain A1'!A2`],
    ]);
  });

  test("a cell is the same however its tags are spelled", () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>a&amp;b</v></c><c r="B1"><f>_xlfn.IFNA(C1,0)</f><v>3.5</v></c>' +
      '<c r="C1" s="1"><f>B1*2</f><v>7</v></c><c r="D1" t="b"><f>TRUE()</f><v>1</v></c><c r="E1"><f>1</f></c>' +
      '<c r="F1" t="str"><f>""</f><v></v></c><c r="G1" t="e"><f></f><v>#N/A</v></c><c r="H1"><v>12</v></c></row>';
    const spaced = rows.replaceAll('">', '" >').replaceAll("<v>", "<v >").replaceAll("<f>", "<f >");
    const told = ({ values, formulas }: ReturnType<typeof sheet>) => [values, [...formulas]];
    expect(told(sheet({ rows: spaced }))).toEqual(told(sheet({ rows })));
    expect(sheet({ rows }).formulas.size).toBe(7);
  });

  test("a text or formula longer than any cell holds is refused, also in the plainest spelling", () => {
    const long = "1+".repeat(LIMITS.text / 2 + 1);
    const code = (cell: string): string | null => {
      const outcome = readWorkbook(pack(parts({ rows: `<row r="1">${cell}</row>` })));
      return outcome.ok ? null : outcome.problem.code;
    };
    expect(code(`<c r="A1" t="str"><v>${long}</v></c>`)).toBe("TOO_LARGE");
    expect(code(`<c r="A1"><f>${long}</f><v>1</v></c>`)).toBe("TOO_LARGE");
    expect(code(`<c r="A1" t="str"><f>${long.slice(4)}</f><v>x</v></c>`)).toBeNull();
  });

  test("days by their number format, whatever its language; other formats stay numbers", () => {
    const one = sheet({
      styles: DATE_STYLES,
      rows: '<row r="1"><c r="A1" s="1"><v>46179</v></c><c r="B1" s="2"><v>46179.5</v></c><c r="C1" s="3"><v>3</v></c><c r="D1" t="d"><v>2026-06-06T00:00:00</v></c><c r="E1" s="1" t="inlineStr"><is><t>x</t></is></c></row>',
    });
    expect(one.values).toEqual([[46179, 46179.5, 3, 46179, "x"]]);
    expect([0, 1, 2, 3, 4].map((column) => one.isDate(0, column))).toEqual([true, true, false, true, false]);
  });

  test("days that count from 1904 are told apart, and ISO days follow", () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>44717</v></c><c r="B1" t="d"><v>2026-06-06</v></c></row>';
    const grid = read({ properties: '<workbookPr date1904="1"/>', styles: DATE_STYLES, rows });
    expect(grid.date1904).toBe(true);
    expect(grid.sheets[0]?.values).toEqual([[44717, 44717]]);
    expect(dateOfSerial(44717, true)).toBe("2026-06-06");
  });

  test("texts with escapes, line ends and blanks as they were typed", () => {
    const text = "  gabung_x000D_\nbaris _x005F_x0041_ ";
    const { values } = sheet({
      rows: `<row r="3"><c r="C3" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c></row>`,
    });
    expect(values).toEqual([["  gabung\nbaris _x0041_ "]]);
  });

  test("a number that is none stays the text that it is", () => {
    const cell = (value: string, index: number): string => `<c r="${"ABCDEFG"[index]}1"><v>${value}</v></c>`;
    const given = ["3,5", "0x10", "Infinity", "1e999", " 4 ", "-0.50", "1E+2"];
    expect(sheet({ rows: `<row r="1">${given.map(cell).join("")}</row>` }).values).toEqual([
      ["3,5", "0x10", "Infinity", "1e999", 4, -0.5, 100],
    ]);
  });
});

describe("what a sheet tells", () => {
  test("used range, merges, hidden rows and columns, protection", () => {
    const one = sheet({
      before: '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="9"/></cols>',
      rows: `<row r="4" hidden="1"><c r="C4"><v>1</v></c></row><row r="5" hidden="1"><c r="C5" s="0"/></row><row r="6"><c r="E6"><v>2</v></c></row>`,
      after: '<sheetProtection sheet="1" objects="1"/><mergeCells count="1"><mergeCell ref="C4:D5"/></mergeCells>',
    });
    expect(one.origin).toEqual({ row: 3, column: 2 });
    expect(one.values).toEqual([[1], [], [null, null, 2]]);
    expect([...one.hiddenRows]).toEqual([3]);
    expect([...one.hiddenColumns]).toEqual([1, 2]);
    expect(one.protected).toBe(true);
    expect(one.merges).toEqual([{ top: 3, left: 2, bottom: 4, right: 3 }]);
  });

  test("names of the workbook come before those of one sheet with the same name", () => {
    const names =
      '<definedNames><definedName name="SPBE_No" localSheetId="0">Data!$Z$1</definedName><definedName name="SPBE_No">Data!$A$1:$A$9</definedName><definedName name="Lokal" localSheetId="0">Data!$B$1</definedName></definedNames>';
    expect(read({ names }).names).toEqual([
      { name: "SPBE_No", formula: "=Data!$A$1:$A$9" },
      { name: "Lokal", formula: "=Data!$B$1" },
    ]);
  });

  test("a sheet that is not wanted keeps its place and has no cells", () => {
    const outcome = readWorkbook(pack(parts({ rows: `<row r="1">${inline("A1", "x")}</row>` })), {
      sheets: () => false,
    });
    expect(outcome).toMatchObject({ ok: true, value: { sheets: [{ name: "Data", values: [] }] } });
  });
});

describe("the parts of the reader", () => {
  test("hashes and checksums are those of the standard library, for every length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
        expect(crc32(bytes)).toBe(zlibCrc(bytes));
        expect(crc32(bytes.subarray(7), crc32(bytes.subarray(0, 7)))).toBe(zlibCrc(bytes));
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  test("days and serial numbers turn into each other, also around the day that never was", () => {
    expect([serialOf("1900-01-01"), serialOf("1900-02-28"), serialOf("1900-03-01"), serialOf("2023-11-21")]).toEqual([
      1, 59, 61, 45251,
    ]);
    expect(serialOf("2023-02-30")).toBeNull();
    expect(serialOf("21/11/2023")).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 120_000 }), fc.boolean(), (serial, date1904) => {
        const iso = dateOfSerial(serial, date1904);
        expect(iso === null ? serial : serialOf(iso, date1904)).toBe(serial);
      }),
      { seed: 21 },
    );
  });

  test("formats show days or numbers", () => {
    const dates = ["dd/mm/yyyy", "[$-421]d mmmm yyyy;@", "yyyy\\-mm\\-dd", "[h]:mm", "mmm-yy", 'd" "mmmm'];
    const numbers = [
      "General",
      "0.00",
      '"hari" 0',
      "[Red]0;[Blue]-0",
      '_-"Rp"* #,##0_-',
      "0.00E+00",
      "@",
      "\\d0",
      "0%",
    ];
    expect(dates.map(isDateFormat)).toEqual(dates.map(() => true));
    expect(numbers.map(isDateFormat)).toEqual(numbers.map(() => false));
  });

  test("shared formulas move their relative references only", () => {
    expect(shiftFormula("SUM(A1:$B$2,C$3,$D4)+LOG10(E5)", 2, 1)).toBe("SUM(B3:$B$2,D$3,$D6)+LOG10(F7)");
    expect(shiftFormula('"A1"&SPBE_A1&Lain!A1', 1, 0)).toBe('"A1"&SPBE_A1&Lain!A2');
    expect(shiftFormula("A1", -1, 0)).toBe("#REF!");
  });
});
