import type { Assessment } from "./assessment";
import { evidenceId, referencesOf } from "./findings/facts";
import { officeKey, officesOf } from "./offices";

/** The office's number in a register id: "DD-07-001" → "07"; null for ids without one. */
function numberIn(id: string): string | null {
  const number = /^DD-(\d{1,3})-\d/.exec(evidenceId(id))?.[1];
  return number === undefined ? null : twoDigits(Number(number));
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/**
 * The number of each office by its key: "01" … in alphabetical order. Evidence of office 07 is numbered DD-07-001.
 * Once the order has changed (an office more, a new name), offices keep the number under which their indicators' documents
 * stand in the register, and the others get numbers that no document carries.
 */
export function officeNumbers(assessment: Assessment): ReadonlyMap<string, string> {
  const inOrder = new Map(officesOf(assessment).map((opd, index) => [officeKey(opd), twoDigits(index + 1)]));
  const kept = keptNumbers(assessment, inOrder);
  if ([...kept].every(([key, number]) => inOrder.get(key) === number)) return inOrder;
  const taken = new Set([...kept.values(), ...numbersOf(assessment.evidence.map(({ id }) => id))]);
  let last = 0;
  const nextFree = (): string => {
    do last++;
    while (taken.has(twoDigits(last)));
    return twoDigits(last);
  };
  return new Map([...inOrder.keys()].map((key) => [key, kept.get(key) ?? nextFree()]));
}

const numbersOf = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => numberIn(id) ?? []);

/** The offices whose number their own indicators show: the one that most of an office's references carry. */
function keptNumbers(assessment: Assessment, inOrder: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const votes = new Map([...inOrder.keys()].map((key) => [key, new Map<string, number>()]));
  const referred = new Set<string>();
  for (const entry of assessment.entries)
    for (const number of numbersOf(referencesOf(entry))) {
      referred.add(number);
      // What several offices answer together says less about each.
      for (const opd of entry.opd) {
        const own = votes.get(officeKey(opd));
        own?.set(number, (own.get(number) ?? 0) + 1 / entry.opd.length);
      }
    }
  const registered = new Set(numbersOf(assessment.evidence.map(({ id }) => id)));
  const claims = new Map<string, { readonly key: string; readonly count: number }>();
  for (const [key, own] of votes) {
    const place = inOrder.get(key) ?? "";
    const [best] = [...own].sort(([a, x], [b, y]) => y - x || Number(b === place) - Number(a === place));
    if (!best) continue;
    const [number, count] = best;
    // Documents under the office's place in the order that nobody refers to yet are its own.
    if (number !== place && registered.has(place) && !referred.has(place)) continue;
    const rival = claims.get(number);
    // A document may serve several offices: the one whose place it is keeps its number.
    if (!rival || number === place || (inOrder.get(rival.key) !== number && count > rival.count))
      claims.set(number, { key, count });
  }
  return new Map([...claims].map(([number, { key }]) => [key, number]));
}
