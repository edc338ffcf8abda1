import type { Assessment } from "../../assessment/assessment";
import type { Instrument } from "../../instrument/types";
import { failure, success, type Outcome } from "../../locale/problem";
import { columnIndex } from "../address";
import type { Area, Grid, GridSheet } from "../grid";
import type { ColumnRole } from "../layout";
import type { Block, BlockColumn } from "./block";
import { lastRow, textOf, valueAt } from "./cell";
import { completeEntries } from "./complete-entries";
import { readCriteria } from "./criteria";
import { readEntries } from "./entries";
import { readEvidence, readSpareIds } from "./evidence";
import { followAdopted } from "./follow-adopted";
import { readIdentity } from "./identity";
import { locate } from "./locate";
import type { AdoptedTable, ReadOptions } from "./options";
import { Repairs } from "./repairs";
import { readStages } from "./stages";

/** Reads entries from a person's own table where it is; no layout is expected, so only values can need a repair. */
export function readAdopted(
  sheet: GridSheet,
  area: Area,
  roles: Readonly<Record<string, ColumnRole>>,
  instrument: Instrument,
): Pick<Assessment, "entries" | "repairs"> {
  const repairs = new Repairs();
  const columns = new Map<string, BlockColumn>();
  for (const [letters, role] of Object.entries(roles)) {
    const column = columnIndex(letters);
    columns.set(role, { column, header: textOf(valueAt(sheet, area.top, column)) });
  }
  const block: Block = {
    kind: "entries",
    sheet,
    foundBy: "adopted",
    headerRow: area.top,
    firstRow: area.top + 1,
    lastRow: Math.min(area.bottom, lastRow(sheet)),
    columns,
    ticks: new Map(),
  };
  const drafts = readEntries([block], instrument, repairs);
  return { entries: completeEntries(instrument, drafts, new Map()), repairs: repairs.all() };
}

/** The whole assessment around an adopted table; identity, criteria and register come from our sheets where there are any. */
export function readAdoptedGrid(grid: Grid, adopted: AdoptedTable, options: ReadOptions): Outcome<Assessment> {
  const followed = followAdopted(grid, adopted);
  const instrument = options.instrument ?? options.instruments.get(adopted.instrument);
  if (!followed) return failure("NO_ASSESSMENT");
  if (!instrument) return failure("WRONG_INSTRUMENT", { instrument: adopted.instrument });
  const { sheet, area, table, lost } = followed;
  const { entries, repairs } = readAdopted(sheet, area, table.roles, instrument);
  const { blocks } = locate(grid);
  const register = blocks.filter(({ kind }) => kind === "evidence");
  const more = new Repairs();
  for (const column of lost) more.add("missing-column", sheet, area.top, area.left, { column }, column);
  const criteria = readCriteria(
    blocks.filter(({ kind }) => kind === "criteria"),
    instrument,
    more,
  );
  return success({
    instrument,
    identity: readIdentity(grid).identity,
    entries: entries.map((entry) => ({ ...entry, criteria: criteria.get(entry.indicator) ?? entry.criteria })),
    evidence: readEvidence(register, grid.date1904, more),
    spareIds: readSpareIds(register),
    stages: readStages(
      blocks.filter(({ kind }) => kind === "stages"),
      instrument,
      grid.date1904,
    ),
    repairs: [...repairs, ...more.all()],
  });
}
