import type { Cell as HucreCell } from "hucre/xlsx";
import { quoteSheet } from "../workbook/address";
import type { Cell, SheetSpec, Style } from "../workbook/sheet";
import { serialOf } from "./serial";
import { cellKey, cellStyle, type Painting } from "./write-style";
import { fileFormula, fileText, looksLikeFormula } from "./write-text";

const DATE_FORMAT = "dd/mm/yyyy";
/** The writer takes these texts for error values; a run of rich text keeps them texts. */
const ERROR_TEXT = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

/** The cells of a sheet with their styles, by "row,column" (0-based), as the writer takes them. */
export function cellsOf(sheet: SheetSpec, painting: Painting): Map<string, Partial<HucreCell>> {
  const cells = new Map<string, Partial<HucreCell>>();
  const styled = styleCache();
  for (const [key, style] of painting) cells.set(key, { value: null, style: styled(style, false) });
  sheet.cells.forEach((row, rowIndex) =>
    row.forEach((cell, columnIndex) => {
      if (cell === null) return;
      const key = cellKey(rowIndex, columnIndex);
      const style = dated(cell, painting.get(key));
      cells.set(key, { ...contentOf(cell), style: styled(style, keepsAsText(cell)) });
    }),
  );
  return cells;
}

function styleCache() {
  const plain = new Map<Style | undefined, ReturnType<typeof cellStyle>>();
  const text = new Map<Style | undefined, ReturnType<typeof cellStyle>>();
  return (style: Style | undefined, keepAsText: boolean) => {
    const cache = keepAsText ? text : plain;
    if (!cache.has(style)) cache.set(style, cellStyle(style, keepAsText));
    return cache.get(style);
  };
}

const textOf = (cell: Cell): string | null =>
  typeof cell === "string" ? cell : cell !== null && typeof cell === "object" && "link" in cell ? cell.text : null;

const keepsAsText = (cell: Cell): boolean => looksLikeFormula(textOf(cell) ?? "");

/** A day without a date format would show as its number. */
function dated(cell: Cell, style: Style | undefined): Style | undefined {
  const isDate = cell !== null && typeof cell === "object" && "date" in cell;
  return isDate && !style?.numberFormat ? { ...style, numberFormat: DATE_FORMAT } : style;
}

function contentOf(cell: NonNullable<Cell>): Partial<HucreCell> {
  if (typeof cell === "string") return textContent(cell);
  if (typeof cell !== "object") return { value: cell };
  if ("date" in cell) {
    const serial = serialOf(cell.date);
    return serial === null ? textContent(cell.date) : { value: serial };
  }
  if ("formula" in cell) {
    const value = typeof cell.value === "string" ? fileText(cell.value) : cell.value;
    return { value: null, formula: fileFormula(cell.formula), formulaResult: value };
  }
  const location = `${quoteSheet(cell.link.sheet)}!${cell.link.cell}`;
  return { ...textContent(cell.text), hyperlink: { target: "", location, display: fileText(cell.text) } };
}

const textContent = (text: string): Partial<HucreCell> =>
  ERROR_TEXT.test(text) ? { value: text, richText: [{ text }] } : { value: fileText(text) };
