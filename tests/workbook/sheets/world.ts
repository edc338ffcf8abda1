import fc from "fast-check";
import type { Answer, Assessment, CriterionAnswer, Entry } from "../../../src/assessment/assessment";
import type { OfficeAnswer } from "../../../src/assessment/merge-types";
import { askedCriteria } from "../../../src/assessment/maturity";
import { findingsOf } from "../../../src/assessment/findings";
import { planOf } from "../../../src/assessment/plan";
import { ratio } from "../../../src/assessment/ratio";
import { indicatorsOf, levelsOf } from "../../../src/assessment/score";
import type { Instrument } from "../../../src/instrument/types";
import { blankAssessment } from "../../../src/workbook/blank";
import { sampleHistory } from "../../../src/workbook/sample";
import type { FormulaCell, SheetSpec, WorkbookSpec } from "../../../src/workbook/sheet";
import { answersSheet } from "../../../src/workbook/sheets/answers";
import { conflictsSheet } from "../../../src/workbook/sheets/conflicts";
import { findingsSheet } from "../../../src/workbook/sheets/findings-sheet";
import { historySheet } from "../../../src/workbook/sheets/history";
import { mergeLogSheet } from "../../../src/workbook/sheets/merge-log";
import { officialRecordSheet } from "../../../src/workbook/sheets/official-record";
import { planSheet } from "../../../src/workbook/sheets/plan-sheet";
import { stagesSheet } from "../../../src/workbook/sheets/stages";
import { summarySheet } from "../../../src/workbook/sheets/summary";
import { templateWorkbook } from "../../../src/workbook/template";

export const OFFICES = ["Dinas Kesehatan", "Bappeda", "Diskominfo"];

const answerOf = fc.constantFrom<Answer | null>("Ya", "Ya", "Ya", "Sebagian", "Tidak", null);

/** A level of the scale, or now and then something that is none. */
const readingOf = ({ scale }: Instrument): fc.Arbitrary<Entry["level"]> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.integer({ min: scale.min * 100, max: scale.max * 100 }).map((value) => ({
        kind: "level" as const,
        level: scale.decimals > 0 ? value / 100 : Math.round(value / 100),
      })),
    },
    { weight: 1, arbitrary: fc.constant({ kind: "blank" as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: "invalid" as const, raw: "7", reason: "outside-scale" as const }) },
    {
      weight: 1,
      arbitrary: fc.constant({ kind: "invalid" as const, raw: "tiga setengah", reason: "not-a-level" as const }),
    },
  );

const evidenceOf = fc.subarray(["DD-01-001", "20.c.Reviu.pdf"]);

/** Assessments of an instrument with levels, targets, criteria, evidence and offices of all kinds. */
export function assessments(instrument: Instrument, complete = false): fc.Arbitrary<Assessment> {
  const reading = complete ? readingOf(instrument).filter(({ kind }) => kind === "level") : readingOf(instrument);
  const entries = indicatorsOf(instrument).map((indicator) => {
    const asked = indicator.levels.flatMap((level) => askedCriteria(indicator, level));
    return fc
      .record({
        level: reading,
        target: reading.filter(({ kind }) => kind !== "invalid"),
        opd: fc.subarray(OFFICES),
        evidence: evidenceOf,
        explanation: fc.constantFrom("", "Perwali 12/2020, Pasal 5–9.", '=HYPERLINK("x")', "-1", "@sum"),
        answers: fc.option(
          fc.array(fc.tuple(answerOf, evidenceOf), { minLength: asked.length, maxLength: asked.length }),
        ),
      })
      .map(({ answers, ...fields }): Entry => {
        const criteria = new Map<string, CriterionAnswer>();
        asked.forEach(({ id }, index) => {
          const [answer, evidence] = answers?.[index] ?? [null, []];
          criteria.set(id, { answer, evidence, note: "", cells: {} });
        });
        return {
          ...fields,
          indicator: indicator.number,
          assessorLevel: { kind: "blank" },
          assessorNote: "",
          estimate: false,
          criteria,
          cells: {},
        };
      });
  });
  return fc.tuple(...entries).map((all) => ({
    ...blankAssessment(instrument, {
      agency: "Pemerintah Kota Contoh & Sekitarnya",
      year: 2023,
      assessmentDate: "2023-11-21",
      coordinator: "Sekretaris Daerah",
    }),
    entries: all,
    evidence: [
      {
        id: "DD-01-001",
        name: "Perwali Satu Data",
        kind: "Peraturan",
        number: "12/2020",
        date: "2020-03-02",
        signatory: "Wali Kota",
        validUntil: "2022-12-31",
        file: "3.a.Perwali-12-2020.pdf",
        page: "Pasal 5–9",
        mustHaves: ["seluruh unit"],
        status: "draf",
        cells: {},
      },
    ],
    stages: [
      {
        indicator: 3,
        stage: "Dokumen",
        level: { kind: "level", level: 2 },
        explanation: "Belum memuat data induk.",
        assessor: "Asesor",
        time: "",
      },
    ],
  }));
}

