import fc from "fast-check";
import { findingsOf, findingsOfIndicator, touchedBy } from "../../../src/assessment/findings";
import { build, type Input } from "./world";

const base: Input = {
  evidence: [
    { id: "DD-01-012", kind: "Peta Rencana", validUntil: "2025-12-31" },
    { id: "DD-01-001", kind: "Reviu/Evaluasi", date: "2023-01-01" },
  ],
  entries: {
    12: { level: 2, evidence: ["DD-01-012"] },
    1: { level: 4, evidence: ["dd-01-001"] },
    21: { level: 2 },
    47: { criteria: { "2b": { answer: "Ya", evidence: ["DD-01-001"] } } },
  },
};

test("an edit touches its own indicator; of indicator 12, also those that rest on it", () => {
  expect(touchedBy(build(base), new Set([5]))).toEqual([5]);
  expect(touchedBy(build(base), new Set([12]))).toEqual([12, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);
});

type Row = NonNullable<Input["entries"]>[number];
const edits: readonly (readonly [number, Row])[] = [
  [12, { level: 1 }],
  [12, { level: 2, evidence: [] }],
  [21, { level: 5 }],
  [1, { level: 4, evidence: ["DD-01-099"] }],
  [47, { level: 3, criteria: {} }],
  [7, { level: 2, opd: [] }],
];

test("re-checking only what an edit touched gives the findings of the whole, over any sequence of edits", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 6 }), (sequence) => {
      let input = base;
      let known = findingsOf(build(input));
      for (const [number, row] of sequence) {
        input = { ...input, entries: { ...input.entries, [number]: row } };
        const after = build(input);
        const touched = new Set(touchedBy(after, new Set([number])));
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
