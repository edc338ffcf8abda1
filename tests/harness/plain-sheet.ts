import type { Cell, SheetSpec } from "../../src/workbook/sheet";

/** A sheet with cells and nothing else, on landscape paper. */
export const plainSheet = (
  name: string,
  cells: readonly (readonly Cell[])[],
  more: Partial<SheetSpec> = {},
): SheetSpec => ({
  name,
  cells,
  columns: [],
  rowHeights: new Map(),
  styles: [],
  merges: [],
  validations: [],
  conditionalFormats: [],
  table: null,
  charts: [],
  freeze: null,
  protection: null,
  print: {
    orientation: "landscape",
    area: "A1:N504",
    fit: { width: 1, height: 0 },
    margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.4 },
    footer: { left: "", center: "", right: "" },
    centerHorizontally: true,
  },
  ...more,
});
