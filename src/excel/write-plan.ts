import type { Plan } from "../assessment/plan";
import { SHEET } from "../workbook/layout";
import { planSheet } from "../workbook/sheets/plan-sheet";
import { templateLayout } from "../workbook/template-layout";
import type { Change } from "./change";
import { placeSheets, sheetNames } from "./place";
import { assessmentOf, type Reading } from "./reading";

export function planChange(reading: Reading, plan: Plan): Change {
  const assessment = assessmentOf(reading);
  const names = sheetNames(reading.snapshot);
  const layout = templateLayout(assessment.instrument, { names });
  const spec = planSheet(plan, assessment, { name: names.plan, layout });
  return {
    summary: "excel.wrote.plan",
    params: { count: plan.steps.length },
    sheets: placeSheets(reading.snapshot, [spec], names),
    activate: SHEET.plan,
  };
}
