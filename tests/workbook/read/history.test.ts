import { ratio } from "../../../src/assessment/ratio";
import type { Grid } from "../../../src/workbook/grid";
import { readHistory, unreadHistory } from "../../../src/workbook/read";
import { unreadRows } from "../../../src/workbook/read/history";
import { historySheet } from "../../../src/workbook/sheets/history";
import { gridOf } from "../../../src/workbook/spec-grid";
import { loosen, tighten, type LooseSheet } from "./loose-grid";

const ROW = { year: 2022, instrument: "spbe-2020", index: ratio(231, 100), predicate: "Cukup", domains: [ratio(2)] };

/** Riwayat with one row that we wrote, and what a person then did to it. */
function sheetWith(change: (values: LooseSheet["values"]) => void): Grid {
  const loose = loosen(
    gridOf({ sheets: [historySheet([ROW], { identity: { agency: "Kota", year: 2023 } })], names: [] }),
  );
  const [sheet] = loose.sheets;
  if (sheet) change(sheet.values);
  return tighten(loose);
}

test("a row that a person types below is read too, with a comma, a title for the instrument, or none at all", () => {
  const grid = sheetWith((values) => {
    values.push([2021, "SPBE 2020", "1,20", "Kurang", 1]);
    values.push([2019, "", 2.5, "", ""]);
  });
  expect(readHistory(grid)).toEqual([
    ROW,
    { year: 2021, instrument: "spbe-2020", index: ratio(120, 100), predicate: "Kurang", domains: [ratio(1)] },
    { year: 2019, instrument: "spbe-2018", index: ratio(25, 10), predicate: null, domains: [] },
  ]);
  expect(unreadHistory(grid)).toBeNull();
});

test("a value with no end of decimals is read to six places", () => {
  const [row] = readHistory(sheetWith((values) => values[5]?.splice(4, 1, 3.0439560439560438)));
  expect(row?.domains).toEqual([ratio(3043956, 1000000)]);
});

test("what cannot be read is pointed at, so that nothing is rewritten over it", () => {
  const note = sheetWith((values) => values.push(["lihat berita acara", "", "", "", ""]));
  expect(unreadHistory(note)).toEqual({ at: { sheet: "Riwayat", cell: "A7" }, found: "lihat berita acara" });
  const beside = sheetWith((values) => {
    values[4]?.push("Catatan");
    values[5]?.push("hasil sanggah");
  });
  expect(unreadHistory(beside)).toMatchObject({ at: { cell: "F6" }, found: "hasil sanggah" });
  const noIndex = sheetWith((values) => values.push([2020, "spbe-2018", "belum terbit", "", ""]));
  expect(unreadHistory(noIndex)).toMatchObject({ at: { cell: "A7" }, found: "2020" });
  expect(readHistory(noIndex)).toEqual([ROW]);
  expect(unreadRows(noIndex)).toMatchObject([{ at: { cell: "C7" }, found: "belum terbit", reason: "no-index" }]);
});
