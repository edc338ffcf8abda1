import type { ColumnRole } from "../workbook/layout";
import { areaAddress, parseArea } from "../workbook/address";
import { guessTable, headersOf } from "../workbook/read";
import type { Change } from "./change";
import { refuse } from "./host";
import type { InstrumentShelf } from "./instrument-shelf";
import { KEY } from "./remembered";
import type { TableCandidate } from "./session";
import { sheetNamed, type Snapshot } from "./snapshot";
import { adoptedNames } from "./write-index";

/** A table of the person's own, with what its columns hold. */
export interface TableChoice {
  readonly sheet: string;
  readonly range: string;
  readonly roles: Readonly<Record<string, ColumnRole>>;
  readonly instrument: string;
}

/** What a range would be read as; a single cell stands for the table around it. Refuses with NO_TABLE. */
export function candidateAt(snapshot: Snapshot, shelf: InstrumentShelf, sheet: string, range: string): TableCandidate {
  const grid = snapshot.grid.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  const area = parseArea(range);
  const isCell = area !== null && area.top === area.bottom && area.left === area.right;
  const guess = grid && guessTable(grid, shelf.all, area && !isCell ? area : undefined);
  if (!guess) return refuse("NO_TABLE");
  const { headers, indicatorsFound } = guess;
  return { sheet: guess.sheet, range: guess.range, headers, indicatorsFound };
}

/** Remembers the table in the workbook and points our names at it; its cells are neither written nor restyled. */
export function adoptChange(snapshot: Snapshot, choice: TableChoice): Change {
  const sheet = sheetNamed(snapshot, choice.sheet);
  const grid = snapshot.grid.sheets.find(({ name }) => name === sheet?.name);
  const area = parseArea(choice.range);
  if (!grid || !area || area.bottom === area.top) return refuse("NO_TABLE");
  const headers = headersOf(grid, area, choice.roles);
  const table = { ...choice, sheet: grid.name, range: areaAddress(area), headers };
  return {
    summary: "excel.wrote.adopt",
    params: { sheet: table.sheet, range: table.range },
    names: adoptedNames(table),
    settings: { [KEY.table]: JSON.stringify(table) },
  };
}
