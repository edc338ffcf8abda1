import { isOfficeWorkbook } from "../assessment/scope";
import { absolute, columnIndex, columnName, parseArea, quoteSheet } from "../workbook/address";
import { NAME, SHEET } from "../workbook/layout";
import type { AdoptedTable } from "../workbook/read";
import type { NameSpec, SheetSpec } from "../workbook/sheet";
import { indexSheet, type LevelSource } from "../workbook/sheets/index-sheet";
import { INDEX_CELLS } from "../workbook/sheets/index-layout";
import { aboutCell } from "../workbook/print";
import { entriesSource } from "../workbook/template";
import { templateLayout, type SheetNames } from "../workbook/template-layout";
import { INDEX_TEXT } from "../workbook/texts";
import type { Change } from "./change";
import { refuse } from "./host";
import { placeSheets, sheetNames } from "./place";
import { assessmentOf, targetIndex, type Reading } from "./reading";

/** The data cells of the columns of a person's own table, absolute and with their sheet. */
function adoptedSource(adopted: AdoptedTable): LevelSource {
  const area = parseArea(adopted.range);
  const columnFor = (role: string): string | null => {
    const letters = Object.keys(adopted.roles).find((column) => adopted.roles[column] === role);
    if (letters === undefined || !area) return null;
    const column = columnName(columnIndex(letters));
    return `${quoteSheet(adopted.sheet)}!${absolute(`${column}${area.top + 2}:${column}${area.bottom + 1}`)}`;
  };
  return {
    no: columnFor("no") ?? refuse("NO_COLUMN", { column: "No" }),
    level: columnFor("level") ?? refuse("NO_COLUMN", { column: "Tingkat" }),
    target: columnFor("target"),
  };
}

/** Names through which formulas, ours and the person's, find the columns of their own table. */
export function adoptedNames(adopted: AdoptedTable): readonly NameSpec[] {
  const { no, level, target } = adoptedSource(adopted);
  return [
    { name: NAME.no, refersTo: no },
    { name: NAME.level, refersTo: level },
    ...(target ? [{ name: NAME.target, refersTo: target }] : []),
  ];
}

/** `Indeks` as it is described for this workbook, whether its levels come from the template or from an adopted table. */
export function indexSpec(reading: Reading, names: SheetNames): SheetSpec {
  const assessment = assessmentOf(reading);
  const { adopted } = reading;
  const layout = templateLayout(assessment.instrument, { names });
  const about = INDEX_TEXT.source(adopted?.sheet ?? names.entries);
  return indexSheet(assessment, adopted ? adoptedSource(adopted) : entriesSource(layout), {
    name: names.index,
    targetIndex: targetIndex(reading.snapshot),
    // An adopted table has no sheet of identity whose names the line could follow.
    subtitle: reading.snapshot.names.has(NAME.agency) ? aboutCell(assessment.identity, about) : about,
  });
}

/** Refuses with OFFICE_WORKBOOK where only one office's rows are: their index would be taken for the city's. */
export function indexChange(reading: Reading): Change {
  const { snapshot } = reading;
  const assessment = assessmentOf(reading);
  if (isOfficeWorkbook(assessment)) refuse("OFFICE_WORKBOOK", { opd: assessment.identity.opd });
  const names = sheetNames(snapshot);
  const sheets = placeSheets(snapshot, [indexSpec(reading, names)], names);
  const target = `${quoteSheet(names.index)}!${absolute(INDEX_CELLS.target)}`;
  return {
    summary: "excel.wrote.index",
    params: {},
    sheets,
    names: [{ name: NAME.targetIndex, refersTo: target }, ...(reading.adopted ? adoptedNames(reading.adopted) : [])],
    activate: SHEET.index,
    // Which lines the radar has follows from the targets, and no cell of the sheet changes with it.
    repaint: true,
  };
}
