import { readFileSync } from "node:fs";
import type { ReturnedFile } from "../assessment/merge-types";
import { readReturn as readBytes } from "../files/read-return";

/** The returned file at that path, read and cut down to what merging needs, or refused with the reason. Never throws. */
export function readReturn(file: string): ReturnedFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    return {
      file,
      sha256: "",
      modified: null,
      content: { ok: false, problem: { code: "FILE_MISSING", params: { file } } },
    };
  }
  return readBytes(file, bytes);
}
