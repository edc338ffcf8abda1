import { files } from "../locale/id/files";

/** What one cell can hold. */
export const CELL_TEXT_MAX = 32_767;

/** Excel's file format spells characters that XML cannot hold as _x0007_; a text that looks so itself is escaped once more. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
const NO_CHARACTER = /[\ufffe\uffff]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * A text as the file holds it, so that reading gives the same text back. What no cell can hold is cut, and the text then
 * ends by saying so.
 */
export function fileText(text: string): string {
  const whole = text.replace(/\r\n?/g, "\n").replace(LONE_SURROGATE, "\ufffd");
  // The file speaks to the office that opens it, with or without the add-in: always in Indonesian.
  const notice = files["files.cut"];
  const kept = whole.length > CELL_TEXT_MAX ? whole.slice(0, CELL_TEXT_MAX - notice.length) + notice : whole;
  return kept
    .replace(LONE_SURROGATE, "")
    .replace(LOOKS_ESCAPED, "_x005F_")
    .replace(NO_CHARACTER, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`);
}

/** Whether Excel would take the text for a formula when a person edits its cell. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@]/.test(text);

/** Functions newer than the file format: files spell them with a prefix, formulas on screen do not. */
const NEWER =
  /\b(?:ACOT|AGGREGATE|ARABIC|BASE|BITAND|BITOR|BITXOR|CEILING\.MATH|COMBINA|CONCAT|DAYS|DECIMAL|FILTERXML|FLOOR\.MATH|FORMULATEXT|IFNA|IFS|ISFORMULA|MAXIFS|MINIFS|NUMBERVALUE|PERCENTILE\.(?:EXC|INC)|QUARTILE\.(?:EXC|INC)|RANK\.(?:AVG|EQ)|SHEETS?|STDEV\.[PS]|SWITCH|TEXTJOIN|UNICHAR|UNICODE|VAR\.[PS]|XOR)(?=\()/g;

/** A formula as the file holds it: newer functions with their prefix. Texts in quotes are left alone. */
export function fileFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(NEWER, (name) => `_xlfn.${name}`)))
    .join("");
}
