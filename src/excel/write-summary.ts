import type { Assessment } from "../assessment/assessment";
import { requestOf } from "../assessment/plan-input";
import { parseRatio } from "../assessment/ratio";
import { SHEET } from "../workbook/layout";
import { officialRecordSheet } from "../workbook/sheets/official-record";
import { summarySheet, type PlanFigures } from "../workbook/sheets/summary";
import { summaryFacts } from "../workbook/summary-facts";
import type { Change } from "./change";
import { ownSheet, placeSheets, sheetNames } from "./place";
import { assessmentStateOf, type Reading } from "./reading";
import { indexChange } from "./write-index";

/** The cheapest way to the target, which no sheet holds yet. */
async function planFor(assessment: Assessment, target: string | null): Promise<PlanFigures | null> {
  const exact = target === null ? null : parseRatio(target);
  if (!exact) return null;
  const { planOf } = await import("../assessment/plan");
  const outcome = planOf(requestOf(assessment, exact));
  return outcome.kind === "plan" ? { ...outcome.plan, listed: false } : null;
}

/**
 * The leader's page and the record to sign. Their figures follow `Indeks`, which is added where it is missing. The page
 * tells of the plan in `Rencana`, without one of the cheapest way to the target; of the change since the newest earlier
 * row of `Riwayat`; and of the rank among the published results.
 */
export async function summaryChange(reading: Reading): Promise<Change> {
  const { snapshot } = reading;
  const state = assessmentStateOf(reading);
  const { assessment } = state;
  const names = sheetNames(snapshot);
  const facts = summaryFacts(assessment, state);
  // The published results and the planner come with the first summary that needs them, not with the pane.
  const { rankOfAgency } = await import("../assessment/agency-rank");
  const summary = summarySheet(assessment, {
    name: names.summary,
    indexName: names.index,
    ...facts,
    rank: rankOfAgency(assessment),
    plan: facts.plan ?? (await planFor(assessment, facts.targetIndex)),
  });
  const record = officialRecordSheet(assessment, {
    name: names.officialRecord,
    indexName: names.index,
    identityName: names.identity,
  });
  const index = ownSheet(snapshot, SHEET.index) ? null : indexChange(reading);
  // The record quotes the identity, which an adopted table may not have.
  const pages = ownSheet(snapshot, SHEET.identity) ? [summary, record] : [summary];
  return {
    summary: "excel.wrote.summary",
    params: {},
    sheets: [...(index?.sheets ?? []), ...placeSheets(snapshot, pages, names)],
    names: index?.names ?? [],
    activate: SHEET.summary,
  };
}
