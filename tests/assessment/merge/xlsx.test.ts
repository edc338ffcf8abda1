import { officesOf } from "../../../src/assessment/offices";
import { levelsOf } from "../../../src/assessment/score";
import { readReturn } from "../../../src/files/read-return";
import { readWorkbook } from "../../../src/files/read";
import { writeWorkbook } from "../../../src/files/write";
import { allInstruments } from "../../../src/instrument/all";
import { readAssessment } from "../../../src/workbook/read";
import { gridOf } from "../../../src/workbook/spec-grid";
import { templateWorkbook } from "../../../src/workbook/template";
import { DISTURBANCES } from "../../workbook/read/disturbances";
import { specOf } from "../../workbook/read/grid-spec";
import { loosen } from "../../workbook/read/loose-grid";
import { baseAssessment, essence, filled } from "../../workbook/read/sample";
import { levelAt, merge } from "./offices-world";

const base = baseAssessment();
const truth = filled(base, 21);
const offices = officesOf(base);

async function readBack(spec: Parameters<typeof writeWorkbook>[0]) {
  const grid = readWorkbook(await writeWorkbook(spec));
  if (!grid.ok) throw new Error(grid.problem.code);
  const outcome = readAssessment(grid.value, { instruments: allInstruments });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

test("written to .xlsx and read back, an assessment is the same", async () => {
  const back = await readBack(templateWorkbook(truth, { mode: "full" }));
  expect(essence(back)).toEqual(essence(truth));
  expect(back.repairs).toEqual([]);
});

test("35 workbooks handed out as .xlsx, filled in, returned and merged are the truth", async () => {
  const returns = [];
  for (const opd of offices)
    returns.push(readReturn(`${opd}.xlsx`, await writeWorkbook(templateWorkbook(truth, { mode: "handout", opd }))));
  const { final, conflicts, files } = merge(base, returns);
  const evidence = [...truth.evidence].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(files.map(({ status, repairs }) => [status, repairs.length])).toEqual(offices.map(() => ["merged", 0]));
  expect(conflicts).toEqual([]);
  expect(essence(final)).toEqual(essence({ ...truth, evidence }));
});

test("handed out as .xlsx and returned untouched, nothing changes", async () => {
  const returns = [];
  for (const opd of offices.slice(0, 6))
    returns.push(readReturn(`${opd}.xlsx`, await writeWorkbook(templateWorkbook(truth, { mode: "handout", opd }))));
  expect(merge(truth, returns).changes).toEqual([]);
});

// A file counts its days from 1900 here, and rows are hidden by the sheet, not by the description.
const ONLY_IN_GRIDS = new Set(["dates counted from 1904", "rows hidden"]);
test.each(DISTURBANCES.filter(({ name }) => !ONLY_IN_GRIDS.has(name)))(
  "disturbed and saved as .xlsx: $name",
  async ({ disturb, repairs }) => {
    const loose = loosen(gridOf(templateWorkbook(truth, { mode: "full" })));
    disturb(loose);
    const back = await readBack(specOf(loose));
    expect(levelsOf(back)).toEqual(levelsOf(truth));
    expect([...new Set(back.repairs.map(({ kind }) => kind))].sort()).toEqual([...repairs].sort());
    expect(levelAt(back, 1)).toBe(levelAt(truth, 1));
  },
);
