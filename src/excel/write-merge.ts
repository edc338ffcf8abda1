import type { Assessment, CellRef, Entry, Evidence } from "../assessment/assessment";
import { applyDecisions, type MergeChange, type MergeDecision, type MergeDraft } from "../assessment/merge";
import { changesBetween } from "../assessment/merge-changes";
import { SECTOR_FIELDS } from "../assessment/sector-indicators";
import { SHEET } from "../workbook/layout";
import { answersSheet } from "../workbook/sheets/answers";
import { conflictsSheet } from "../workbook/sheets/conflicts";
import { mergeLogSheet } from "../workbook/sheets/merge-log";
import { asText } from "./cell-input";
import type { CellWrite, Change } from "./change";
import { criterionWrites, entryWrites } from "./edits";
import { placeSheets, sheetNames } from "./place";
import { assessmentOf, type Reading } from "./reading";
import { evidenceChange, evidenceWrites } from "./register-edits";
import type { EntryEdit, Written } from "./session";

const keyOf = ({ field, indicator, id }: MergeChange): string => `${field}/${indicator ?? ""}/${id}`;

interface Sorted {
  readonly writable: readonly MergeChange[];
  readonly skipped: Written["skipped"];
}

/**
 * The merge's changes that may be written now: those whose cell still holds what the merge was made from. A cell that
 * somebody changed meanwhile is left and listed; one that the merge did not mean to change is nobody's business here.
 */
function sortChanges(base: Assessment, now: Assessment, draft: MergeDraft): Sorted {
  const wanted = new Set(draft.changes.map(keyOf));
  const meanwhile = new Set(changesBetween(base, now).map(keyOf));
  const mine = changesBetween(now, draft.final).filter((change) => wanted.has(keyOf(change)));
  const isFree = (change: MergeChange): boolean => !meanwhile.has(keyOf(change)) && placeOf(now, change) !== null;
  return {
    writable: mine.filter(isFree),
    skipped: mine
      .filter((change) => !isFree(change))
      .map((change) => ({
        at: placeOf(now, change) ?? { sheet: SHEET.entries, cell: "" },
        found: change.from,
        wanted: change.to,
      })),
  };
}

/** The cell that a change is about; null where the workbook has none for it. */
function placeOf(now: Assessment, { field, indicator, id }: MergeChange): CellRef | null {
  const entry = now.entries.find((one) => one.indicator === indicator);
  switch (field) {
    case "level":
    case "explanation":
    case "evidence":
    case "estimate":
      return entry?.cells[field] ?? null;
    case "criteria":
      return entry?.criteria.get(id)?.cells.answer ?? null;
    case "service":
      return now.identity.cells[SECTOR_FIELDS[Number(id) - 1] ?? "sectorService1"] ?? null;
    case "register":
      return now.evidence.find((row) => row.id === id)?.cells.id ?? { sheet: SHEET.evidence, cell: "" };
  }
}

function entryEdit(entry: Entry, changes: readonly MergeChange[]): EntryEdit {
  const has = (field: MergeChange["field"]): boolean => changes.some((change) => change.field === field);
  const { indicator, level } = entry;
  return {
    indicator,
    ...(has("level") && { level: level.kind === "level" ? level.level : null }),
    ...(has("explanation") && { explanation: entry.explanation }),
    ...(has("evidence") && { evidence: entry.evidence }),
    ...(has("estimate") && { estimate: entry.estimate }),
  };
}

function entryCells(now: Assessment, final: Assessment, changes: readonly MergeChange[]): readonly CellWrite[] {
  return final.entries.flatMap((entry) => {
    const own = changes.filter(({ indicator }) => indicator === entry.indicator);
    const criteria = own.filter(({ field }) => field === "criteria");
    const plain = own.filter(({ field }) => field !== "criteria");
    return [
      ...(plain.length > 0 ? entryWrites(now, entryEdit(entry, plain)) : []),
      ...criteria.flatMap(({ id }) => {
        const answer = entry.criteria.get(id);
        if (!answer) return [];
        const { evidence, note, raw } = answer;
        return criterionWrites(now, {
          indicator: entry.indicator,
          criterion: id,
          // A text that is no answer stays for whoever wrote it to mend.
          ...(raw === undefined && { answer: answer.answer }),
          evidence,
          note,
        });
      }),
    ];
  });
}

function serviceCells(now: Assessment, final: Assessment, changes: readonly MergeChange[]): readonly CellWrite[] {
  return changes.flatMap((change) => {
    const at = change.field === "service" ? placeOf(now, change) : null;
    return at ? [{ ...at, value: asText(final.identity.sectorServices[Number(change.id) - 1] ?? "") }] : [];
  });
}

/** Writes what the offices answered and what follows: cells of entries and register, and the three sheets of the merge. */
export function mergeChange(reading: Reading, draft: MergeDraft, decisions: readonly MergeDecision[]): Change {
  const { snapshot } = reading;
  const now = assessmentOf(reading);
  const decided = decisions.length > 0 ? applyDecisions(draft, decisions) : draft;
  const { writable, skipped } = sortChanges(draft.input.base, now, decided);
  const names = sheetNames(snapshot);
  const { instrument, identity } = now;
  const options = { instrument, identity };
  const rows = new Map(decided.final.evidence.map((row) => [row.id, row]));
  const register = writable.flatMap(({ field, id }): Evidence[] =>
    field === "register" ? [rows.get(id)].flatMap((row) => row ?? []) : [],
  );
  const known = new Map(now.evidence.map((row) => [row.id, row]));
  const added = evidenceChange(
    snapshot,
    register.filter(({ id }) => !known.has(id)),
  );
  const open = decided.conflicts.filter(({ decision }) => decision === null).length;
  return {
    summary: "excel.wrote.merge",
    params: {
      files: decided.files.filter(({ status }) => status === "merged").length,
      rows: new Set(writable.flatMap(({ indicator }) => indicator ?? [])).size,
      conflicts: open,
    },
    sheets: placeSheets(
      snapshot,
      [
        answersSheet(decided.answers, { ...options, name: names.answers }),
        conflictsSheet(decided.conflicts, { ...options, name: names.conflicts }),
        mergeLogSheet(decided.log, { identity, name: names.mergeLog }),
      ],
      names,
    ),
    cells: [
      ...entryCells(now, decided.final, writable),
      ...serviceCells(now, decided.final, writable),
      ...register.flatMap((row) => evidenceWrites(known.get(row.id), row)),
      ...(added.cells ?? []),
    ],
    tables: added.tables ?? [],
    skipped,
  };
}
