import type { Assessment, Identity } from "./assessment";
import { gatherAnswers, type GatheredAnswers } from "./merge-answers";
import { changesBetween } from "./merge-changes";
import type { JudgedFile } from "./merge-choice";
import { judgeFiles, sourcesOf, type Source } from "./merge-files";
import { currentFiles, keyOfOffice } from "./merge-order";
import { uniteRegisters, type UnitedRegister } from "./merge-register";
import { resolve, type Resolved } from "./merge-resolve";
import type {
  EarlierMerge,
  FileReport,
  LogRow,
  MergeDecision,
  MergeDraft,
  MergeInput,
  MissingOffice,
} from "./merge-types";
import { officeKey, officesOf, splitOffices } from "./offices";
import { sectorIndicators } from "./sector-indicators";

export type * from "./merge-types";
export { NO_EARLIER_MERGE } from "./merge-types";
export { returnOf } from "./merge-return";
export { baseOfReturns } from "./merge-base";

/**
 * What merging the returned files into the base would do. Nothing is written: the draft is shown, decided on and then
 * written by an edge. The order of files does not matter, and merging the same files again changes nothing.
 */
export function mergeReturns(input: MergeInput): MergeDraft {
  const { base, earlier } = input;
  const judged = judgeFiles(input);
  const sources = sourcesOf(judged, input);
  const register = uniteRegisters(base, sources, earlier);
  const gathered = gatherAnswers(sources, earlier, register.renumbered);
  const decisions = decisionsOf(input);
  const before = decisionsOf({ earlier, decisions: [] });
  const resolved = base.entries.map((entry) =>
    resolve(
      entry,
      gathered.says.get(entry.indicator) ?? [],
      decisions.get(entry.indicator) ?? null,
      before.get(entry.indicator) ?? null,
      earlier.undecided.includes(entry.indicator),
    ),
  );
  const final: Assessment = {
    ...base,
    identity: { ...base.identity, sectorServices: servicesOf(base, sources) },
    entries: resolved.map(({ entry }) => entry),
    evidence: register.evidence,
  };
  const changes = changesBetween(base, final);
  const responsible = base.entries.map(({ opd }) => opd.map(officeKey));
  const reports = judged.map((file) => reportOf(file, base, responsible, sources, gathered, register, resolved));
  return {
    input,
    files: reports,
    answers: [...gathered.says.values()].flatMap((says) => says.map(({ answer }) => answer)),
    conflicts: resolved.flatMap(({ conflict }) => conflict ?? []),
    final,
    missingOffices: missingOffices(base, judged, earlier),
    changes,
    changedIndicators: [
      ...new Set(
        changes.flatMap(({ field, indicator }) => (indicator === null || field === "criteria" ? [] : indicator)),
      ),
    ],
    log: logOf(reports, register, earlier, input.time),
  };
}

/** The draft with further decisions; a later decision on an indicator replaces the one before. One without a reason counts for nothing. */
export const applyDecisions = (draft: MergeDraft, decisions: readonly MergeDecision[]): MergeDraft =>
  mergeReturns({ ...draft.input, decisions: [...draft.input.decisions, ...decisions] });

/** The draft with held or superseded files (by SHA-256) merged all the same: of their offices' files they count. */
export const acceptHeld = (draft: MergeDraft, sha256: readonly string[]): MergeDraft =>
  mergeReturns({ ...draft.input, accepted: [...new Set([...draft.input.accepted, ...sha256])] });

function decisionsOf({
  earlier,
  decisions,
}: Pick<MergeInput, "earlier" | "decisions">): ReadonlyMap<number, MergeDecision> {
  const valid = [...earlier.decisions, ...decisions].filter(({ reason }) => reason.trim() !== "");
  return new Map(valid.map((decision) => [decision.indicator, decision]));
}

/** Names of the sector services: those of the office responsible for the indicator, else what fills a blank. */
function servicesOf(base: Assessment, sources: readonly Source[]): Identity["sectorServices"] {
  const serviceAt = (n: 1 | 2 | 3): string => {
    const known = base.identity.sectorServices[n - 1] ?? "";
    const number = sectorIndicators(base.instrument)[n - 1] ?? 0;
    const offices = new Set((base.entries[number - 1]?.opd ?? []).map(officeKey));
    const named = sources.filter(({ content }) => content.sectorServices[n - 1] !== "");
    const own = named.find((source) => !source.isSeen && [...source.offices].some((one) => offices.has(one)));
    const any = known === "" ? named[0] : undefined;
    return (own ?? any)?.content.sectorServices[n - 1] ?? known;
  };
  return [serviceAt(1), serviceAt(2), serviceAt(3)];
}

