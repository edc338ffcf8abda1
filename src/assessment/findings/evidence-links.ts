/** V04 a criterion answered Ya without evidence, V05 an id that the register does not have. */
import type { CellRef } from "../assessment";
import { askedCriteria } from "../maturity";
import { evidenceId, finding, isRegisterId, type EntryRule } from "./facts";

export const yesWithoutEvidence: EntryRule = (entry, indicator) =>
  indicator.levels
    .flatMap((level) => askedCriteria(indicator, level))
    .flatMap(({ id }) => {
      const answer = entry.criteria.get(id);
      return answer?.answer === "Ya" && answer.evidence.length === 0
        ? [
            finding("V04", entry.indicator, {
              at: answer.cells.evidence ?? answer.cells.answer,
              params: { criterion: id },
              concerns: [id],
            }),
          ]
        : [];
    });

export const unknownEvidence: EntryRule = (entry, _, { register }) => {
  const unknown = (references: readonly string[], at: CellRef | undefined) =>
    [...new Set(references.filter(isRegisterId).map(evidenceId))]
      .filter((id) => !register.has(id))
      .map((id) => finding("V05", entry.indicator, { at, params: { id }, concerns: [id] }));
  return [
    ...unknown(entry.evidence, entry.cells.evidence),
    ...[...entry.criteria.values()].flatMap(({ evidence, cells }) => unknown(evidence, cells.evidence)),
  ];
};
