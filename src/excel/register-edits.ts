import { EVIDENCE_FIELDS, type Assessment, type Evidence, type EvidenceField } from "../assessment/assessment";
import { evidenceId, registerOf } from "../assessment/findings/facts";
import { cellAddress } from "../workbook/address";
import { COLUMNS, TABLE } from "../workbook/layout";
import { serialOf } from "../workbook/spec-grid";
import { asText, type CellInput } from "./cell-input";
import type { CellWrite, Change } from "./change";
import { place } from "./edits";
import { refuse } from "./host";
import { meanwhile, shown, type EditedCell } from "./meanwhile";
import type { EvidenceDraft } from "./session";
import { cellOf, sheetNamed, tableNamed, type Snapshot } from "./snapshot";

const listText = (items: readonly string[]): string => asText(shown(items));

function evidenceInputs(draft: EvidenceDraft): readonly CellInput[] {
  const day = (field: "date" | "validUntil"): CellInput => {
    const date = draft[field];
    return date === null ? asText(draft.unread?.[field] ?? "") : serialOf(date);
  };
  const inputs: Record<EvidenceField, CellInput> = {
    id: asText(draft.id),
    name: asText(draft.name),
    kind: asText(draft.kind),
    number: asText(draft.number),
    date: day("date"),
    signatory: asText(draft.signatory),
    validUntil: day("validUntil"),
    file: asText(draft.file),
    page: asText(draft.page),
    mustHaves: listText(draft.mustHaves),
    status: draft.status ?? asText(draft.unread?.status ?? ""),
  };
  return EVIDENCE_FIELDS.map((field) => inputs[field]);
}

/** The register's columns by field, wherever they were moved to. */
function evidenceColumns(snapshot: Snapshot, sheet: string, left: number): ReadonlyMap<EvidenceField, number> {
  const table = snapshot.grid.sheets
    .find(({ name }) => name === sheet)
    ?.tables.find(({ name }) => name.toLowerCase() === TABLE.evidence.toLowerCase());
  const headers = table?.columns.map((text) => text.trim().toLowerCase()) ?? [];
  return new Map(
    EVIDENCE_FIELDS.flatMap((field, at): [EvidenceField, number][] => {
      const found = headers.indexOf((COLUMNS.evidence[at] ?? "").toLowerCase());
      return found < 0 ? [] : [[field, left + found]];
    }),
  );
}

/** The cells of a registered document that change; none for a document that has no row yet. */
export function evidenceWrites(known: Evidence | undefined, draft: EvidenceDraft): readonly CellWrite[] {
  if (!known) return [];
  const [before, after] = [evidenceInputs(known), evidenceInputs(draft)];
  return EVIDENCE_FIELDS.flatMap((field, at) => {
    const cell = known.cells[field];
    const value = after[at] ?? "";
    return cell && before[at] !== value ? [{ ...cell, value }] : [];
  });
}

/**
 * The cells of the register's row of an id that some changes change; refuses what has no row or no column. `was`: what
 * the person saw in the fields that they change.
 */
export function evidenceEditWrites(
  assessment: Assessment,
  id: string,
  changes: Partial<Omit<EvidenceDraft, "id">>,
  was: Partial<Omit<EvidenceDraft, "id">> = {},
): readonly EditedCell[] {
  const known = registerOf(assessment.evidence).get(evidenceId(id)) ?? refuse("NO_DOCUMENT", { id });
  const wanted = { ...known, ...changes };
  const seen: Partial<EvidenceDraft> = was;
  const [before, after] = [evidenceInputs(known), evidenceInputs(wanted)];
  return EVIDENCE_FIELDS.flatMap((field, at) => {
    const value = after[at] ?? "";
    if (before[at] === value) return [];
    const cell = place(known.cells[field], COLUMNS.evidence[at] ?? field);
    return [{ ...cell, value, meanwhile: meanwhile(seen[field], known[field], wanted[field]) }];
  });
}

/** Refuses with DUPLICATE_ID a document whose id the register, or another one of the same write, has already. */
export function refuseDuplicates(assessment: Assessment, drafts: readonly EvidenceDraft[]): void {
  const known = new Set(assessment.evidence.map(({ id }) => evidenceId(id)));
  for (const { id } of drafts) {
    if (known.has(evidenceId(id))) refuse("DUPLICATE_ID", { id });
    known.add(evidenceId(id));
  }
}

/**
 * Rows for new documents: the blank row that is numbered for it already, else the blank rows without a number, then rows
 * below the register, by which the table grows. A number that is printed on a row is never written over.
 */
export function evidenceChange(snapshot: Snapshot, drafts: readonly EvidenceDraft[]): Pick<Change, "cells" | "tables"> {
  if (drafts.length === 0) return {};
  const table = tableNamed(snapshot, TABLE.evidence);
  const sheet = table && sheetNamed(snapshot, table.sheet);
  if (!table || !sheet) return refuse("NO_TEMPLATE");
  const { area } = table;
  const columns = evidenceColumns(snapshot, sheet.name, area.left);
  // Blank rows of a handed-out register carry their next number already.
  const filled = [...columns].filter(([field]) => field !== "id").map(([, column]) => column);
  const filledAt = (row: number): number | undefined =>
    filled.find((column) => cellOf(sheet.used, row, column).formula !== "");
  const idColumn = columns.get("id");
  const printedAt = (row: number): string =>
    idColumn === undefined ? "" : evidenceId(String(cellOf(sheet.used, row, idColumn).value));
  const blank = Array.from({ length: area.bottom - area.top }, (_, at) => area.top + 1 + at).filter(
    (row) => filledAt(row) === undefined,
  );
  const numbered = new Map(blank.map((row) => [printedAt(row), row]));
  const own = drafts.map(({ id }) => (evidenceId(id) === "" ? undefined : numbered.get(evidenceId(id))));
  const wanted = own.filter((row) => row === undefined).length;
  const free = blank.filter((row) => printedAt(row) === "");
  for (let row = area.bottom + 1; free.length < wanted; row += 1) {
    const column = filledAt(row) ?? (printedAt(row) === "" ? undefined : idColumn);
    // A note below the register stays where it is.
    if (column !== undefined)
      refuse("LAYOUT_CHANGED", {
        sheet: sheet.name,
        cell: cellAddress(row, column),
        found: String(cellOf(sheet.used, row, column).value),
      });
    free.push(row);
  }
  const used = own.flatMap((row) => row ?? free.shift() ?? []);
  const bottom = Math.max(area.bottom, ...used);
  return {
    cells: used.flatMap((row, at) => {
      const draft = drafts[at];
      return draft ? evidenceRow(sheet.name, row, columns, evidenceInputs(draft)) : [];
    }),
    tables: bottom > area.bottom ? [{ name: table.name, area: { ...area, bottom } }] : [],
  };
}

const evidenceRow = (
  sheet: string,
  row: number,
  columns: ReadonlyMap<EvidenceField, number>,
  inputs: readonly CellInput[],
): readonly CellWrite[] =>
  EVIDENCE_FIELDS.flatMap((field, at) => {
    const column = columns.get(field);
    const value = inputs[at] ?? "";
    if (value === "") return [];
    if (column === undefined) return refuse("NO_COLUMN", { column: COLUMNS.evidence[at] ?? field });
    return [{ sheet, cell: cellAddress(row, column), value }];
  });
