import type { Scale } from "../instrument/types";
import type { LevelProblem, LevelReading } from "./assessment";

/** A value as a cell holds it, whichever edge it came through. */
export type RawValue = string | number | boolean | null | { readonly error: string };

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 };
const NUMBER = /^[+]?(\d{1,6})(?:[.,](\d+))?$/;
/** Words that people write before the number. */
const PREFIX = /^(?:tingkat(?:\s+kematangan)?|level|lv|lvl|tk|skor|nilai)\s*[.:]?\s*/i;

/** Serial numbers of 1990 … 2100: no level is that large, so such a number is a day that Excel made of an entry like "3/1". */
const looksLikeDate = (value: number): boolean => value >= 32874 && value <= 73415;

const invalid = (raw: string, reason: LevelProblem): LevelReading => ({ kind: "invalid", raw, reason });

export interface ReadLevelOptions {
  /** Older Excel hands blank cells to functions as 0: there, 0 means unanswered. */
  readonly zeroIsBlank?: boolean;
  /** The cell's number is shown as a date. */
  readonly isDate?: boolean;
  /** The names of the levels, to read "Terdefinisi" as 3. */
  readonly names?: ReadonlyMap<string, number>;
}

/**
 * The one parser of levels: lenient in form, strict in value. 3, "3", "3,00", " 3 ", "Level 3", "Lv. 3", "III" and the
 * level's name are 3; null and blank text are blank; all else is invalid with the reason.
 */
export function readLevel(value: RawValue | undefined, scale: Scale, options: ReadLevelOptions = {}): LevelReading {
  if (value === null || value === undefined) return { kind: "blank" };
  if (typeof value === "object") return invalid(value.error, "error-value");
  if (typeof value === "boolean") return invalid(value ? "TRUE" : "FALSE", "boolean");
  if (typeof value === "number") {
    if (options.isDate) return invalid(String(value), "date");
    if (value === 0 && options.zeroIsBlank) return { kind: "blank" };
    return readNumber(value, String(value), scale);
  }
  const text = value.replace(/[\u00a0\u2007\u202f\s]+/g, " ").trim();
  if (text === "") return { kind: "blank" };
  if (/^#(?:N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!)$/i.test(text))
    return invalid(text, "error-value");
  const bare = text.replace(PREFIX, "").trim();
  const number = NUMBER.exec(bare);
  if (number) return readNumber(Number(`${number[1]}.${number[2] ?? "0"}`), text, scale);
  const word = bare.toLowerCase();
  const named = ROMAN[word] ?? options.names?.get(word) ?? options.names?.get(text.toLowerCase());
  return named === undefined ? invalid(text, "not-a-level") : readNumber(named, text, scale);
}

function readNumber(value: number, raw: string, scale: Scale): LevelReading {
  if (looksLikeDate(value)) return invalid(raw, "date");
  if (!Number.isFinite(value) || value < scale.min || value > scale.max) return invalid(raw, "outside-scale");
  const hundredths = Math.round(value * 100);
  if (Math.abs(value * 100 - hundredths) > 1e-6)
    return invalid(raw, scale.decimals === 0 ? "not-whole" : "too-many-decimals");
  if (scale.decimals === 0 && hundredths % 100 !== 0) return invalid(raw, "not-whole");
  return { kind: "level", level: hundredths / 100 };
}

/** The level, or null where the cell is blank or holds none. */
export const levelOf = (reading: LevelReading): number | null => (reading.kind === "level" ? reading.level : null);
