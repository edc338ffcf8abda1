import type { EarlierMerge, MergeDraft } from "../../../src/assessment/merge-types";

/** What a merge leaves for the next one, as `Jawaban OPD`, `Konflik` and `Log Gabung` will hold it. */
export const earlierOf = (draft: MergeDraft): EarlierMerge => ({
  answers: draft.answers,
  decisions: draft.conflicts.flatMap(({ decision }) => decision ?? []),
  undecided: draft.conflicts.flatMap(({ indicator, decision }) => (decision ? [] : indicator)),
  log: draft.log,
});
