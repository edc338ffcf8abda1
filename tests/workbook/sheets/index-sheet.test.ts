import { DEFAULT_INSTRUMENT } from "../../../src/instrument";
import { allInstruments } from "../../../src/instrument/all";
import { blankAssessment } from "../../../src/workbook/blank";
import { sampleAssessment } from "../../../src/workbook/sample";
import type { Assessment } from "../../../src/assessment/assessment";
import { readTargetIndex } from "../../../src/workbook/read";
import { indexSheet } from "../../../src/workbook/sheets/index-sheet";
import { summarySheet } from "../../../src/workbook/sheets/summary";
import { gridOf } from "../../../src/workbook/spec-grid";
import { templateWorkbook } from "../../../src/workbook/template";

const wholeSource = {
  no: "Penilaian!$A$6:$A$52",
  level: "Penilaian!$G$6:$G$52",
  target: "Penilaian!$I$6:$I$52",
};
const source = { no: "Penilaian!$A$6:$A$52", level: "Penilaian!$G$6:$G$52", target: null };
const cellsOf = (assessment: Assessment, targetIndex: string | null = null) =>
  indexSheet(assessment, source, { subtitle: "", targetIndex }).cells;
const value = (cell: unknown) => (cell as { value: unknown } | null)?.value;

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
  const raised = new Set([1, 11, 12, 13, 14, 21, 22]);
  const entries = sampleAssessment().entries.map((entry) => ({
    ...entry,
    level: { kind: "level" as const, level: raised.has(entry.indicator) || entry.indicator >= 32 ? 3 : 2 },
  }));
  const cells = cellsOf({ ...sampleAssessment(), entries });
  expect(value(cells[4]?.[0])).toBe(2.598);
  expect(value(cells[4]?.[2])).toBe("Cukup");
  expect(cells[4]?.[2]).toMatchObject({ formula: expect.stringContaining("LOOKUP(ROUND(A5,8),{0,1.8,2.6,3.5,4.2}") });
});

test("no target looks reached: without one Target is blank and the radar draws and names none", () => {
  const sheetOf = (assessment: Assessment) => indexSheet(assessment, wholeSource, { subtitle: "", targetIndex: "2.6" });
  const targetsOf = (assessment: Assessment) =>
    sheetOf(assessment)
      .cells.slice(7)
      .filter((row) => typeof row[0] === "number")
      .map((row) => value(row[4]));
  const radarOf = (assessment: Assessment) => sheetOf(assessment).charts.find(({ kind }) => kind === "radar");
  const city = sampleAssessment();
  expect(new Set(targetsOf(city))).toEqual(new Set([""]));
  expect(radarOf(city)?.series.map(({ name }) => name)).toEqual(["Nilai"]);
  expect(radarOf(city)?.legend).toBe(false);

  const [first, ...others] = city.entries;
  if (!first) throw new Error("no entry");
  const aimed = { ...city, entries: [{ ...first, target: { kind: "level", level: 5 } as const }, ...others] };
  // Four levels more for one of domain 1's ten indicators of equal weight; the others count with their level.
  expect(targetsOf(aimed).slice(0, 2)).toEqual([1.8, 1.7]);
  expect(targetsOf(aimed).filter((target) => target === 5)).toHaveLength(1);
  expect(radarOf(aimed)?.series.map(({ name }) => name)).toEqual(["Nilai", "Target"]);
});

test("a target that is calculated (8/3) stays, to six places", () => {
  const spec = templateWorkbook(sampleAssessment(), { mode: "full", targetIndex: "2.6" });
  const sheets = spec.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((row) => row.map((cell) => (cell === 2.6 ? 8 / 3 : cell))),
  }));
  const targetIndex = readTargetIndex(gridOf({ ...spec, sheets }));
  expect(targetIndex).toBe("2.666667");
  const cells = cellsOf(sampleAssessment(), targetIndex);
  expect(cells[4]?.[7]).toBe(2.666667);
  const page = summarySheet(sampleAssessment(), { targetIndex });
  expect(page.cells.flat().map(value)).toContain("▽ Target 2,67, kurang 0,51");
});

test("a figure that nobody answered anything for is shown blank, but level 0 is a value", () => {
  const formatAt = (instrument: string) => {
    const pack = allInstruments.get(instrument) ?? DEFAULT_INSTRUMENT;
    const { styles } = indexSheet(blankAssessment(pack), source, { subtitle: "" });
    return styles.filter(({ range }) => range.startsWith("A5:")).at(-1)?.style.numberFormat;
  };
  expect(formatAt("spbe-2020")).toBe("0.00;-0.00;");
  expect(formatAt("spbe-2018")).toBe("0.00");
});
