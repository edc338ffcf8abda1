import type { Instrument, Scale } from "../instrument/types";
import type { LevelProblem, LevelReading } from "./assessment";

/** A value as a cell holds it, whichever edge it came through. */
export type RawValue = string | number | boolean | null | { readonly error: string };

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5 };
const NUMBER = /^[+]?(\d{1,6})(?:[.,](\d+))?$/;
/** Words that people write before the number. */
const PREFIX = /^(?:tingkat(?:\s+kematangan)?|level|lvl|lv|tk|skor|nilai)\s*[.:]?\s*/i;
/** A drop-down's label: "3 - Terdefinisi", "3. Terdefinisi", "3 (Terdefinisi)". */
const LABELLED = /^(\d)\s*[-–:.(]\s*([^\d)][^)]*?)\s*\)?$/;
const DATE_TEXT = /^(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:\b|T)/;

/** Serial numbers of 1990 … 2100: no level is that large, so such a number is a day that Excel made of an entry like "3/1". */
const looksLikeDate = (value: number): boolean => value >= 32874 && value <= 73415;

/** What formulas add to a number by themselves ("=0.1*30"). */
const NOISE = 1e-8;

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
  const named = namedLevel(bare, options.names) ?? namedLevel(text, options.names);
  if (named !== undefined) return readNumber(named, text, scale);
  return invalid(text, DATE_TEXT.test(text) ? "date" : "not-a-level");
}

function namedLevel(text: string, names: ReadLevelOptions["names"]): number | undefined {
  const word = text.toLowerCase();
  const labelled = LABELLED.exec(word);
  const label = labelled ? names?.get(labelled[2] ?? "") : undefined;
  // A label whose number and name disagree says nothing certain.
  if (labelled) return label === Number(labelled[1]) ? label : undefined;
  return Object.hasOwn(ROMAN, word) ? ROMAN[word] : names?.get(word);
}

function readNumber(value: number, raw: string, scale: Scale): LevelReading {
  if (looksLikeDate(value)) return invalid(raw, "date");
  if (!(value > scale.min - NOISE && value < scale.max + NOISE)) return invalid(raw, "outside-scale");
  const hundredths = Math.round(value * 100);
  if (Math.abs(value - hundredths / 100) > NOISE)
    return invalid(raw, scale.decimals === 0 ? "not-whole" : "too-many-decimals");
  if (scale.decimals === 0 && hundredths % 100 !== 0) return invalid(raw, "not-whole");
  return { kind: "level", level: hundredths / 100 };
}

/** The level, or null where the cell is blank or holds none. */
export const levelOf = (reading: LevelReading): number | null => (reading.kind === "level" ? reading.level : null);

/**
 * The names of an instrument's levels, lower case, to read "Terdefinisi" as 3: those of one family, or of all (no name
 * means two different levels; a test holds the packs to that).
 */
export function levelNamesOf(instrument: Instrument, family?: string): ReadonlyMap<string, number> {
  const key = family ?? "";
  const cached = levelNames.get(instrument) ?? new Map<string, ReadonlyMap<string, number>>();
  levelNames.set(instrument, cached);
  const known = cached.get(key);
  if (known) return known;
  const names = new Map(
    Object.entries(instrument.levelNames)
      .filter(([name]) => family === undefined || name === family)
      .flatMap(([, levels]) =>
        Object.entries(levels).map(([level, { name }]): [string, number] => [name.toLowerCase(), Number(level)]),
      ),
  );
  cached.set(key, names);
  return names;
}
const levelNames = new WeakMap<Instrument, Map<string, ReadonlyMap<string, number>>>();
