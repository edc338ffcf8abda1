import fc from "fast-check";
import {
  add,
  compare,
  exactText,
  multiply,
  parseRatio,
  ratio,
  roundHalfUp,
  subtract,
  toNumber,
} from "../../src/assessment/ratio";

const RUNS = { seed: 7, numRuns: 500 };
const fraction = fc
  .tuple(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.integer({ min: 1, max: 1_000_000 }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));
const big = (value: number): bigint => BigInt(value);

test("rounding half up agrees with BigInt arithmetic at every number of places up to ten", () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 10 }), (value, places) => {
      const size = big(Math.abs(value.numerator)) * 10n ** big(places);
      const scaled = (2n * size + big(value.denominator)) / (2n * big(value.denominator));
      const digits = scaled.toString().padStart(places + 1, "0");
      const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      expect(roundHalfUp(value, places)).toBe(value.numerator < 0 && scaled > 0n ? `-${text}` : text);
    }),
    RUNS,
  );
});

test.each([
  [ratio(21545, 10000), "2.15"],
  [ratio(2675, 1000), "2.68"],
  [ratio(1005, 1000), "1.01"],
  [ratio(1995, 1000), "2.00"],
  [ratio(9995, 1000), "10.00"],
  [ratio(34985, 10000), "3.50"],
  [ratio(-5, 1000), "-0.01"],
  [ratio(-4, 1000), "0.00"],
])("%j rounds to %s, a half always upwards", (value, text) => expect(roundHalfUp(value)).toBe(text));

test("sums and differences are exact, also over unlike denominators", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_500_000 }),
      fc.constantFrom(130000, 455000, 275000, 1000000),
      fc.integer({ min: 0, max: 2_500_000 }),
      fc.constantFrom(130000, 455000, 275000, 1000000),
      (a, b, c, d) => {
        const sum = add(ratio(a, b), ratio(c, d));
        expect(big(sum.numerator) * big(b) * big(d)).toBe((big(a) * big(d) + big(c) * big(b)) * big(sum.denominator));
        expect(subtract(sum, ratio(c, d))).toEqual(ratio(a, b));
      },
    ),
    RUNS,
  );
});

test("comparing follows the values", () => {
  expect(compare(ratio(26, 10), ratio(13, 5))).toBe(0);
  expect(compare(ratio(25999, 10000), ratio(13, 5))).toBeLessThan(0);
  expect(multiply(ratio(2, 3), ratio(3, 4))).toEqual(ratio(1, 2));
});

test("a decimal text becomes its exact value and back", () => {
  expect(parseRatio("2.1545")).toEqual(ratio(4309, 2000));
  expect(parseRatio("-0.5")).toEqual(ratio(-1, 2));
  for (const wrong of ["2,6", "", "1e3", "abc", "1.2345678", "."]) expect(parseRatio(wrong)).toBeNull();
  expect(["2.1545", "3", "10", "0", "0.0275"].map((text) => exactText(parseRatio(text) ?? ratio(0)))).toEqual([
    "2.1545",
    "3",
    "10",
    "0",
    "0.0275",
  ]);
  expect(exactText(ratio(2, 3))).toBe("0.6666666667");
});

test("a part that no double holds exactly is refused instead of being wrong", () => {
  expect(() => ratio(2 ** 53, 1)).toThrow(RangeError);
  expect(() => ratio(1, 0)).toThrow(RangeError);
  expect(() => ratio(0.5, 1)).toThrow(RangeError);
  expect(toNumber(ratio(-0, 5))).toBe(0);
});