function reportOf(
  { returned, status, code, params, opd }: JudgedFile,
  base: Assessment,
  /** Keys of the offices of each indicator, in order. */
  responsible: readonly (readonly string[])[],
  sources: readonly Source[],
  { kept }: GatheredAnswers,
  { renumbered, kept: keptRows }: UnitedRegister,
  resolved: readonly Resolved[],
): FileReport {
  const { file, sha256, modified, content } = returned;
  const head = { file, sha256, modified, status, code, params, opd };
  if (!content.ok) return { ...head, ...NOTHING_READ };
  const offices = new Set(splitOffices(opd).map(officeKey));
  const answers = sources.find((source) => source.sha256 === sha256)?.answers ?? content.value.answers;
  const leveled = answers.filter(({ level }) => level.kind === "level");
  const isAssignedTo = (indicator: number): boolean | null => {
    const mine = responsible[indicator - 1] ?? [];
    return mine.length === 0 ? null : mine.some((one) => offices.has(one));
  };
  const rows = new Set(content.value.rows.map(({ indicator }) => indicator));
  return {
    ...head,
    answered: leveled.map(({ indicator }) => indicator),
    outside: leveled
      .filter(({ indicator, level }) => isAssignedTo(indicator) === false && !isLevel(base, indicator, level))
      .map(({ indicator }) => indicator),
    missingRows: base.entries
      .map(({ indicator }) => indicator)
      .filter((number) => isAssignedTo(number) === true && !rows.has(number)),
    unreadable: answers.flatMap(({ indicator, level, at }) =>
      level.kind === "invalid" ? [{ indicator, raw: level.raw, at }] : [],
    ),
    keptFor: status === "superseded" ? (kept.get(sha256) ?? []) : [],
    renumbered: renumbered.get(sha256)?.rows ?? [],
    keptEdits: [
      ...resolved.flatMap((one) => (one.against.some(({ heardFrom }) => heardFrom === sha256) ? one.kept : [])),
      ...(keptRows.get(sha256) ?? []),
    ],
    repairs: content.value.repairs,
  };
}

const NOTHING_READ = {
  answered: [],
  outside: [],
  missingRows: [],
  unreadable: [],
  keptFor: [],
  renumbered: [],
  keptEdits: [],
  repairs: [],
} as const;

function isLevel(base: Assessment, indicator: number, level: { kind: string; level?: number }): boolean {
  const known = base.entries[indicator - 1]?.level;
  return known?.kind === "level" && known.level === level.level;
}

/** Offices that the base assigns something to and from which nothing came, now or earlier; a held file has come. */
function missingOffices(
  base: Assessment,
  judged: readonly JudgedFile[],
  earlier: EarlierMerge,
): readonly MissingOffice[] {
  const came = new Set(
    [
      ...judged.filter(({ status }) => status !== "refused"),
      ...earlier.answers,
      ...earlier.log.filter(({ status }) => status !== "refused"),
    ].flatMap(({ opd }) => splitOffices(opd).map(officeKey)),
  );
  return officesOf(base)
    .filter((opd) => !came.has(officeKey(opd)))
    .map((opd) => ({
      opd,
      indicators: base.entries
        .filter((entry) => entry.opd.some((one) => officeKey(one) === officeKey(opd)))
        .map(({ indicator }) => indicator),
    }));
}

function logOf(
  reports: readonly FileReport[],
  { documents }: UnitedRegister,
  earlier: EarlierMerge,
  time: string,
): readonly LogRow[] {
  const key = ({ file, sha256, status, code }: Pick<LogRow, "file" | "sha256" | "status" | "code">): string =>
    JSON.stringify([file, sha256, status, code]);
  const logged = new Set(earlier.log.map(key));
  const current = currentFiles(earlier);
  // An older file that was taken back in is news: the last one logged is the one that counts.
  const isNews = (report: FileReport): boolean =>
    !logged.has(key(report)) ||
    (report.status === "merged" && current.get(keyOfOffice(report.opd, report.sha256))?.sha256 !== report.sha256);
  const added = reports.filter(isNews).map(({ file, opd, status, code, answered, sha256 }) => ({
    time,
    file,
    opd,
    status,
    code,
    answers: answered.length,
    sha256,
    documents: (code !== "DUPLICATE_FILE" && documents.get(sha256)) || null,
  }));
  return [...earlier.log, ...added];
}
