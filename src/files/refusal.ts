/** Why a file is not read. The sentences are in the catalogue `files`, under `problem.<code>`. */
export const REFUSALS = [
  "NOT_OPENED",
  "NOT_WORKBOOK",
  "EMPTY",
  "ENCRYPTED",
  "LEGACY_XLS",
  "XLSB",
  "ODS",
  "HTML",
  "CSV",
  "NOT_TEXT",
  "ARCHIVE",
  "TRUNCATED",
  "CORRUPT",
  "ZIP_BOMB",
  "TOO_LARGE",
  "DTD_REFUSED",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Thrown inside the reader only; readWorkbook turns it into a problem. `detail` is for whoever looks into a file, not for the message. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

export const corrupt = (detail: string): Refusal => new Refusal("CORRUPT", detail);

/** A size as people read it: "64 MB". */
export const megabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024));
