import { findingsOf } from "../../assessment/findings";
import { indexDocument } from "../../assessment/index-document";
import { writeWorkbook } from "../../files/write";
import { readWorkbook } from "../../files/read";
import { allInstruments } from "../../instrument/all";
import type { Locale } from "../../locale";
import { readAssessment } from "../../workbook/read";
import { sampleAssessment } from "../../workbook/sample";
import { templateWorkbook } from "../../workbook/template";
import { type Answer, EXIT } from "../answer";
import { orThrow } from "../input";
import { saveFile } from "../output";
import { say } from "../texts";
import { indexLines } from "./index-command";
import { findingLines } from "./validate";

/**
 * `spbe demo`: the main job on the sample city. The workbook is written, read back from its bytes as a stranger's would
 * be, and index, predicate and findings are those of what was read.
 */
export async function demoCommand(options: { out: string }, locale: Locale): Promise<Answer> {
  const bytes = await writeWorkbook(templateWorkbook(sampleAssessment(), { mode: "full" }));
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
