import { readFileSync } from "node:fs";
import { allInstruments } from "../instrument/all";
import { returnOf } from "../assessment/merge";
import type { ReturnedFile } from "../assessment/merge-types";
import { readWorkbook } from "../files/read";
import { readAssessment } from "../workbook/read";

/** One returned file, read and cut down to what merging needs, or refused with the reason. Never throws. */
export function readReturn(file: string): ReturnedFile {
  const refused = (code: string): ReturnedFile => ({
    file,
    sha256: "",
    modified: null,
    content: { ok: false, problem: { code, params: { file } } },
  });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return refused("FILE_MISSING");
  }
  const grid = readWorkbook(bytes);
  if (!grid.ok) return { ...refused(grid.problem.code), content: grid };
  const { sha256, modified } = grid.value;
  return returnOf({ file, sha256, modified }, readAssessment(grid.value, { instruments: allInstruments }));
}
