import { findingsOf, findingsOfIndicator } from "../../src/assessment/findings";
import { ownEntries } from "../../src/assessment/scope";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { allInstruments } from "../../src/instrument/all";
import { handouts } from "../../src/workbook/assign";
import { blankAssessment } from "../../src/workbook/blank";
import { readAssessment } from "../../src/workbook/read";
import { gridOf } from "../../src/workbook/spec-grid";

const city = {
  ...blankAssessment(DEFAULT_INSTRUMENT, { agency: "Kota Contoh", year: 2025 }),
  entries: blankAssessment(DEFAULT_INSTRUMENT).entries.map((entry) => ({
    ...entry,
    opd: [entry.indicator <= 3 ? "Bappeda" : "Diskominfo"],
  })),
};
const [handout] = handouts(city);
if (!handout) throw new Error("no handout");
const read = readAssessment(gridOf(handout.spec), { instruments: allInstruments });
if (!read.ok) throw new Error(read.problem.code);
const office = read.value;

test("an office's own workbook answers for its rows only, and nothing is said of the other indicators", () => {
  expect(office.identity.opd).toBe("Bappeda");
  expect(ownEntries(office).map(({ indicator }) => indicator)).toEqual([1, 2, 3]);
  const missing = findingsOf(office).filter(({ code }) => code === "V02" || code === "V15");
  expect(missing.map(({ code, indicator }) => [code, indicator])).toEqual([
    ["V02", 1],
    ["V02", 2],
    ["V02", 3],
  ]);
  expect(findingsOfIndicator(office, 4)).toEqual([]);
});

test("in the workbook of all offices a row that is gone is still missing", () => {
  const whole = { ...office, identity: { ...office.identity, opd: "" } };
  expect(ownEntries(whole)).toHaveLength(47);
  expect(findingsOf(whole).filter(({ code }) => code === "V02")).toHaveLength(47);
});
