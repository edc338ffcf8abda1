import { parseRatio } from "../../assessment/ratio";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { parseReference } from "../address";
import type { Grid, GridSheet, GridValue } from "../grid";
import { NAME, SHEET } from "../layout";
import type { Kept, KeptPlan, KeptStep } from "../kept";
import { PLAN_TEXT, TEXT } from "../texts";
import { decimalOf, fold, listOf, textOf, valueAt } from "./cell";
import { readDate } from "./dates";
import { numberOf } from "./entry-rows";
import { readHistory, unreadRows } from "./history";
import { tableRows, type TableRows } from "./table-rows";

/** What a workbook of ours holds beside its assessment: target, earlier results, plan; and the sheets that are not ours. */
export const readKept = (grid: Grid, instrument: Instrument): Kept => ({
  targetIndex: readTargetIndex(grid),
  history: readHistory(grid),
  unreadHistory: unreadRows(grid),
  plan: readPlan(grid, instrument),
  summary: hasSheet(grid, SHEET.summary),
  officialRecord: hasSheet(grid, SHEET.officialRecord),
  strangers: grid.sheets.filter((sheet) => isStranger(grid, sheet)).map(({ name }) => name),
});

const hasSheet = (grid: Grid, name: string): boolean => grid.sheets.some((sheet) => fold(sheet.name) === fold(name));

const OURS = new Set<string>(Object.values(SHEET).map(fold));

/** Blank sheets hold nothing to miss. A sheet of ours keeps its table or its names when somebody renames it. */
function isStranger(grid: Grid, sheet: GridSheet): boolean {
  if (OURS.has(fold(sheet.name)) || sheet.tables.some(({ name }) => /^spbe_/i.test(name))) return false;
  const isNamed = grid.names.some(
    ({ name, formula }) =>
      /^spbe_/i.test(name) && parseReference(formula)?.sheet.toLowerCase() === sheet.name.toLowerCase(),
  );
  return !isNamed && sheet.values.some((row) => row.some((value) => value !== null && value !== ""));
}

/**
 * The cell `SPBE_TargetIndeks`, as decimal text with a point; null where it is blank, no number, or missing. A target that
 * is calculated (8/3) has no end of decimals: six places of it count, as in `Riwayat`.
 */
export function readTargetIndex(grid: Grid): string | null {
  const formula = grid.names.find(({ name }) => name.toLowerCase() === NAME.targetIndex.toLowerCase())?.formula;
  const reference = parseReference(formula ?? "");
  const sheet = reference && grid.sheets.find(({ name }) => name.toLowerCase() === reference.sheet.toLowerCase());
  const text = sheet ? decimalOf(valueAt(sheet, reference.area.top, reference.area.left)) : null;
  return text === null || parseRatio(text) ? text : Number(text).toFixed(6);
}

/** `Rencana` as it stands, with due dates and what people typed over a status; null where there is none. */
export function readPlan(grid: Grid, instrument: Instrument): KeptPlan | null {
  const rows = tableRows(grid, "plan");
  if (!rows) return null;
  const known = indicatorsOf(instrument).length;
  const steps = Array.from({ length: Math.max(0, rows.last - rows.first + 1) }, (_, at) => rows.first + at).flatMap(
    (row): KeptStep[] => {
      const step = stepAt(rows, row, grid.date1904);
      return step && step.indicator <= known ? [step] : [];
    },
  );
  if (steps.length === 0) return null;
  const line = (above: number): string => textOf(valueAt(rows.sheet, rows.first - above, rows.sheet.origin.column));
  const subtitle = line(4);
  return {
    sheet: rows.sheet.name,
    subtitle,
    hint: line(3),
    effort: effortIn(subtitle) ?? steps.reduce((sum, step) => sum + step.effort, 0),
    steps,
  };
}

function stepAt(rows: TableRows, row: number, date1904: boolean): KeptStep | null {
  const cell = (header: string): GridValue => {
    const column = rows.column(header);
    return column < 0 ? null : valueAt(rows.sheet, row, column);
  };
  const number = (header: string): number | null => {
    const text = decimalOf(cell(header));
    return text === null ? null : Number(text);
  };
  const indicator = numberOf(cell("No"));
  const [from, to] = [number("Dari"), number("Ke")];
  if (indicator === null || indicator < 1 || from === null || to === null) return null;
  const isFormula = (header: string): boolean => rows.sheet.formulas.has(`${row},${rows.column(header)}`);
  const due = readDate(cell("Tenggat"), date1904);
  return {
    indicator,
    opd: listOf(textOf(cell("OPD"))),
    from,
    to,
    effort: number("Upaya") ?? 0,
    due,
    dueIsTyped: due !== null && !isFormula("Tenggat"),
    status: (!isFormula("Status") && textOf(cell("Status"))) || null,
  };
}

/** The whole effort as the line above the table says it: shared documents are counted there and in no row. */
function effortIn(subtitle: string): number | null {
  const label = PLAN_TEXT.effort("");
  const part = subtitle.split(TEXT.separator).find((one) => one.startsWith(label));
  const [effort] = /^\d+(?:,\d+)?/.exec(part?.slice(label.length) ?? "") ?? [];
  return effort === undefined ? null : Number(effort.replace(",", "."));
}
