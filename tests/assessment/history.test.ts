import type { HistoryRow } from "../../src/assessment/history";
import { previousResult, withResult } from "../../src/assessment/history";
import { ratio } from "../../src/assessment/ratio";

const row = (year: number, hundredths = 300): HistoryRow => ({
  year,
  instrument: "spbe-2020",
  index: ratio(hundredths, 100),
  predicate: "Baik",
  domains: [],
});

test("the earlier result is the newest of a year before, whatever the order of rows, never the year itself or later", () => {
  const history = [row(2021), row(2023), row(2019), row(2024)];
  expect(previousResult(history, 2023)?.year).toBe(2021);
  expect(previousResult(history, 2019)).toBeNull();
  expect(previousResult(history, null)?.year).toBe(2024);
});

test("a recorded result takes the place of its own year and leaves every other, later ones too", () => {
  const after = withResult([row(2021), row(2023, 250), row(2024)], row(2023, 310));
  expect(after.map(({ year }) => year).sort()).toEqual([2021, 2023, 2024]);
  expect(after.filter(({ year }) => year === 2023)).toEqual([row(2023, 310)]);
  expect(withResult(after, null)).toBe(after);
});
