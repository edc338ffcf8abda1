import { blankEvidence } from "../../assessment/blank";
import type { Assessment, Evidence } from "../../assessment/assessment";
import { evidenceId, referencesOf } from "../../assessment/findings/facts";
import type { EvidenceDraft } from "../../excel/session";

/** A register id and its parts: "DD-07-012" is prefix "DD-07-", number 12, three digits. */
const ID = /^(DD-(?:\d+-)?)(\d+)$/i;

/**
 * The id of the next document after those of the register and of `drafts`: what its next blank row is numbered already,
 * else the most used prefix, one above its highest number.
 */
export function nextEvidenceId(
  { evidence, spareIds }: Pick<Assessment, "evidence" | "spareIds">,
  drafts: readonly Pick<Evidence, "id">[] = [],
): string {
  const known = [...evidence, ...drafts];
  const taken = new Set(known.map(({ id }) => evidenceId(id)));
  return spareIds.find((id) => !taken.has(evidenceId(id))) ?? idAfter(known);
}

function idAfter(evidence: readonly Pick<Evidence, "id">[]): string {
  const seen = new Map<string, { count: number; highest: number; digits: number }>();
  for (const { id } of evidence) {
    const [, prefix, digits] = ID.exec(id.trim()) ?? [];
    if (!prefix || !digits) continue;
    const known = seen.get(prefix) ?? { count: 0, highest: 0, digits: 3 };
    seen.set(prefix, {
      count: known.count + 1,
      highest: Math.max(known.highest, Number(digits)),
      digits: Math.max(known.digits, digits.length),
    });
  }
  const [prefix, last] = [...seen].sort(([a, x], [b, y]) => y.count - x.count || a.localeCompare(b))[0] ?? [
    "DD-",
    { highest: 0, digits: 3 },
  ];
  return `${prefix}${String(last.highest + 1).padStart(last.digits, "0")}`;
}

/** A file name as the guideline writes them: number, letter of the criterion, what it is ("20.c.Reviu-Kolaborasi_SPBE.pdf"). */
export function suggestedFileName(indicator: number, criterion: string, name: string): string {
  const letter = criterion.replace(/^\d+/, "");
  const words = name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .split(/\s+/)
    .join("-");
  return `${indicator}.${letter || "a"}.${words || "Nama-Dokumen"}.pdf`;
}

export const draftEvidence = (id: string, fields: Partial<Omit<EvidenceDraft, "id">>): EvidenceDraft => ({
  ...blankEvidence(id),
  ...fields,
});

/** The fields in which a draft differs from the document as it was opened. */
export const changedFields = (
  opened: EvidenceDraft,
  { id: _, ...draft }: EvidenceDraft,
): Partial<Omit<EvidenceDraft, "id">> =>
  Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => !isSame(value, opened[field as keyof EvidenceDraft])),
  );

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Documents of the register that match every word of the query and are not attached yet, reused ones first. */
export function attachable(
  assessment: Assessment,
  attached: readonly string[],
  query: string,
): readonly { readonly document: Evidence; readonly uses: number }[] {
  const words = query.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  const uses = evidenceUses(assessment);
  return assessment.evidence
    .filter(({ id }) => !attached.includes(id))
    .filter(({ id, name, file, number }) => {
      const text = `${id} ${name} ${file} ${number}`.toLocaleLowerCase("id");
      return words.every((word) => text.includes(word));
    })
    .map((document) => ({ document, uses: uses.get(document.id)?.size ?? 0 }));
}

/** Which indicators use each reference: what one document unlocks. */
export function evidenceUses(assessment: Assessment): ReadonlyMap<string, ReadonlySet<number>> {
  const uses = new Map<string, Set<number>>();
  for (const entry of assessment.entries) {
    for (const reference of referencesOf(entry)) {
      const known = uses.get(reference) ?? new Set<number>();
      uses.set(reference, known.add(entry.indicator));
    }
  }
  return uses;
}
