import type { Assessment, CriterionAnswer, Entry, Evidence, LevelReading } from "./assessment";
import type { ChangedField, MergeChange } from "./merge-types";

/** Every cell in which the final assessment differs from the base, as texts: what the preview counts. */
export function changesBetween(base: Assessment, final: Assessment): readonly MergeChange[] {
  const changes: MergeChange[] = [];
  const note = (field: ChangedField, indicator: number | null, id: string, from: string, to: string): void => {
    if (from !== to) changes.push({ field, indicator, id, from, to });
  };
  final.entries.forEach((entry, i) => {
    const before = base.entries[i];
    if (before && before !== entry) entryChanges(before, entry, note);
  });
  const rows = rowsInTurn(base.evidence);
  for (const [key, row] of rowsInTurn(final.evidence)) {
    const before = rows.get(key);
    if (before !== row) note("register", null, row.id, before ? registerText(before) : "", registerText(row));
  }
  final.identity.sectorServices.forEach((service, i) =>
    note("service", null, String(i + 1), base.identity.sectorServices[i] ?? "", service),
  );
  return changes;
}

/** Register rows by their id and which of the rows under that id they are: people use an id twice. */
function rowsInTurn(rows: readonly Evidence[]): ReadonlyMap<string, Evidence> {
  const turns = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const turn = turns.get(row.id) ?? 0;
      turns.set(row.id, turn + 1);
      return [`${turn}/${row.id}`, row];
    }),
  );
}

type Note = (field: ChangedField, indicator: number | null, id: string, from: string, to: string) => void;

function entryChanges(before: Entry, after: Entry, note: Note): void {
  const { indicator } = after;
  note("level", indicator, "", levelText(before.level), levelText(after.level));
  note("explanation", indicator, "", before.explanation, after.explanation);
  note("evidence", indicator, "", before.evidence.join("; "), after.evidence.join("; "));
  note("estimate", indicator, "", before.estimate ? "Ya" : "", after.estimate ? "Ya" : "");
  if (before.criteria === after.criteria) return;
  for (const [id, answer] of after.criteria)
    note("criteria", indicator, id, criterionText(before.criteria.get(id)), criterionText(answer));
}

const levelText = (level: LevelReading): string =>
  level.kind === "level" ? String(level.level) : level.kind === "invalid" ? level.raw : "";

const criterionText = (one: CriterionAnswer | undefined): string =>
  one ? [one.answer ?? one.raw ?? "", one.evidence.join("; "), one.note].filter(Boolean).join(" | ") : "";

const registerText = (row: Evidence): string =>
  [
    row.name,
    row.kind,
    row.number,
    row.date ?? row.unread?.date,
    row.signatory,
    row.validUntil ?? row.unread?.validUntil,
    row.file,
    row.page,
    row.mustHaves.join("; "),
    row.status ?? row.unread?.status,
  ]
    .filter(Boolean)
    .join(" | ");
