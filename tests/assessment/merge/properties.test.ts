import { blankEvidence } from "../../../src/assessment/blank";
import * as fc from "fast-check";
import {
  applyDecisions,
  type MergeDecision,
  type MergeDraft,
  type ReturnedAnswer,
  type ReturnedFile,
} from "../../../src/assessment/merge";
import { earlierOf } from "./earlier";
import type { Assessment } from "../../../src/assessment/assessment";
import { blankAssessment } from "../../../src/workbook/blank";
import { SPBE_2020 } from "../../workbook/read/sample";
import { hash, levelAt, merge, TIME, withOffices } from "./offices-world";

/** A small world: four offices, six indicators, some shared, one without an office. */
const OFFICES = ["Dinkes", "Dinsos", "Disdik", "Bappeda"];
const NUMBERS = [1, 2, 3, 4, 5, 6];
const ASSIGNED: Readonly<Record<number, readonly string[]>> = {
  1: ["Dinkes"],
  2: ["Dinkes", "Dinsos"],
  3: ["Disdik"],
  4: ["Dinsos", "Disdik", "Bappeda"],
  5: ["Bappeda"],
  6: [],
};

const cell = fc.record({
  level: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 3 }),
  explanation: fc.constantFrom("", "a", "b", "=1+1"),
  evidence: fc.subarray(["DD-001", "DD-002", "x.pdf"]),
  yes: fc.option(fc.constantFrom("Ya" as const, "Sebagian" as const, "Tidak" as const), { nil: null }),
});

const answerOf = (
  indicator: number,
  one: { level: number | null; explanation: string; evidence: string[]; yes: "Ya" | "Sebagian" | "Tidak" | null },
): ReturnedAnswer[] =>
  one.level === null && one.explanation === "" && one.evidence.length === 0 && one.yes === null
    ? []
    : [
        {
          indicator,
          level: one.level === null ? { kind: "blank" } : { kind: "level", level: one.level },
          explanation: one.explanation,
          evidence: one.evidence,
          estimate: false,
          criteria: one.yes === null ? [] : [["2a", { answer: one.yes, evidence: [], note: "" }]],
          at: { sheet: "Penilaian", cell: `G${indicator + 5}` },
        },
      ];

const file: fc.Arbitrary<ReturnedFile> = fc
  .record({
    opd: fc.constantFrom(...OFFICES),
    day: fc.integer({ min: 1, max: 9 }),
    cells: fc.array(cell, { minLength: 6, maxLength: 6 }),
    documents: fc.subarray([
      { id: "DD-001", name: "SK" },
      { id: "DD-001", name: "SOP" },
      { id: "DD-002", name: "Laporan" },
    ]),
  })
  .map(({ opd, day, cells, documents }) => {
    const answers = cells.flatMap((one, i) => answerOf(NUMBERS[i] ?? 0, one));
    return {
      file: `${opd}-${day}.xlsx`,
      sha256: hash(JSON.stringify([opd, day, cells, documents])),
      modified: `2023-11-0${day}T00:00:00Z`,
      content: {
        ok: true,
        value: {
          instrument: SPBE_2020.id,
          agency: "Kota Contoh",
          year: 2023,
          opd,
          templateVersion: "1.0",
          sectorServices: ["", "", ""],
          rows: NUMBERS.map((indicator) => ({ indicator, name: "", opd: [] })),
          answers,
          evidence: documents.map((one) => ({ ...blankEvidence(one.id), ...one })),
          repairs: [],
        },
      },
    };
  });

const blank = withOffices(blankAssessment(SPBE_2020, { agency: "Kota Contoh", year: 2023 }), ASSIGNED);
const base: fc.Arbitrary<Assessment> = fc.array(cell, { minLength: 6, maxLength: 6 }).map((cells) => ({
  ...blank,
  entries: blank.entries.map((entry, i) => {
    const one = cells[i];
    if (!one || one.level === null) return entry;
    return {
      ...entry,
      level: { kind: "level" as const, level: one.level },
      explanation: one.explanation,
      evidence: one.evidence,
    };
  }),
}));
const files = fc.array(file, { minLength: 1, maxLength: 6 });
const settings = { seed: 20231121, numRuns: 150 } as const;

const result = ({ final, files: reports, conflicts, answers, missingOffices, changes, log }: MergeDraft): unknown => ({
  entries: final.entries.map((entry) => ({ ...entry, criteria: [...entry.criteria] })),
  evidence: final.evidence,
  reports,
  conflicts,
  answers,
  missingOffices,
  changes,
  log,
});

const decisionFor = (draft: MergeDraft): MergeDecision[] =>
  draft.conflicts.flatMap(({ indicator, answers }) => {
    const [answer] = answers;
    if (answer?.level.kind !== "level") return [];
    return [
      {
        indicator,
        level: answer.level.level,
        opd: answer.opd,
        reason: "Rapat",
        by: "Koordinator",
        time: TIME,
        answersThen: "",
      },
    ];
  });

