import type { Assessment } from "../../assessment/assessment";
import { evidenceId } from "../../assessment/findings/facts";
import { matchFiles, pathsOfListing, type FileProposal } from "../../assessment/match-files";
import { askedCriteria } from "../../assessment/maturity";
import { indicatorsOf } from "../../assessment/score";
import type { EvidenceDraft, EvidenceReference } from "../../excel/session";
import type { Criterion } from "../../instrument/types";
import { attachmentKey, referenceEdit, referencesAt, type Attachment } from "./attachments";
import { draftEvidence, nextEvidenceId } from "./evidence";

/** A listed file with what the person made of the proposal; nothing is taken until it is accepted. */
export interface FileChoice {
  readonly proposal: FileProposal;
  readonly accepted: boolean;
  readonly indicator: number | null;
  readonly criterion: string | null;
}

const unique = (paths: readonly string[]): readonly string[] => [...new Set(paths.map((path) => path.trim()))];

/** Proposals for file names, none accepted. */
export const choicesOf = (assessment: Assessment, paths: readonly string[]): readonly FileChoice[] =>
  matchFiles(assessment, unique(paths).filter(Boolean)).map((proposal) => ({
    proposal,
    accepted: false,
    indicator: proposal.indicator,
    criterion: proposal.criterion,
  }));

export const choicesOfListing = (assessment: Assessment, listing: string): readonly FileChoice[] =>
  choicesOf(assessment, pathsOfListing(listing));

/** A proposal that says where it belongs: what "accept all" takes. */
export const isRecognised = ({ indicator }: FileChoice): boolean => indicator !== null;

/** The criteria that a file of an indicator may be attached to. */
export function criteriaOf(assessment: Assessment, number: number): readonly Criterion[] {
  const indicator = indicatorsOf(assessment.instrument)[number - 1];
  return indicator?.levels.flatMap((level) => askedCriteria(indicator, level)) ?? [];
}

/** Register rows and references of the accepted files: a file that is registered already is only attached. */
export function importOf(
  assessment: Assessment,
  choices: readonly FileChoice[],
): { readonly drafts: readonly EvidenceDraft[]; readonly references: readonly EvidenceReference[] } {
  const drafts: EvidenceDraft[] = [];
  const cells = new Map<string, { at: Attachment; references: readonly string[] }>();
  for (const { proposal, indicator, criterion } of choices.filter(({ accepted }) => accepted)) {
    const id = proposal.existing ?? nextEvidenceId(assessment, drafts);
    if (proposal.existing === null)
      drafts.push(draftEvidence(id, { name: proposal.title, kind: proposal.kind, file: proposal.path }));
    if (indicator === null) continue;
    const at: Attachment = { indicator, criterion };
    const held = cells.get(attachmentKey(at))?.references ?? referencesAt(assessment, at);
    if (!held.some((reference) => evidenceId(reference) === evidenceId(id)))
      cells.set(attachmentKey(at), { at, references: [...held, id] });
  }
  return {
    drafts,
    references: [...cells.values()].map(({ at, references }) => referenceEdit(assessment, at, references)),
  };
}
