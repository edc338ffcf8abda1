import fc from "fast-check";
import { findingsOf, findingsOfIndicator, touchedBy, type Change } from "../../../src/assessment/findings";
import { build, type Input } from "./world";

const PLAN = { id: "DD-01-012", kind: "Peta Rencana", validUntil: "2025-12-31" };
const base: Input = {
  evidence: [PLAN, { id: "DD-01-001", kind: "Reviu/Evaluasi", date: "2023-01-01" }],
  entries: {
    12: { level: 2, evidence: ["DD-01-012"] },
    1: { level: 4, evidence: ["dd-01-001"] },
    21: { level: 2 },
    47: { criteria: { "2b": { answer: "Ya", evidence: ["DD-01-001"] } } },
  },
};

test("an edit touches its own indicator; of indicator 12, also those that rest on it", () => {
  expect(touchedBy(build(base), { indicators: [5] })).toEqual([5]);
  expect(touchedBy(build(base), { indicators: [12] })).toEqual([12, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
});

test("a row of the register touches the indicators that name it", () => {
  expect(touchedBy(build(base), { evidence: ["DD-01-001"] })).toEqual([1, 47]);
  expect(touchedBy(build(base), { evidence: ["DD-01-012"] })).toEqual([
    12,
    ...Array.from({ length: 11 }, (_, at) => at + 21),
  ]);
  expect(touchedBy(build(base), { evidence: ["DD-99-999"] })).toEqual([]);
});

test("identity: the date of assessment touches all, the names of the sector services theirs, the rest none", () => {
  expect(touchedBy(build(base), { identity: ["assessmentDate"] })).toHaveLength(47);
  expect(touchedBy(build(base), { identity: ["sectorService2"] })).toEqual([45, 46, 47]);
  expect(touchedBy(build(base), { identity: ["pic"] })).toEqual([]);
});

type Row = NonNullable<Input["evidence"]>[number];
const row = (input: Input, id: string, edit: (row: Row) => readonly Row[]): Input => ({
  ...input,
  evidence: (input.evidence ?? []).flatMap((one) => (one.id === id ? edit(one) : [one])),
});
const entry = (input: Input, number: number, level: number): Input => ({
  ...input,
  entries: { ...input.entries, [number]: { ...input.entries?.[number], level } },
});
const identity = (input: Input, fields: Input["identity"]): Input => ({
  ...input,
  identity: { ...input.identity, ...fields },
});

/** Edits of the kinds that a person makes, each with what it changed and nothing else. */
const edits: readonly [(input: Input) => Input, Change][] = [
  [(input) => entry(input, 12, 1), { indicators: [12] }],
  [(input) => entry(input, 21, 5), { indicators: [21] }],
  [(input) => row(input, "DD-01-001", (one) => [{ ...one, date: "2019-01-01" }]), { evidence: ["DD-01-001"] }],
  [(input) => row(input, "DD-01-012", (one) => [{ ...one, validUntil: "2020-12-31" }]), { evidence: ["DD-01-012"] }],
  [(input) => row(input, "DD-01-001", () => []), { evidence: ["DD-01-001"] }],
  [(input) => identity(input, { assessmentDate: "2026-01-01" }), { identity: ["assessmentDate"] }],
  [(input) => identity(input, { sectorServices: ["Kesehatan", "Kesehatan", ""] }), { identity: ["sectorService1"] }],
];

test("re-checking only what an edit touched gives the findings of the whole, over any sequence of edits", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 6 }), (sequence) => {
      let input = base;
      let known = findingsOf(build(input));
      for (const [edit, change] of sequence) {
        input = edit(input);
        const after = build(input);
        const touched = new Set(touchedBy(after, change));
        known = [
          ...findingsOf(after).filter(({ indicator }) => indicator === null),
          ...after.entries.flatMap(({ indicator }) =>
            touched.has(indicator)
              ? findingsOfIndicator(after, indicator)
              : known.filter((finding) => finding.indicator === indicator),
          ),
        ];
      }
      expect(known).toEqual(findingsOf(build(input)));
    }),
    { seed: 5, numRuns: 60 },
  );
});
