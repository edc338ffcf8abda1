import type { Rank } from "./peers";
import { exactText } from "./ratio";

/** The JSON of `spbe rank`; all null when nothing was published for these peers. */
export interface RankDocument {
  readonly rank: number | null;
  readonly of: number | null;
  /** 0 to 1. */
  readonly share: string | null;
  readonly median: string | null;
  readonly best: string | null;
}

export const rankDocument = (rank: Rank | null): RankDocument => ({
  rank: rank?.rank ?? null,
  of: rank?.of ?? null,
  share: rank && exactText(rank.share),
  median: rank && exactText(rank.median),
  best: rank && exactText(rank.best),
});
