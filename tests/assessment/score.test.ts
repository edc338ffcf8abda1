import fc from "fast-check";
import { compare, ratio, roundHalfUp } from "../../src/assessment/ratio";
import { aspectValue, bandOf, domainValue, indexOf, indicatorsOf, scoreOf } from "../../src/assessment/score";
import { allInstruments } from "../../src/instrument/all";
import { DEFAULT_INSTRUMENT as SPBE } from "../../src/instrument";
import type { Instrument } from "../../src/instrument/types";

const RUNS = { seed: 11, numRuns: 200 };
const levels = (instrument: Instrument) => {
  const { min, max, decimals } = instrument.scale;
  const level =
    decimals === 0 ? fc.integer({ min, max }) : fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
  const length = indicatorsOf(instrument).length;
  return fc.array(fc.option(level, { freq: 10 }), { minLength: length, maxLength: length });
};
const all = (level: number): number[] => indicatorsOf(SPBE).map(() => level);

describe.each([...allInstruments.values()].map((instrument) => [instrument.id, instrument] as const))(
  "%s",
  (_, instrument) => {
    test("index, domains and aspects agree with BigInt arithmetic", () => {
      fc.assert(
        fc.property(levels(instrument), (vector) => {
          const exact = (indicators: readonly { number: number; weight: number }[], weight: number): string => {
            const sum = indicators.reduce(
              (total, one) => total + BigInt(Math.round((vector[one.number - 1] ?? 0) * 100)) * BigInt(one.weight),
              0n,
            );
            const unit = BigInt(weight) * 100n;
            const hundredths = (sum * 200n + unit) / (2n * unit);
            return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
          };
          expect(roundHalfUp(indexOf(instrument, vector))).toBe(exact(indicatorsOf(instrument), 10000));
          for (const domain of instrument.domains) {
            const inside = domain.aspects.flatMap(({ indicators }) => indicators);
            expect(roundHalfUp(domainValue(domain, vector))).toBe(exact(inside, domain.weight));
            for (const aspect of domain.aspects)
              expect(roundHalfUp(aspectValue(aspect, vector))).toBe(exact(aspect.indicators, aspect.weight));
          }
        }),
        RUNS,
      );
    });

    test("raising one level raises the index by exactly that indicator's contribution and lowers no domain", () => {
      fc.assert(
        fc.property(levels(instrument), fc.nat(), (vector, pick) => {
          const place = pick % vector.length;
          const before = vector[place] ?? instrument.scale.min;
          if (before + 1 > instrument.scale.max) return;
          const low = vector.map((level, index) => (index === place ? before : level));
          const high = vector.map((level, index) => (index === place ? Math.round((before + 1) * 100) / 100 : level));
          const weight = indicatorsOf(instrument)[place]?.weight ?? 0;
          const gain = ratio(weight, 10000);
          const { index: from, domains: below } = scoreOf(instrument, low);
          const { index: to, domains: above } = scoreOf(instrument, high);
          expect(to).toEqual(
            ratio(
              from.numerator * gain.denominator + gain.numerator * from.denominator,
              from.denominator * gain.denominator,
            ),
          );
          below.forEach(({ value }, at) =>
            expect(compare(above[at]?.value ?? ratio(0), value)).toBeGreaterThanOrEqual(0),
          );
        }),
        RUNS,
      );
    });

    test("contributions add up to the index", () => {
      fc.assert(
        fc.property(levels(instrument), (vector) => {
          const { index, contributions } = scoreOf(instrument, vector);
          const millionths = contributions.reduce((sum, one) => sum + (one.numerator * 1_000_000) / one.denominator, 0);
          expect(ratio(millionths, 1_000_000)).toEqual(index);
        }),
        RUNS,
      );
    });
  },
);

describe("predicate", () => {
  test.each([
    [ratio(1), "Kurang"],
    [ratio(17999, 10000), "Kurang"],
    [ratio(18, 10), "Cukup"],
    [ratio(25999, 10000), "Cukup"],
    [ratio(26, 10), "Baik"],
    [ratio(34999, 10000), "Baik"],
    [ratio(35, 10), "Sangat Baik"],
    [ratio(42, 10), "Memuaskan"],
    [ratio(5), "Memuaskan"],
    [ratio(1, 2), "Kurang"],
  ])("of %j is %s: lower bounds are inclusive", (index, name) => expect(bandOf(SPBE, index).name).toBe(name));

  test("comes from the exact index and is told apart from that of the rounded one just below a limit", () => {
    const vector = all(3);
    // Levels whose sum of weights lands in the gap between 2.595 and 2.60.
    for (let number = 32; number <= 41; number++) vector[number - 1] = number <= 38 ? 2 : 3;
    for (let number = 42; number <= 47; number++) vector[number - 1] = number <= 44 ? 2 : 3;
    for (let number = 1; number <= 10; number++) vector[number - 1] = number <= 8 ? 2 : 3;
    vector[20] = 2;
    const score = scoreOf(SPBE, vector);
    const units = (score.index.numerator * 10000) / score.index.denominator;
    expect(units >= 25950 && units < 26000).toBe(true);
    expect([score.predicate?.name, score.predicateOfRounded?.name]).toEqual(["Cukup", "Baik"]);
  });
});

test("an unanswered indicator contributes 0, is listed, and no predicate is given until all are answered", () => {
  const vector: (number | null)[] = all(3);
  vector[45] = null;
  vector[46] = null;
  const score = scoreOf(SPBE, vector);
  expect(score.missing).toEqual([46, 47]);
  expect([score.predicate, score.predicateOfRounded]).toEqual([null, null]);
  expect(score.index).toEqual(ratio(282, 100));
});
