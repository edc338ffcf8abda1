import { parseArea } from "../workbook/address";
import type { Area } from "../workbook/grid";
import type { Line, SheetSpec, Style } from "../workbook/sheet";

const WEIGHT: Readonly<Record<Line["style"], "Thin" | "Medium" | "Thick">> = {
  thin: "Thin",
  medium: "Medium",
  thick: "Thick",
};
type Border = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/** A width in characters of the default font as Office.js counts columns: points of its pixels. */
export const columnPoints = (characters: number): number => Math.trunc(characters * 7 + 5) * 0.75;

/** One value for all cells of a range; Office.js accepts it although its types ask for an array. */
const everyCell = (value: string): string[][] => value as unknown as string[][];

/** Lines between cells are asked for only where there are some: Excel refuses inner lines of a single row. */
function drawLines(range: Excel.Range, border: NonNullable<Style["border"]>, area: Area | null): void {
  const draw = (side: Border, line: Line | undefined): void => {
    if (!line) return;
    const item = range.format.borders.getItem(side);
    item.style = "Continuous";
    item.weight = WEIGHT[line.style];
    item.color = line.color;
  };
  if (!area || area.bottom > area.top) draw("InsideHorizontal", border.bottom ?? border.top);
  if (!area || area.right > area.left) draw("InsideVertical", border.right ?? border.left);
  draw("EdgeTop", border.top);
  draw("EdgeBottom", border.bottom);
  draw("EdgeLeft", border.left);
  draw("EdgeRight", border.right);
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function applyStyle(range: Excel.Range, style: Style, area: Area | null): void {
  const { format } = range;
  if (style.font?.name !== undefined) format.font.name = style.font.name;
  if (style.font?.size !== undefined) format.font.size = style.font.size;
  if (style.font?.bold !== undefined) format.font.bold = style.font.bold;
  if (style.font?.italic !== undefined) format.font.italic = style.font.italic;
  if (style.font?.color !== undefined) format.font.color = style.font.color;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.horizontal) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  if (style.locked !== undefined) format.protection.locked = style.locked;
  if (style.numberFormat !== undefined) range.numberFormat = everyCell(style.numberFormat);
  if (style.border) drawLines(range, style.border, area);
}

/** Neighbours of equal value as [first, last, value], so that a run costs one action. */
export function runsOf<T>(items: readonly (readonly [number, T])[]): readonly (readonly [number, number, T])[] {
  const runs: [number, number, T][] = [];
  for (const [at, value] of items) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === at && run[2] === value) run[1] = at;
    else runs.push([at, at, value]);
  }
  return runs;
}

const columnRange = (sheet: Excel.Worksheet, first: number, last: number): Excel.Range =>
  sheet.getRangeByIndexes(0, first, 1, last - first + 1).getEntireColumn();

export function applyStyles(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const { range, style } of spec.styles) applyStyle(sheet.getRange(range), style, parseArea(range));
}

/** Widths, heights and what is hidden. */
export function applySizes(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const [first, last, width] of runsOf(spec.columns.map(({ width }, at) => [at, width] as const)))
    columnRange(sheet, first, last).format.columnWidth = columnPoints(width);
  for (const [first, last, hidden] of runsOf(spec.columns.map((column, at) => [at, column.hidden === true] as const)))
    if (hidden) columnRange(sheet, first, last).columnHidden = true;
  const heights = [...spec.rowHeights].sort(([a], [b]) => a - b);
  for (const [first, last, height] of runsOf(heights)) sheet.getRange(`${first}:${last}`).format.rowHeight = height;
}
