import { peersOf, type PeerQuery } from "../../assessment/peers";

/** Provinces with published results in a group and year, alphabetically. */
export function provincesOf(query: PeerQuery): readonly string[] {
  const names = peersOf({ group: query.group, year: query.year }).flatMap(({ province }) => province ?? []);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, "id"));
}

/** Share as whole percent, rounded down, so that nobody is said to be above more than they are. */
export const wholePercent = (share: { readonly numerator: number; readonly denominator: number }): number =>
  Math.floor((share.numerator * 100) / share.denominator);
