import type { Assessment, CellRef } from "../../assessment/assessment";
import { SEVERITIES, type Finding, type Severity } from "../../assessment/finding";
import { evidenceId, registerOf } from "../../assessment/findings/facts";
import { belongsTo } from "./filter";

export type Grouping = "severity" | "indicator";

export interface FindingFilter {
  readonly severities: readonly Severity[];
  /** "" = all. */
  readonly opd: string;
  readonly grouping: Grouping;
}

/** A group's key is a severity, the number of an indicator, or the sheet's name for findings without an indicator. */
export interface FindingGroup {
  readonly key: string;
  readonly severity: Severity | null;
  readonly indicator: number | null;
  readonly findings: readonly Finding[];
}

/** What passes the filter; a finding without an indicator belongs to no OPD and shows only while all are shown. */
export function filteredFindings(
  assessment: Assessment,
  findings: readonly Finding[],
  filter: FindingFilter,
): readonly Finding[] {
  return findings.filter((finding) => {
    if (!filter.severities.includes(finding.severity)) return false;
    if (filter.opd === "") return true;
    const entry = assessment.entries.find(({ indicator }) => indicator === finding.indicator);
    return entry !== undefined && belongsTo(entry, filter.opd);
  });
}

export function groupFindings(findings: readonly Finding[], grouping: Grouping): readonly FindingGroup[] {
  if (grouping === "severity")
    return SEVERITIES.map((severity) => ({
      key: severity,
      severity,
      indicator: null,
      findings: findings.filter((finding) => finding.severity === severity),
    })).filter((group) => group.findings.length > 0);
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.indicator === null ? (finding.at?.sheet ?? "") : String(finding.indicator);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].map(([key, members]) => ({
    key,
    severity: null,
    indicator: members[0]?.indicator ?? null,
    findings: members,
  }));
}

/** Fewer of the same are shown one by one, each with its name and its cell. */
const WORTH_FOLDING = 3;

/** Findings of one indicator each that read the same, together in the place of the first; all others alone. */
export function foldSame(
  findings: readonly Finding[],
  textOf: (finding: Finding) => string,
): readonly (readonly Finding[])[] {
  const folded = new Map<unknown, Finding[]>();
  for (const finding of findings) {
    const key = finding.indicator === null ? finding : textOf(finding);
    const same = folded.get(key);
    if (same && !same.some(({ indicator }) => indicator === finding.indicator)) same.push(finding);
    else folded.set(same ? finding : key, [finding]);
  }
  return [...folded.values()].flatMap((same) => (same.length < WORTH_FOLDING ? same.map((one) => [one]) : [same]));
}

/** The cell to go to: of an old document its row in the register, where its date stands, else the finding's own. */
export function placeOf({ evidence }: Assessment, { code, variant, concerns, at }: Finding): CellRef | null {
  const [id = ""] = code === "V06" ? concerns : [];
  const cells = registerOf(evidence).get(evidenceId(id))?.cells;
  return (variant === "expired" ? cells?.validUntil : cells?.date) ?? cells?.id ?? at;
}

/** Findings per OPD, most first: how the coordinator sees who still has work. */
export function findingsPerOpd(
  assessment: Assessment,
  findings: readonly Finding[],
  opds: readonly string[],
): readonly { readonly opd: string; readonly count: number }[] {
  return opds
    .map((opd) => ({
      opd,
      count: filteredFindings(assessment, findings, { severities: SEVERITIES, opd, grouping: "severity" }).length,
    }))
    .sort((a, b) => b.count - a.count || a.opd.localeCompare(b.opd, "id"));
}
