import { rankOfAgency } from "../../assessment/agency-rank";
import { planOf } from "../../assessment/plan";
import { requestOf } from "../../assessment/plan-input";
import { exactText } from "../../assessment/ratio";
import { indexOf, levelsOf, nextLimit } from "../../assessment/score";
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
import { refuseTaken, saveFile } from "../output";
import { say } from "../texts";
import { indexLines } from "./index-command";
import { findingLines } from "./validate";

/**
 * `spbe demo`: the main job on the sample city. The workbook, with the plan to the next band and the leader's page, is written, read back from its
 * bytes as a stranger's would be, and index, predicate and findings are those of what was read.
 */
export async function demoCommand(
  options: { readonly out: string; readonly force?: boolean },
  locale: Locale,
): Promise<Answer> {
  await refuseTaken([options.out], [], options.force);
  const sample = sampleAssessment();
  const next = nextLimit(sample.instrument, indexOf(sample.instrument, levelsOf(sample)));
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
