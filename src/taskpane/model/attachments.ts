import type { Assessment } from "../../assessment/assessment";
import { confirms } from "../../assessment/findings/contents";
import { evidenceId } from "../../assessment/findings/facts";
import type { EvidenceDraft, EvidenceReference } from "../../excel/session";
import { evidenceRulesOf, inRanges, type MustHave } from "../../instrument/evidence-rules";

/** Something that a document is attached to: a criterion, or the indicator's own row (`criterion` null). */
export interface Attachment {
  readonly indicator: number;
  readonly criterion: string | null;
}

export const attachmentKey = ({ indicator, criterion }: Attachment): string => `${indicator} ${criterion ?? ""}`;

/** Everything that names the document, in the order of the indicators. */
export function attachmentsOf(assessment: Assessment, id: string): readonly Attachment[] {
  const names = (references: readonly string[]): boolean =>
    references.some((reference) => evidenceId(reference) === evidenceId(id));
  return assessment.entries.flatMap((entry): Attachment[] => [
    ...(names(entry.evidence) ? [{ indicator: entry.indicator, criterion: null }] : []),
    ...[...entry.criteria]
      .filter(([, { evidence }]) => names(evidence))
      .map(([criterion]) => ({ indicator: entry.indicator, criterion })),
  ]);
}

/** The references that a cell holds now. */
export function referencesAt(assessment: Assessment, { indicator, criterion }: Attachment): readonly string[] {
  const entry = assessment.entries.find((one) => one.indicator === indicator);
  return (criterion === null ? entry?.evidence : entry?.criteria.get(criterion)?.evidence) ?? [];
}

/** The edit that writes a cell's references, with those that it holds now. */
export function referenceEdit(assessment: Assessment, at: Attachment, evidence: readonly string[]): EvidenceReference {
  const { indicator, criterion } = at;
  const was = { evidence: referencesAt(assessment, at) };
  return criterion === null ? { indicator, evidence, was } : { indicator, criterion, evidence, was };
}

/**
 * What to write so that the document is attached to `wanted` where it was to `before`; what else the cells hold, and
 * what somebody attached or detached since, stays.
 */
export function attachmentEdits(
  assessment: Assessment,
  id: string,
  wanted: readonly Attachment[],
  before: readonly Attachment[],
): readonly EvidenceReference[] {
  const now = attachmentsOf(assessment, id);
  const isIn = (list: readonly Attachment[], one: Attachment): boolean =>
    list.some((other) => attachmentKey(other) === attachmentKey(one));
  const added = wanted.filter((one) => !isIn(before, one) && !isIn(now, one));
  const dropped = before.filter((one) => !isIn(wanted, one) && isIn(now, one));
  return [
    ...added.map((at) => referenceEdit(assessment, at, [...referencesAt(assessment, at), id])),
    ...dropped.map((at) =>
      referenceEdit(
        assessment,
        at,
        referencesAt(assessment, at).filter((reference) => evidenceId(reference) !== evidenceId(id)),
      ),
    ),
  ];
}

export interface MustHaveState {
  readonly mustHave: MustHave;
  /** Asked for where the document is attached. */
  readonly asked: boolean;
  readonly confirmed: boolean;
}

/** What a document must contain: what is asked where it is attached first, then what else was confirmed. */
export function mustHaveStates(
  assessment: Assessment,
  draft: EvidenceDraft,
  attachments: readonly Attachment[],
): readonly MustHaveState[] {
  const rules = evidenceRulesOf(assessment.instrument.id);
  if (!rules) return [];
  const kind = rules.kinds.find(({ label }) => label.toLowerCase() === draft.kind.trim().toLowerCase())?.id ?? null;
  const asked = new Set(
    attachments.flatMap(({ indicator, criterion }) =>
      rules.contents
        .filter((rule) => inRanges(rule.indicators, indicator))
        .filter((rule) => criterion === null || criterion.startsWith(String(rule.level)))
        .filter((rule) => rule.kind === null || kind === null || rule.kind === kind)
        .flatMap(({ needs }) => needs.flat()),
    ),
  );
  const document = { ...draft, cells: {} };
  return rules.mustHaves
    .map((mustHave) => ({
      mustHave,
      asked: asked.has(mustHave.id),
      confirmed: confirms(document, mustHave.id, rules),
    }))
    .filter((state) => state.asked || state.confirmed)
    .sort((a, b) => Number(b.asked) - Number(a.asked));
}

/** The confirmations after one is given or taken back; other wordings of the same one go with it. */
export function withMustHave(
  assessment: Assessment,
  draft: EvidenceDraft,
  mustHave: MustHave,
  confirmed: boolean,
): EvidenceDraft {
  const rules = evidenceRulesOf(assessment.instrument.id);
  const says = (text: string): boolean =>
    rules !== null && confirms({ ...draft, mustHaves: [text], cells: {} }, mustHave.id, rules);
  const others = draft.mustHaves.filter((text) => !says(text));
  return { ...draft, mustHaves: confirmed ? [...others, mustHave.label] : others };
}
