import { mkdir } from "node:fs/promises";
import path from "node:path";
import { handouts, parseAssignment, withAssignment } from "../../workbook/assign";
import { blankAssessment } from "../../workbook/blank";
import { templateWorkbook } from "../../workbook/template";
import { writeWorkbook } from "../../files/write";
import type { Assessment } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import type { Locale } from "../../locale";
import { type Answer, EXIT } from "../answer";
import { instrumentOf, orThrow, readAssessmentFile, readRows } from "../input";
import { saveFile } from "../output";
import { table } from "../table";
import { say } from "../texts";

export interface TemplateCommandOptions {
  readonly out: string;
  readonly instrument?: string;
  readonly agency?: string;
  readonly year?: number;
  readonly assign?: string;
  readonly from?: string;
}

interface WrittenFile {
  readonly path: string;
  readonly opd: string | null;
  readonly indicators: readonly number[];
}

/** Name of the workbook that holds all offices, beside theirs. */
const MASTER = "00 Induk.xlsx";

/** `spbe template`: one workbook, or with `--assign` one per office and the master, in the folder `--out`. */
export async function templateCommand(options: TemplateCommandOptions, locale: Locale): Promise<Answer> {
  const assessment = await startingPoint(options);
  const files = options.assign
    ? await writeHandouts(assessment, options.assign, options.out)
    : [await writeFull(assessment, options.out)];
  const rows = files.map(({ path: at, opd, indicators }) => [at, opd ?? "", indicators.join(", ")]);
  return {
    document: { files },
    lines: table(
      [say(locale, "cli.heading.file"), say(locale, "cli.heading.opd"), say(locale, "cli.heading.indicators")],
      rows,
    ),
    exitCode: EXIT.fine,
  };
}

async function startingPoint({ from, instrument, agency, year }: TemplateCommandOptions): Promise<Assessment> {
  const start = from ? await readAssessmentFile(from, instrument) : blankAssessment(instrumentOf(instrument));
  const identity = { ...start.identity, ...(agency !== undefined && { agency }), ...(year !== undefined && { year }) };
  return { ...start, identity };
}

async function writeFull(assessment: Assessment, at: string): Promise<WrittenFile> {
  await saveFile(at, await writeWorkbook(templateWorkbook(assessment, { mode: "full" })));
  return { path: at, opd: null, indicators: indicatorsOf(assessment.instrument).map(({ number }) => number) };
}

async function writeHandouts(assessment: Assessment, assign: string, folder: string): Promise<WrittenFile[]> {
  const assignment = orThrow(parseAssignment(await readRows(assign), assessment.instrument), assign);
  const assigned = withAssignment(assessment, assignment);
  await mkdir(folder, { recursive: true });
  const files = [await writeFull(assigned, path.join(folder, MASTER))];
  for (const { fileName, opd, indicators, spec } of handouts(assigned)) {
    const at = path.join(folder, fileName);
    await saveFile(at, await writeWorkbook(spec));
    files.push({ path: at, opd, indicators });
  }
  return files;
}
