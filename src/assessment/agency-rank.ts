import type { Assessment, Identity } from "./assessment";
import { PEER_YEARS, rankAmong, resultsOf, type PeerGroup, type PeerQuery } from "./peers";
import type { Ratio } from "./ratio";
import { levelsOf, scoreOf } from "./score";

export interface AgencyRank {
  readonly rank: number;
  readonly of: number;
  readonly group: PeerGroup;
  readonly median: Ratio;
  /** Of the results that it is ranked among; another than the assessment's where those are not published. */
  readonly year: number;
}

/** Words that tell a kind of government. A name may hold another kind's word: "Kabupaten Lima Puluh Kota". */
const KIND_WORDS: readonly (readonly [RegExp, PeerGroup])[] = [
  [/\b(?:kabupaten|kab|pemkab)\b/i, "kabupaten"],
  [/\b(?:kota|pemkot)\b/i, "kota"],
  [/\b(?:provinsi|prov|pemprov)\b/i, "provinsi"],
  [/\b(?:kementerian|badan|lembaga|kepolisian|kejaksaan)\b/i, "pusat"],
];

/** The kind of government that an agency's name tells: the first word that tells any. */
const groupOf = (agency: string): PeerGroup | null =>
  KIND_WORDS.map(([word, group]) => ({ at: agency.search(word), group }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.group ?? null;

/**
 * Whom an agency is compared with: the group under which it was published, else the one that its name tells (null where
 * neither does), in the year of its assessment, or the newest one where that year has no results. Its own published result
 * is left out.
 */
export function peersOfAgency({ agency, year }: Pick<Identity, "agency" | "year">): PeerQuery {
  return {
    group: resultsOf(agency).at(-1)?.group ?? groupOf(agency),
    province: null,
    year: PEER_YEARS.find((one) => one === year) ?? PEER_YEARS.at(-1) ?? 0,
    agency,
  };
}

/**
 * Where an assessment stands among the published results of its own group. Null while levels are missing, for an
 * instrument whose results were not published, and where no group is known.
 */
export function rankOfAgency(assessment: Assessment): AgencyRank | null {
  const { instrument, identity } = assessment;
  const query = peersOfAgency(identity);
  const score = scoreOf(instrument, levelsOf(assessment));
  if (!query.group || score.missing.length > 0 || !instrument.id.startsWith("spbe")) return null;
  const rank = rankAmong({ ...query, index: score.index });
  return rank && { rank: rank.rank, of: rank.of, group: query.group, median: rank.median, year: query.year };
}
