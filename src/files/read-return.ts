import { returnOf } from "../assessment/merge-return";
import type { Assessment } from "../assessment/assessment";
import type { ReturnedFile } from "../assessment/merge-types";
import { allInstruments } from "../instrument/all";
import { failure, type Outcome } from "../locale/problem";
import type { Grid } from "../workbook/grid";
import { readAssessment } from "../workbook/read";
import { readWorkbook } from "./read";
import { sha256 } from "./sha256";

/**
 * One returned file, read and cut down to what merging needs, or refused with the reason; never throws. The answer is
 * plain data, so that it may come from a worker.
 */
export function readReturn(file: string, bytes: Uint8Array): ReturnedFile {
  const grid = readWorkbook(bytes);
  if (!grid.ok) return returnOf({ file, sha256: sha256(bytes), modified: null }, grid);
  const { sha256: hash, modified } = grid.value;
  return returnOf({ file, sha256: hash, modified }, readOrRefuse(grid.value));
}

/** Whatever nobody thought of costs this one file, never the others of its merge. */
function readOrRefuse(grid: Grid): Outcome<Assessment> {
  try {
    return readAssessment(grid, { instruments: allInstruments });
  } catch {
    return failure("UNREADABLE");
  }
}
