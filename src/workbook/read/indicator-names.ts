import { distance } from "fastest-levenshtein";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { fold } from "./cell";

/** What a text names. */
export type NameMatch =
  | { readonly kind: "exact"; readonly number: number }
  /** One indicator is clearly the nearest, with typing errors. */
  | { readonly kind: "close"; readonly number: number }
  /** A domain's or aspect's heading. */
  | { readonly kind: "heading" }
  | { readonly kind: "none" };

const NONE: NameMatch = { kind: "none" };

const withoutPrefix = (name: string): string =>
  fold(name)
    .replace(/^(?:indikator (?:ke )?)?\d{1,2} /, "")
    .replace(/^(?:nilai )?tingkat kematangan /, "");

/** Without the words that every indicator shares or that people leave out. */
const bare = (name: string): string =>
  withoutPrefix(name)
    .replace(
      / instansi pusat (?:dan )?pemerintah daerah$| instansi pusat$| pemerintah daerah$| instansi pemerintah$/,
      "",
    )
    .trim();

/** How many texts a reading may compare letter by letter: enough for any assessment, too few for a flood of rows to hurt. */
const CLOSE_LOOKUPS = 400;

interface NameIndex {
  /** -1 where two indicators share the text. */
  readonly exact: ReadonlyMap<string, number>;
  readonly headings: ReadonlySet<string>;
}

const indexes = new WeakMap<Instrument, NameIndex>();

function indexOf(instrument: Instrument): NameIndex {
  const known = indexes.get(instrument);
  if (known) return known;
  const exact = new Map<string, number>();
  for (const indicator of indicatorsOf(instrument))
    // The whole name too: with a typing error in the words that are usually left out, they cannot be left out.
    for (const key of new Set([
      bare(indicator.name),
      bare(indicator.shortName),
      fold(indicator.name),
      withoutPrefix(indicator.name),
    ])) {
      exact.set(key, (exact.get(key) ?? indicator.number) === indicator.number ? indicator.number : -1);
    }
  const headings = new Set(
    instrument.domains.flatMap((domain) => [domain.name, ...domain.aspects.map(({ name }) => name)]).map(bare),
  );
  const index = { exact, headings };
  indexes.set(instrument, index);
  return index;
}

/** Finds indicators by their names, exactly (but for case, numbering and shared words) or with typing errors. */
export class IndicatorNames {
  private readonly index: NameIndex;
  private readonly seen = new Map<string, NameMatch>();
  private lookups = 0;

  constructor(instrument: Instrument) {
    this.index = indexOf(instrument);
  }

  match(text: string): NameMatch {
    const known = this.seen.get(text);
    if (known) return known;
    const match = this.find(bare(text), withoutPrefix(text));
    this.seen.set(text, match);
    return match;
  }

  private find(key: string, whole: string): NameMatch {
    if (key === "") return NONE;
    const number = this.index.exact.get(key);
    if (number !== undefined && number > 0) return { kind: "exact", number };
    const { headings } = this.index;
    if (/^(?:domain|aspek)\b/.test(key) || headings.has(key) || headings.has(key.replace(/^[ivxa-h]+ /, "")))
      return { kind: "heading" };
    if (key.length < 8 || key.length > 200 || this.lookups++ >= CLOSE_LOOKUPS) return NONE;
    const close = this.closest(key);
    return close.kind === "none" && whole !== key ? this.closest(whole) : close;
  }

  /** Within a fifth of the letters, and clearly nearer than any other indicator; digits must agree ("Sektor 2" is not "Sektor 3"). */
  private closest(key: string): NameMatch {
    const digits = key.replace(/\D/g, "");
    let best = 0;
    let least = Infinity;
    let second = Infinity;
    for (const [name, number] of this.index.exact) {
      if (number < 0 || Math.abs(name.length - key.length) > 0.25 * key.length || name.replace(/\D/g, "") !== digits)
        continue;
      const far = distance(name, key);
      if (far < least) {
        if (number !== best) second = least;
        [least, best] = [far, number];
      } else if (number !== best && far < second) second = far;
    }
    return least <= Math.floor(key.length / 5) && second - least >= 2 ? { kind: "close", number: best } : NONE;
  }
}

/** How many indicators of an instrument the texts name exactly, to tell instruments apart. */
export function namesIn(instrument: Instrument, texts: readonly string[]): number {
  const { exact } = indexOf(instrument);
  return new Set(texts.map((text) => exact.get(bare(text))).filter((number) => number !== undefined && number > 0))
    .size;
}
