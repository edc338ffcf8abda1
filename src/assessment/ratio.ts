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

/** Over the least common denominator, so that sums of domain and aspect values stay exact. */
export function add(a: Ratio, b: Ratio): Ratio {
  const shared = gcd(a.denominator, b.denominator);
  return ratio(
    a.numerator * (b.denominator / shared) + b.numerator * (a.denominator / shared),
    a.denominator * (b.denominator / shared),
  );
}

export const sum = (values: readonly Ratio[]): Ratio => values.reduce(add, ratio(0));

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
  const size = Math.abs(r.numerator);
  let digits = String(Math.floor(size / r.denominator));
  let rest = size % r.denominator;
  // Long division: no step leaves the safe integers, whatever the denominator.
  for (let place = 0; place < places; place++) {
    rest *= 10;
    digits += Math.floor(rest / r.denominator);
    rest %= r.denominator;
  }
  if (2 * rest >= r.denominator) digits = increment(digits);
  const padded = digits.padStart(places + 1, "0");
  const sign = r.numerator < 0 && /[1-9]/.test(padded) ? "-" : "";
  return sign + (places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`);
}

/** The next whole number of a digit text, keeping leading zeros: "0999" → "1000". */
const increment = (digits: string): string => {
  const [, head = "", nines = ""] = /^(\d*?)(9*)$/.exec(digits) ?? [];
  const raised = head === "" ? "1" : head.slice(0, -1) + String(Number(head.slice(-1)) + 1);
  return raised + "0".repeat(nines.length);
};

/** Decimal text with a point, up to ten places, no trailing zeros: how the command's JSON writes exact values. */
export function exactText(r: Ratio): string {
  return roundHalfUp(r, 10).replace(/\.?0+$/, "");
}
