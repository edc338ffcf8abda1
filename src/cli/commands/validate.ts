import { findingsOf } from "../../assessment/findings";
import { type Finding, SEVERITIES, type Severity } from "../../assessment/finding";
import type { Locale } from "../../locale";
import { findingText } from "../../locale/findings";
import { type Answer, EXIT } from "../answer";
import { readAssessmentFile } from "../input";
import { table } from "../table";
import { say } from "../texts";

/** `spbe validate FILE`: every finding with its cell. Exit code 1 when any is a kesalahan. */
export async function validateCommand(file: string, options: { instrument?: string }, locale: Locale): Promise<Answer> {
  const findings = findingsOf(await readAssessmentFile(file, options.instrument));
  const counts = countsOf(findings);
  return {
    document: { findings: findings.map((finding) => findingDocument(finding, locale)), counts },
    lines: findingLines(findings, locale),
    exitCode: counts.kesalahan > 0 ? EXIT.attention : EXIT.fine,
  };
}

const countsOf = (findings: readonly Finding[]): Record<Severity, number> => {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { kesalahan: count("kesalahan"), peringatan: count("peringatan"), saran: count("saran") };
};

function findingDocument(finding: Finding, locale: Locale): object {
  const { code, severity, indicator, at } = finding;
  return {
    code,
    severity,
    indicator,
    sheet: at?.sheet ?? null,
    cell: at?.cell ?? null,
    ...findingText(finding, locale),
  };
}

/** Counts first, then the findings, the severe ones first; those that say the same of many indicators in one line. */
export function findingLines(findings: readonly Finding[], locale: Locale): string[] {
  if (findings.length === 0) return [say(locale, "cli.validate.none")];
  const lines = new Map<string, Finding[]>();
  for (const severity of SEVERITIES)
    for (const finding of findings.filter((one) => one.severity === severity)) {
      const key = `${finding.code} ${findingText(finding, locale).message}`;
      lines.set(key, [...(lines.get(key) ?? []), finding]);
    }
  const rows = [...lines.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const cell = first.at ? `${first.at.sheet}!${first.at.cell}` : "";
    const numbers = numberRanges(same.flatMap(({ indicator }) => indicator ?? []));
    return [
      [first.severity, first.code, numbers, same.length > 1 ? `${cell} …` : cell, findingText(first, locale).message],
    ];
  });
  const heading = (key: Parameters<typeof say>[1]): string => say(locale, key);
  return [
    say(locale, "cli.validate.counts", countsOf(findings)),
    "",
    ...table(
      [
        heading("cli.heading.severity"),
        heading("cli.heading.code"),
        "No",
        heading("cli.heading.cell"),
        heading("cli.heading.finding"),
      ],
      rows,
    ),
  ];
}

/** Ascending numbers as people write them: 1, 3–5, 9. */
function numberRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
