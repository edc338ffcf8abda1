import type { Assessment, CriterionAnswer, Entry, LevelReading } from "../../assessment/assessment";
import { BLANK_CRITERION } from "../../assessment/blank";
import { levelOf } from "../../assessment/level";
import type { CriterionEdit, EntryEdit, EvidenceReference } from "../../excel/session";

const reading = (level: number | null): LevelReading => (level === null ? { kind: "blank" } : { kind: "level", level });

/** The edit with what the reading shows in its row, unless it says itself what the person saw. */
export function withEntrySeen(assessment: Assessment, edit: EntryEdit): EntryEdit {
  const entry = assessment.entries.find(({ indicator }) => indicator === edit.indicator);
  if (!entry) return edit;
  const { explanation, evidence, estimate } = entry;
  const levels = { level: levelOf(entry.level), target: levelOf(entry.target) };
  return { ...edit, was: { ...levels, opd: entry.opd.join("; "), explanation, evidence, estimate, ...edit.was } };
}

/** As `withEntrySeen`, of a criterion's row. */
export function withCriterionSeen(assessment: Assessment, edit: CriterionEdit): CriterionEdit {
  const entry = assessment.entries.find(({ indicator }) => indicator === edit.indicator);
  const { answer, evidence, note } = entry?.criteria.get(edit.criterion) ?? BLANK_CRITERION;
  return { ...edit, was: { answer, evidence, note, ...edit.was } };
}

export const withReferenceSeen = (assessment: Assessment, edit: EvidenceReference): EvidenceReference =>
  "criterion" in edit ? withCriterionSeen(assessment, edit) : withEntrySeen(assessment, edit);

/** The assessment as it will be once the edit is in the workbook: what the pane shows while it is being written. */
export const withEntryEdit = (assessment: Assessment, edit: EntryEdit): Assessment =>
  withEntry(assessment, edit.indicator, (entry) => ({
    ...entry,
    level: edit.level === undefined ? entry.level : reading(edit.level),
    target: edit.target === undefined ? entry.target : reading(edit.target),
    explanation: edit.explanation ?? entry.explanation,
    evidence: edit.evidence ?? entry.evidence,
    estimate: edit.estimate ?? entry.estimate,
    opd:
      edit.opd === undefined
        ? entry.opd
        : edit.opd
            .split(";")
            .map((name) => name.trim())
            .filter(Boolean),
  }));

export const withCriterionEdit = (assessment: Assessment, edit: CriterionEdit): Assessment =>
  withEntry(assessment, edit.indicator, (entry) => {
    const before = entry.criteria.get(edit.criterion) ?? BLANK_CRITERION;
    const after: CriterionAnswer = {
      ...before,
      answer: edit.answer === undefined ? before.answer : edit.answer,
      evidence: edit.evidence ?? before.evidence,
      note: edit.note ?? before.note,
    };
    return { ...entry, criteria: new Map(entry.criteria).set(edit.criterion, after) };
  });

export const withReferenceEdit = (assessment: Assessment, edit: EvidenceReference): Assessment =>
  "criterion" in edit ? withCriterionEdit(assessment, edit) : withEntryEdit(assessment, edit);

const withEntry = (assessment: Assessment, indicator: number, change: (entry: Entry) => Entry): Assessment => ({
  ...assessment,
  entries: assessment.entries.map((entry) => (entry.indicator === indicator ? change(entry) : entry)),
});

/** How many cells differ between two readings of the same workbook: "5 sel berubah sejak validasi". */
export function changedCells(before: Assessment, after: Assessment): number {
  let count = 0;
  const differ = (a: unknown, b: unknown): void => {
    if (JSON.stringify(a) !== JSON.stringify(b)) count += 1;
  };
  after.entries.forEach((entry, i) => {
    const old = before.entries[i];
    if (!old) return;
    for (const field of ["level", "target", "explanation", "evidence", "opd", "assessorLevel", "assessorNote"] as const)
      differ(old[field], entry[field]);
    for (const id of new Set([...old.criteria.keys(), ...entry.criteria.keys()])) {
      const was = old.criteria.get(id) ?? BLANK_CRITERION;
      const is = entry.criteria.get(id) ?? BLANK_CRITERION;
      differ(was.answer, is.answer);
      differ(was.evidence, is.evidence);
    }
  });
  const rows = (assessment: Assessment): ReadonlyMap<string, string> =>
    new Map(assessment.evidence.map(({ cells: _, ...row }) => [row.id, JSON.stringify(row)]));
  const [old, now] = [rows(before), rows(after)];
  for (const id of new Set([...old.keys(), ...now.keys()])) if (old.get(id) !== now.get(id)) count += 1;
  return count;
}
