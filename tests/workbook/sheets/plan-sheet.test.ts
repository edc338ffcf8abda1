import { DEFAULT_INSTRUMENT } from "../../../src/instrument";
import { planOf, type Plan, type PlanRequest } from "../../../src/assessment/plan";
import { progressOf } from "../../../src/assessment/progress";
import { ratio } from "../../../src/assessment/ratio";
import { indicatorsOf } from "../../../src/assessment/score";
import { blankAssessment } from "../../../src/workbook/blank";
import type { KeptPlan } from "../../../src/workbook/kept";
import { readKept } from "../../../src/workbook/read";
import type { SheetSpec } from "../../../src/workbook/sheet";
import { planSheet, plannedSheet } from "../../../src/workbook/sheets/plan-sheet";
import { gridOf } from "../../../src/workbook/spec-grid";

const ALL = Array.from({ length: 47 }, (_, index) => index + 1);
const blank = blankAssessment(DEFAULT_INSTRUMENT);
const planned = (rest: Partial<PlanRequest>): Plan => {
  const outcome = planOf({
    instrument: DEFAULT_INSTRUMENT,
    levels: ALL.map(() => 3),
    target: ratio(303, 100),
    ...rest,
  });
  if (outcome.kind !== "plan") throw new Error(outcome.kind);
  return outcome.plan;
};
const only = (...free: number[]): number[] => ALL.filter((number) => !free.includes(number));
const readBack = (sheet: SheetSpec): KeptPlan => {
  const { plan } = readKept(gridOf({ sheets: [sheet], names: [] }), DEFAULT_INSTRUMENT);
  if (!plan) throw new Error("no plan");
  return plan;
};
const cell = (sheet: SheetSpec, row: number, column: number) => sheet.cells[row - 1]?.[column - 1];

describe("due dates in Rencana", () => {
  const first = planned({ locks: only(45), start: "2024-01-01" });
  const written = readBack(planSheet(first, blank));

  test("that were computed are read back as such, and give way to those of a new plan", () => {
    expect(written.steps).toMatchObject([{ indicator: 45, due: "2024-09-01", dueIsTyped: false }]);
    const later = plannedSheet(planned({ locks: only(45), start: "2025-02-01" }), blank, written);
    expect(later.steps[0]).toMatchObject({ due: "2025-10-01", dueIsTyped: false });
    expect(plannedSheet(planned({ locks: only(45) }), blank, written).steps[0]?.due).toBeNull();
  });

  test("that a person wrote stay with their indicator, also through a file", () => {
    const [step] = written.steps;
    if (!step) throw new Error("no step");
    const typed = { ...written, steps: [{ ...step, due: "2024-12-24", dueIsTyped: true }] };
    const plan = planned({ locks: only(45), start: "2025-02-01", target: ratio(305, 100) });
    const again = readBack(planSheet(plan, blank, { kept: typed }));
    expect(again.steps).toMatchObject([{ to: 5, due: "2024-12-24", dueIsTyped: true }]);
  });
});

test("what must become true is what the work list says, requirements and evidence", () => {
  const plan = planned({
    locks: only(32),
    levels: ALL.map((number) => (number === 32 ? 4 : 3)),
    target: ratio(303, 100),
  });
  const [step] = plan.steps;
  if (!step) throw new Error("no step");
  const progress = progressOf(step, blank, null);
  const text = String(cell(planSheet(plan, blank), 6, 8));
  const [criteria = "", evidence = ""] = text.split("\nBukti yang diminta:\n");
  expect(criteria.split("\n").map((line) => line.split("  ")[0])).toEqual(["5b", "5d"]);
  expect(criteria.split("\n").map((line) => line.split("  ")[0])).toEqual(progress?.criteria.map(({ id }) => id));
  expect(evidence.split("\n")).toEqual(progress?.evidence.map(({ item }) => `–  ${item}`));
});

test("the sum of efforts says that it is an estimate and what it counts, and is read back as it was", () => {
  const plan = planned({ locks: only(45), effort: [{ indicator: 45, level: 4, effort: 4.5 }] });
  const sheet = planSheet(plan, blank);
  expect(cell(sheet, 2, 1)).toContain("upaya 4,5 (perkiraan dalam bobot kerja relatif");
  expect(readBack(sheet).effort).toBe(4.5);
});

test("the second choice says why it lost", () => {
  const effort = [1, 2].map((indicator) => ({ indicator, level: 4, effort: 2 }));
  const plan = planned({ locks: only(1, 2), effort, target: ratio(301, 100) });
  expect(cell(planSheet(plan, blank), 3, 1)).toBe(
    "Pilihan kedua: upaya 2, hasil 3,01. Setara dalam upaya, jumlah OPD, dan hasil; rencana ini mendahulukan nomor yang lebih kecil.",
  );
});

test("no row is higher than a spreadsheet allows, even where everything is still to be done", () => {
  const plan = planned({ levels: ALL.map(() => 1), target: ratio(5) });
  const heights = [...planSheet(plan, blank).rowHeights.values()];
  expect(plan.steps).toHaveLength(indicatorsOf(DEFAULT_INSTRUMENT).length);
  expect(Math.max(...heights)).toBeLessThanOrEqual(409);
});
