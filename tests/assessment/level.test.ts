import fc from "fast-check";
import { levelNamesOf, levelOf, readLevel, type RawValue } from "../../src/assessment/level";
import { allInstruments } from "../../src/instrument/all";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";

const WHOLE = { min: 1, max: 5, decimals: 0 } as const;
const FROM_ZERO = { min: 0, max: 5, decimals: 0 } as const;
const DECIMAL = { min: 1, max: 5, decimals: 2 } as const;
const names = levelNamesOf(DEFAULT_INSTRUMENT);
const read = (value: RawValue | undefined, scale: typeof WHOLE | typeof FROM_ZERO | typeof DECIMAL = WHOLE) =>
  readLevel(value, scale, { names });

test.each<[RawValue]>([
  [3],
  ["3"],
  ["3,00"],
  ["3.0"],
  [" 3 "],
  ["\u00a03\u00a0"],
  ["+3"],
  ["03"],
  ["Level 3"],
  ["level:3"],
  ["Tingkat 3"],
  ["TINGKAT  KEMATANGAN 3"],
  ["Lv. 3"],
  ["lvl 3"],
  ["Lv3"],
  ["Skor: 3"],
  ["III"],
  ["iii"],
  ["Tingkat III"],
  ["Terdefinisi"],
  ["terdefinisi"],
  ["Transaksi"],
  ["3 - Terdefinisi"],
  ["3. Terdefinisi"],
  ["3 (Transaksi)"],
  [3.0000000000000004],
])("%j is level 3", (value) => expect(read(value)).toEqual({ kind: "level", level: 3 }));

test.each<[RawValue | undefined]>([[null], [undefined], [""], ["   "], ["\u00a0"]])("%j is blank", (value) =>
  expect(read(value)).toEqual({ kind: "blank" }),
);

test.each<[RawValue, string]>([
  [0, "outside-scale"],
  ["0", "outside-scale"],
  [6, "outside-scale"],
  [-3, "outside-scale"],
  [Number.NaN, "outside-scale"],
  [Number.POSITIVE_INFINITY, "outside-scale"],
  [2.5, "not-whole"],
  ["2,5", "not-whole"],
  ["tiga setengah", "not-a-level"],
  ["3/5", "not-a-level"],
  ["3 dari 5", "not-a-level"],
  ["-3", "not-a-level"],
  ["2 - Terdefinisi", "not-a-level"],
  ["VI", "not-a-level"],
  ["constructor", "not-a-level"],
  ["__proto__", "not-a-level"],
  [true, "boolean"],
  [false, "boolean"],
  [{ error: "#N/A" }, "error-value"],
  ["#N/A", "error-value"],
  ["#REF!", "error-value"],
  [45245, "date"],
  ["45245", "date"],
  // 1 January 1990 and 31 December 2100.
  [32874, "date"],
  [73415, "date"],
  [32873, "outside-scale"],
  [73416, "outside-scale"],
  ["2023-11-21", "date"],
  ["21/11/2023", "date"],
])("%j is refused as %s", (value, reason) => expect(read(value)).toMatchObject({ kind: "invalid", reason }));

test("what was refused keeps its text for the message", () => {
  expect(read("tiga setengah")).toMatchObject({ raw: "tiga setengah" });
  expect(read(true)).toMatchObject({ raw: "TRUE" });
  expect(read({ error: "#N/A" })).toMatchObject({ raw: "#N/A" });
});

test("a number that its cell shows as a date is a date, even when it would be a level", () =>
  expect(readLevel(3, WHOLE, { isDate: true })).toMatchObject({ kind: "invalid", reason: "date" }));

test("0 is a level where the scale begins there, a typed 0 is reported elsewhere, and functions may take it as blank", () => {
  expect(read(0, FROM_ZERO)).toEqual({ kind: "level", level: 0 });
  expect(read(0)).toMatchObject({ reason: "outside-scale" });
  expect(readLevel(0, WHOLE, { zeroIsBlank: true })).toEqual({ kind: "blank" });
  expect(readLevel("0", WHOLE, { zeroIsBlank: true })).toMatchObject({ reason: "outside-scale" });
});

test("a decimal scale takes two places and no more", () => {
  expect(read("1,26", DECIMAL)).toEqual({ kind: "level", level: 1.26 });
  expect(read(1.17, DECIMAL)).toEqual({ kind: "level", level: 1.17 });
  expect(read(1.265, DECIMAL)).toMatchObject({ reason: "too-many-decimals" });
});

test("no level name means two levels of one instrument", () => {
  for (const instrument of allInstruments.values()) {
    const meanings = new Map<string, Set<string>>();
    for (const levels of Object.values(instrument.levelNames))
      for (const [level, { name }] of Object.entries(levels))
        meanings.set(name.toLowerCase(), (meanings.get(name.toLowerCase()) ?? new Set()).add(level));
    for (const [name, levels] of meanings) expect([name, levels.size]).toEqual([name, 1]);
  }
});

test("names of one family only, when asked for it", () => {
  expect(levelNamesOf(DEFAULT_INSTRUMENT, "proses").has("transaksi")).toBe(false);
  expect(levelNamesOf(DEFAULT_INSTRUMENT, "layanan").get("transaksi")).toBe(3);
});

test("whatever a cell holds, reading it answers one of three kinds and never a level outside the scale", () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(cell, (value) => {
      const level = levelOf(read(value));
      expect(level === null || [1, 2, 3, 4, 5].includes(level)).toBe(true);
    }),
    { seed: 1, numRuns: 500 },
  );
});
