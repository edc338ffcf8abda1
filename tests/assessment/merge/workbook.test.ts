import { applyDecisions, type MergeDraft } from "../../../src/assessment/merge";
import { allInstruments } from "../../../src/instrument/all";
import type { Grid } from "../../../src/workbook/grid";
import { mergedWorkbook } from "../../../src/workbook/merged-workbook";
import { readAssessment, readEarlierMerge } from "../../../src/workbook/read";
import { gridOf } from "../../../src/workbook/spec-grid";
import { baseAssessment, essence, filled } from "../../workbook/read/sample";
import { levelAt, merge, returned, returnsOf, TIME, withLevels, withOffices } from "./offices-world";

const base = withOffices(baseAssessment(), { 2: ["Dinas Contoh 12", "Dinas Contoh 01"] });
const truth = withOffices(filled(baseAssessment(), 4), { 2: ["Dinas Contoh 12", "Dinas Contoh 01"] });
const rival = returned(withLevels(truth, { 2: levelAt(truth, 2) === 5 ? 1 : 5 }), "Dinas Contoh 01");
const returns = [...returnsOf(truth).filter(({ file }) => !file.includes("Contoh 01")), rival];

const written = (draft: MergeDraft): Grid => gridOf(mergedWorkbook(draft, TIME));
const readBack = (grid: Grid) => {
  const outcome = readAssessment(grid, { instruments: allInstruments });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return { base: outcome.value, earlier: readEarlierMerge(grid, outcome.value.instrument) };
};

describe("the written workbook carries the merge to the next one", () => {
  const open = merge(base, returns);
  const decided = applyDecisions(open, [
    { indicator: 2, level: 5, opd: "Dinas Contoh 01", reason: "Rapat", by: "Koordinator", time: TIME, answersThen: "" },
  ]);

  test("answers, decisions and log come back as they were written", () => {
    expect(open.conflicts.map(({ indicator }) => indicator)).toEqual([2]);
    const { earlier } = readBack(written(decided));
    expect(earlier.answers).toEqual(decided.answers);
    expect(earlier.decisions).toEqual(decided.conflicts.flatMap(({ decision }) => decision ?? []));
    expect(earlier.log).toEqual(decided.log);
    expect([earlier.undecided, readBack(written(open)).earlier.undecided]).toEqual([[], [2]]);
  });

  test.each([
    ["undecided", open],
    ["decided", decided],
  ])("%s: merging the same files into the written workbook changes nothing", (_, draft) => {
    const back = readBack(written(draft));
    expect(essence(back.base)).toEqual(essence(draft.final));
    const again = merge(back.base, returns, { earlier: back.earlier, time: "2024-01-01T00:00:00Z" });
    expect(again.changes).toEqual([]);
    expect(again.log).toEqual(draft.log);
  });

  test("answers, decisions and log are found by their headers where the tables are lost and a row was inserted above", () => {
    const grid = written(decided);
    const sheets = grid.sheets.map((sheet) => ({ ...sheet, tables: [], values: [[], ...sheet.values] }));
    expect(readBack({ ...grid, sheets }).earlier).toEqual(readBack(grid).earlier);
  });

  test("a decision typed into the sheet Konflik counts in the next merge", () => {
    const grid = written(open);
    const sheet = grid.sheets.find(({ name }) => name === "Konflik");
    const header = sheet?.values[4] ?? [];
    const row = sheet?.values[5] as unknown[];
    row[header.indexOf("Tingkat Dipilih")] = 4;
    row[header.indexOf("Alasan")] = "Hasil rapat koordinasi";
    const back = readBack(grid);
    const again = merge(back.base, returns, { earlier: back.earlier });
    expect(levelAt(again.final, 2)).toBe(4);
  });
});
