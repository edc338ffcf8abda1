import { PEER_GROUPS, PEER_YEARS, peersOf, resultsOf, type PeerGroup, type PeerQuery } from "../../assessment/peers";

/** Where to look first: the group and province under which the agency was published, in the last year. */
export function firstPeerQuery(agency: string): PeerQuery {
  const published = resultsOf(agency).at(-1);
  return { group: published?.group ?? guessedGroup(agency), province: null, year: PEER_YEARS.at(-1) ?? 0 };
}

function guessedGroup(agency: string): PeerGroup | null {
  const name = agency.toLowerCase();
  return PEER_GROUPS.find((group) => name.includes(group)) ?? null;
}

/** Provinces with published results in a group and year, alphabetically. */
export function provincesOf(query: PeerQuery): readonly string[] {
  const names = peersOf({ group: query.group, year: query.year }).flatMap(({ province }) => province ?? []);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, "id"));
}

/** Share as whole percent, rounded down, so that nobody is said to be above more than they are. */
export const wholePercent = (share: { readonly numerator: number; readonly denominator: number }): number =>
  Math.floor((share.numerator * 100) / share.denominator);
