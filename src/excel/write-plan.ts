import type { Plan } from "../assessment/plan";
import { SHEET } from "../workbook/layout";
import { readPlan } from "../workbook/read";
import { planSheet } from "../workbook/sheets/plan-sheet";
import { templateLayout } from "../workbook/template-layout";
import type { Change } from "./change";
import { placeSheets, sheetNames } from "./place";
import { assessmentOf, type Reading } from "./reading";

/** Rewrites `Rencana`; due dates and statuses that people typed into it stay with their indicator. */
export function planChange(reading: Reading, plan: Plan): Change {
  const assessment = assessmentOf(reading);
  const names = sheetNames(reading.snapshot);
  const layout = templateLayout(assessment.instrument, { names });
  const kept = readPlan(reading.snapshot.grid, assessment.instrument);
  const spec = planSheet(plan, assessment, { name: names.plan, layout, kept });
  return {
    summary: "excel.wrote.plan",
    params: { count: plan.steps.length },
    sheets: placeSheets(reading.snapshot, [spec], names),
    activate: SHEET.plan,
  };
}
