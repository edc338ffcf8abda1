import { CellValueType, type ICellData, type Nullable, numfmt } from "@univerjs/core";
import type { CellContent } from "../cells";

export type CellValue = string | number | boolean;

export const ERROR = /^#(N\/A|DIV\/0!|VALUE!|NUM!|NULL!|NAME\?|REF!|SPILL!|CALC!|GETTING_DATA)$/;
const THIS_ROW = /\[\[#This Row\],\[([^\]]*)\]\]/g;
const EMPTY: CellContent = { v: null, t: null, f: null, si: null, p: null };

/** Univer's cell -> what `Range.values` shows. A cell with a link (HYPERLINK) holds a small document in place of a value. */
export function valueOf(cell: Nullable<Pick<ICellData, "v" | "t" | "p">>): CellValue {
  if (cell?.v === null || cell?.v === undefined) return cell?.p?.body?.dataStream.replace(/\r\n$/, "") ?? "";
  if (cell.t === CellValueType.BOOLEAN || typeof cell.v === "boolean")
    return cell.v === 1 || cell.v === true || cell.v === "TRUE";
  return cell.t === CellValueType.NUMBER ? Number(cell.v) : cell.v;
}

export function typeOf(value: CellValue): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return ERROR.test(value) ? "Error" : "String";
}

/** What the cell shows. Excel's General gives up digits for width; eleven significant ones are its measure. */
export function textOf(value: CellValue, format: string, locale: string): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (format === "@") return String(value);
  try {
    return numfmt.format(format === "" ? "General" : format, value, { locale });
  } catch {
    return String(value);
  }
}

/** Univer knows `T[[#This Row],[C]]` and not `T[@C]`. */
const toEngineFormula = (formula: string): string => formula.replace(/\[@\[?([^[\]]+)\]?\]/g, "[[#This Row],[$1]]");
export const fromEngineFormula = (formula: string): string => formula.replace(THIS_ROW, "[@$1]");

const MILLISECONDS_PER_DAY = 86_400_000;
/** Day 0 of Excel's calendar as the proleptic one counts, for dates after February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

function isoDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(time).toISOString().startsWith(text) ? (time - EPOCH) / MILLISECONDS_PER_DAY : null;
}

/** A written value as Excel takes it: strings are read as if typed, so the format that the reading implies comes along. */
export interface TypedCell {
  content: CellContent;
  impliedFormat?: string;
}

const text = (value: string): TypedCell => ({ content: { ...EMPTY, v: value, t: CellValueType.FORCE_STRING } });
const number = (value: number, impliedFormat?: string): TypedCell => ({
  content: { ...EMPTY, v: value, t: CellValueType.NUMBER },
  ...(impliedFormat === undefined ? {} : { impliedFormat }),
});

/** @param isText whether the cell's number format is `@`, in which nothing is read as a number or formula */
export function typed(value: CellValue, isText: boolean): TypedCell {
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return { content: { ...EMPTY, v: value ? 1 : 0, t: CellValueType.BOOLEAN } };
  if (value === "") return { content: EMPTY };
  if (value.startsWith("'")) return text(value.slice(1));
  if (isText) return text(value);
  return typedText(value);
}

/** Whether Excel would read this text as a number, formula, date or truth value if it were typed. */
export const isReadAsOther = (value: string): boolean =>
  value.startsWith("'") || typedText(value).content.t !== CellValueType.STRING;

function typedText(value: string): TypedCell {
  const trimmed = value.trim();
  if (trimmed !== "" && Number.isFinite(Number(trimmed)) && !/^[+-]?(0[xob]|Infinity)/i.test(trimmed))
    return number(Number(trimmed));
  const percent = /^([+-]?\d+(?:\.\d+)?)%$/.exec(trimmed)?.[1];
  if (percent !== undefined) return number(Number(percent) / 100, percent.includes(".") ? "0.00%" : "0%");
  if (/^(true|false)$/i.test(trimmed)) return typed(trimmed.toLowerCase() === "true", false);
  const date = isoDate(trimmed);
  if (date !== null) return number(date, "yyyy-mm-dd");
  // A leading operator starts a formula in Excel, with or without "=".
  if (/^[=+\-@]/.test(value) && value.length > 1) {
    const formula = value.startsWith("=") ? value : `=${value.replace(/^@/, "")}`;
    return { content: { v: null, t: null, f: toEngineFormula(formula), si: null, p: null } };
  }
  return { content: { ...EMPTY, v: value, t: CellValueType.STRING } };
}
