import {
  EVIDENCE_FIELDS,
  EVIDENCE_STATUSES,
  type CellRef,
  type Evidence,
  type EvidenceField,
} from "../../assessment/assessment";
import type { Block } from "./block";
import { cellRef, fold, listOf, textOf, valueAt } from "./cell";
import { readDate } from "./dates";

/**
 * The rows of the register; repeated ids stay, since validation reports them. A row that holds nothing but an id is one of
 * those that a handed-out workbook numbers in advance, no document.
 */
export const readEvidence = (blocks: readonly Block[], date1904: boolean): readonly Evidence[] =>
  blocks.flatMap((block) => readBlock(block, date1904));

function readBlock(block: Block, date1904: boolean): Evidence[] {
  const { sheet } = block;
  const columns = EVIDENCE_FIELDS.flatMap((field) => {
    const at = block.columns.get(field);
    return at ? [[field, at.column] as const] : [];
  });
  const register: Evidence[] = [];
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const cells = sheet.values[row - sheet.origin.row];
    if (!cells || cells.length === 0) continue;
    if (columns.every(([field, column]) => field === "id" || textOf(valueAt(sheet, row, column)) === "")) continue;
    register.push(readRow(block, row, columns, date1904));
  }
  return register;
}

function readRow(
  { sheet }: Block,
  row: number,
  columns: readonly (readonly [EvidenceField, number])[],
  date1904: boolean,
): Evidence {
  const refs: Partial<Record<EvidenceField, CellRef>> = {};
  const at = new Map(columns);
  for (const [field, column] of columns) refs[field] = cellRef(sheet, row, column);
  const value = (field: EvidenceField) => {
    const column = at.get(field);
    return column === undefined ? null : valueAt(sheet, row, column);
  };
  const text = (field: EvidenceField): string => textOf(value(field));
  const status = fold(text("status"));
  return {
    id: text("id"),
    name: text("name"),
    kind: text("kind"),
    number: text("number"),
    date: readDate(value("date"), date1904),
    signatory: text("signatory"),
    validUntil: readDate(value("validUntil"), date1904),
    file: text("file"),
    page: text("page"),
    mustHaves: listOf(text("mustHaves")),
    status: EVIDENCE_STATUSES.find((one) => one === status) ?? null,
    cells: refs,
  };
}
