/**
 * Exact fractions of whole numbers. Index values are ratios of integers; in between nothing is ever a float, because
 * `toFixed` and `Math.round(x * 100)` give a wrong last digit on published results.
 * All values in this product stay far below 2^53, so plain numbers hold them exactly.
 */
export interface Ratio {
  readonly numerator: number;
  /** Positive. */
  readonly denominator: number;
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

/** The fraction in lowest terms. Throws a RangeError when a part is no safe integer or the denominator is not positive. */
export function ratio(numerator: number, denominator = 1): Ratio {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0)
    throw new RangeError(`not an exact fraction: ${numerator}/${denominator}`);
  const divisor = gcd(numerator, denominator) || 1;
  return { numerator: numerator / divisor + 0, denominator: denominator / divisor };
}

export const add = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { ...b, numerator: -b.numerator });

export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.numerator, a.denominator * b.denominator);

/** Negative, zero or positive as a is below, at or above b. */
export const compare = (a: Ratio, b: Ratio): number => a.numerator * b.denominator - b.numerator * a.denominator;

export const toNumber = (r: Ratio): number => r.numerator / r.denominator;

/** The exact value of a decimal number or text ("2.6", 1.26) with a point, or null when it is none. */
export function parseRatio(decimal: string | number): Ratio | null {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/.exec(String(decimal).trim());
  if (!match) return null;
  const [, sign = "", whole = "0", places = ""] = match;
  const value = ratio(Number(whole + places), 10 ** places.length);
  return sign ? { ...value, numerator: -value.numerator } : value;
}

/** Decimal text with a point and exactly `places` places, rounded half up (away from zero below zero). */
export function roundHalfUp(r: Ratio, places = 2): string {
  const scale = 10 ** places;
  const size = Math.abs(r.numerator);
  const scaled = Math.floor((2 * size * scale + r.denominator) / (2 * r.denominator));
  const digits = String(scaled).padStart(places + 1, "0");
  const sign = r.numerator < 0 && scaled !== 0 ? "-" : "";
  return sign + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

/** Decimal text with a point, up to ten places, no trailing zeros: how the command's JSON writes exact values. */
export function exactText(r: Ratio): string {
  return roundHalfUp(r, 10).replace(/\.?0+$/, "");
}
