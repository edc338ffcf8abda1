import type { Instrument } from "../../instrument/types";
import { areaAddress, columnName } from "../address";
import { widthOf, type Area, type Grid, type GridSheet } from "../grid";
import type { ColumnRole } from "../layout";
import { readAdopted } from "./adopted";
import { blocksByNames, contentColumns } from "./by-names";
import { fold, lastRow, textOf, valueAt } from "./cell";
import { chooseInstrument } from "./choose-instrument";
import { findHeaders, headerAt, headerTexts } from "./find-headers";
import { roleOf } from "./header";

/** What a range of the person's own would be read as; shown, and corrected by the person before it is used. */
export interface TableGuess {
  readonly sheet: string;
  /** With the header row, A1 style. */
  readonly range: string;
  /** Column letters, header text, proposed role, and the first values below. */
  readonly headers: readonly {
    readonly column: string;
    readonly text: string;
    readonly role: ColumnRole | null;
    readonly samples: readonly string[];
  }[];
  readonly indicatorsFound: number;
  /** Id of the instrument that the numbers and names point to. */
  readonly instrument: string;
}

const SAMPLES = 3;

/** Guesses one sheet: the given area, or the first table on it that looks like an assessment; null when none does. */
export function guessTable(
  sheet: GridSheet,
  instruments: ReadonlyMap<string, Instrument>,
  area?: Area,
): TableGuess | null {
  const found = area ?? tableArea(sheet, instruments);
  if (!found) return null;
  const bottom = Math.min(found.bottom, lastRow(sheet));
  const header = headerAt(sheet, found.top, [found.left, found.right]);
  const roles = new Map<number, ColumnRole>();
  if (header?.kind === "entries")
    for (const [role, { column }] of header.columns) roles.set(column, role as ColumnRole);
  else
    for (const [column, text] of headerTexts(sheet, found.top, [found.left, found.right])) {
      const match = roleOf(fold(text), "entries");
      if (match && ![...roles.values()].includes(match.role as ColumnRole)) roles.set(column, match.role as ColumnRole);
    }
  const block = {
    kind: "entries" as const,
    sheet,
    foundBy: "adopted" as const,
    headerRow: found.top,
    firstRow: found.top + 1,
    lastRow: bottom,
    columns: new Map([...roles].map(([column, role]) => [role as string, { column, header: "" }])),
    ticks: new Map<number, number>(),
  };
  const instrument = chooseInstrument("", [block], instruments);
  if (instrument === "unknown") return null;
  completeFromContent(sheet, { ...found, bottom }, roles, instrument);
  const letters = [...roles].map(([column, role]): [string, ColumnRole] => [columnName(column), role]);
  const { entries } = readAdopted(sheet, { ...found, bottom }, Object.fromEntries(letters), instrument);
  const texts = headerTexts(sheet, found.top, [found.left, found.right]);
  return {
    sheet: sheet.name,
    range: areaAddress({ ...found, bottom }),
    headers: columnsOf(found).map((column) => ({
      column: columnName(column),
      text: texts.get(column) ?? "",
      role: roles.get(column) ?? null,
      samples: samplesOf(sheet, column, found.top + 1, bottom),
    })),
    indicatorsFound: entries.filter(({ cells }) => Object.keys(cells).length > 0).length,
    instrument: instrument.id,
  };
}

/** All tables of a workbook that may hold an assessment, for "use a table that is already here". */
export const guessTables = (grid: Grid, instruments: ReadonlyMap<string, Instrument>): readonly TableGuess[] =>
  grid.sheets
    .flatMap((sheet) => guessTable(sheet, instruments) ?? [])
    .filter(({ indicatorsFound, headers }) => indicatorsFound > 0 && headers.some(({ role }) => role === "level"));

/** The area of the first table with a fitting header, else of the indicator names. */
function tableArea(sheet: GridSheet, instruments: ReadonlyMap<string, Instrument>): Area | null {
  const right = sheet.origin.column + Math.max(0, widthOf(sheet.values) - 1);
  const block =
    findHeaders(sheet).find(({ kind }) => kind === "entries") ??
    [...instruments.values()].map((instrument) => blocksByNames(sheet, instrument)).find((one) => one !== null);
  if (!block) return null;
  return { top: block.headerRow, left: sheet.origin.column, bottom: lastFilled(sheet, block.lastRow), right };
}

function lastFilled(sheet: GridSheet, from: number): number {
  let row = Math.min(from, lastRow(sheet));
  while (row > sheet.origin.row && (sheet.values[row - sheet.origin.row] ?? []).every((value) => textOf(value) === ""))
    row--;
  return row;
}

/** Roles that no header gave are told from content, where that leaves no doubt. */
function completeFromContent(
  sheet: GridSheet,
  area: Area,
  roles: Map<number, ColumnRole>,
  instrument: Instrument,
): void {
  const rows = Array.from(
    { length: Math.max(0, Math.min(area.bottom, area.top + 300) - area.top) },
    (_, i) => area.top + 1 + i,
  ).filter((row) => (sheet.values[row - sheet.origin.row] ?? []).some((value) => textOf(value) !== ""));
  if (rows.length === 0) return;
  const taken = new Set(roles.values());
  const name = [...roles].find(([, role]) => role === "indicator")?.[0] ?? -1;
  for (const [role, column] of contentColumns(sheet, rows, name, instrument)) {
    if (column < area.left || column > area.right || roles.has(column) || taken.has(role as ColumnRole)) continue;
    roles.set(column, role as ColumnRole);
    taken.add(role as ColumnRole);
  }
}

const columnsOf = ({ left, right }: Area): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, i) => left + i);

function samplesOf(sheet: GridSheet, column: number, from: number, to: number): readonly string[] {
  const samples: string[] = [];
  for (let row = from; row <= to && samples.length < SAMPLES; row++) {
    const text = textOf(valueAt(sheet, row, column));
    if (text !== "") samples.push(text.slice(0, 60));
  }
  return samples;
}
