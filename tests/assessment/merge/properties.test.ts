import { idKey } from "../../../src/assessment/merge-row";
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

const document = fc.record({
  id: fc.constantFrom("DD-001", "dd-001 ", "DD-002", "DD-02-001", ""),
  name: fc.constantFrom("SK", "SOP", "Laporan", ""),
  number: fc.constantFrom("", "", "1/2022", "2/2023"),
  date: fc.constantFrom(null, null, "2022-01-01", "2023-02-02"),
  signatory: fc.constantFrom("", "Kepala Dinas"),
  status: fc.constantFrom(null, "proses" as const, "diterima" as const),
  file: fc.constantFrom("", "a.pdf", "b.pdf"),
});

const file: fc.Arbitrary<ReturnedFile> = fc
  .record({
    opd: fc.constantFrom(...OFFICES),
    day: fc.integer({ min: 1, max: 9 }),
    cells: fc.array(cell, { minLength: 6, maxLength: 6 }),
    documents: fc.array(document, { maxLength: 4 }),
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
const register = fc.uniqueArray(document, { maxLength: 3, selector: ({ id }) => idKey(id) });
const base: fc.Arbitrary<Assessment> = fc
  .tuple(fc.array(cell, { minLength: 6, maxLength: 6 }), register)
  .map(([cells, rows]) => ({
    ...blank,
    evidence: rows.map((one) => ({ ...blankEvidence(one.id), ...one, cells: {} })),
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
const settings = { seed: 20231121, numRuns: 120 } as const;

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
    fc.property(base, files, (start, returns) => {
      const draft = merge(start, returns);
      for (const { sha256, opd } of draft.files.filter(({ status }) => status === "merged")) {
        const source = returns.find((one) => one.sha256 === sha256);
        if (!source?.content.ok) continue;
        const { answers, evidence } = source.content.value;
        const logged = draft.log.find((one) => one.sha256 === sha256 && one.status === "merged")?.documents ?? [];
        expect(logged).toHaveLength(evidence.length);
        for (const answer of answers.filter((one) => one.evidence.length > 0)) {
          const merged = draft.answers.find((one) => one.indicator === answer.indicator && one.opd === opd);
          const meant = answer.evidence.map((id) => logged.find((row) => idKey(row.id) === idKey(id))?.to ?? id);
          expect(merged?.evidence.map(idKey)).toEqual([...new Set(meant.map(idKey))]);
        }
        for (const row of logged) {
          const now = draft.final.evidence.filter((one) => one.id === row.to);
          const isSaid = now.some((one) =>
            (["name", "number", "date", "file"] as const).some((field) => row[field] && one[field] === row[field]),
          );
          // The file alone tells no document: whoever knows its number may bring another file of it.
          expect(isSaid || !(row.name || row.number || row.date)).toBe(true);
        }
      }
    }),
    settings,
  );
});

test("a blank takes nothing from the base's register", () => {
  fc.assert(
    fc.property(base, files, (start, returns) => {
      const { final } = merge(start, returns);
      start.evidence.forEach((row, i) => {
        const now = final.evidence[i];
        for (const field of ["name", "number", "date", "file", "status"] as const)
          if (row[field]) expect(now?.[field]).toBeTruthy();
      });
    }),
    settings,
  );
});

test("what people change after a merge stays in every later merge", () => {
  fc.assert(
    fc.property(base, files, files, fc.nat(), (start, first, second, pick) => {
      const before = merge(start, first);
      const rows = before.final.evidence;
      const at = rows.length === 0 ? -1 : pick % rows.length;
      const edited: Assessment = {
        ...before.final,
        evidence: rows.map((row, i) => (i === at ? { ...row, number: "tangan", status: "revisi" } : row)),
        entries: before.final.entries.map((entry) => ({
          ...entry,
          criteria: new Map([...entry.criteria].map(([id, one]) => [id, { ...one, note: "tangan" }])),
        })),
      };
      const after = merge(edited, [...first, ...second], { earlier: earlierOf(before) });
      if (at >= 0) {
        const row = after.final.evidence.find((one) => one.id === rows[at]?.id && one.number === "tangan");
        const isSpokenOf = before.log.some(({ documents }) => documents?.some(({ to }) => to === rows[at]?.id));
        if (row && isSpokenOf) expect(row.status).toBe("revisi");
      }
      edited.entries.forEach((entry, i) => {
        for (const [id] of entry.criteria) expect(after.final.entries[i]?.criteria.get(id)?.note).toBe("tangan");
      });
    }),
    settings,
  );
});
