import type { FormulaCell } from "../sheet";
import { MONTHS } from "../texts";
import { quoteText } from "./level-formulas";

/**
 * Two decimals with a comma, rounded half up, whatever the region of the Excel that shows it (TEXT would read "0.00"
 * otherwise under Indonesian settings).
 */
export const commaDecimal = (value: string): string => `SUBSTITUTE(FIXED(ROUND(ROUND(${value},8),2),2,TRUE),".",",")`;

/** A number as text. As a formula, since Excel marks typed texts that read like numbers. */
export const numberText = (text: string): FormulaCell => ({ formula: quoteText(text), value: text });

/** "21 November 2023" of a date cell. */
export const longDate = (cell: string): string =>
  `DAY(${cell})&" "&CHOOSE(MONTH(${cell}),${MONTHS.map(quoteText).join(",")})&" "&YEAR(${cell})`;
