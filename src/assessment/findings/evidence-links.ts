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
  const unknown = (references: readonly string[], at: CellRef | undefined) => {
    const missing = references.filter((one) => isRegisterId(one) && !register.has(evidenceId(one)));
    const firstOfEach = missing.filter((one, place) => missing.map(evidenceId).indexOf(evidenceId(one)) === place);
    // As written, so that a repair finds it in the cell.
    return firstOfEach.map((id) =>
      finding("V05", entry.indicator, { at, params: { id: id.trim() }, concerns: [id.trim()] }),
    );
  };
  return [
    ...unknown(entry.evidence, entry.cells.evidence),
    ...[...entry.criteria.values()].flatMap(({ evidence, cells }) => unknown(evidence, cells.evidence)),
  ];
};
