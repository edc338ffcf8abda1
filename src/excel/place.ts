import { SHEET } from "../workbook/layout";
import type { SheetSpec, WorkbookSpec } from "../workbook/sheet";
import { refuse } from "./host";
import { renamedSheets } from "./remembered";
import { renameSheets, type SheetNames } from "./rename-sheets";
import { sheetNamed, tableNamed, type SheetState, type Snapshot } from "./snapshot";

/** A sheet to write, under the name that it bears here, and the sheet that stands there already. */
export interface PlacedSheet {
  readonly spec: SheetSpec;
  /** Our name for it, whatever the person called it. */
  readonly ours: string;
  /** Null when it is to be added. */
  readonly existing: SheetState | null;
  /** Made by us from the entries, so that empty cells of the new version empty the old ones. */
  readonly derived: boolean;
}

/** Sheets that hold what people enter; all others are derived from them. */
const ENTERED: ReadonlySet<string> = new Set([SHEET.identity, SHEET.entries, SHEET.criteria, SHEET.evidence]);

/** Our sheet of that name under whatever name it bears now; of several copies the one that holds the table. */
export function ownSheet(snapshot: Snapshot, ours: string, table?: string): SheetState | null {
  const marked = snapshot.sheets.filter(({ marker }) => marker === ours);
  const holder = table === undefined ? undefined : tableNamed(snapshot, table)?.sheet;
  return marked.find(({ name }) => name === holder) ?? marked.find(({ name }) => name === ours) ?? marked[0] ?? null;
}

/** A sheet without table and mark, as files bring it, is known by its title. */
function sameTitle(sheet: SheetState, spec: SheetSpec): boolean {
  const title = spec.cells.flat().find((cell) => typeof cell === "string" && cell !== "");
  const found = sheet.used?.values.flat().find((value) => value !== "");
  return sheet.marker === null && title !== undefined && found === title && spec.table === null;
}

function standing(snapshot: Snapshot, spec: SheetSpec): SheetState | null {
  const own = ownSheet(snapshot, spec.name, spec.table?.name);
  if (own) return own;
  const namesake = sheetNamed(snapshot, spec.name);
  return namesake && sameTitle(namesake, spec) ? namesake : null;
}

/** The names that our sheets bear, or will bear once they are added. */
export function sheetNames(snapshot: Snapshot, chosen: Readonly<Record<string, string>> = {}): SheetNames {
  const remembered = { ...renamedSheets(snapshot.settings), ...chosen };
  return new Map(
    Object.values(SHEET).map((ours) => {
      const wanted = Object.hasOwn(remembered, ours) ? remembered[ours]?.trim() : undefined;
      return [ours, ownSheet(snapshot, ours)?.name ?? (wanted || ours)];
    }),
  );
}

/** Sheets → where they go. Refuses with SHEET_TAKEN when a name belongs to a sheet that is not ours. */
export function placeSheets(
  snapshot: Snapshot,
  spec: WorkbookSpec,
  chosen?: Readonly<Record<string, string>>,
): { readonly sheets: readonly PlacedSheet[]; readonly names: WorkbookSpec["names"] } {
  const names = sheetNames(snapshot, chosen);
  const renamed = renameSheets(spec, names);
  const sheets = spec.sheets.map((original, at): PlacedSheet => {
    const placed = renamed.sheets[at] ?? original;
    const existing = standing(snapshot, original);
    if (!existing && sheetNamed(snapshot, placed.name))
      refuse("SHEET_TAKEN", { sheet: placed.name, ours: original.name });
    return { spec: placed, ours: original.name, existing, derived: !ENTERED.has(original.name) };
  });
  return { sheets, names: renamed.names };
}
