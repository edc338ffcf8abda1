import fc from "fast-check";
import { DEFAULT_INSTRUMENT, loadCrosswalk } from "../../src/instrument";
import { allInstruments } from "../../src/instrument/all";
import { compareScores, type Comparison, type SideBySide } from "../../src/assessment/compare";
import type { Assessment } from "../../src/assessment/assessment";
import { resultOf, withResult } from "../../src/assessment/history";
import { compareWithResult } from "../../src/assessment/compare-result";
import { blankAssessment } from "../../src/workbook/blank";
import { sampleHistory } from "../../src/workbook/sample";
import { readHistory } from "../../src/workbook/read";
import { historySheet } from "../../src/workbook/sheets/history";
import { gridOf } from "../../src/workbook/spec-grid";
import { compareDocument } from "../../src/assessment/compare-document";
import { add, exactText, ratio, type Ratio } from "../../src/assessment/ratio";
import type { LevelVector } from "../../src/assessment/score";

const at = (level: number | null, others: Readonly<Record<number, number | null>> = {}): (number | null)[] =>
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

test("an indicator that is blank now has not fallen: it is told apart", () => {
  const result = compared(at(3), at(3, { 1: 2, 7: null, 9: null }));
  expect(result.regressions.map(({ indicator }) => indicator.number)).toEqual([1]);
  expect([result.blanked, result.incomplete]).toEqual([
    [7, 9],
    [7, 9],
  ]);
  expect(result.indicators.slice(0, 4).map(({ indicator }) => indicator.number)).toEqual([1, 7, 9, 2]);
  expect(compared(at(3), at(null)).regressions).toEqual([]);
});

test("an indicator that is unanswered on one side is named, since its change is not all progress", () => {
  expect(compared(at(3, { 9: null }), at(3)).incomplete).toEqual([9]);
});

test("the command's document has decimals as texts and the regressions by number", () => {
  const document = compareDocument(compared(at(2), at(2, { 1: 1, 2: 4 })), {
    instrument: DEFAULT_INSTRUMENT,
    levels: at(2, { 1: 1, 2: 4 }),
  });
  expect(Object.keys(document)).toEqual(["from", "to", "change", "indicators", "regressions", "blanked"]);
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

describe("against a row of Riwayat", () => {
  const assessment = (levels: LevelVector, year = 2023): Assessment => {
    const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Kota Contoh", year });
    return {
      ...blank,
      entries: blank.entries.map((entry, i) => {
        const level = levels[i] ?? null;
        return level === null ? entry : { ...entry, level: { kind: "level", level } };
      }),
    };
  };
  const now = { instrument: DEFAULT_INSTRUMENT, levels: at(3, { 12: 4 }) };

  test("what was written there by us explains the change to the last digit, domain by domain", () => {
    const level = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(level, { minLength: 47, maxLength: 47 }), (older) => {
        const row = resultOf(assessment(older));
        const sheet = historySheet(row ? [row] : [], { identity: { agency: "", year: 2024 } });
        const [kept] = readHistory(gridOf({ sheets: [sheet], names: [] }));
        if (!kept) throw new Error("no row");
        const result = compareWithResult(kept, now);
        expect(result.rest).toEqual(ratio(0));
        expect(sum(result.domains)).toEqual(result.change);
        const levels = compareScores({ instrument: DEFAULT_INSTRUMENT, levels: older }, now) as Comparison;
        expect(result.domains.map(({ contribution }) => contribution)).toEqual(
          levels.domains.map(({ contribution }) => contribution),
        );
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  /** Bandar Lampung 2021 as published. */
  const [typed] = sampleHistory();
  if (!typed) throw new Error("no sample");

  test("published values have two decimals: what they leave unexplained is told apart", () => {
    const result = compareWithResult(typed, now);
    expect(result.change && exactText(result.change)).toBe("1.825");
    expect(exactText(add(sum(result.domains), result.rest))).toBe("1.825");
    expect(exactText(result.rest)).toBe("0.0002");
  });

  test("a year under another instrument has no change, and one without domain values no domains", () => {
    expect(compareWithResult({ ...typed, instrument: "spbe-2018" }, now)).toMatchObject({ change: null, domains: [] });
    expect(compareWithResult({ ...typed, domains: [ratio(2)] }, now)).toMatchObject({
      domains: [],
      change: ratio(1825, 1000),
      restReason: "no-domains",
    });
  });

  test("only what rounding can leave is called rounding", () => {
    expect(compareWithResult(typed, now)).toMatchObject({ year: 2021, restReason: "rounding" });
    const wrong = { ...typed, index: ratio(25, 10) };
    expect(compareWithResult(wrong, now).restReason).toBe("unexplained");
    const own = resultOf(assessment(at(3)));
    expect(own && compareWithResult(own, now).restReason).toBeNull();
  });

  test("the document tells index and domains, and of the indicators only today's level", () => {
    const document = compareDocument(compareWithResult(typed, now), now);
    expect(document).toMatchObject({ from: "1.2", to: "3.025", change: "1.825", regressions: [] });
    expect(document.indicators[11]).toEqual({ number: 12, from: null, to: 4, contribution: null });
    expect(document.domains?.[0]).toEqual({ number: 1, from: "1", to: "3", contribution: "0.26" });
  });

  test("an incomplete assessment has no result to record; a recorded one takes the place of its year", () => {
    expect(resultOf(assessment(at(3, { 9: null })))).toBeNull();
    const result = resultOf(assessment(at(3)));
    expect(result).toMatchObject({ year: 2023, index: ratio(3), predicate: "Baik" });
    expect(withResult([typed, { ...typed, year: 2023 }], result)).toEqual([typed, result]);
    expect(withResult([typed], null)).toEqual([typed]);
  });
});