test("the order of files does not matter", () => {
  fc.assert(
    fc.property(base, files, fc.infiniteStream(fc.nat()), (start, returns, picks) => {
      const shuffled = [...returns];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = (picks.next().value as number) % (i + 1);
        [shuffled[i], shuffled[j]] = [shuffled[j] as ReturnedFile, shuffled[i] as ReturnedFile];
      }
      expect(result(merge(start, shuffled))).toEqual(result(merge(start, returns)));
    }),
    settings,
  );
});

test("merging twice is merging once, with and without decisions", () => {
  fc.assert(
    fc.property(base, files, fc.boolean(), (start, returns, decides) => {
      const draft = merge(start, returns);
      const once = decides ? applyDecisions(draft, decisionFor(draft)) : draft;
      const twice = merge(once.final, returns, { earlier: earlierOf(once), time: "2024-02-02T00:00:00Z" });
      expect(twice.changes).toEqual([]);
      expect(twice.answers).toEqual(once.answers);
      expect(twice.log).toEqual(once.log);
      expect(twice.conflicts.map(({ indicator, decision }) => ({ indicator, decision }))).toEqual(
        once.conflicts.map(({ indicator, decision }) => ({ indicator, decision })),
      );
    }),
    settings,
  );
});

test("a blank never wins: no level, explanation, evidence or criterion of the base becomes blank", () => {
  fc.assert(
    fc.property(base, files, files, (start, first, second) => {
      const before = merge(start, first);
      const after = merge(before.final, second, { earlier: earlierOf(before) });
      before.final.entries.forEach((entry, i) => {
        const then = after.final.entries[i];
        if (entry.level.kind === "level") expect(then?.level.kind).toBe("level");
        if (entry.explanation !== "") expect(then?.explanation).not.toBe("");
        if (entry.evidence.length > 0) expect(then?.evidence.length).toBeGreaterThan(0);
        for (const [id, one] of entry.criteria) if (one.answer) expect(then?.criteria.get(id)?.answer).not.toBeNull();
      });
    }),
    settings,
  );
});

test("a human decision survives every later merge", () => {
  fc.assert(
    fc.property(base, files, files, (start, first, second) => {
      const draft = merge(start, first);
      const decisions = decisionFor(draft);
      const decided = applyDecisions(draft, decisions);
      const after = merge(decided.final, second, { earlier: earlierOf(decided) });
      for (const { indicator, level } of decisions) {
        expect(levelAt(decided.final, indicator)).toBe(level);
        expect(levelAt(after.final, indicator)).toBe(level);
        expect(after.conflicts.find((one) => one.indicator === indicator)?.decision?.level).toBe(level);
      }
    }),
    settings,
  );
});

test("nothing is lost: every readable level of a merged file is final, or in a conflict, or in an answer of its office", () => {
  fc.assert(
    fc.property(base, files, (start, returns) => {
      const draft = merge(start, returns);
      for (const report of draft.files.filter(({ status }) => status === "merged"))
        for (const indicator of report.answered) {
          const answer = draft.answers.find((one) => one.indicator === indicator && one.opd === report.opd);
          expect(answer?.sha256).toBe(report.sha256);
        }
      for (const { indicator, level } of draft.answers) {
        if (level.kind !== "level" || levelAt(draft.final, indicator) === level.level) continue;
        const isOpen = draft.conflicts.some((one) => one.indicator === indicator);
        const responsible = draft.answers.some(
          (one) =>
            one.indicator === indicator && one.level.kind === "level" && (ASSIGNED[indicator] ?? []).includes(one.opd),
        );
        expect(isOpen || responsible).toBe(true);
      }
    }),
    settings,
  );
});

test("every reference of a returned answer leads to the document it meant", () => {
  fc.assert(
    fc.property(files, (returns) => {
      const draft = merge(blank, returns);
      const newest = draft.files.filter(({ status }) => status === "merged");
      for (const { sha256, opd } of newest) {
        const source = returns.find((one) => one.sha256 === sha256);
        if (!source?.content.ok) continue;
        for (const answer of source.content.value.answers) {
          const meant = answer.evidence.map((id) =>
            source.content.ok ? source.content.value.evidence.find((row) => row.id === id)?.name : undefined,
          );
          const merged = draft.answers.find((one) => one.indicator === answer.indicator && one.opd === opd);
          meant.forEach((name, i) => {
            const id = merged?.evidence[i];
            if (name !== undefined && answer.evidence.length === merged?.evidence.length)
              expect(draft.final.evidence.find((row) => row.id === id)?.name).toBe(name);
          });
        }
      }
    }),
    settings,
  );
});
