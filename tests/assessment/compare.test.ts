import fc from "fast-check";
import { DEFAULT_INSTRUMENT, loadCrosswalk } from "../../src/instrument";
import { allInstruments } from "../../src/instrument/all";
import { compareScores, type Comparison, type SideBySide } from "../../src/assessment/compare";
import { compareDocument } from "../../src/assessment/compare-document";
import { add, exactText, ratio, type Ratio } from "../../src/assessment/ratio";
import type { LevelVector } from "../../src/assessment/score";

const at = (level: number, others: Readonly<Record<number, number | null>> = {}): (number | null)[] =>
  Array.from({ length: 47 }, (_, index) => (index + 1 in others ? (others[index + 1] ?? null) : level));
const compared = (older: LevelVector, newer: LevelVector): Comparison => {
  const result = compareScores(
    { instrument: DEFAULT_INSTRUMENT, levels: older },
    { instrument: DEFAULT_INSTRUMENT, levels: newer },
  );
  if (result.kind !== "same-instrument") throw new Error(result.kind);
  return result;
};
const sum = (values: readonly { readonly contribution: Ratio }[]): Ratio =>
  values.reduce((total, { contribution }) => add(total, contribution), ratio(0));

test("contributions of indicators, aspects and domains each sum exactly to the change", () => {
  const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 20 });
  const levels = fc.array(level, { minLength: 47, maxLength: 47 });
  fc.assert(
    fc.property(levels, levels, (older, newer) => {
      const result = compared(older, newer);
      for (const parts of [result.indicators, result.aspects, result.domains])
        expect(sum(parts)).toEqual(result.change);
      expect(add(result.from, result.change)).toEqual(result.to);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("regressions come first, the deepest first, then rises, then what stayed", () => {
  const result = compared(at(3), at(3, { 1: 2, 44: 2, 7: 5, 45: 4 }));
  expect(result.indicators.slice(0, 5).map(({ indicator }) => indicator.number)).toEqual([44, 1, 45, 7, 2]);
  expect(result.regressions.map(({ indicator }) => indicator.number)).toEqual([44, 1]);
  expect(exactText(result.change)).toBe("0.013");
});

test("an indicator that is unanswered on one side is named, since its change is not all progress", () => {
  expect(compared(at(3, { 9: null }), at(3)).incomplete).toEqual([9]);
});

test("the command's document has decimals as texts and the regressions by number", () => {
  const document = compareDocument(compared(at(2), at(2, { 1: 1, 2: 4 })), {
    instrument: DEFAULT_INSTRUMENT,
    levels: at(2, { 1: 1, 2: 4 }),
  });
  expect(Object.keys(document)).toEqual(["from", "to", "change", "indicators", "regressions"]);
  expect(document).toMatchObject({ from: "2", to: "2.013", change: "0.013", regressions: [1] });
  expect(document.indicators[0]).toEqual({ number: 1, from: 2, to: 1, contribution: "-0.013" });
  expect(document.indicators).toHaveLength(47);
});

describe("different instruments", () => {
  const pemdi = allInstruments.get("pemdi-2026") ?? DEFAULT_INSTRUMENT;
  const newer = { instrument: pemdi, levels: Array.from({ length: 20 }, () => 1.5) };
  const older = { instrument: DEFAULT_INSTRUMENT, levels: at(3, { 29: 1 }) };

  test("stand side by side, lined up by the crosswalk, and nothing is subtracted", async () => {
    const result = compareScores(older, newer, await loadCrosswalk()) as SideBySide;
    expect(result.kind).toBe("other-instrument");
    expect(result).not.toHaveProperty("change");
    const ninth = result.rows[8];
    expect(ninth?.earlier.map(({ indicator, from }) => [indicator.number, from])).toEqual([
      [9, 3],
      [29, 1],
      [30, 3],
      [31, 3],
    ]);
    expect(ninth?.to).toBe(1.5);
    const document = compareDocument(result, newer);
    expect(document).toMatchObject({ from: "2.97", to: "1.5", change: null, regressions: [] });
    expect(document.indicators[8]).toEqual({ number: 9, from: null, to: "1.5", contribution: null });
  });

  test("a crosswalk of other instruments lines nothing up", async () => {
    const crosswalk = { ...(await loadCrosswalk()), from: "spbe-2018" };
    const result = compareScores(older, newer, crosswalk) as SideBySide;
    expect(result.rows.every(({ status, earlier }) => status === null && earlier.length === 0)).toBe(true);
  });
});
