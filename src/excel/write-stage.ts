import type { Stage, StageValue } from "../assessment/assessment";
import { parseArea } from "../workbook/address";
import { SHEET } from "../workbook/layout";
import { guessTable, readAdopted } from "../workbook/read";
import { stagesSheet } from "../workbook/sheets/stages";
import { asText } from "./cell-input";
import type { CellWrite, Change } from "./change";
import { refuse } from "./host";
import { placeSheets, sheetNames } from "./place";
import { assessmentOf, type Reading } from "./reading";

/** What an assessor's table says per indicator: its level column, or the one for the assessor, and the notes. */
function valuesIn(reading: Reading, stage: Stage, sheet: string, range: string, time: string): readonly StageValue[] {
  const { instrument } = assessmentOf(reading);
  const grid = reading.snapshot.grid.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  const area = parseArea(range);
  const isCell = area !== null && area.top === area.bottom && area.left === area.right;
  const only = new Map([[instrument.id, instrument]]);
  const guess = grid && guessTable(grid, only, area && !isCell ? area : undefined);
  const table = guess && parseArea(guess.range);
  if (!grid || !guess || !table) return refuse("NO_TABLE");
  const roles = Object.fromEntries(guess.headers.flatMap(({ column, role }) => (role ? [[column, role]] : [])));
  return readAdopted(grid, table, roles, instrument).entries.flatMap((entry): StageValue[] => {
    const level = entry.assessorLevel.kind === "blank" ? entry.level : entry.assessorLevel;
    const explanation = entry.assessorNote || entry.explanation;
    if (level.kind === "blank" && explanation === "") return [];
    return [{ indicator: entry.indicator, stage, level, explanation, assessor: "", time }];
  });
}

/**
 * Takes a stage's values from the given range into `Nilai Tahap`, in the place of those it had, and into the assessor's
 * columns of the entries where there are any.
 */
export function stageChange(
  reading: Reading,
  stage: Stage,
  at: { readonly sheet: string; readonly range: string },
  time: string,
): Change {
  const assessment = assessmentOf(reading);
  const values = valuesIn(reading, stage, at.sheet, at.range, time);
  if (values.length === 0) return refuse("NO_TABLE");
  const stages = [...assessment.stages.filter((value) => value.stage !== stage), ...values];
  const names = sheetNames(reading.snapshot);
  const cells = values.flatMap(({ indicator, level, explanation }): CellWrite[] => {
    const place = assessment.entries.find((entry) => entry.indicator === indicator)?.cells ?? {};
    return [
      ...(place.assessorLevel && level.kind === "level" ? [{ ...place.assessorLevel, value: level.level }] : []),
      ...(place.assessorNote && explanation !== "" ? [{ ...place.assessorNote, value: asText(explanation) }] : []),
    ];
  });
  return {
    summary: "excel.wrote.stage",
    params: { count: values.length, stage },
    sheets: placeSheets(reading.snapshot, [stagesSheet({ ...assessment, stages }, { name: names.stages })], names),
    cells,
    activate: SHEET.stages,
  };
}
