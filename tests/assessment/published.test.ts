import { readFileSync } from "fs";
import path from "path";
import Papa from "papaparse";
import { parseRatio, ratio, roundHalfUp, type Ratio } from "../../src/assessment/ratio";
import { bandOf, indexOf, publishedIndex, scoreOf } from "../../src/assessment/score";
import { allInstruments } from "../../src/instrument/all";
import { DEFAULT_INSTRUMENT as SPBE } from "../../src/instrument";

const golden = (name: string): string => readFileSync(path.join(__dirname, "../golden/cases", name), "utf8");
const rows = (name: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(golden(name).trim(), { header: true }).data;
const cell = (row: Record<string, string>, column: string): string => row[column] ?? "";
const decimal = (text: string): Ratio => {
  const value = parseRatio(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
};
interface AgencyCase {
  readonly indicators: Readonly<Record<string, number>>;
  readonly aspects: Readonly<Record<string, number>>;
  readonly domains: Readonly<Record<string, number>>;
  readonly index: number;
  readonly predicate: string | null;
}
const agency = (name: string): AgencyCase => JSON.parse(golden(name)) as AgencyCase;

test.each(["bandar-lampung_2021.json", "bandar-lampung_2023.json"])(
  "%s: index, predicate, domains and aspects as published",
  (name) => {
    const published = agency(name);
    const score = scoreOf(
      SPBE,
      Array.from({ length: 47 }, (_, index) => published.indicators[index + 1] ?? null),
    );
    expect(score.missing).toEqual([]);
    expect(roundHalfUp(score.index)).toBe(published.index.toFixed(2));
    expect(score.predicate?.name).toBe(published.predicate);
    expect(score.domains.map(({ value }) => roundHalfUp(value))).toEqual(
      Object.values(published.domains).map((value) => value.toFixed(2)),
    );
    expect(score.aspects.map(({ value }) => roundHalfUp(value))).toEqual(
      Object.values(published.aspects).map((value) => value.toFixed(2)),
    );
  },
);

test("Denpasar 2019 under spbe-2018: index and domains as recorded; of the aspects all but 3 and 5", () => {
  const published = agency("denpasar_2019_permen5-2018.json");
  const instrument = allInstruments.get("spbe-2018");
  if (!instrument) throw new Error("no pack");
  const { "35": first = 0, "35-2": second = 0, "35-3": third = 0 } = published.indicators;
  // Indicator 35 was scored for three services. No whole level is their mean: the index is three times a third of each.
  const services = [first, second, third].map((last) =>
    scoreOf(
      instrument,
      Array.from({ length: 35 }, (_, index) => (index === 34 ? last : (published.indicators[index + 1] ?? null))),
    ),
  );
  const mean = (values: readonly Ratio[]): string => {
    const common = values.reduce((product, { denominator }) => product * denominator, 1);
    return roundHalfUp(
      ratio(
        values.reduce((sum, { numerator, denominator }) => sum + (numerator * common) / denominator, 0),
        common * values.length,
      ),
    );
  };
  expect(mean(services.map(({ index }) => index))).toBe("3.33");
  instrument.domains.forEach((domain, at) =>
    expect([domain.number, mean(services.map(({ domains }) => domains[at]?.value ?? ratio(0)))]).toEqual([
      domain.number,
      published.domains[domain.number]?.toFixed(2),
    ]),
  );
  // The recorded 4 and 7 use weights of 3.3 for the six public services; only aspects 3 and 5 do not follow at all.
  const deviating = [1, 2, 3, 4, 5, 6].filter(
    (number) =>
      mean(services.map(({ aspects }) => aspects[number - 1]?.value ?? ratio(0))) !==
      published.aspects[number]?.toFixed(2),
  );
  expect(deviating).toEqual([3, 5]);
});

describe("329 agencies of the national report 2023", () => {
  const GROUPS = [
    ["s1", 1, 10],
    ["s2", 11, 20],
    ["s3", 21, 31],
    ["s7", 32, 41],
    ["s8", 42, 47],
  ] as const;
  /** Any levels with these sums do; these are as even as can be. */
  const vectorOf = (row: Record<string, string>): number[] =>
    GROUPS.flatMap(([column, from, to]) => {
      const count = to - from + 1;
      const sum = Number(cell(row, column));
      return Array.from({ length: count }, (_, index) => Math.floor(sum / count) + (index < sum % count ? 1 : 0));
    });
  const cases = rows("national-level-sums-2023.csv");

  test("there are 329, with ties among them", () => {
    expect(cases).toHaveLength(329);
    expect(cases.filter(({ tie }) => tie === "yes").length).toBeGreaterThan(5);
  });

  test("every exact and every published index is reproduced to the last digit, ties half up", () => {
    for (const row of cases) {
      const index = indexOf(SPBE, vectorOf(row));
      expect([row.agency, roundHalfUp(index, 5)]).toEqual([row.agency, cell(row, "exact")]);
      expect([row.agency, roundHalfUp(index)]).toEqual([row.agency, cell(row, "published")]);
    }
  });

  test("every row marked as a tie ends in a lone 5 in the third decimal", () => {
    for (const row of cases.filter(({ tie }) => tie === "yes")) {
      const { numerator, denominator } = indexOf(SPBE, vectorOf(row));
      expect([row.agency, ((numerator * 1000) / denominator) % 10]).toEqual([row.agency, 5]);
    }
  });

  test("floating rounding would be wrong on some of them, so none is used", () => {
    const wrong = cases.filter((row) => Number(cell(row, "exact")).toFixed(2) !== cell(row, "published"));
    expect(wrong.length).toBeGreaterThan(0);
  });

  test("the printed predicate is the band of the exact or of the rounded index", () => {
    for (const row of cases) {
      const index = indexOf(SPBE, vectorOf(row));
      expect([bandOf(SPBE, index).name, bandOf(SPBE, publishedIndex(index)).name]).toContain(cell(row, "predicate"));
    }
  });
});

describe("1,236 published agency-years", () => {
  const cases = rows("national-results-2023-2024.csv");

  test("there are 1,236", () => expect(cases).toHaveLength(1236));

  test("every predicate is the band of the printed index, or of an exact index that prints so", () => {
    for (const row of cases) {
      const printed = decimal(cell(row, "index"));
      // 2024 banded the exact index: printed 3.50 may be 3.495 and up.
      const least = ratio(printed.numerator * 1000 - 5 * printed.denominator, printed.denominator * 1000);
      expect([
        cell(row, "agency"),
        [bandOf(SPBE, printed).name, bandOf(SPBE, least).name].includes(cell(row, "predicate")),
      ]).toEqual([cell(row, "agency"), true]);
    }
  });

  test("every printed index lies where its printed domain values put it, rounding of the domains allowed", () => {
    const weights = SPBE.domains.map(({ weight }) => weight);
    const complete = cases.filter((row) => ["d1", "d2", "d3", "d4"].every((column) => cell(row, column) !== ""));
    expect(complete.length).toBeGreaterThanOrEqual(1233);
    for (const row of complete) {
      const sum = weights.reduce((total, weight, at) => total + Number(cell(row, `d${at + 1}`)) * weight, 0) / 10000;
      // Half a hundredth from each domain value and half a hundredth from the index itself.
      expect([cell(row, "agency"), Math.abs(sum - Number(cell(row, "index"))) <= 0.0101]).toEqual([
        cell(row, "agency"),
        true,
      ]);
    }
  });
});
