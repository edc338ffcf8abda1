import type { Conflict, FileReport, MergeDecision, MergeDraft } from "../../assessment/merge";
import { levelOf } from "../../assessment/level";
import { subtract, type Ratio } from "../../assessment/ratio";
import { contributionOf, indexOf, indicatorsOf, levelsOf } from "../../assessment/score";

/** What a person chose and wrote for a conflict before pressing the button. */
export interface Choice {
  /** 0-based among the conflict's answers. */
  readonly answer: number | null;
  readonly reason: string;
}

/** Where a person stands at the conflict desk; choices by indicator. */
export interface Desk {
  readonly at: number;
  readonly choices: Readonly<Record<number, Choice>>;
}

export const FIRST_CONFLICT: Desk = { at: 0, choices: {} };

/** A merge in hand: what was read and decided, the held files (by SHA-256) that are left out, the conflict being looked at. */
export interface MergeWork {
  readonly draft: MergeDraft;
  readonly skipped: readonly string[];
  readonly desk: Desk;
}

/** Sections of the preview in order of need. */
export const SECTIONS = ["refused", "held", "superseded", "repaired", "merged"] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Anything about a merged file that the person should see once. */
export const hasRemarks = (file: FileReport): boolean =>
  [file.repairs, file.unreadable, file.outside, file.missingRows, file.keptFor, file.renumbered, file.keptEdits].some(
    (list) => list.length > 0,
  );

export const sectionOf = (file: FileReport): SectionName =>
  file.status === "merged" ? (hasRemarks(file) ? "repaired" : "merged") : file.status;

export const filesIn = (draft: MergeDraft, section: SectionName): readonly FileReport[] =>
  draft.files.filter((file) => sectionOf(file) === section);

/** What a person may merge all the same: held files, and those for which another of their office is proposed. */
export const isAcceptable = ({ status, code }: FileReport): boolean =>
  status === "held" || (status === "superseded" && code !== "DUPLICATE_FILE");

export const readyCount = (draft: MergeDraft): number => draft.files.filter(({ status }) => status === "merged").length;

export const openConflicts = (draft: MergeDraft): readonly Conflict[] =>
  draft.conflicts.filter(({ decision }) => decision === null);

/** What a person decides here; those decided in an earlier merge stay out of the desk unless their answers changed. */
export const deskOf = (draft: MergeDraft): readonly Conflict[] =>
  draft.conflicts.filter(
    ({ indicator, decision, changedSince }) =>
      decision === null || changedSince || draft.input.decisions.some((one) => one.indicator === indicator),
  );

/** The distance between the highest and the lowest answer, in index points: what the conflict is worth. */
export function worthOf(draft: MergeDraft, conflict: Conflict): Ratio | null {
  const indicator = indicatorsOf(draft.input.base.instrument)[conflict.indicator - 1];
  const levels = conflict.answers.flatMap(({ level }) => levelOf(level) ?? []);
  if (!indicator || levels.length < 2) return null;
  return subtract(contributionOf(indicator, Math.max(...levels)), contributionOf(indicator, Math.min(...levels)));
}

/** What stands chosen at first: an earlier decision, also where its office answers no more and no card shows it. */
export function firstChoice({ answers, decision }: Conflict): Choice {
  const at = decision ? answers.findIndex(({ opd }) => opd === decision.opd) : -1;
  return { answer: at < 0 ? null : at, reason: decision?.reason ?? "" };
}

/** A decision for one of the answers, or null while the reason is blank or the answer has no level. */
export function decisionFor(
  conflict: Conflict,
  choice: number,
  reason: string,
  by: string,
  time: string,
): MergeDecision | null {
  const answer = conflict.answers[choice];
  const level = answer && levelOf(answer.level);
  if (!answer || level === null || level === undefined || reason.trim() === "") return null;
  return { indicator: conflict.indicator, level, opd: answer.opd, reason: reason.trim(), by, time, answersThen: "" };
}

export interface WriteCounts {
  readonly answers: number;
  readonly entries: number;
  readonly evidence: number;
  readonly conflicts: number;
  readonly log: number;
  readonly left: { readonly held: number; readonly refused: number };
  readonly from: Ratio;
  readonly to: Ratio;
}

/** What writing would change, sheet by sheet: rows added, and cells of `Penilaian`. */
export function writeCounts(draft: MergeDraft): WriteCounts {
  const { base, earlier } = draft.input;
  const key = (answer: { opd: string; indicator: number; sha256: string }): string =>
    `${answer.indicator}\n${answer.opd}\n${answer.sha256}`;
  const known = new Set(earlier.answers.map(key));
  const decided = new Set(earlier.decisions.map(({ indicator }) => indicator));
  const cells = draft.changes.filter(({ field }) => ["level", "explanation", "evidence", "estimate"].includes(field));
  const held = new Set(base.evidence.map(({ id }) => id));
  return {
    answers: draft.answers.filter((answer) => !known.has(key(answer))).length,
    entries: cells.filter(({ indicator, id }) => indicator !== null && id === "").length,
    evidence: draft.final.evidence.filter(({ id }) => !held.has(id)).length,
    conflicts: draft.conflicts.filter(({ indicator }) => !decided.has(indicator)).length,
    log: draft.log.length - earlier.log.length,
    left: { held: filesIn(draft, "held").length, refused: filesIn(draft, "refused").length },
    from: indexOf(base.instrument, levelsOf(base)),
    to: indexOf(draft.final.instrument, levelsOf(draft.final)),
  };
}

/** The last merge that the log knows: when, and with how many files. */
export function lastMerge(log: MergeDraft["log"]): { readonly time: string; readonly files: number } | null {
  const time = log
    .map((row) => row.time)
    .sort()
    .at(-1);
  return time === undefined ? null : { time, files: log.filter((row) => row.time === time).length };
}
