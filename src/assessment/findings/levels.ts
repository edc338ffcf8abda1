/** V01 level outside the scale or unreadable, V02 level missing. */
import type { LevelReading } from "../assessment";
import { askedCriteria } from "../maturity";
import { finding, type EntryRule } from "./facts";

/** Also of the target, the assessor's level and the answers: none of them may be dropped in silence. */
export const unreadable: EntryRule = (entry, indicator, { assessment }) => {
  const { min, max } = assessment.instrument.scale;
  const invalid = (reading: LevelReading, variant: string, at: EntryCell) =>
    reading.kind === "invalid"
      ? [finding("V01", entry.indicator, { variant, at: entry.cells[at], params: { value: reading.raw, min, max } })]
      : [];
  const reason = entry.level.kind === "invalid" ? entry.level.reason : "";
  const answers = indicator.levels.flatMap((level) => askedCriteria(indicator, level));
  return [
    ...invalid(entry.level, reason, "level"),
    ...invalid(entry.target, "target", "target"),
    ...invalid(entry.assessorLevel, "assessor", "assessorLevel"),
    ...answers.flatMap(({ id }) => {
      const answer = entry.criteria.get(id);
      return answer?.raw === undefined || answer.answer !== null
        ? []
        : [
            finding("V01", entry.indicator, {
              variant: "answer",
              at: answer.cells.answer,
              params: { value: answer.raw, criterion: id },
              concerns: [id],
            }),
          ];
    }),
  ];
};

type EntryCell = "level" | "target" | "assessorLevel";

export const missing: EntryRule = (entry) =>
  entry.level.kind === "blank" ? [finding("V02", entry.indicator, { at: entry.cells.level })] : [];
