/** Indicator numbers as people write them, or the piece that is none. */
export type NumbersReading =
  | { readonly kind: "numbers"; readonly numbers: readonly number[] }
  | { readonly kind: "invalid"; readonly piece: string };

/**
 * Reads "1, 4, 10–12" (also with ";", blanks or "dan" between, and with any dash or "s.d.") as ascending numbers from 1
 * to `last`, each once.
 */
export function readNumbers(text: string, last: number): NumbersReading {
  const joined = text.replace(/\s*(?:[-\u2010-\u2015\u2212]|s\.?\s?d\.?|sampai)\s*/gi, "-");
  const found = new Set<number>();
  for (const piece of joined.split(/[\s,;]+|\bdan\b/i).filter((one) => one !== "" && !/^dan$/i.test(one))) {
    const [, from = "", to = from] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(piece) ?? [];
    if (from === "" || Number(from) < 1 || Number(to) > last || Number(to) < Number(from))
      return { kind: "invalid", piece };
    for (let number = Number(from); number <= Number(to); number += 1) found.add(number);
  }
  return { kind: "numbers", numbers: [...found].sort((a, b) => a - b) };
}
