import { rankOfAgency } from "../../assessment/agency-rank";
import type { Assessment } from "../../assessment/assessment";
import { planOf } from "../../assessment/plan";
import { requestOf } from "../../assessment/plan-input";
import { compare, exactText, ratio, type Ratio } from "../../assessment/ratio";
import { indexOf, levelsOf } from "../../assessment/score";
import { findingsOf } from "../../assessment/findings";
import { indexDocument } from "../../assessment/index-document";
import { writeWorkbook } from "../../files/write";
import { readWorkbook } from "../../files/read";
import { allInstruments } from "../../instrument/all";
import type { Locale } from "../../locale";
import { fullWorkbook } from "../../workbook/full-workbook";
import { NOTHING_KEPT } from "../../workbook/kept";
import { readAssessment } from "../../workbook/read";
import { sampleAssessment, sampleHistory } from "../../workbook/sample";
import { plannedSheet } from "../../workbook/sheets/plan-sheet";
import { type Answer, EXIT } from "../answer";
import { orThrow } from "../input";
import { saveFile } from "../output";
import { say } from "../texts";
import { indexLines } from "./index-command";
import { findingLines } from "./validate";

/** The lower limit of the band above an assessment's own, which is what a city aims at next; null at the top. */
function nextBand(assessment: Assessment): Ratio | null {
  const { instrument } = assessment;
  const index = indexOf(instrument, levelsOf(assessment));
  const limits = instrument.bands.map(({ from }) => ratio(from, 100));
  return limits.find((limit) => compare(limit, index) > 0) ?? null;
}

/**
 * `spbe demo`: the main job on the sample city. The workbook, with the plan to the next band and the leader's page, is written, read back from its
 * bytes as a stranger's would be, and index, predicate and findings are those of what was read.
 */
export async function demoCommand(options: { out: string }, locale: Locale): Promise<Answer> {
  const sample = sampleAssessment();
  const next = nextBand(sample);
  const plan = next && planOf(requestOf(sample, next));
  const kept = {
    ...NOTHING_KEPT,
    targetIndex: next && exactText(next),
    history: sampleHistory(),
    plan: plan?.kind === "plan" ? plannedSheet(plan.plan, sample) : null,
    summary: true,
    officialRecord: true,
  };
  const bytes = await writeWorkbook(fullWorkbook(sample, kept, [], rankOfAgency(sample)));
  await saveFile(options.out, bytes);
  const assessment = orThrow(
    readAssessment(orThrow(readWorkbook(bytes), options.out), { instruments: allInstruments }),
    options.out,
  );
  const findings = findingsOf(assessment);
  return {
    document: { file: options.out, index: indexDocument(assessment), findings: findings.length },
    lines: [
      `${assessment.identity.agency} ${assessment.identity.year ?? ""}`.trim(),
      ...indexLines(assessment, locale),
      "",
      ...findingLines(findings, locale),
      "",
      say(locale, "cli.written", { path: options.out }),
    ],
    exitCode: EXIT.fine,
  };
}
