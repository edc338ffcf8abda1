import Papa from "papaparse";
import type { Assessment } from "../assessment/assessment";
import { readLevel, type RawValue } from "../assessment/level";
import { indicatorsOf } from "../assessment/score";
import type { Instrument } from "../instrument/types";
import { failure, success, type Outcome } from "../locale/problem";
import { blankAssessment } from "../workbook/blank";
import { demandText } from "./signature";
import { Refusal } from "./refusal";

const EXPECTED = "no,tingkat";
/** More rows than any list of indicators, offices or efforts has. */
const ROWS_MAX = 100_000;

/**
 * The rows of a CSV as texts, header included, blank rows left out; separated by commas, semicolons (as Indonesian Excel
 * writes) or tabs, in UTF-8, UTF-16 or the old Windows encoding. Problems: EMPTY, NOT_TEXT, CORRUPT, TOO_LARGE.
 */
export function readCsvRows(bytes: Uint8Array): Outcome<readonly (readonly string[])[]> {
  try {
    const text = demandText(bytes);
    const { data, errors } = Papa.parse<string[]>(text, {
      delimitersToGuess: [",", ";", "\t"],
      skipEmptyLines: "greedy",
      preview: ROWS_MAX + 1,
    });
    const broken = errors.find(({ type }) => type === "Quotes");
    if (broken) return failure("CSV_QUOTES", { row: (broken.row ?? 0) + 1 });
    if (data.length > ROWS_MAX) return failure("TOO_LARGE");
    return success(data.map((row) => row.map((cell) => cell.trim())));
  } catch (error) {
    if (error instanceof Refusal) return failure(error.code, error.params);
    throw error;
  }
}

/**
 * An assessment from a list of levels: a CSV with the columns no and tingkat, or JSON as [3, 2, …] in the instrument's
 * order, {"1": 3, …}, [{"no": 1, "tingkat": 3}, …] or what `spbe index --json` and `spbe merge --json` print, which also
 * says instrument, agency and year. `instrumentOf` gets the instrument's id, null where the file names none. Levels are
 * read as leniently as cells are; one outside the scale stays in the assessment as an invalid reading.
 * Problems: those of readCsvRows, CSV_HEADER, CSV_ROW, CSV_REPEATED, CSV_EMPTY, JSON_SHAPE.
 */
export function readLevelFile(
  bytes: Uint8Array,
  name: string,
  instrumentOf: (id: string | null) => Instrument,
): Outcome<Assessment> {
  const list = /\.json$/i.test(name) ? jsonLevels(bytes) : csvPairs(bytes);
  if (!list.ok) return list;
  const { pairs, about } = list.value;
  const instrument = instrumentOf(about.instrument ?? null);
  const known = new Set(indicatorsOf(instrument).map(({ number }) => number));
  const values = new Map<number, { value: RawValue; row: number }>();
  for (const { no, value, row } of pairs) {
    const number = typeof no === "number" ? no : /^\d{1,4}$/.test(no) ? Number(no) : NaN;
    if (!known.has(number)) return failure("CSV_ROW", { row, found: String(no), column: "no" });
    const first = values.get(number);
    if (first) return failure("CSV_REPEATED", { row, found: number, first: first.row, column: "no" });
    values.set(number, { value, row });
  }
  if (values.size === 0) return failure("CSV_EMPTY", { expected: EXPECTED });
  const blank = blankAssessment(instrument, {
    ...(about.agency && { agency: about.agency }),
    ...(about.year && { year: about.year }),
  });
  return success({
    ...blank,
    entries: blank.entries.map((entry) => ({
      ...entry,
      level: readLevel(values.get(entry.indicator)?.value, instrument.scale),
    })),
  });
}

/** The levels of a file, and what a document of the command tells about itself. */
interface LevelList {
  readonly pairs: readonly Pair[];
  readonly about: { readonly instrument?: string; readonly agency?: string; readonly year?: number };
}

interface Pair {
  readonly no: string | number;
  readonly value: RawValue;
  /** 1-based place in the file. */
  readonly row: number;
}

const LEVEL_HEADERS = ["tingkat", "level", "nilai", "skor"];
const NUMBER_HEADERS = ["no", "nomor", "no.", "indikator"];

function csvPairs(bytes: Uint8Array): Outcome<LevelList> {
  const rows = readCsvRows(bytes);
  if (!rows.ok) return rows;
  const [header = [], ...body] = rows.value;
  const titles = header.map((title) => title.toLowerCase());
  const no = titles.findIndex((title) => NUMBER_HEADERS.includes(title));
  const level = titles.findIndex((title) => LEVEL_HEADERS.includes(title));
  if (no < 0 || level < 0) return failure("CSV_HEADER", { column: no < 0 ? "no" : "tingkat", expected: EXPECTED });
  const pairs = body.map((row, index) => ({ no: row[no] ?? "", value: row[level] ?? "", row: index + 2 }));
  return success({ pairs, about: {} });
}

function jsonLevels(bytes: Uint8Array): Outcome<LevelList> {
  try {
    const { levels, about } = levelsIn(JSON.parse(demandText(bytes)));
    const pairs = Array.isArray(levels) ? levels.map(pairOf) : objectPairs(levels);
    return pairs?.every((pair) => pair !== null) ? success({ pairs, about }) : failure("JSON_SHAPE");
  } catch (error) {
    if (error instanceof Refusal) return failure(error.code, error.params);
    return failure("JSON_SHAPE");
  }
}

/** The levels in a document of the command, of an index itself or of a merge that tells its index; else the list as it is. */
function levelsIn(document: unknown): { readonly levels: unknown; readonly about: LevelList["about"] } {
  if (typeof document !== "object" || document === null) return { levels: document, about: {} };
  const { index, indicators, instrument, agency, year } = document as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(document, "files")) return levelsIn(index);
  if (!Array.isArray(indicators)) return { levels: document, about: {} };
  return {
    levels: indicators,
    about: {
      ...(typeof instrument === "string" && { instrument }),
      ...(typeof agency === "string" && { agency }),
      ...(typeof year === "number" && { year }),
    },
  };
}

const isRaw = (value: unknown): value is string | number | boolean | null =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

function pairOf(item: unknown, index: number): Pair | null {
  if (isRaw(item)) return { no: index + 1, value: item, row: index + 1 };
  if (typeof item !== "object" || item === null) return null;
  const fields = new Map(
    Object.entries(item as Record<string, unknown>).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const no = first(fields, [...NUMBER_HEADERS, "number"]);
  const value = first(fields, LEVEL_HEADERS) ?? null;
  return (typeof no === "number" || typeof no === "string") && isRaw(value) ? { no, value, row: index + 1 } : null;
}

const first = (fields: ReadonlyMap<string, unknown>, names: readonly string[]): unknown =>
  fields.get(names.find((name) => fields.has(name)) ?? "");

function objectPairs(document: unknown): (Pair | null)[] | null {
  if (typeof document !== "object" || document === null) return null;
  return Object.entries(document).map(([no, value], index) => (isRaw(value) ? { no, value, row: index + 1 } : null));
}
