import { readCsvRows, readLevelFile } from "../../src/files/csv";
import { levelOf } from "../../src/assessment/level";
import { DEFAULT_INSTRUMENT } from "../../src/instrument/default";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const levels = (text: string, name = "tingkat.csv") => {
  const outcome = readLevelFile(bytes(text), name, () => DEFAULT_INSTRUMENT);
  return outcome.ok ? outcome.value.entries.slice(0, 4).map(({ level }) => levelOf(level)) : outcome.problem;
};

describe("rows of a CSV", () => {
  test.each([
    [
      "commas",
      "no,opd\n1,Dinas A\n",
      [
        ["no", "opd"],
        ["1", "Dinas A"],
      ],
    ],
    [
      "semicolons, as Indonesian Excel writes them",
      'no;opd\r\n1;"Dinas A; B"\r\n',
      [
        ["no", "opd"],
        ["1", "Dinas A; B"],
      ],
    ],
    [
      "tabs",
      "no\topd\n1\tDinas A\n",
      [
        ["no", "opd"],
        ["1", "Dinas A"],
      ],
    ],
    [
      "a byte order mark and blank lines",
      "\ufeffno,opd\n\n 1 , Dinas A \n,\n",
      [
        ["no", "opd"],
        ["1", "Dinas A"],
      ],
    ],
  ])("with %s", (_name, text, rows) => {
    expect(readCsvRows(bytes(text))).toEqual({ ok: true, value: rows });
  });

  test("in UTF-16 and in the old Windows encoding", () => {
    const wide = new Uint8Array(Buffer.from("\ufeffno,opd\n1,Téknis\n", "utf16le"));
    const narrow = new Uint8Array(Buffer.from("no,opd\n1,Téknis\n", "latin1"));
    for (const file of [wide, narrow])
      expect(readCsvRows(file)).toMatchObject({
        value: [
          ["no", "opd"],
          ["1", "Téknis"],
        ],
      });
  });

  test("are refused when the file is a workbook, empty or broken", () => {
    expect(readCsvRows(bytes("PK\u0003\u0004rest"))).toMatchObject({ problem: { code: "NOT_TEXT" } });
    expect(readCsvRows(new Uint8Array())).toMatchObject({ problem: { code: "EMPTY" } });
    expect(readCsvRows(bytes('no,opd\n1,"Dinas A\n2,B\n'))).toMatchObject({ problem: { code: "CSV_QUOTES" } });
  });
});

describe("levels from a list", () => {
  test("of a CSV, in any order, leniently", () => {
    expect(levels('no,tingkat\n3,Level 2\n1,3\n2,"4,00"\n')).toEqual([3, 4, 2, null]);
    expect(levels("Nama;No;Tingkat\nx;2;5\n")).toEqual([null, 5, null, null]);
  });

  test("of JSON, as a list, by number or as rows", () => {
    expect(levels('[3, null, "2"]', "a.json")).toEqual([3, null, 2, null]);
    expect(levels('{"2": 4}', "a.json")).toEqual([null, 4, null, null]);
    expect(levels('[{"no": 4, "tingkat": 1}]', "a.JSON")).toEqual([null, null, null, 1]);
  });

  test("keep what is no level as it was written", () => {
    const outcome = readLevelFile(bytes("no,tingkat\n1,6\n2,tiga setengah\n"), "a.csv", () => DEFAULT_INSTRUMENT);
    expect(outcome.ok && outcome.value.entries.slice(0, 2).map(({ level }) => level.kind)).toEqual([
      "invalid",
      "invalid",
    ]);
  });

  test.each([
    ["a missing column", "nomor,capaian\n1,3\n", "a.csv", "CSV_HEADER"],
    ["a number that the instrument does not have", "no,tingkat\n48,3\n", "a.csv", "CSV_ROW"],
    ["text for a number", "no,tingkat\nsatu,3\n", "a.csv", "CSV_ROW"],
    ["an indicator twice", "no,tingkat\n1,3\n1,4\n", "a.csv", "CSV_REPEATED"],
    ["no rows", "no,tingkat\n", "a.csv", "CSV_EMPTY"],
    ["JSON of another shape", '{"levels": [1]}', "a.json", "JSON_SHAPE"],
    ["no JSON", "no,tingkat", "a.json", "JSON_SHAPE"],
    ["a JSON key that is no number", '{"__proto__": 3}', "a.json", "CSV_ROW"],
  ])("are refused with %s", (_name, text, name, code) => {
    expect(levels(text, name)).toMatchObject({ code });
  });
});
