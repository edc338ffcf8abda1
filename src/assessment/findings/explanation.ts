/** V08 an explanation of the chosen level without what its group asks. */
import { inRanges, matches } from "../../instrument/evidence-rules";
import { levelOf } from "../level";
import { levelOfValue, lowestLevel } from "../maturity";
import { finding, type EntryRule } from "./facts";

export const thinExplanation: EntryRule = (entry, indicator, { rules }) => {
  const value = levelOf(entry.level);
  const rule = rules?.explanations.find(({ indicators }) => inRanges(indicators, entry.indicator));
  // The lowest level claims nothing that would have to be explained.
  if (!rule || value === null || levelOfValue(indicator, value) <= lowestLevel(indicator)) return [];
  const at = entry.cells.explanation ?? entry.cells.level;
  if (entry.explanation.trim() === "") return [finding("V08", entry.indicator, { variant: "blank", at })];
  const missing = rule.parts
    .filter(({ id, pattern }) => !matches(pattern, entry.explanation) && !(id === "file" && entry.evidence.length > 0))
    .map(({ id }) => id);
  return missing.length === 0
    ? []
    : [finding("V08", entry.indicator, { variant: "parts", at, params: { parts: missing.join(", ") } })];
};
