import type { Comparison, PartChange, SideBySide } from "../../assessment/compare";
import type { ResultComparison } from "../../assessment/compare-result";
import { planText } from "../../assessment/plan-text";
import { roundHalfUp, type Ratio } from "../../assessment/ratio";
import { localDecimal, type Locale } from "../../locale";
import { table } from "../table";
import { say } from "../texts";

/** What a comparison says to people: the change, what fell, the parts, and every indicator that moved. */
export function compareLines(
  result: Comparison | SideBySide | ResultComparison,
  indexNames: { readonly from: string; readonly to: string },
  locale: Locale,
): readonly string[] {
  const ends = { from: decimal(result.from, locale), to: decimal(result.to, locale) };
  if (result.kind === "other-instrument" || result.change === null) {
    const head = planText("compare.other", locale, { fromName: indexNames.from, toName: indexNames.to, ...ends });
    return [head, ...(result.kind === "other-instrument" ? sideBySideLines(result, locale) : [])];
  }
  const head = planText("compare.same", locale, { ...ends, change: points(result.change, locale) });
  if (result.kind === "same-instrument") return [head, ...indicatorLines(result, locale)];
  return [
    planText("compare.historyYear", locale, { year: result.year }),
    head,
    ...partLines(result.domains, locale),
    ...(result.restReason === null
      ? []
      : [planText(REST[result.restReason], locale, { rest: points(result.rest, locale) })]),
    "",
    planText("compare.noLevels", locale),
  ];
}

const REST = {
  rounding: "compare.rest",
  "no-domains": "compare.noDomains",
  unexplained: "compare.unexplained",
} as const;

const decimal = (value: Ratio, locale: Locale): string => localDecimal(roundHalfUp(value, 2), locale);

/** Index points, four places. */
const points = (value: Ratio, locale: Locale): string => localDecimal(roundHalfUp(value, 4), locale);

const level = (value: number | null, locale: Locale): string =>
  value === null ? "–" : localDecimal(String(value), locale);

const headings = (locale: Locale): readonly string[] =>
  (["cli.heading.from", "cli.heading.to", "cli.heading.contribution"] as const).map((key) => `>${say(locale, key)}`);

function partLines(parts: readonly PartChange<{ readonly name: string }>[], locale: Locale): readonly string[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ part, from, to, contribution }) => [
    part.name,
    decimal(from, locale),
    decimal(to, locale),
    points(contribution, locale),
  ]);
  return ["", ...table([say(locale, "cli.heading.part"), ...headings(locale)], rows)];
}

/** The newer instrument's indicators beside what the older one had for the same matter; nothing is subtracted. */
function sideBySideLines({ rows }: SideBySide, locale: Locale): readonly string[] {
  const earlierText = ({ earlier }: SideBySide["rows"][number]): string =>
    earlier.map(({ indicator, from }) => `${indicator.number}: ${level(from, locale)}`).join("; ") || "–";
  return [
    "",
    ...table(
      [
        ">No",
        say(locale, "cli.heading.indicator"),
        say(locale, "cli.heading.from"),
        `>${say(locale, "cli.heading.to")}`,
      ],
      rows.map((row) => [
        String(row.indicator.number),
        row.indicator.shortName,
        earlierText(row),
        level(row.to, locale),
      ]),
    ),
  ];
}

function indicatorLines(
  { regressions, blanked, incomplete, ...result }: Comparison,
  locale: Locale,
): readonly string[] {
  const numbers = regressions.map(({ indicator }) => indicator.number).join(", ");
  const moved = result.indicators
    .filter(({ contribution }) => contribution.numerator !== 0)
    .map(({ indicator, from, to, contribution }) => [
      String(indicator.number),
      indicator.shortName,
      level(from, locale),
      level(to, locale),
      points(contribution, locale),
    ]);
  return [
    regressions.length > 0
      ? planText("compare.regressions", locale, { count: regressions.length, numbers })
      : planText("compare.noRegressions", locale),
    ...(blanked.length > 0 ? [planText("compare.blanked", locale, { numbers: blanked.join(", ") })] : []),
    ...(incomplete.length > 0 ? [planText("compare.incomplete", locale, { numbers: incomplete.join(", ") })] : []),
    ...partLines(result.domains, locale),
    ...partLines(result.aspects, locale),
    ...(moved.length > 0
      ? ["", ...table([">No", say(locale, "cli.heading.indicator"), ...headings(locale)], moved)]
      : []),
  ];
}
