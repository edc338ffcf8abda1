import { quoteSheet } from "../workbook/address";
import type { Cell, LinkCell } from "../workbook/sheet";
import { serialOf } from "../workbook/spec-grid";

/** What Office.js is handed for one cell; null leaves the cell as it is, "" empties it. */
export type CellInput = string | number | boolean | null;

/** Longer texts cannot stand inside a formula. */
const FORMULA_TEXT_LIMIT = 255;

/** Excel reads what is written as if it had been typed: these would become formulas, numbers, dates, truth or errors. */
const wouldBeRead = (text: string): boolean =>
  /^\s*[=+\-@'#]/.test(text) ||
  (/\d/.test(text) && text.length <= 40) ||
  /^\s*(true|false|benar|salah)\s*$/i.test(text);

/** A text that stays the text that it is. */
export const asText = (text: string): string => (text !== "" && wouldBeRead(text) ? `'${text}` : text);

/** How Excel hands over an error value. */
export const isErrorText = (text: string): boolean =>
  /^#(?:N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|CONNECT!|BLOCKED!|GETTING_DATA)$/.test(
    text,
  );

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** Jumps as a formula: one array carries all links of a sheet, and undo restores them like any other formula. */
function linkFormula({ text, link }: LinkCell): string {
  const target = `#${quoteSheet(link.sheet)}!${link.cell}`;
  return text.length > FORMULA_TEXT_LIMIT ? asText(text) : `=HYPERLINK(${quoted(target)},${quoted(text)})`;
}

/** Formulas go through the add-in's functions where there are such; `write-native.ts` exchanges them for sending. */
export function cellInput(cell: Cell): CellInput {
  if (cell === null || typeof cell === "number" || typeof cell === "boolean") return cell;
  if (typeof cell === "string") return asText(cell);
  if ("formula" in cell) return `=${cell.custom ?? cell.formula}`;
  if ("date" in cell) return serialOf(cell.date);
  return linkFormula(cell);
}

/**
 * What to write so that a cell holds again what was read from it. A text reads the same as value and as formula; one
 * that would be taken for something else gets its apostrophe back.
 */
export const restoring = (formula: unknown, value: unknown): CellInput => {
  if (typeof formula === "string") return formula === value && !isErrorText(formula) ? asText(formula) : formula;
  return typeof formula === "number" || typeof formula === "boolean" ? formula : "";
};
