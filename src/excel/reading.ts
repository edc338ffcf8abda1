import type { Assessment } from "../assessment/assessment";
import { parseReference } from "../workbook/address";
import { NAME, SHEET, TABLE } from "../workbook/layout";
import {
  followAdopted,
  guessTables,
  readAssessment,
  readHistory,
  readPlan,
  readTargetIndex,
  type AdoptedTable,
} from "../workbook/read";
import type { InstrumentShelf } from "./instrument-shelf";
import { recheck, type Checked } from "./live-findings";
import { adoptedTable, KEY } from "./remembered";
import { refuse, Refusal } from "./host";
import { ownSheet } from "./place";
import type { WorkbookState } from "./session";
import { cellOf, sheetNamed, tableNamed, type Snapshot } from "./snapshot";

/** The workbook as it was just read, and what it was understood as. */
export interface Reading {
  readonly snapshot: Snapshot;
  readonly adopted: AdoptedTable | null;
  readonly checked: Checked | null;
  readonly state: WorkbookState;
}

/** Value of the one cell that a defined name points to; "" where there is none. */
function namedValue(snapshot: Snapshot, name: string): unknown {
  const reference = parseReference(snapshot.names.get(name) ?? "");
  const sheet = reference && sheetNamed(snapshot, reference.sheet);
  return reference && sheet ? cellOf(sheet.used, reference.area.top, reference.area.left).value : "";
}

/** Anything of our template that entries can be read from: without it, other people's tables are only candidates. */
const holdsTemplate = (snapshot: Snapshot): boolean =>
  tableNamed(snapshot, TABLE.entries) !== undefined ||
  ownSheet(snapshot, SHEET.entries) !== null ||
  parseReference(snapshot.names.get(NAME.no) ?? "") !== null;

/** The agency's target: the cell on `Indeks`, else what was remembered before there was one. Decimal text with a point. */
export const targetIndex = ({ grid, names, settings }: Snapshot): string | null =>
  names.has(NAME.targetIndex) ? readTargetIndex(grid) : (settings.get(KEY.target) ?? null);

export async function understand(snapshot: Snapshot, shelf: InstrumentShelf, before: Checked | null): Promise<Reading> {
  const remembered = adoptedTable(snapshot.settings);
  const adopted = remembered && (followAdopted(snapshot.grid, remembered)?.table ?? null);
  // A table that is not to be found any more is chosen anew.
  if (!adopted && (remembered || !holdsTemplate(snapshot))) return foreignOrEmpty(snapshot, shelf);
  if (adopted) await shelf.get(adopted.instrument);
  else await shelf.prepare(String(namedValue(snapshot, NAME.instrument)));
  const outcome = readAssessment(snapshot.grid, { instruments: shelf.all, ...(remembered && { adopted: remembered }) });
  if (!outcome.ok) {
    if (outcome.problem.code === "NO_ASSESSMENT") return foreignOrEmpty(snapshot, shelf);
    throw new Refusal(outcome.problem);
  }
  const checked = recheck(before, outcome.value);
  const state: WorkbookState = {
    kind: "assessment",
    assessment: checked.assessment,
    findings: checked.findings,
    adopted: adopted !== null,
    validatedAt: snapshot.settings.get(KEY.validatedAt) ?? null,
    targetIndex: targetIndex(snapshot),
    history: readHistory(snapshot.grid),
    plan: readPlan(snapshot.grid, outcome.value.instrument),
  };
  return { snapshot, adopted, checked, state };
}

async function foreignOrEmpty(snapshot: Snapshot, shelf: InstrumentShelf): Promise<Reading> {
  const isBlank = snapshot.sheets.every(({ used }) => used === null);
  if (!isBlank) await shelf.prepareAll();
  const candidates = isBlank ? [] : guessTables(snapshot.grid, shelf.all);
  const state: WorkbookState = candidates.length > 0 ? { kind: "foreign", candidates } : { kind: "empty" };
  return { snapshot, adopted: null, checked: null, state };
}

/** The assessment that an action needs; refuses with NO_TEMPLATE. */
export const assessmentOf = (reading: Reading): Assessment => reading.checked?.assessment ?? refuse("NO_TEMPLATE");

/** The same with what else the workbook holds; refuses with NO_TEMPLATE. */
export const assessmentStateOf = ({ state }: Reading): Extract<WorkbookState, { kind: "assessment" }> =>
  state.kind === "assessment" ? state : refuse("NO_TEMPLATE");

export const checkedOf = (reading: Reading): Checked => reading.checked ?? refuse("NO_TEMPLATE");
