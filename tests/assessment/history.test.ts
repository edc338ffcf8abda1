import type { HistoryRow } from "../../src/assessment/history";
import { previousResult, resultIn, withResult } from "../../src/assessment/history";
import { ratio } from "../../src/assessment/ratio";
import { DEFAULT_INSTRUMENT } from "../../src/instrument/default";
import { blankAssessment } from "../../src/workbook/blank";

const of = (year: number | null) => blankAssessment(DEFAULT_INSTRUMENT, { year });
const row = (year: number, hundredths = 300, instrument = "spbe-2020"): HistoryRow => ({
  year,
  instrument,
  index: ratio(hundredths, 100),
  predicate: "Baik",
  domains: [],
});

test("the earlier result is the newest of a year before, whatever the order of rows, never the year itself or later", () => {
  const history = [row(2021), row(2023), row(2019), row(2024)];
  expect(previousResult(history, of(2023))?.year).toBe(2021);
  expect(previousResult(history, of(2019))).toBeNull();
  expect(previousResult(history, of(null))?.year).toBe(2024);
});

test("a recorded result takes the place of its own year and leaves every other, later ones too", () => {
  const after = withResult([row(2021), row(2023, 250), row(2024)], row(2023, 310));
  expect(after.map(({ year }) => year).sort()).toEqual([2021, 2023, 2024]);
  expect(after.filter(({ year }) => year === 2023)).toEqual([row(2023, 310)]);
  expect(withResult(after, null)).toBe(after);
});

test("a year under two instruments is two results: recording one leaves the other, and one's own is compared with", () => {
  const pemdi = row(2025, 280, "pemdi-2026");
  const both = withResult([pemdi], row(2025, 310));
  expect(both).toEqual([pemdi, row(2025, 310)]);
  expect(previousResult(both, of(2026))).toEqual(row(2025, 310));
  expect([resultIn(both, 2025, "pemdi-2026"), resultIn(both, 2024, "pemdi-2026")]).toEqual([pemdi, null]);
  expect(resultIn([pemdi], 2025, "spbe-2020")).toEqual(pemdi);
});
