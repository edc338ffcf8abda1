import * as fc from "fast-check";
import type { Answer, Assessment, Entry } from "../../src/assessment/assessment";
import { blankEvidence } from "../../src/assessment/blank";
import { findingsOf } from "../../src/assessment/findings";
import { changedIndicators, recheck, type Checked } from "../../src/excel/live-findings";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { blankAssessment } from "../../src/workbook/blank";

/** What concerns more than one row: a document's date and status, a level that an assessor gave, whose workbook it is. */
type Other = { date: string | null; accepted: boolean; indicator: number; assessed: number; opd: string };
const other: fc.Arbitrary<Other> = fc.record({
  date: fc.constantFrom(null, "2019-05-01", "2023-05-01"),
  accepted: fc.boolean(),
  indicator: fc.integer({ min: 1, max: 12 }),
  assessed: fc.integer({ min: 1, max: 2 }),
  opd: fc.constantFrom("", "Dinas Kesehatan"),
});
const applyOther = (assessment: Assessment, { date, accepted, indicator, assessed, opd }: Other): Assessment => ({
  ...assessment,
  identity: { ...assessment.identity, opd },
  evidence: [
    { ...blankEvidence("DD-001"), kind: "Reviu/Evaluasi", date, status: accepted ? "diterima" : null, cells: {} },
  ],
  stages: [
    {
      indicator,
      stage: "Dokumen",
      level: { kind: "level", level: assessed },
      explanation: "",
      assessor: "",
      time: "",
    },
  ],
});

type Edit = { indicator: number; level: number | null; evidence: string[]; criterion: string; answer: Answer | null };
const edit: fc.Arbitrary<Edit> = fc.record({
  indicator: fc.integer({ min: 1, max: 47 }),
  level: fc.option(fc.integer({ min: 1, max: 5 })),
  evidence: fc.array(fc.constantFrom("DD-001", "DD-002", "berita.pdf"), { maxLength: 2 }),
  criterion: fc.constantFrom("2a", "2b", "3b", "4b"),
  answer: fc.option(fc.constantFrom<Answer>("Ya", "Sebagian", "Tidak")),
});

function apply(assessment: Assessment, { indicator, level, evidence, criterion, answer }: Edit): Assessment {
  const change = (entry: Entry): Entry => ({
    ...entry,
    level: level === null ? { kind: "blank" } : { kind: "level", level },
    evidence,
    criteria: new Map([...entry.criteria, [criterion, { answer, evidence, note: "", cells: {} }]]),
  });
  return {
    ...assessment,
    entries: assessment.entries.map((entry) => (entry.indicator === indicator ? change(entry) : entry)),
  };
}

test("checking only what edits touch gives what checking everything gives, over any sequence of edits", () => {
  const first = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Kota X", year: 2023, assessmentDate: "2023-11-21" });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let checked: Checked = recheck(null, first);
      for (const one of edits) {
        checked = recheck(checked, apply(checked.assessment, one));
        expect(checked.findings).toEqual(findingsOf(checked.assessment));
      }
    }),
    { numRuns: 40, seed: 20231121 },
  );
});

test("so does checking after edits of the register and of a stage between edits of rows", () => {
  const first = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Kota X", year: 2023, assessmentDate: "2023-11-21" });
  fc.assert(
    fc.property(fc.array(fc.oneof(edit, other), { minLength: 2, maxLength: 12 }), (edits) => {
      let checked: Checked = recheck(null, first);
      for (const one of edits) {
        const { assessment } = checked;
        checked = recheck(checked, "level" in one ? apply(assessment, one) : applyOther(assessment, one));
        expect(checked.findings).toEqual(findingsOf(checked.assessment));
      }
    }),
    { numRuns: 40, seed: 20231121 },
  );
});

test("an edit touches its own indicator alone, and the identity touches all", () => {
  const before = blankAssessment(DEFAULT_INSTRUMENT);
  const after = apply(before, { indicator: 9, level: 3, evidence: [], criterion: "2a", answer: null });
  expect([...changedIndicators(before, after)]).toEqual([9]);
  expect([...changedIndicators(before, before)]).toEqual([]);
  const named = { ...before, identity: { ...before.identity, agency: "Kota X" } };
  expect(recheck(recheck(null, before), named).findings).toEqual(findingsOf(named));
});
