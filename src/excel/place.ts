import { SHEET, TABLE } from "../workbook/layout";
import type { SheetSpec } from "../workbook/sheet";
import type { SheetNames } from "../workbook/template-layout";
import { refuse } from "./host";
import { renamedSheets } from "./remembered";
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

const TABLE_OF: Partial<Record<keyof SheetNames, string>> = TABLE;

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

function standing(snapshot: Snapshot, ours: string, spec: SheetSpec): SheetState | null {
  const own = ownSheet(snapshot, ours, spec.table?.name);
  if (own) return own;
  const namesake = sheetNamed(snapshot, spec.name);
  return namesake && sameTitle(namesake, spec) ? namesake : null;
}

/** The names that our sheets bear, or will bear once they are added. */
export function sheetNames(snapshot: Snapshot, chosen: Readonly<Record<string, string>> = {}): SheetNames {
  const remembered = { ...renamedSheets(snapshot.settings), ...chosen };
  const nameOf = (key: keyof SheetNames): string => {
    const ours = SHEET[key];
    const wanted = Object.hasOwn(remembered, ours) ? remembered[ours]?.trim() : undefined;
    return ownSheet(snapshot, ours, TABLE_OF[key])?.name ?? (wanted || ours);
  };
  const keys = Object.keys(SHEET) as (keyof SheetNames)[];
  return Object.fromEntries(keys.map((key) => [key, nameOf(key)])) as SheetNames;
}

/**
 * Sheets, described under the names of `sheetNames`, and where they go. Refuses with SHEET_TAKEN when a name belongs to a
 * sheet that is not ours.
 */
export function placeSheets(
  snapshot: Snapshot,
  specs: readonly SheetSpec[],
  names: SheetNames,
): readonly PlacedSheet[] {
  const keys = Object.keys(SHEET) as (keyof SheetNames)[];
  return specs.map((spec): PlacedSheet => {
    const key = keys.find((one) => names[one] === spec.name);
    const ours = key ? SHEET[key] : spec.name;
    const existing = standing(snapshot, ours, spec);
    if (!existing && sheetNamed(snapshot, spec.name)) refuse("SHEET_TAKEN", { sheet: spec.name, ours });
    return { spec, ours, existing, derived: !ENTERED.has(ours) };
  });
}
