import { withResult, type HistoryRow } from "../assessment/history";
import { SHEET } from "../workbook/layout";
import { unreadHistory } from "../workbook/read";
import { historySheet } from "../workbook/sheets/history";
import type { Change } from "./change";
import { refuse } from "./host";
import { placeSheets, sheetNames } from "./place";
import { assessmentStateOf, type Reading } from "./reading";

/** Rewrites `Riwayat` with one more result. Refuses with LAYOUT_CHANGED when a row there cannot be read, and so not kept. */
export function historyChange(reading: Reading, result: HistoryRow): Change {
  const { snapshot } = reading;
  const { assessment, history } = assessmentStateOf(reading);
  const unread = unreadHistory(snapshot.grid);
  if (unread) refuse("LAYOUT_CHANGED", { ...unread.at, found: unread.found });
  const names = sheetNames(snapshot);
  const spec = historySheet(withResult(history, result), { identity: assessment.identity, name: names.history });
  return {
    summary: "excel.wrote.history",
    params: { year: result.year },
    sheets: placeSheets(snapshot, [spec], names),
    activate: SHEET.history,
  };
}
