import { SHEET } from "../workbook/layout";
import { findingsSheet } from "../workbook/sheets/findings-sheet";
import type { Change } from "./change";
import { placeSheets, sheetNames } from "./place";
import { checkedOf, type Reading } from "./reading";
import { KEY } from "./remembered";

/** Rewrites `Temuan` with everything that does not hold; `time` is the clock's own, "2023-11-21T14:32:05". */
export function findingsChange(reading: Reading, time: string): Change {
  const { assessment, findings } = checkedOf(reading);
  const names = sheetNames(reading.snapshot);
  const { identity, entries } = assessment;
  const spec = findingsSheet(findings, { name: names.findings, identity, entries, validatedAt: time });
  return {
    summary: "excel.wrote.findings",
    params: { count: findings.length },
    sheets: placeSheets(reading.snapshot, [spec], names),
    settings: { [KEY.validatedAt]: time },
    activate: SHEET.findings,
  };
}
