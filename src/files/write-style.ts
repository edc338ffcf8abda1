import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { parseArea } from "../workbook/address";
import type { Line, Style, StyleRegion } from "../workbook/sheet";

type HucreBorder = NonNullable<CellStyle["border"]>;
export type ConditionalStyle = NonNullable<NonNullable<WriteSheet["conditionalRules"]>[number]["style"]>;

export const FONT = { name: "Calibri", size: 11 } as const;

/** Styles by cell, after all regions of a sheet were painted in order. */
export type Painting = ReadonlyMap<string, Style>;

export const cellKey = (row: number, column: number): string => `${row},${column}`;

/** Absent properties leave what is there; fonts and borders are joined part by part. */
function mergeStyle(under: Style | undefined, over: Style): Style {
  if (!under) return over;
  const merged = { ...under, ...over };
  const font = under.font && over.font ? { ...under.font, ...over.font } : merged.font;
  const border = under.border && over.border ? { ...under.border, ...over.border } : merged.border;
  return { ...merged, ...(font ? { font } : {}), ...(border ? { border } : {}) };
}

export function paint(regions: readonly StyleRegion[]): Painting {
  const painting = new Map<string, Style>();
  for (const region of regions) {
    // Thousands of cells share few styles: each pair is joined once.
    const joined = new Map<Style | undefined, Style>();
    for (const part of region.range.split(/[ ,]+/)) {
      const area = parseArea(part);
      if (!area) throw new RangeError(`style region ${region.range}`);
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) {
          const key = cellKey(row, column);
          const under = painting.get(key);
          const style = joined.get(under) ?? mergeStyle(under, region.style);
          joined.set(under, style);
          painting.set(key, style);
        }
    }
  }
  return painting;
}

export const rgb = (color: string): { rgb: string } => ({ rgb: color.replace("#", "").toUpperCase() });

const side = (line: Line | undefined): { style: Line["style"]; color: { rgb: string } } | undefined =>
  line && { style: line.style, color: rgb(line.color) };

function borderOf(border: NonNullable<Style["border"]>): HucreBorder {
  const sides = (["top", "bottom", "left", "right"] as const).map((name) => [name, side(border[name])] as const);
  return Object.fromEntries(sides.filter(([, line]) => line)) as HucreBorder;
}

const solid = (color: string) =>
  ({ type: "pattern", pattern: "solid", fgColor: rgb(color), bgColor: rgb(color) }) as const;

/**
 * Marks a style as "this is a text, whatever it begins with". The writer has no such property, so a reading order that
 * nothing else uses stands for it until the styles part is patched (write-patch.ts).
 */
const TEXT_MARK = { readingOrder: "context" } as const;

/** The style as the writer takes it. */
export function cellStyle(style: Style | undefined, keepAsText: boolean): CellStyle | undefined {
  if (!style && !keepAsText) return undefined;
  const { font, fill, horizontal, vertical, wrap, indent, border, numberFormat, locked } = style ?? {};
  const aligned = horizontal ?? vertical ?? wrap ?? indent;
  return {
    ...(font ? { font: { ...FONT, ...font, color: font.color ? rgb(font.color) : undefined } } : {}),
    ...(fill ? { fill: solid(fill) } : {}),
    ...(border ? { border: borderOf(border) } : {}),
    ...(aligned !== undefined || keepAsText
      ? { alignment: { horizontal, vertical, wrapText: wrap, indent, ...(keepAsText ? TEXT_MARK : {}) } }
      : {}),
    ...(numberFormat ? { numFmt: numberFormat } : {}),
    ...(locked === undefined ? {} : { protection: { locked } }),
  };
}

/** A conditional format's style: only what such a format may change. */
export function conditionalStyle(style: Pick<Style, "font" | "fill" | "border" | "numberFormat">): ConditionalStyle {
  const { font, fill, border, numberFormat } = style;
  return {
    ...(font
      ? { font: { bold: font.bold, italic: font.italic, ...(font.color ? { color: rgb(font.color) } : {}) } }
      : {}),
    ...(fill ? { fill: solid(fill) } : {}),
    ...(border ? { border: borderOf(border) } : {}),
    ...(numberFormat ? { numFmt: numberFormat } : {}),
  };
}
