import fc from "fast-check";
import type { Answer } from "../../src/assessment/assessment";
import {
  askedCriteria,
  isAssessed,
  levelMet,
  levelOfValue,
  lowestLevel,
  unmetAt,
  unmetUpTo,
} from "../../src/assessment/maturity";
import { indicatorsOf } from "../../src/assessment/score";
import { allInstruments } from "../../src/instrument/all";
import { DEFAULT_INSTRUMENT as SPBE } from "../../src/instrument";
import type { Indicator } from "../../src/instrument/types";

const indicator = (number: number, id = SPBE.id): Indicator => {
  const found = indicatorsOf(allInstruments.get(id) ?? SPBE)[number - 1];
  if (!found) throw new Error(`no indicator ${number}`);
  return found;
};
const answers = (given: Readonly<Record<string, Answer>>) =>
  new Map(Object.entries(given).map(([id, answer]) => [id, { answer }]));
const asked = (one: Indicator) => one.levels.flatMap((level) => askedCriteria(one, level));

test("nothing is asked at the lowest level, nor what is derived or describes a state", () => {
  for (const instrument of allInstruments.values())
    for (const one of indicatorsOf(instrument)) {
      expect(asked(one).every(({ kind }) => kind === "syarat" || kind === "alternatif")).toBe(true);
      expect(asked(one).some(({ id }) => id.startsWith(String(lowestLevel(one))))).toBe(false);
      expect(levelMet(one, new Map())).toBe(lowestLevel(one));
    }
});

test("a level is met when its requirements and those of every level below are Ya", () => {
  const one = indicator(1);
  expect(levelMet(one, answers({ "2a": "Ya" }))).toBe(2);
  expect(levelMet(one, answers({ "2a": "Ya", "3b": "Ya", "4b": "Ya" }))).toBe(3);
  expect(levelMet(one, answers({ "2a": "Ya", "3b": "Ya", "4b": "Ya", "4c": "Ya", "5b": "Ya" }))).toBe(5);
  expect(levelMet(one, answers({ "2a": "Sebagian", "3b": "Ya", "4b": "Ya", "4c": "Ya", "5b": "Ya" }))).toBe(1);
});

test("an alternative stands in for the requirement that it replaces, and for no other", () => {
  const sector = indicator(45);
  const below = { "2b": "Ya", "3b": "Ya" } as const;
  expect(levelMet(sector, answers({ ...below, "4c": "Ya" }))).toBe(4);
  expect(levelMet(sector, answers({ ...below, "4b": "Ya", "5d": "Ya" }))).toBe(4);
  expect(levelMet(sector, answers({ ...below, "4b": "Ya", "5d": "Ya", "5e": "Ya" }))).toBe(5);
  const level4 = sector.levels.find(({ level }) => level === 4);
  expect(level4 && unmetAt(sector, level4, answers({ "4c": "Ya" }))).toEqual([]);
});

test("indicator 3 is judged as its text stands: level 4 asks for all six processes, no review", () =>
  expect(levelMet(indicator(3), answers({ "2a": "Ya", "3a": "Ya", "4b": "Ya" }))).toBe(4));

test("the unmet requirements up to a level come lowest first", () =>
  expect(unmetUpTo(indicator(1), 4, answers({ "3b": "Ya" })).map(({ id }) => id)).toEqual(["2a", "4b", "4c"]));

test("an indicator is assessed once any asked criterion has an answer", () => {
  expect(isAssessed(indicator(1), answers({ "2b": "Ya", "3a": "Ya" }))).toBe(false);
  expect(isAssessed(indicator(1), answers({ "2a": "Tidak" }))).toBe(true);
});

test("a decimal value counts as the level in whose range it lies, lower bounds inclusive", () => {
  const pemdi = indicator(1, "pemdi-2026");
  expect([1, 1.49, 1.5, 2.3, 2.5, 3.49, 3.5, 3.99, 4, 5].map((value) => levelOfValue(pemdi, value))).toEqual([
    1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
  expect(levelOfValue(indicator(1), 4)).toBe(4);
  expect(levelOfValue(indicator(1, "spbe-2018"), 0)).toBe(0);
});

test("answering one more criterion with Ya never lowers what is met, and nothing unmet remains up to there", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 47 }),
      fc.array(fc.boolean(), { minLength: 16 }),
      fc.nat(),
      (number, yes, pick) => {
        const one = indicator(number);
        const ids = asked(one).map(({ id }) => id);
        const given = Object.fromEntries(ids.filter((_, at) => yes[at]).map((id) => [id, "Ya" as const]));
        const more = { ...given, [ids[pick % ids.length] ?? ""]: "Ya" as const };
        const met = levelMet(one, answers(given));
        expect(levelMet(one, answers(more))).toBeGreaterThanOrEqual(met);
        expect(unmetUpTo(one, met, answers(given))).toEqual([]);
        if (met < 5) expect(unmetUpTo(one, met + 1, answers(given)).length).toBeGreaterThan(0);
      },
    ),
    { seed: 2, numRuns: 300 },
  );
});
