import type { Assessment } from "../../assessment/assessment";
import type { Finding } from "../../assessment/finding";
import { readLevel } from "../../assessment/level";
import type { EvidenceReference } from "../../excel/session";
import type { Key } from "../words";
import { withReferenceEdit } from "./edit";

/** A repair that loses nothing and decides nothing for the person; anything else is only advised. */
export interface SafeRepair {
  /** What the link says. */
  readonly label: Key;
  readonly params: Readonly<Record<string, string | number>>;
  readonly edit: EvidenceReference;
}

/**
 * The safe repairs of several findings as edits to be written together: each goes on from what the one before left, and
 * a row is edited once.
 */
export function repairsOf(
  assessment: Assessment,
  findings: readonly Finding[],
): { readonly count: number; readonly edits: readonly EvidenceReference[] } {
  let repaired = assessment;
  let count = 0;
  const edits = new Map<string, EvidenceReference>();
  for (const finding of findings) {
    const edit = repairOf(repaired, finding)?.edit;
    if (!edit) continue;
    count += 1;
    repaired = withReferenceEdit(repaired, edit);
    const row = `${edit.indicator} ${"criterion" in edit ? edit.criterion : ""}`;
    edits.set(row, { ...edits.get(row), ...edit });
  }
  return { count, edits: [...edits.values()] };
}

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
    return { label: "repair.level", params, edit: { indicator: entry.indicator, level: only.level } };
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
  const corrected = (references: readonly string[]): readonly string[] => [
    ...new Set(references.map((reference) => (reference === wrong ? only.id : reference))),
  ];
  const params = { id: only.id };
  if (entry.evidence.includes(wrong))
    return { label: "repair.id", params, edit: { indicator, evidence: corrected(entry.evidence) } };
  const criterion = [...entry.criteria].find(([, { evidence }]) => evidence.includes(wrong));
  if (!criterion) return null;
  const [id, { evidence }] = criterion;
  return {
    label: "repair.id",
    params,
    edit: { indicator, criterion: id, evidence: corrected(evidence) },
  };
}
