/** V13 claimed above the assessor's level. */
import { levelOf } from "../level";
import { assessorLevel } from "../stages";
import { finding, type EntryRule } from "./facts";

export const aboveAssessor: EntryRule = (entry, _, { assessment }) => {
  const claimed = levelOf(entry.level);
  const assessed = assessorLevel(assessment, entry);
  return claimed !== null && assessed !== null && claimed > assessed
    ? [finding("V13", entry.indicator, { at: entry.cells.level, params: { claimed, assessed } })]
    : [];
};
