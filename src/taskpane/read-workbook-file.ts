import type { Assessment } from "../assessment/assessment";
import { readWorkbook } from "../files/read";
import { allInstruments } from "../instrument/all";
import type { Outcome } from "../locale/problem";
import { readAssessment } from "../workbook/read";

/** The assessment that a chosen file holds, whatever its layout; the file is only read. */
export async function readAssessmentFile(file: File): Promise<Outcome<Assessment>> {
  const grid = readWorkbook(new Uint8Array(await file.arrayBuffer()));
  return grid.ok ? readAssessment(grid.value, { instruments: allInstruments }) : grid;
}
