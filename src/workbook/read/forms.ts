import { ENTRY_FIELDS, type Entry, type EntryField, type LevelReading } from "../../assessment/assessment";
import { levelNamesOf, readLevel } from "../../assessment/level";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { widthOf, type GridSheet, type GridValue } from "../grid";
import { cellRef, fold, listOf, textOf, valueAt } from "./cell";
import type { EntryDrafts } from "./entries";
import { roleOf } from "./header";
import { IndicatorNames } from "./indicator-names";
import type { Repairs } from "./repairs";

/** A form is small; what is larger is something else. */
const MAX_ROWS = 120;
const MAX_COLUMNS = 100;

interface FormCell {
  readonly row: number;
  readonly column: number;
  readonly value: GridValue;
}

/** Reads sheets that are forms of one indicator each: labels in a column, the value right of the label or below it. */
export function readForms(sheets: readonly GridSheet[], instrument: Instrument, repairs: Repairs): EntryDrafts {
  const names = new IndicatorNames(instrument);
  const drafts = new Map<number, Omit<Entry, "criteria">>();
  for (const sheet of sheets) {
    if (sheet.values.length > MAX_ROWS || widthOf(sheet.values) > MAX_COLUMNS) continue;
    const cells = labelled(sheet);
    const level = cells.get("level");
    const number = indicatorOf(sheet, cells, indicatorsOf(instrument).length, names);
    if (number === null || !(level ?? cells.get("explanation"))) continue;
    if (drafts.has(number)) {
      repairs.add("duplicate-row", sheet, sheet.origin.row, sheet.origin.column, {
        indicator: number,
        first: "–",
        second: "–",
      });
      continue;
    }
    drafts.set(number, draftOf(number, sheet, cells, instrument));
    repairs.add("guessed-indicator", sheet, level?.row ?? 0, level?.column ?? 0, {
      indicator: number,
      by: "form",
      found: sheet.name,
    });
  }
  return drafts;
}

/** Label cells of a form by role, with the value to their right, after a colon, or below. */
function labelled(sheet: GridSheet): ReadonlyMap<string, FormCell> {
  const found = new Map<string, FormCell>();
  const { origin } = sheet;
  sheet.values.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      if (typeof cell !== "string" || cell.length > 400) return;
      const [row, column] = [origin.row + r, origin.column + c];
      const inCell = /^([^:]{2,40}):\s*(\S.*)$/s.exec(cell);
      const label = fold(inCell ? (inCell[1] ?? "") : cell);
      if (label.length > 40) return;
      const match = roleOf(label, "entries");
      if (!match || match.strength < 60 || found.has(match.role)) return;
      if (inCell) found.set(match.role, { row, column, value: inCell[2] ?? "" });
      else found.set(match.role, besideOrBelow(sheet, row, column));
    });
  });
  return found;
}

function besideOrBelow(sheet: GridSheet, row: number, column: number): FormCell {
  const isColon = textOf(valueAt(sheet, row, column + 1)) === ":";
  const right = column + (isColon ? 2 : 1);
  const beside = { row, column: right, value: valueAt(sheet, row, right) };
  if (textOf(beside.value) !== "") return beside;
  const below = valueAt(sheet, row + 1, column);
  const isLabel = typeof below === "string" && roleOf(fold(below), "entries") !== null;
  return textOf(below) === "" || isLabel ? beside : { row: row + 1, column, value: below };
}

/** By the name in the form, its number, a title "Indikator 17", or the sheet's own name. */
function indicatorOf(
  sheet: GridSheet,
  cells: ReadonlyMap<string, FormCell>,
  count: number,
  names: IndicatorNames,
): number | null {
  const named = cells.get("indicator");
  const match = named ? names.match(textOf(named.value)) : { kind: "none" as const };
  if (match.kind === "exact" || match.kind === "close") return match.number;
  const titles = sheet.values.slice(0, 10).flatMap((row) => row.filter((cell) => typeof cell === "string"));
  const texts = [textOf(cells.get("no")?.value ?? null), textOf(named?.value ?? null), ...titles, sheet.name];
  for (const text of texts) {
    const number = Number(
      /^(?:indikator|ind|i)?[\s._\-–:]*(?:ke[\s-]*)?0*(\d{1,2})(?=$|[\s.:,)\-–])/i.exec(text.trim())?.[1] ?? 0,
    );
    if (number >= 1 && number <= count) return number;
  }
  return null;
}

function draftOf(
  indicator: number,
  sheet: GridSheet,
  cells: ReadonlyMap<string, FormCell>,
  instrument: Instrument,
): Omit<Entry, "criteria"> {
  const text = (role: EntryField): string => textOf(cells.get(role)?.value ?? null);
  const level = (role: EntryField): LevelReading => {
    const at = cells.get(role);
    if (!at) return { kind: "blank" };
    return readLevel(at.value, instrument.scale, {
      isDate: sheet.isDate(at.row, at.column),
      names: levelNamesOf(instrument),
    });
  };
  return {
    indicator,
    opd: listOf(text("opd")),
    level: level("level"),
    target: level("target"),
    explanation: text("explanation"),
    evidence: listOf(text("evidence")),
    assessorLevel: level("assessorLevel"),
    assessorNote: text("assessorNote"),
    estimate: false,
    cells: Object.fromEntries(
      ENTRY_FIELDS.flatMap((field) => {
        const at = cells.get(field);
        return at ? [[field, cellRef(sheet, at.row, at.column)]] : [];
      }),
    ),
  };
}
