import { areaAddress, parseArea } from "../workbook/address";
import type { Area } from "../workbook/grid";
import type { Line, SheetSpec, Style, StyleRegion } from "../workbook/sheet";

const WEIGHT: Readonly<Record<Line["style"], "Thin" | "Medium" | "Thick">> = {
  thin: "Thin",
  medium: "Medium",
  thick: "Thick",
};
type Border = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/** A width in characters of the default font as Office.js counts columns: points of its pixels. */
const columnPoints = (characters: number): number => Math.trunc(characters * 7 + 5) * 0.75;

/** One value for all cells of a range; Office.js accepts it although its types ask for an array. */
const everyCell = (value: string): string[][] => value as unknown as string[][];

/** Lines between cells are asked for only where there are some: Excel refuses inner lines of a single row. */
function drawLines(range: Excel.Range, border: NonNullable<Style["border"]>, area: Area): void {
  const draw = (side: Border, line: Line | undefined): void => {
    if (!line) return;
    const item = range.format.borders.getItem(side);
    item.style = "Continuous";
    if (line.style !== "thin") item.weight = WEIGHT[line.style];
    item.color = line.color;
  };
  if (area.bottom > area.top) draw("InsideHorizontal", border.bottom ?? border.top);
  if (area.right > area.left) draw("InsideVertical", border.right ?? border.left);
  draw("EdgeTop", border.top);
  draw("EdgeBottom", border.bottom);
  draw("EdgeLeft", border.left);
  draw("EdgeRight", border.right);
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function applyStyle(range: Excel.Range, style: Style, area: Area): void {
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
function runsOf<T>(items: readonly (readonly [number, T])[]): readonly (readonly [number, number, T])[] {
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

const overlap = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/**
 * Regions of one style that lie one below the other as one, so that they cost one set of actions; only where nothing
 * painted in between would come out differently.
 */
function joinRegions(regions: readonly StyleRegion[]): readonly { readonly area: Area; readonly style: Style }[] {
  const joined: { area: Area; style: Style; key: string }[] = [];
  for (const { range, style } of regions) {
    const area = parseArea(range);
    if (!area) throw new RangeError(`not an address: ${range}`);
    const key = JSON.stringify(style);
    const at = joined.findLastIndex(
      (one) =>
        one.key === key &&
        one.area.left === area.left &&
        one.area.right === area.right &&
        one.area.bottom + 1 === area.top,
    );
    const above = joined[at];
    if (above && !joined.slice(at + 1).some((one) => overlap(one.area, area)))
      above.area = { ...above.area, bottom: area.bottom };
    else joined.push({ area, style, key });
  }
  return joined;
}

export function applyStyles(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const { area, style } of joinRegions(spec.styles)) applyStyle(sheet.getRange(areaAddress(area)), style, area);
}

/** The height that most rows have: set at once for all, so that only the others cost an action each. */
function commonest(heights: readonly (readonly [number, number])[]): number | undefined {
  const counts = new Map<number, number>();
  for (const [, height] of heights) counts.set(height, (counts.get(height) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Widths, heights and what is hidden. */
export function applySizes(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const [first, last, width] of runsOf(spec.columns.map(({ width }, at) => [at, width] as const)))
    columnRange(sheet, first, last).format.columnWidth = columnPoints(width);
  for (const [first, last, hidden] of runsOf(spec.columns.map((column, at) => [at, column.hidden === true] as const)))
    if (hidden) columnRange(sheet, first, last).columnHidden = true;
  const heights = [...spec.rowHeights].sort(([a], [b]) => a - b);
  const common = commonest(heights);
  const [first, last] = [heights[0]?.[0], heights.at(-1)?.[0]];
  // Rows without a height of their own must keep Excel's.
  const isDense = first !== undefined && last !== undefined && last - first + 1 === heights.length;
  if (isDense && common !== undefined) sheet.getRange(`${first}:${last}`).format.rowHeight = common;
  for (const [from, to, height] of runsOf(heights))
    if (!isDense || height !== common) sheet.getRange(`${from}:${to}`).format.rowHeight = height;
}
