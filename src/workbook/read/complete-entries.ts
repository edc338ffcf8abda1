import type { CriterionAnswer, Entry } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { blankEntry } from "../../assessment/blank";
import type { EntryDrafts } from "./entries";

const NO_CRITERIA: ReadonlyMap<string, CriterionAnswer> = new Map();

/** One entry per indicator in the instrument's order: what was read, with its criteria, and blank ones for the rest. */
export const completeEntries = (
  instrument: Instrument,
  drafts: EntryDrafts,
  criteria: ReadonlyMap<number, ReadonlyMap<string, CriterionAnswer>>,
): readonly Entry[] =>
  indicatorsOf(instrument).map(({ number }) => ({
    ...(drafts.get(number) ?? blankEntry(number)),
    criteria: criteria.get(number) ?? NO_CRITERIA,
  }));
