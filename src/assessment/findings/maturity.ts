/** V03 claimed above what is met, V14 claimed below it, V18 claimed while no criterion is answered (stands in for both). */
import { levelOf } from "../level";
import { isAssessed, levelMet, levelOfValue, lowestLevel, unmetUpTo } from "../maturity";
import { finding, type EntryRule } from "./facts";

export const claimAgainstCriteria: EntryRule = (entry, indicator) => {
  const value = levelOf(entry.level);
  if (value === null) return [];
  const claimed = levelOfValue(indicator, value);
  const at = entry.cells.level;
  if (!isAssessed(indicator, entry.criteria))
    // The lowest level asks nothing.
    return claimed > lowestLevel(indicator)
      ? [finding("V18", entry.indicator, { at, params: { claimed: value } })]
      : [];
  const met = levelMet(indicator, entry.criteria);
  if (claimed > met) {
    const unmet = unmetUpTo(indicator, claimed, entry.criteria).map(({ id }) => id);
    return [
      finding("V03", entry.indicator, {
        at,
        params: { claimed: value, met, unmet: unmet.join(", ") },
        concerns: unmet,
      }),
    ];
  }
  return claimed < met ? [finding("V14", entry.indicator, { at, params: { claimed: value, met } })] : [];
};