/** One assessment of an instrument, always the same for a seed. */
export function oneAssessment(instrument: Instrument, seed: number, complete = false): Assessment {
  const [assessment] = fc.sample(assessments(instrument, complete), { numRuns: 1, seed });
  if (!assessment) throw new Error("no sample");
  return assessment;
}

/** The whole workbook of an assessment: the template and every other sheet. */
export function wholeWorkbook(assessment: Assessment, targetIndex = "2.6"): WorkbookSpec {
  const { instrument, identity } = assessment;
  const template = templateWorkbook(assessment, { mode: "full", targetIndex });
  const answers = OFFICES.map((opd, index): OfficeAnswer => ({
    opd,
    indicator: 3,
    level: { kind: "level", level: index + 1 },
    explanation: index === 0 ? "Sudah mengatur standar data." : "",
    evidence: ["DD-02-001"],
    criteria: [],
    file: `SPBE 2023 - 0${index + 1} ${opd}.xlsx`,
    at: { sheet: "Penilaian", cell: "G8" },
    sha256: String(index).repeat(64),
    time: "2023-11-20T08:00:00Z",
  }));
  const outcome = planOf({
    instrument,
    levels: levelsOf(assessment),
    target: ratio(45, 10),
    owners: assessment.entries.map(({ opd }) => opd),
    start: "2090-01-15",
  });
  const plan = outcome.kind === "plan" ? outcome.plan : null;
  const history = sampleHistory()[0];
  return {
    ...template,
    sheets: [
      ...template.sheets,
      findingsSheet(findingsOf(assessment), {
        identity,
        entries: assessment.entries,
        validatedAt: "2023-11-21T14:32:05",
      }),
      answersSheet(answers, { instrument, identity }),
      conflictsSheet(
        [
          {
            indicator: 3,
            reason: "responsible-differ",
            responsible: OFFICES,
            answers,
            base: { kind: "blank" },
            decision: {
              indicator: 3,
              level: 2,
              opd: "Bappeda",
              reason: "Sesuai naskah",
              by: "Sekda",
              time: "",
              answersThen: "x",
            },
            changedSince: true,
          },
        ],
        { instrument, identity },
      ),
      mergeLogSheet(
        [
          {
            time: "2023-11-21T14:32:05",
            file: "a.xlsx",
            opd: "Bappeda",
            status: "held",
            code: "WRONG_YEAR",
            answers: 4,
            sha256: "b".repeat(64),
            documents: null,
          },
        ],
        { identity },
      ),
      stagesSheet(assessment),
      historySheet(sampleHistory(), { identity }),
      ...(plan ? [planSheet(plan, assessment)] : []),
      summarySheet(assessment, {
        targetIndex,
        plan: plan && { ...plan, listed: true },
        previous: history ? { ...history, instrumentTitle: "SPBE 2020" } : null,
        rank: { rank: 85, of: 93, group: "kota", median: ratio(3), year: 2023 },
      }),
      officialRecordSheet(assessment),
    ],
  };
}

export interface PlacedFormula extends FormulaCell {
  readonly row: number;
  readonly column: number;
}

/** The formula cells of a sheet with their 0-based place. */
export const formulasOf = (sheet: SheetSpec): readonly PlacedFormula[] =>
  sheet.cells.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell !== null && typeof cell === "object" && "formula" in cell ? [{ ...cell, row, column }] : [],
    ),
  );
