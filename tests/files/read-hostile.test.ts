import { indicatorsOf } from "../../src/assessment/score";
import { readReturn } from "../../src/files/read-return";
import { readWorkbook } from "../../src/files/read";
import { DEFAULT_INSTRUMENT } from "../../src/instrument/default";
import * as reading from "../../src/workbook/read/read-assessment";
import { inline, pack, parts, READABLE, REFUSED, TEXT } from "./hostile-files";

describe("unusual files are read as meant", () => {
  test.each(Object.entries(READABLE))("%s", (_name, make) => {
    const outcome = readWorkbook(make());
    expect(outcome).toMatchObject({ ok: true });
    if (!outcome.ok) return;
    const [sheet] = outcome.value.sheets;
    expect(sheet).toMatchObject({ name: "Data", visible: true, origin: { row: 0, column: 0 } });
    expect(sheet?.values[0]?.slice(0, 2)).toEqual([TEXT, 3]);
  });

  test("a cell in the last corner is found at its place", () => {
    const outcome = readWorkbook(READABLE["a cell in the last corner"]?.() ?? new Uint8Array());
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(outcome.value.sheets[0]?.values[1_048_575]?.[16_383]).toBe(9);
  });

  test("names from a file are values and never keys", () => {
    const outcome = readWorkbook(READABLE["a name called __proto__"]?.() ?? new Uint8Array());
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(outcome.value.names).toEqual([
      { name: "__proto__", formula: "=Data!$A$1" },
      { name: "constructor", formula: "=Data!$B$1" },
    ]);
    expect(({} as Record<string, unknown>).formula).toBeUndefined();
  });
});

describe("hostile and broken files are refused by their code, within seconds", () => {
  test.each(Object.entries(REFUSED))("%s", (_name, [code, make]) => {
    const bytes = make();
    const before = performance.now();
    expect(readWorkbook(bytes)).toMatchObject({ ok: false, problem: { code } });
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test("a bomb is refused before it is unpacked", () => {
    const bytes = REFUSED["1 GB of blanks"]?.[1]() ?? new Uint8Array();
    const before = process.memoryUsage().rss;
    readWorkbook(bytes);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });
});

describe("a returned file never ends the merge of the others", () => {
  test("one indicator named in 150,000 rows without a header is read, and reported as repeated", () => {
    const name = indicatorsOf(DEFAULT_INSTRUMENT)[4]?.name ?? "";
    const rows = Array.from(
      { length: 150_000 },
      (_, r) => `<row r="${r + 1}">${inline(`A${r + 1}`, name)}<c r="B${r + 1}"><v>3</v></c></row>`,
    );
    const { content } = readReturn("panjang.xlsx", pack(parts({ rows: rows.join("") }), 1));
    if (!content.ok) throw new Error(content.problem.code);
    expect(content.value.answers).toMatchObject([{ indicator: 5, level: { kind: "level", level: 3 } }]);
    expect(content.value.repairs.some(({ kind }) => kind === "duplicate-row")).toBe(true);
  });

  test("what nobody thought of refuses the one file, with its own code", () => {
    const broken = jest.spyOn(reading, "readAssessment").mockImplementation(() => {
      throw new RangeError("Maximum call stack size exceeded");
    });
    const returned = readReturn("aneh.xlsx", pack(parts()));
    broken.mockRestore();
    expect(returned).toMatchObject({ file: "aneh.xlsx", content: { ok: false, problem: { code: "UNREADABLE" } } });
  });
});
