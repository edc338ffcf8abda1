import type { Assessment } from "./assessment";

/** An office as compared: trimmed, case-blind, runs of spaces as one. */
export const officeKey = (opd: string): string => opd.trim().replace(/\s+/g, " ").toLowerCase();

/** The offices of a cell: separated by ";", without blanks and repetitions, in the order written. */
export function splitOffices(cell: string): readonly string[] {
  const seen = new Map<string, string>();
  for (const part of cell.split(";")) {
    const opd = part.trim().replace(/\s+/g, " ");
    if (opd !== "" && !seen.has(officeKey(opd))) seen.set(officeKey(opd), opd);
  }
  return [...seen.values()];
}

const ALPHABETICAL = new Intl.Collator("id", { sensitivity: "base", numeric: true });

/** All offices of an assessment in alphabetical order, each as it is first written. */
export function officesOf(assessment: Assessment): readonly string[] {
  const all = splitOffices(assessment.entries.flatMap(({ opd }) => opd).join(";"));
  return [...all].sort((a, b) => ALPHABETICAL.compare(a, b) || (a < b ? -1 : 1));
}
