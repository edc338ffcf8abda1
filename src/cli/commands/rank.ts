import {
  PEER_GROUPS,
  PEER_PROVINCES,
  PEER_SCALE,
  rankAmong,
  readPeerGroup,
  readProvince,
} from "../../assessment/peers";
import { planText } from "../../assessment/plan-text";
import { rankDocument } from "../../assessment/rank-document";
import { compare, parseRatio, ratio, roundHalfUp, type Ratio } from "../../assessment/ratio";
import { localDecimal, type Locale } from "../../locale";
import { type Answer, CommandProblem, EXIT } from "../answer";
import { say } from "../texts";

export interface RankCommandOptions {
  readonly index: string;
  readonly group: string;
  readonly year: number;
  readonly province?: string;
}

const wrong = (detail: string): CommandProblem => new CommandProblem({ code: "USAGE", params: { detail } });

/** `spbe rank`: where an index stands among the published results. Exit code 1 when nothing was published for these peers. */
export async function rankCommand(options: RankCommandOptions, locale: Locale): Promise<Answer> {
  const index = parseRatio(options.index.replace(",", "."));
  const group = readPeerGroup(options.group);
  const { min, max } = PEER_SCALE;
  if (!index || compare(index, ratio(min)) < 0 || compare(index, ratio(max)) > 0)
    throw wrong(say(locale, "cli.usage.index", { word: options.index, min, max }));
  if (!group) throw wrong(`--group ${options.group} (${PEER_GROUPS.join(", ")})`);
  const province = options.province === undefined ? null : readProvince(options.province);
  if (options.province !== undefined && province === null)
    throw wrong(say(locale, "cli.usage.province", { word: options.province, known: PEER_PROVINCES.join(", ") }));
  const rank = rankAmong({ index, group, year: options.year, province });
  if (!rank)
    return {
      document: rankDocument(null),
      lines: [planText("rank.none", locale, { group, year: options.year })],
      exitCode: EXIT.attention,
    };
  const decimal = (value: Ratio): string => localDecimal(roundHalfUp(value, 2), locale);
  const share = roundHalfUp({ numerator: rank.share.numerator * 100, denominator: rank.share.denominator }, 0);
  const lines = [
    planText("rank.place", locale, { rank: rank.rank, of: rank.of }),
    planText("rank.group", locale, { group, median: decimal(rank.median) }),
    planText("rank.share", locale, { share }),
    ...(rank.above
      ? [planText("rank.above", locale, { name: rank.above.name, index: decimal(rank.above.index) })]
      : []),
    ...(rank.below
      ? [planText("rank.below", locale, { name: rank.below.name, index: decimal(rank.below.index) })]
      : []),
    rank.toTopQuarter.numerator > 0
      ? planText("rank.topQuarter", locale, { missing: decimal(rank.toTopQuarter), index: decimal(rank.topQuarter) })
      : planText("rank.inTopQuarter", locale),
  ];
  return { document: rankDocument(rank), lines, exitCode: EXIT.fine };
}
