import {
  EVIDENCE_FIELDS,
  EVIDENCE_STATUSES,
  UNREAD_FIELDS,
  type CellRef,
  type Evidence,
  type EvidenceField,
  type UnreadField,
} from "../../assessment/assessment";
import { COLUMNS } from "../layout";
import type { Block } from "./block";
import { cellRef, fold, listOf, textOf, valueAt } from "./cell";
import { readDate } from "./dates";
import type { Repairs } from "./repairs";

/**
 * The rows of the register; repeated ids stay, since validation reports them. A row that holds nothing but an id is one of
 * those that a handed-out workbook numbers in advance, no document. A day or status that cannot be read stays as written.
 */
export const readEvidence = (blocks: readonly Block[], date1904: boolean, repairs: Repairs): readonly Evidence[] =>
  blocks.flatMap((block) => readBlock(block, date1904, repairs));

/** The ids that are numbered in advance and wait for a document. */
export const readSpareIds = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    const columns = columnsOf(block);
    const id = block.columns.get("id")?.column;
    if (id === undefined) return [];
    return rowsOf(block)
      .filter((row) => isBlank(block, row, columns))
      .map((row) => textOf(valueAt(block.sheet, row, id)))
      .filter(Boolean);
  });

type Columns = readonly (readonly [EvidenceField, number])[];

const columnsOf = (block: Block): Columns =>
  EVIDENCE_FIELDS.flatMap((field) => {
    const at = block.columns.get(field);
    return at ? [[field, at.column] as const] : [];
  });

/** The rows of the block that hold any cell. */
const rowsOf = ({ sheet, firstRow, lastRow }: Block): readonly number[] =>
  sheet.values.flatMap((cells, at) => {
    const row = sheet.origin.row + at;
    return cells.length > 0 && row >= firstRow && row <= lastRow ? [row] : [];
  });

const isBlank = ({ sheet }: Block, row: number, columns: Columns): boolean =>
  columns.every(([field, column]) => field === "id" || textOf(valueAt(sheet, row, column)) === "");

function readBlock(block: Block, date1904: boolean, repairs: Repairs): readonly Evidence[] {
  const columns = columnsOf(block);
  return rowsOf(block)
    .filter((row) => !isBlank(block, row, columns))
    .map((row) => readRow(block, row, columns, date1904, repairs));
}

function readRow({ sheet }: Block, row: number, columns: Columns, date1904: boolean, repairs: Repairs): Evidence {
  const refs: Partial<Record<EvidenceField, CellRef>> = {};
  const at = new Map(columns);
  for (const [field, column] of columns) refs[field] = cellRef(sheet, row, column);
  const value = (field: EvidenceField) => {
    const column = at.get(field);
    return column === undefined ? null : valueAt(sheet, row, column);
  };
  const text = (field: EvidenceField): string => textOf(value(field));
  const folded = fold(text("status"));
  const read = {
    date: readDate(value("date"), date1904),
    validUntil: readDate(value("validUntil"), date1904),
    status: EVIDENCE_STATUSES.find((one) => one === folded) ?? null,
  };
  const unread: Partial<Record<UnreadField, string>> = {};
  for (const field of UNREAD_FIELDS) {
    const found = text(field);
    if (read[field] !== null || found === "") continue;
    unread[field] = found;
    const column = COLUMNS.evidence[EVIDENCE_FIELDS.indexOf(field)] ?? field;
    const kind = field === "status" ? "unread-status" : "unread-date";
    repairs.add(kind, sheet, row, at.get(field) ?? 0, { column, found });
  }
  return {
    id: text("id"),
    name: text("name"),
    kind: text("kind"),
    number: text("number"),
    date: read.date,
    signatory: text("signatory"),
    validUntil: read.validUntil,
    file: text("file"),
    page: text("page"),
    mustHaves: listOf(text("mustHaves")),
    status: read.status,
    ...(Object.keys(unread).length > 0 && { unread }),
    cells: refs,
  };
}
