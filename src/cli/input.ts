import { readFile } from "node:fs/promises";
import { DEFAULT_INSTRUMENT } from "../instrument";
import { allInstruments } from "../instrument/all";
import type { Instrument } from "../instrument/types";
import type { Assessment } from "../assessment/assessment";
import { NO_EARLIER_MERGE } from "../assessment/merge";
import type { EarlierMerge } from "../assessment/merge-types";
import { readCsvRows, readLevelFile } from "../files/csv";
import { readWorkbook } from "../files/read";
import { NOTHING_KEPT, type Kept } from "../workbook/kept";
import { readAssessment, readEarlierMerge, readKept } from "../workbook/read";
import type { Outcome } from "../locale/problem";
import { CommandProblem } from "./answer";

/** The value, or the end of the command with the problem, which then names the file. */
export function orThrow<T>(outcome: Outcome<T>, file: string): T {
  if (outcome.ok) return outcome.value;
  throw new CommandProblem({ ...outcome.problem, params: { file, ...outcome.problem.params } });
}

/** The instrument of that id, the default without one. */
export function instrumentOf(id: string | undefined): Instrument {
  const instrument = id === undefined ? DEFAULT_INSTRUMENT : allInstruments.get(id);
  if (instrument) return instrument;
  throw new CommandProblem({
    code: "UNKNOWN_INSTRUMENT",
    params: { id: id ?? "", ids: [...allInstruments.keys()].join(", ") },
  });
}

export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new CommandProblem({ code: "FILE_MISSING", params: { file } });
  }
}

/** The assessment in a workbook, or in a .csv or .json of no and tingkat. */
export const readAssessmentFile = async (file: string, instrument?: string): Promise<Assessment> =>
  (await readWholeFile(file, instrument)).assessment;

/**
 * The assessment with what else the workbook holds; a .csv or .json holds nothing else. `instrument` counts whatever the file
 * says, `otherwise` where it says nothing.
 */
export async function readWholeFile(file: string, instrument?: string, otherwise?: string): Promise<WholeFile> {
  const bytes = await readBytes(file);
  if (/\.(csv|json)$/i.test(file)) {
    const assessment = orThrow(
      readLevelFile(bytes, file, (id) => instrumentOf(instrument ?? id ?? otherwise)),
      file,
    );
    return { assessment, kept: NOTHING_KEPT, earlier: NO_EARLIER_MERGE };
  }
  const grid = orThrow(readWorkbook(bytes), file);
  const assessment = orThrow(
    readAssessment(grid, { instruments: allInstruments, ...(instrument && { instrument: instrumentOf(instrument) }) }),
    file,
  );
  const { instrument: found } = assessment;
  return { assessment, kept: readKept(grid, found), earlier: readEarlierMerge(grid, found) };
}

export interface WholeFile {
  readonly assessment: Assessment;
  readonly kept: Kept;
  readonly earlier: EarlierMerge;
}

/** The rows of a CSV, as texts. */
export const readRows = async (file: string): Promise<readonly (readonly string[])[]> =>
  orThrow(readCsvRows(await readBytes(file)), file);
