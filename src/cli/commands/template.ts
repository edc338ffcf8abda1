import path from "node:path";
import { handouts, parseAssignment, withAssignment } from "../../workbook/assign";
import { blankAssessment } from "../../workbook/blank";
import { fullWorkbook } from "../../workbook/full-workbook";
import { NOTHING_KEPT } from "../../workbook/kept";
import { writeWorkbook } from "../../files/write";
import { rankOfAgency } from "../../assessment/agency-rank";
import { resultOf, withResult } from "../../assessment/history";
import { indicatorsOf } from "../../assessment/score";
import type { Locale } from "../../locale";
import { type Answer, EXIT } from "../answer";
import { instrumentOf, orThrow, readRows, readWholeFile, type WholeFile } from "../input";
import { refuseTaken, reportStrangers, reportUnreadHistory, saveFile } from "../output";
import { table } from "../table";
import { say } from "../texts";

export interface TemplateCommandOptions {
  readonly out: string;
  readonly instrument?: string;
  readonly agency?: string;
  readonly year?: number;
  readonly assign?: string;
  readonly from?: string;
  /** Replace files that exist. */
  readonly force?: boolean;
}

interface WrittenFile {
  readonly path: string;
  readonly opd: string | null;
  readonly indicators: readonly number[];
}

/** Name of the workbook that holds all offices, beside theirs. */
const MASTER = "00 Induk.xlsx";

/** `spbe template`: one workbook, or with `--assign` one per office and the master, in the folder `--out`. */
export async function templateCommand(
  options: TemplateCommandOptions,
  locale: Locale,
  report: (text: string) => void,
): Promise<Answer> {
  const start = await startingPoint(options);
  const files = options.assign ? await writeHandouts(start, options.assign, options) : [await writeOne(start, options)];
  if (options.from !== undefined) reportUnreadHistory(start.kept, options.from, locale, report);
  reportStrangers(start.kept, options.from, locale, report);
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

/**
 * What the new workbook starts from. With `--from` it is all that the workbook holds; under another year its result goes to
 * `Riwayat`.
 */
async function startingPoint({ from, instrument, agency, year }: TemplateCommandOptions): Promise<Start> {
  const { assessment: start, kept } = from
    ? await readWholeFile(from, instrument)
    : { assessment: blankAssessment(instrumentOf(instrument)), kept: NOTHING_KEPT };
  const identity = { ...start.identity, ...(agency !== undefined && { agency }), ...(year !== undefined && { year }) };
  const isLater = year !== undefined && start.identity.year !== null && year > start.identity.year;
  const history = isLater ? withResult(kept.history, resultOf(start)) : kept.history;
  return { assessment: { ...start, identity }, kept: { ...kept, history } };
}

type Start = Pick<WholeFile, "assessment" | "kept">;

async function writeFull({ assessment, kept }: Start, at: string): Promise<WrittenFile> {
  await saveFile(at, await writeWorkbook(fullWorkbook(assessment, kept, [], rankOfAgency(assessment))));
  return { path: at, opd: null, indicators: indicatorsOf(assessment.instrument).map(({ number }) => number) };
}

async function writeOne(start: Start, { out, from, force }: TemplateCommandOptions): Promise<WrittenFile> {
  await refuseTaken([out], from === undefined ? [] : [from], force);
  return writeFull(start, out);
}

async function writeHandouts(
  { assessment, kept }: Start,
  assign: string,
  { out: folder, from, force }: TemplateCommandOptions,
): Promise<WrittenFile[]> {
  const assignment = orThrow(parseAssignment(await readRows(assign), assessment.instrument), assign);
  const assigned = withAssignment(assessment, assignment);
  const offices = handouts(assigned).map((one) => ({ ...one, at: path.join(folder, one.fileName) }));
  const master = path.join(folder, MASTER);
  await refuseTaken([master, ...offices.map(({ at }) => at)], [assign, ...(from === undefined ? [] : [from])], force);
  const files = [await writeFull({ assessment: assigned, kept }, master)];
  for (const { at, opd, indicators, spec } of offices) {
    await saveFile(at, await writeWorkbook(spec));
    files.push({ path: at, opd, indicators });
  }
  return files;
}
