import { ANSWERS, type CriterionAnswer, type Entry } from "./assessment";
import { BLANK_CRITERION } from "./blank";
import type { OfficeSay } from "./merge-answers";
import { winnerOf, type KeptEdit } from "./merge-edits";
import type { OfficeAnswer } from "./merge-types";
import { listAfter, uniteLists, uniteTexts } from "./merge-unite";

type Said = Pick<CriterionAnswer, "answer" | "evidence" | "note">;
/** With the answer as a text, since a workbook may hold one that is none of the three. */
type Then = Omit<Said, "answer"> & { readonly answer: string };

const textOf = ({ answer, raw }: Pick<CriterionAnswer, "answer" | "raw">): string => answer ?? raw ?? "";

/** Where several offices unite, the more cautious answer counts. */
const unite = (all: readonly Said[]): Said => ({
  answer: ANSWERS.findLast((one) => all.some(({ answer }) => answer === one)) ?? null,
  note: uniteTexts(all.map(({ note }) => note)),
  evidence: uniteLists(all.map(({ evidence }) => evidence)),
});

/** Criteria travel with the level. `then`: what the chosen offices had said when they were merged last. */
export function criteriaAfter(
  base: Entry,
  chosen: readonly OfficeSay[],
  then: readonly OfficeAnswer[],
): { readonly criteria: Entry["criteria"]; readonly kept: readonly KeptEdit[] } {
  const ids = new Set(chosen.flatMap(({ criteria }) => [...criteria.keys()]));
  if (ids.size === 0) return { criteria: base.criteria, kept: [] };
  const criteria = new Map(base.criteria);
  const kept: KeptEdit[] = [];
  for (const id of [...ids].sort()) {
    const mine = base.criteria.get(id) ?? BLANK_CRITERION;
    const theirs = chosen.flatMap((say) => say.criteria.get(id) ?? []);
    const now = unite(theirs.map(({ answer }) => answer));
    const isNothingNew = theirs.every(({ isSeen }) => isSeen);
    const after = criterionAfter(mine, isNothingNew ? { ...now, answer: textOf(now) } : thenOf(id, mine, then), now);
    criteria.set(id, after.answer);
    for (const edit of after.kept) kept.push({ place: "criterion", indicator: base.indicator, id, ...edit });
  }
  return { criteria, kept };
}

/** The earlier answer to a criterion: the workbook's own before the offices ever spoke, null where it was not recorded. */
function thenOf(id: string, mine: CriterionAnswer, then: readonly OfficeAnswer[]): Then | null {
  if (then.length === 0) return { answer: textOf(mine), evidence: [], note: mine.note };
  if (then.some(({ criteria }) => criteria === null)) return null;
  const said = unite(then.flatMap(({ criteria }) => (criteria ?? []).flatMap(([one, of]) => (one === id ? [of] : []))));
  return { ...said, answer: textOf(said) };
}

function criterionAfter(
  mine: CriterionAnswer,
  then: Then | null,
  now: Said,
): { readonly answer: CriterionAnswer; readonly kept: readonly Pick<KeptEdit, "mine" | "theirs">[] } {
  const answer = winnerOf(textOf(mine), then?.answer, textOf(now));
  const note = winnerOf(mine.note, then?.note, now.note);
  const evidence =
    then || mine.evidence.length === 0 ? listAfter(mine.evidence, then?.evidence ?? [], now.evidence) : mine.evidence;
  const missing = then ? [] : now.evidence.filter((one) => !evidence.includes(one));
  return {
    answer: {
      ...(answer === "theirs"
        ? { answer: now.answer }
        : { answer: mine.answer, ...(mine.raw !== undefined && { raw: mine.raw }) }),
      evidence,
      note: note === "theirs" ? now.note : mine.note,
      cells: mine.cells,
    },
    kept: [
      ...(answer === "mine-against-theirs" ? [{ mine: textOf(mine), theirs: textOf(now) }] : []),
      ...(note === "mine-against-theirs" ? [{ mine: mine.note, theirs: now.note }] : []),
      ...(missing.length > 0 ? [{ mine: mine.evidence.join("; "), theirs: now.evidence.join("; ") }] : []),
    ],
  };
}
