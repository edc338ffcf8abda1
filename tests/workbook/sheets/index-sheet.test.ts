import { DEFAULT_INSTRUMENT } from "../../../src/instrument";
import { blankAssessment } from "../../../src/workbook/blank";
import { sampleAssessment } from "../../../src/workbook/sample";
import type { Assessment } from "../../../src/assessment/assessment";
import { indexSheet } from "../../../src/workbook/sheets/index-sheet";

const source = { no: "Penilaian!$A$6:$A$52", level: "Penilaian!$G$6:$G$52", target: null };
const cellsOf = (assessment: Assessment, targetIndex: string | null = null) =>
  indexSheet(assessment, source, { subtitle: "", targetIndex }).cells;
const value = (cell: unknown) => (cell as { value: unknown }).value;

test("the sample city has its published figures: 2,1545 Cukup and domains 1,40 1,70 1,00 3,04", () => {
  const cells = cellsOf(sampleAssessment(), "2.6");
  expect(value(cells[3]?.[0])).toBe("Indeks SPBE");
  expect(value(cells[4]?.[0])).toBe(2.1545);
  expect(value(cells[4]?.[2])).toBe("Cukup");
  expect(value(cells[4]?.[5])).toBe("47/47");
  expect(value(cells[4]?.[9])).toBe(0.4455);
  expect(cells.slice(7, 11).map((row) => Number(value(row[3])).toFixed(2))).toEqual(["1.40", "1.70", "1.00", "3.04"]);
});

test("while levels are missing the index is a lower bound and there is no predicate", () => {
  const sample = sampleAssessment();
  const entries = sample.entries.map((entry) =>
    entry.indicator >= 46 ? { ...entry, level: { kind: "blank" as const } } : entry,
  );
  const cells = cellsOf({ ...sample, entries });
  expect(value(cells[3]?.[0])).toBe("Indeks SPBE, batas bawah");
  expect(value(cells[4]?.[0])).toBe(2.0945);
  expect(value(cells[4]?.[2])).toBe("belum lengkap 45/47");
  expect(value(cells[4]?.[9])).toBe("");
});

test("an index of nothing is 0 and needs no levels", () => {
  const cells = cellsOf(blankAssessment(DEFAULT_INSTRUMENT));
  expect(value(cells[4]?.[0])).toBe(0);
  expect(value(cells[4]?.[2])).toBe("belum lengkap 0/47");
});

test("a level just below a limit is named by the exact index, not by the shown one", () => {
  // 2.5980 is shown as 2,60 and is still Cukup.
  const levels = sampleAssessment().entries.map((entry, index) => ({
    ...entry,
    level: { kind: "level" as const, level: index < 31 ? 2 : index < 36 ? 4 : index < 46 ? 3 : 4 },
  }));
  const cells = cellsOf({ ...sampleAssessment(), entries: levels });
  const index = Number(value(cells[4]?.[0]));
  expect(value(cells[4]?.[2])).toBe(index < 2.6 ? "Cukup" : "Baik");
  expect(cells[4]?.[2]).toMatchObject({ formula: expect.stringContaining("LOOKUP(ROUND(A5,8),{0,1.8,2.6,3.5,4.2}") });
});
