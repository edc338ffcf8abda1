import { BooleanNumber, BorderStyleTypes } from "@univerjs/core";
import type { IRangeThemeStyleJSON } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { TableState } from "../state";

type Look = Omit<IRangeThemeStyleJSON, "name">;

const line = (color: string) => ({ s: BorderStyleTypes.THIN, cl: { rgb: color } });
const light: Look = {
  headerRowStyle: { bl: BooleanNumber.TRUE, bd: { b: line("#000000") } },
  lastRowStyle: { bd: { b: line("#000000") } },
};
const medium: Look = { headerRowStyle: { bl: BooleanNumber.TRUE, bg: { rgb: "#4472C4" }, cl: { rgb: "#FFFFFF" } } };

/** Excel has sixty table styles; the workbench draws the families that tell them apart, with and without bands. */
const THEMES: Record<string, Look> = {
  "meja-polos": {},
  "meja-ringan": light,
  "meja-ringan-berpita": { ...light, secondRowStyle: { bg: { rgb: "#F2F2F2" } } },
  "meja-sedang": medium,
  "meja-sedang-berpita": { ...medium, secondRowStyle: { bg: { rgb: "#D9E1F2" } } },
};

/** Makes the themes known to a workbook; once for each. */
export function registerThemes(book: FWorkbook): void {
  const known = new Set(book.getRegisteredRangeThemes());
  for (const [name, look] of Object.entries(THEMES)) {
    if (!known.has(name)) book.registerRangeTheme(book.createRangeThemeStyle(name, look));
  }
}

export function themeOf({ style, showBandedRows }: TableState): string {
  if (style === "" || /None$/.test(style)) return "meja-polos";
  return `${style.startsWith("TableStyleLight") ? "meja-ringan" : "meja-sedang"}${showBandedRows ? "-berpita" : ""}`;
}
