import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  type IBorderData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { BorderLineStyle, BorderSide, CellStyle, Color } from "hucre";

const LINES: [BorderLineStyle, BorderStyleTypes][] = [
  ["thin", BorderStyleTypes.THIN],
  ["hair", BorderStyleTypes.HAIR],
  ["dotted", BorderStyleTypes.DOTTED],
  ["dashed", BorderStyleTypes.DASHED],
  ["dashDot", BorderStyleTypes.DASH_DOT],
  ["dashDotDot", BorderStyleTypes.DASH_DOT_DOT],
  ["double", BorderStyleTypes.DOUBLE],
  ["medium", BorderStyleTypes.MEDIUM],
  ["mediumDashed", BorderStyleTypes.MEDIUM_DASHED],
  ["mediumDashDot", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["mediumDashDotDot", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["slantDashDot", BorderStyleTypes.SLANT_DASH_DOT],
  ["thick", BorderStyleTypes.THICK],
];
const HORIZONTAL: [NonNullable<NonNullable<CellStyle["alignment"]>["horizontal"]>, HorizontalAlign][] = [
  ["left", HorizontalAlign.LEFT],
  ["center", HorizontalAlign.CENTER],
  ["right", HorizontalAlign.RIGHT],
  ["justify", HorizontalAlign.JUSTIFIED],
  ["distributed", HorizontalAlign.DISTRIBUTED],
];
const VERTICAL: [NonNullable<NonNullable<CellStyle["alignment"]>["vertical"]>, VerticalAlign][] = [
  ["top", VerticalAlign.TOP],
  ["center", VerticalAlign.MIDDLE],
  ["bottom", VerticalAlign.BOTTOM],
];
const SIDES = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
] as const;
const INDENT_PX = 9;

/** Order of a theme's colours in cells, where light and dark stand the other way round than in the theme's part. */
const THEME_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

/** A colour of a file as `#RRGGBB`. */
export function colorOf(color: Color | undefined, theme: string[]): string | null {
  if (color?.rgb) return `#${color.rgb.slice(-6).toUpperCase()}`;
  if (color?.theme === undefined) return null;
  const base = theme[THEME_ORDER[color.theme] ?? 0];
  return base === undefined ? null : tinted(base, color.tint ?? 0);
}

function tinted(hex: string, tint: number): string {
  const part = (at: number): string => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    const mixed = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(mixed).toString(16).padStart(2, "0");
  };
  return `#${part(0)}${part(2)}${part(4)}`.toUpperCase();
}

export function readStyle(style: CellStyle, theme: string[]): IStyleData {
  const { font, fill, border, alignment, numFmt } = style;
  const data: IStyleData = {};
  if (font?.name) data.ff = font.name;
  if (font?.size) data.fs = font.size;
  if (font?.bold) data.bl = BooleanNumber.TRUE;
  if (font?.italic) data.it = BooleanNumber.TRUE;
  if (font?.underline) data.ul = { s: BooleanNumber.TRUE };
  if (font?.strikethrough) data.st = { s: BooleanNumber.TRUE };
  const ink = colorOf(font?.color, theme);
  if (ink !== null) data.cl = { rgb: ink };
  const back =
    fill?.type === "pattern" && fill.pattern === "solid" ? colorOf(fill.fgColor ?? fill.bgColor, theme) : null;
  if (back !== null) data.bg = { rgb: back };
  const bd: IBorderData = {};
  for (const [name, key] of SIDES) {
    const side = border?.[name];
    const line = LINES.find(([style_]) => style_ === side?.style)?.[1];
    if (side && line !== undefined) bd[key] = { s: line, cl: { rgb: colorOf(side.color, theme) ?? "#000000" } };
  }
  if (Object.keys(bd).length > 0) data.bd = bd;
  const horizontal = HORIZONTAL.find(([name]) => name === alignment?.horizontal)?.[1];
  const vertical = VERTICAL.find(([name]) => name === alignment?.vertical)?.[1];
  if (horizontal !== undefined) data.ht = horizontal;
  if (vertical !== undefined) data.vt = vertical;
  if (alignment?.wrapText) data.tb = WrapStrategy.WRAP;
  if (alignment?.indent) data.pd = { l: alignment.indent * INDENT_PX, r: 0, t: 0, b: 0 };
  if (alignment?.textRotation)
    data.tr = { a: alignment.textRotation > 90 ? alignment.textRotation - 90 : -alignment.textRotation };
  if (numFmt && numFmt !== "General") data.n = { pattern: numFmt };
  return data;
}

const rgb = (color: string | null | undefined | void): Color | undefined => {
  const hex = /^#([0-9a-f]{6})$/i.exec(color ?? "")?.[1];
  return hex === undefined ? undefined : { rgb: hex.toUpperCase() };
};

export function writeStyle(data: IStyleData): CellStyle {
  const style: CellStyle = {
    font: {
      name: data.ff ?? "Calibri",
      size: data.fs ?? 11,
      ...(data.bl ? { bold: true } : {}),
      ...(data.it ? { italic: true } : {}),
      ...(data.ul?.s ? { underline: true } : {}),
      ...(data.st?.s ? { strikethrough: true } : {}),
      ...(rgb(data.cl?.rgb) ? { color: rgb(data.cl?.rgb) } : {}),
    },
  };
  const back = rgb(data.bg?.rgb);
  if (back) style.fill = { type: "pattern", pattern: "solid", fgColor: back };
  const border: Partial<Record<"top" | "bottom" | "left" | "right", BorderSide>> = {};
  for (const [name, key] of SIDES) {
    const side = data.bd?.[key];
    const line = LINES.find(([, type]) => type === side?.s)?.[0];
    if (side && line) border[name] = { style: line, color: rgb(side.cl.rgb) ?? { rgb: "000000" } };
  }
  if (Object.keys(border).length > 0) style.border = border;
  const horizontal = HORIZONTAL.find(([, align]) => align === data.ht)?.[0];
  const vertical = VERTICAL.find(([, align]) => align === data.vt)?.[0];
  const indent = Math.round((data.pd?.l ?? 0) / INDENT_PX);
  if (horizontal || vertical || indent || data.tb === WrapStrategy.WRAP || data.tr?.a) {
    style.alignment = {
      ...(horizontal ? { horizontal } : indent ? { horizontal: "left" } : {}),
      ...(vertical ? { vertical } : {}),
      ...(indent ? { indent } : {}),
      ...(data.tb === WrapStrategy.WRAP ? { wrapText: true } : {}),
      ...(data.tr?.a ? { textRotation: data.tr.a < 0 ? -data.tr.a : data.tr.a + 90 } : {}),
    };
  }
  if (data.n?.pattern) style.numFmt = data.n.pattern;
  return style;
}
