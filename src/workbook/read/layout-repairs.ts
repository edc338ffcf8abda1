import type { Grid } from "../grid";
import { COLUMNS, HEADER_ROW, SHEET, type ColumnRole } from "../layout";
import type { Block } from "./block";
import { cellRef, fold } from "./cell";
import { ENTRY_WORDS } from "./header-words";
import type { Repairs } from "./repairs";

/** The columns that reading depends on, with the template's header. */
const ROLES: readonly (readonly [ColumnRole, (typeof COLUMNS.entries)[number]])[] = [
  ["no", "No"],
  ["indicator", "Indikator"],
  ["opd", "OPD"],
  ["level", "Tingkat"],
  ["explanation", "Penjelasan"],
  ["evidence", "Data Dukung"],
];

/** The sheets that are handed out, in their order. */
const ORDER = [SHEET.identity, SHEET.entries, SHEET.criteria, SHEET.evidence, SHEET.index];

/** What differs from the layout that was handed out. Only for workbooks that carry something of the template. */
export function reportLayout(grid: Grid, blocks: readonly Block[], repairs: Repairs): void {
  for (const block of blocks) {
    if (block.kind === "stages" || (block.foundBy !== "table" && block.foundBy !== "names")) continue;
    const contract = SHEET[block.kind === "other" ? "entries" : block.kind];
    if (block.sheet.name !== contract)
      repairs.add("renamed-sheet", block.sheet, block.headerRow, block.sheet.origin.column, {
        from: contract,
        to: block.sheet.name,
      });
    if (block.headerRow !== HEADER_ROW - 1)
      repairs.add("moved-header", block.sheet, block.headerRow, block.sheet.origin.column, {
        from: HEADER_ROW,
        to: block.headerRow + 1,
      });
    if (block.kind === "entries") reportColumns(block, repairs);
  }
  reportOrder(grid, repairs);
}

function reportColumns(block: Block, repairs: Repairs): void {
  const moved: { header: string; column: number }[] = [];
  for (const [role, header] of ROLES) {
    const at = block.columns.get(role);
    if (!at) {
      repairs.add(
        "missing-column",
        block.sheet,
        block.headerRow,
        block.sheet.origin.column,
        { column: header },
        header,
      );
      continue;
    }
    if (fold(at.header) !== ENTRY_WORDS[role][0])
      repairs.add("renamed-column", block.sheet, block.headerRow, at.column, { from: header, to: at.header || "–" });
    if (at.column !== COLUMNS.entries.indexOf(header)) moved.push({ header, column: at.column });
  }
  const [first] = moved;
  if (!first) return;
  const letters = moved.map(({ column }) => cellRef(block.sheet, 0, column).cell.slice(0, -1));
  repairs.add("moved-column", block.sheet, block.headerRow, first.column, {
    column: moved.map(({ header }) => header).join(", "),
    to: letters.join(", "),
  });
}

/** The first sheet of ours that stands before one it should follow. */
function reportOrder(grid: Grid, repairs: Repairs): void {
  const ours = grid.sheets.filter(({ name }) => ORDER.some((one) => one === name));
  const wanted = [...ours].sort((a, b) => placeOf(a.name) - placeOf(b.name));
  const at = ours.findIndex((sheet, i) => sheet !== wanted[i]);
  const sheet = ours[at];
  if (sheet) repairs.add("moved-sheet", sheet, 0, 0, { sheet: sheet.name });
}

const placeOf = (name: string): number => ORDER.findIndex((one) => one === name);
