import { readWorkbook } from "../../src/files/read";
import { READABLE, REFUSED, TEXT } from "./hostile-files";

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
