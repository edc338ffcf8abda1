import type { Assessment } from "../assessment/assessment";
import type { PeerGroup } from "../assessment/peers";
import type { Plan } from "../assessment/plan";
import { parseRatio } from "../assessment/ratio";
import { levelsOf, scoreOf } from "../assessment/score";
import { SHEET } from "../workbook/layout";
import { officialRecordSheet } from "../workbook/sheets/official-record";
import { summarySheet, type SummaryOptions } from "../workbook/sheets/summary";
import type { Change } from "./change";
import { ownSheet, placeSheets, sheetNames } from "./place";
import { assessmentOf, targetIndex, type Reading } from "./reading";
import { indexChange } from "./write-index";

/** The kind of government that an agency's name tells. */
function groupOf(agency: string): PeerGroup | null {
  if (/\bkota\b/i.test(agency)) return "kota";
  if (/\bkab(upaten|\.)?\b/i.test(agency)) return "kabupaten";
  if (/\b(provinsi|prov\.?)\b/i.test(agency)) return "provinsi";
  return /\b(kementerian|badan|lembaga|kepolisian|kejaksaan)\b/i.test(agency) ? "pusat" : null;
}

/** The published results and the planner come with the first summary that needs them, not with the pane. */
async function rankOf(assessment: Assessment): Promise<SummaryOptions["rank"]> {
  const group = groupOf(assessment.identity.agency);
  const score = scoreOf(assessment.instrument, levelsOf(assessment));
  if (!group || score.missing.length > 0 || !assessment.instrument.id.startsWith("spbe")) return null;
  const { PEER_YEARS, rankAmong } = await import("../assessment/peers");
  const { year: stated } = assessment.identity;
  const year = stated !== null && PEER_YEARS.includes(stated) ? stated : PEER_YEARS.at(-1);
  const rank = year === undefined ? null : rankAmong({ index: score.index, group, year });
  return rank && { rank: rank.rank, of: rank.of, group, median: rank.median };
}

async function planFor(assessment: Assessment, target: string | null): Promise<Plan | null> {
  const exact = target === null ? null : parseRatio(target);
  if (!exact) return null;
  const { planOf } = await import("../assessment/plan");
  const owners = assessment.entries.map(({ opd }) => opd);
  const outcome = planOf({ instrument: assessment.instrument, levels: levelsOf(assessment), target: exact, owners });
  return outcome.kind === "plan" ? outcome.plan : null;
}

/**
 * The leader's page and the record to sign. Their figures follow `Indeks`, which is added where it is missing. `plan` is
 * the one that the person wrote last; without it the cheapest way to the target is shown.
 */
export async function summaryChange(reading: Reading, plan: Plan | null): Promise<Change> {
  const { snapshot } = reading;
  const assessment = assessmentOf(reading);
  const names = sheetNames(snapshot);
  const target = targetIndex(snapshot);
  const summary = summarySheet(assessment, {
    name: names.summary,
    indexName: names.index,
    targetIndex: target,
    rank: await rankOf(assessment),
    plan: plan ?? (await planFor(assessment, target)),
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
