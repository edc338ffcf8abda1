/** Tables as long as a file may hold: the work grows with the rows, and so does no list of what is reported. */
import { returnOf } from "../../../src/assessment/merge-return";
import { findingsOf } from "../../../src/assessment/findings";
import { indicatorsOf } from "../../../src/assessment/score";
import { allInstruments } from "../../../src/instrument/all";
import type { GridValue } from "../../../src/workbook/grid";
import { guessTables, readAssessment } from "../../../src/workbook/read";
import { plainGrid, plainSheet } from "./loose-grid";
import { SPBE_2020 } from "./sample";

const indicators = indicatorsOf(SPBE_2020);
const nameOf = (i: number): string => indicators[i % indicators.length]?.name ?? "";
const HEADER: GridValue[] = ["No", "Indikator", "Tingkat", "Penjelasan", "Data Dukung"];
const rows = (count: number, row: (i: number) => GridValue[]): GridValue[][] =>
  Array.from({ length: count }, (_, i) => row(i));

const TABLES: Readonly<Record<string, () => GridValue[][]>> = {
  "one indicator, another file in each row": () => [HEADER, ...rows(20_000, (i) => [1, "x", 3, "", `b${i}.pdf`])],
  "one indicator, another explanation in each row": () => [HEADER, ...rows(20_000, (i) => [1, "x", 3, `teks ${i}`])],
  "one indicator, another level in each row": () => [HEADER, ...rows(20_000, (i) => [1, "x", `tingkat ${i}`])],
  "rows that continue one indicator": () => [
    HEADER,
    [1, nameOf(0), 3, "a", "b"],
    ...rows(20_000, (i) => [null, null, null, `lanjutan ${i}`, `c${i}.pdf`]),
  ],
  "numbers that contradict the names": () => [HEADER, ...rows(20_000, (i) => [(i % 47) + 1, nameOf(i + 1), 3])],
  "nothing but headers": () => rows(20_000, () => HEADER),
  "a name and a number, without a header": () => rows(150_000, () => [nameOf(4), 3]),
  "as many columns as a sheet has": () =>
    rows(30, (r) => Array.from({ length: 16_000 }, (_, c) => (r === 0 ? (HEADER[c % 5] ?? null) : `teks ${c}`))),
};

test.each(Object.entries(TABLES))("%s", (_, make) => {
  const grid = plainGrid(plainSheet("Lembar1", make()));
  const start = process.cpuUsage();
  const outcome = readAssessment(grid, { instruments: allInstruments });
  guessTables(grid, allInstruments);
  if (outcome.ok) {
    returnOf({ file: "panjang.xlsx", sha256: "", modified: null }, outcome);
    expect(findingsOf(outcome.value).length).toBeLessThan(3_000);
  } else expect(outcome.problem.code).toBe("NO_ASSESSMENT");
  // Processor time, so that a busy machine does not matter; work that grows with the square of the rows takes minutes.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(30_000);
});

test("of many levels of one indicator some are shown, and each is counted once", () => {
  const levelOf = (levels: readonly GridValue[]) => {
    const grid = [HEADER, ...levels.map((level): GridValue[] => [1, nameOf(0), level, "teks"])];
    const outcome = readAssessment(plainGrid(plainSheet("Penilaian", grid)), { instruments: allInstruments });
    if (!outcome.ok) throw new Error(outcome.problem.code);
    return outcome.value.entries[0]?.level;
  };
  expect(levelOf([null, 3, 3])).toEqual({ kind: "level", level: 3 });
  expect(levelOf([3, 4, 3, null])).toMatchObject({ kind: "invalid", raw: "3 / 4" });
  expect(levelOf([1, 2, 3, 4, 5, "enam"])).toMatchObject({ kind: "invalid", raw: "1 / 2 / 3 / 4 / 5 / …" });
});
