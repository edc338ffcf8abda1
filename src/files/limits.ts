/**
 * How much a file may claim. A return of one office is 100 KB and 8,000 cells; a whole city's workbook stays far below
 * a tenth of each limit, so whoever meets one sends something else.
 */
export const LIMITS = {
  /** Bytes of the file as it came. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of a CSV or JSON file. */
  textBytes: 4 * 1024 * 1024,
  parts: 5_000,
  /** Bytes of one part, and of all parts together, unpacked, as the directory declares them. */
  partBytes: 192 * 1024 * 1024,
  totalBytes: 320 * 1024 * 1024,
  /** Unpacked by packed size of a part above `ratioFromBytes`: real sheets stay below 60, a run of blanks is 1,000. */
  ratio: 250,
  ratioFromBytes: 2 * 1024 * 1024,
  sheets: 500,
  /** Cells that hold something, in all sheets. */
  cells: 1_000_000,
  /** Places in rows, blank ones too: a cell in the last column of many rows would cost 16,384 each. */
  places: 16_000_000,
  sharedStrings: 2_000_000,
  /** Characters of one text; a cell of Excel holds 32,767. */
  text: 200_000,
  /** Characters of one tag or of one unfinished piece of markup. */
  tag: 1_000_000,
  depth: 100,
  merges: 100_000,
} as const;

/** Rows and columns of the largest sheet there is. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;
