import type { Assessment } from "../../assessment/assessment";
import type { Finding } from "../../assessment/finding";
import { readLevel } from "../../assessment/level";
import type { CriterionEdit, EntryEdit } from "../../excel/session";
import type { Key } from "../words";

/** A repair that loses nothing and decides nothing for the person; anything else is only advised. */
export type SafeRepair = {
  /** What the link says. */
  readonly label: Key;
  readonly params: Readonly<Record<string, string | number>>;
} & (
  { readonly kind: "entry"; readonly edit: EntryEdit } | { readonly kind: "criterion"; readonly edit: CriterionEdit }
);

/** Where an evidence id differs from exactly one of the register only in case, spaces or leading zeros. */
const idKey = (id: string): string =>
  id
    .toUpperCase()
    .replace(/[\s_]+/g, "")
    .replace(/0+(?=\d)/g, "");

/** The safe repair of a finding, or null. */
export function repairOf(assessment: Assessment, finding: Finding): SafeRepair | null {
  const entry = assessment.entries.find(({ indicator }) => indicator === finding.indicator);
  if (!entry) return null;
  if (finding.code === "V01" && entry.level.kind === "invalid") {
    // "3 (tiga)" or "tingkat: 4 " hold one level and nothing else that could be meant.
    const numbers = entry.level.raw.match(/\d+(?:[.,]\d+)?/g) ?? [];
    const only = numbers.length === 1 ? readLevel(numbers[0], assessment.instrument.scale) : null;
    if (entry.level.reason !== "not-a-level" || only?.kind !== "level") return null;
    const params = { level: only.level };
    return { kind: "entry", label: "repair.level", params, edit: { indicator: entry.indicator, level: only.level } };
  }
  if (finding.code === "V05") return evidenceRepair(assessment, finding, entry.indicator);
  return null;
}

function evidenceRepair(assessment: Assessment, finding: Finding, indicator: number): SafeRepair | null {
  const entry = assessment.entries.find((one) => one.indicator === indicator);
  const wrong = finding.concerns.find((concern) => concern.toUpperCase().startsWith("DD"));
  if (!entry || wrong === undefined) return null;
  const meant = assessment.evidence.filter(({ id }) => idKey(id) === idKey(wrong));
  const [only] = meant;
  if (meant.length !== 1 || !only) return null;
  const corrected = (references: readonly string[]): readonly string[] =>
    references.map((reference) => (reference === wrong ? only.id : reference));
  const params = { id: only.id };
  if (entry.evidence.includes(wrong))
    return { kind: "entry", label: "repair.id", params, edit: { indicator, evidence: corrected(entry.evidence) } };
  const criterion = [...entry.criteria].find(([, { evidence }]) => evidence.includes(wrong));
  if (!criterion) return null;
  const [id, { evidence }] = criterion;
  return {
    kind: "criterion",
    label: "repair.id",
    params,
    edit: { indicator, criterion: id, evidence: corrected(evidence) },
  };
}
