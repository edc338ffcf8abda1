import { readDate } from "../../../src/workbook/read/dates";

const day = (value: string | number): string | null => readDate(value, false);

test("a day is read in every form in which only one day can be meant", () => {
  for (const text of ["2023-11-21", "21/11/2023", "21-11-23", "21.11.23", "21 Nov 23", "Selasa, 21 November 2023"])
    expect([text, day(text)]).toEqual([text, "2023-11-21"]);
  expect(day("21/11/2023 08:30")).toBe("2023-11-21");
  expect(day("17 Agt 2022")).toBe("2022-08-17");
  expect(day(45251)).toBe("2023-11-21");
});

test("two digits are a year as Excel takes them", () => {
  expect([day("1/2/29"), day("1/2/30")]).toEqual(["2029-02-01", "1930-02-01"]);
});

test("a year, a month, a day that never was and the month before the day are no day", () => {
  for (const value of [2021, 1900, 2100, "2021", "Maret 2021", "31/02/2023", "12/31/2023", "21/11", "segera"])
    expect([value, day(value)]).toEqual([value, null]);
});
