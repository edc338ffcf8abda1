import { evidenceRulesOf, inRanges } from "../../instrument/evidence-rules";
import type { Assessment, IdentityField } from "../assessment";
import { evidenceId } from "./facts";

/** What an edit changed. */
export interface Change {
  /** Rows of Penilaian, Kriteria or Nilai Tahap, by indicator. */
  readonly indicators?: readonly number[];
  /** Rows of the register, by id (of a renamed row both ids). */
  readonly evidence?: readonly string[];
  readonly identity?: readonly IdentityField[];
}

/** The indicators whose findings may differ after a change, in order: what live checking has to check again. */
export function touchedBy(assessment: Assessment, change: Change): number[] {
  const all = assessment.entries.map(({ indicator }) => indicator);
  const fields = change.identity ?? [];
  if (fields.includes("assessmentDate") || fields.includes("instrument")) return all;
  const rules = evidenceRulesOf(assessment.instrument.id);
  const ids = new Set((change.evidence ?? []).map(evidenceId));
  const uses = (references: readonly string[]): boolean => references.some((one) => ids.has(evidenceId(one)));
  const touched = new Set([
    ...(change.indicators ?? []),
    ...(fields.some((field) => field.startsWith("sectorService")) ? (rules?.sectorServices.indicators ?? []) : []),
    ...(ids.size === 0
      ? []
      : assessment.entries
          .filter(
            (entry) => uses(entry.evidence) || [...entry.criteria.values()].some(({ evidence }) => uses(evidence)),
          )
          .map(({ indicator }) => indicator)),
  ]);
  const gate = rules?.gate;
  const gated = gate && touched.has(gate.gate) ? all.filter((number) => inRanges(gate.indicators, number)) : [];
  return all.filter((number) => touched.has(number) || gated.includes(number));
}
