import { columnIndex, columnName } from "../workbook/address";
import { COLUMNS, ROWS } from "./limits";

/** An A1 reference or a range of whole columns or rows, outside of names and function calls. */
const REFERENCE = /(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(])/g;

/**
 * A shared formula as it stands in a cell `rows` below and `columns` right of the one that spells it: relative references
 * move along, those with dollar signs stay, texts in quotes and quoted sheet names are left alone.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : shiftReferences(part, rows, columns)))
    .join("");
}

function shiftReferences(text: string, rows: number, columns: number): string {
  return text.replace(REFERENCE, (whole, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
    const column = columnIndex(letters);
    if (column >= COLUMNS) return whole;
    const row = Number(digits) + (fixedRow ? 0 : rows);
    const moved = column + (fixedColumn ? 0 : columns);
    if (row < 1 || row > ROWS || moved < 0 || moved >= COLUMNS) return "#REF!";
    return `${fixedColumn}${columnName(moved)}${fixedRow}${row}`;
  });
}
