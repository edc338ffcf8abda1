import type { Assessment } from "./assessment";
import { PEER_YEARS, rankAmong, resultsOf, type PeerGroup } from "./peers";
import type { Ratio } from "./ratio";
import { levelsOf, scoreOf } from "./score";

export interface AgencyRank {
  readonly rank: number;
  readonly of: number;
  readonly group: PeerGroup;
  readonly median: Ratio;
}

/** The kind of government that an agency's name tells. */
function groupOf(agency: string): PeerGroup | null {
  if (/\bkota\b/i.test(agency)) return "kota";
  if (/\bkab(upaten|\.)?\b/i.test(agency)) return "kabupaten";
  if (/\b(provinsi|prov\.?)\b/i.test(agency)) return "provinsi";
  return /\b(kementerian|badan|lembaga|kepolisian|kejaksaan)\b/i.test(agency) ? "pusat" : null;
}

/**
 * Where an assessment stands among the published results of its own group: the group under which the agency was
 * published, else the one that its name tells. Null while levels are missing, for an instrument whose results were not
 * published, and where no group is known. A year without results is compared with the newest one.
 */
export function rankOfAgency(assessment: Assessment): AgencyRank | null {
  const { instrument, identity } = assessment;
  const group = resultsOf(identity.agency).at(-1)?.group ?? groupOf(identity.agency);
  const score = scoreOf(instrument, levelsOf(assessment));
  if (!group || score.missing.length > 0 || !instrument.id.startsWith("spbe")) return null;
  const stated = identity.year;
  const year = stated !== null && PEER_YEARS.includes(stated) ? stated : PEER_YEARS.at(-1);
  const rank = year === undefined ? null : rankAmong({ index: score.index, group, year });
  return rank && { rank: rank.rank, of: rank.of, group, median: rank.median };
}
