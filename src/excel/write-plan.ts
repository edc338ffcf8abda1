import type { Plan } from "../assessment/plan";
import { SHEET } from "../workbook/layout";
import { planSheet } from "../workbook/sheets/plan-sheet";
import { templateLayout } from "../workbook/template-layout";
import type { Change } from "./change";
import { placeSheets, sheetNames } from "./place";
import { assessmentStateOf, type Reading } from "./reading";

/** Rewrites `Rencana`; due dates and statuses that people typed into it stay with their indicator. */
export function planChange(reading: Reading, plan: Plan): Change {
  const { assessment, plan: kept } = assessmentStateOf(reading);
  const names = sheetNames(reading.snapshot);
  const layout = templateLayout(assessment.instrument, { names });
  const spec = planSheet(plan, assessment, { name: names.plan, layout, kept });
  return {
    summary: "excel.wrote.plan",
    params: { count: plan.steps.length },
    sheets: placeSheets(reading.snapshot, [spec], names),
    activate: SHEET.plan,
  };
}
