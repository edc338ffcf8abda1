import crosswalk from "../../instrument/packs/crosswalk-spbe-2020-pemdi-2026.json";
import type { Crosswalk } from "../../instrument/types";
import { compareScores } from "../../assessment/compare";
import { compareDocument } from "../../assessment/compare-document";
import { planText } from "../../assessment/plan-text";
import { roundHalfUp, type Ratio } from "../../assessment/ratio";
import { levelsOf } from "../../assessment/score";
import { localDecimal, type Locale } from "../../locale";
import { type Answer, EXIT } from "../answer";
import { readAssessmentFile } from "../input";
import { table } from "../table";
import { say } from "../texts";

/** `spbe compare OLD NEW`: what changed, the indicators that fell first. */
export async function compareCommand(before: string, after: string, locale: Locale): Promise<Answer> {
  const [older, newer] = await Promise.all([readAssessmentFile(before), readAssessmentFile(after)]);
  const compared = [older, newer].map((one) => ({ instrument: one.instrument, levels: levelsOf(one) }));
  const [was, is] = compared as [(typeof compared)[0], (typeof compared)[0]];
  const result = compareScores(was, is, crosswalk as unknown as Crosswalk);
  const decimal = (value: Ratio, places = 2): string => localDecimal(roundHalfUp(value, places), locale);
  const document = compareDocument(result, newer.instrument);
  if (result.kind === "other-instrument") {
    const names = { fromName: older.instrument.indexName, toName: newer.instrument.indexName };
    const line = planText("compare.other", locale, { ...names, from: decimal(result.from), to: decimal(result.to) });
    return { document, lines: [line], exitCode: EXIT.fine };
  }
  const rows = result.indicators
    .filter(({ contribution }) => contribution.numerator !== 0)
    .map(({ indicator, from, to, contribution }) => [
      String(indicator.number),
      indicator.shortName,
      from === null ? "–" : String(from),
      to === null ? "–" : String(to),
      decimal(contribution, 4),
    ]);
  const headings = ["cli.heading.from", "cli.heading.to", "cli.heading.contribution"] as const;
  const numbers = result.regressions.map(({ indicator }) => indicator.number);
  return {
    document,
    lines: [
      planText("compare.same", locale, {
        from: decimal(result.from),
        to: decimal(result.to),
        change: decimal(result.change, 4),
      }),
      numbers.length > 0
        ? planText("compare.regressions", locale, { count: numbers.length, numbers: numbers.join(", ") })
        : planText("compare.noRegressions", locale),
      "",
      ...table([">No", say(locale, "cli.heading.indicator"), ...headings.map((key) => `>${say(locale, key)}`)], rows),
    ],
    exitCode: EXIT.fine,
  };
}
