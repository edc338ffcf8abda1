import type { IsoDate } from "../../assessment/assessment";
import type { GridValue } from "../grid";

const MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];
const ENGLISH: Readonly<Record<string, number>> = {
  may: 5,
  aug: 8,
  ags: 8,
  agt: 8,
  oct: 10,
  dec: 12,
  nop: 11,
  pebruari: 2,
  peb: 2,
};

const DAY = 86_400_000;

function iso(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** The calendar day of a serial number, or null outside 1900–2200. */
export function dateOfSerial(serial: number, date1904: boolean): IsoDate | null {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  // Excel counts a 29 February 1900 that never was; before March 1900 no document of ours is dated.
  return days >= 61 && days <= 109_575
    ? new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10)
    : null;
}

/** As Excel takes two digits: "29" is 2029, "30" is 1930. */
const yearOf = (digits: string): number => Number(digits) + (digits.length > 2 ? 0 : Number(digits) < 30 ? 2000 : 1900);

/** As serial numbers these would be days of 1905; a person who types 2021 means the year. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value <= 2100;

/**
 * A day as a cell holds it: a serial number, "2023-11-21", "21/11/2023", "21/11/23", "21 November 2023", the day before
 * the month; null when it is none, or only a year or a month.
 */
export function readDate(value: GridValue, date1904: boolean): IsoDate | null {
  if (typeof value === "number") return isYear(value) ? null : dateOfSerial(value, date1904);
  if (typeof value !== "string") return null;
  const text = value.trim().toLowerCase();
  const big = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text);
  if (big) return iso(Number(big[1]), Number(big[2]), Number(big[3]));
  const small = /^(\d{1,2})[-/.\s](\d{1,2})[-/.\s](\d{4}|\d{2})(?: \d{1,2}[:.]\d\d(?:[:.]\d\d)?)?$/.exec(text);
  if (small) return iso(yearOf(small[3] ?? ""), Number(small[2]), Number(small[1]));
  const named = /^(?:\p{L}+,?\s+)?(\d{1,2})[-\s]+(\p{L}{3,})[-\s.]+(\d{4}|\d{2})$/u.exec(text);
  if (!named) return null;
  const word = named[2] ?? "";
  const month = ENGLISH[word] ?? ENGLISH[word.slice(0, 3)] ?? MONTHS.indexOf(word.slice(0, 3)) + 1;
  return month > 0 ? iso(yearOf(named[3] ?? ""), month, Number(named[1])) : null;
}
