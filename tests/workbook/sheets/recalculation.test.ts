/** The native formulas against the core: LibreOffice computes every cell anew and must come to what was written beside it. */
import { DEFAULT_INSTRUMENT } from "../../../src/instrument";
import { allInstruments } from "../../../src/instrument/all";
import { readWorkbook } from "../../../src/files/read";
import { writeWorkbook } from "../../../src/files/write";
import { cellAddress } from "../../../src/workbook/address";
import { handouts } from "../../../src/workbook/assign";
import type { Grid } from "../../../src/workbook/grid";
import { HEADER_ROW } from "../../../src/workbook/layout";
import { blankAssessment } from "../../../src/workbook/blank";
import type { Cell, FormulaCell, WorkbookSpec } from "../../../src/workbook/sheet";
import { templateWorkbook } from "../../../src/workbook/template";
import { sampleAssessment } from "../../../src/workbook/sample";
import { convertWithLibreOffice, libreOffice } from "../../harness/xlsx";
import { formulasOf, oneAssessment, wholeWorkbook } from "./world";

jest.setTimeout(180_000);

const withoutResults = (spec: WorkbookSpec): WorkbookSpec => ({
  ...spec,
  sheets: spec.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((row) =>
      row.map((cell): Cell =>
        cell !== null && typeof cell === "object" && "formula" in cell ? { formula: cell.formula, value: null } : cell,
      ),
    ),
  })),
});

/** Without LibreOffice these tests are shown as skipped; the formulas' shape is tested elsewhere. */
const withLibreOffice = libreOffice ? test : test.skip;

/** What LibreOffice computes. */
async function recalculated(spec: WorkbookSpec): Promise<Grid> {
  const converted = await convertWithLibreOffice(await writeWorkbook(withoutResults(spec)), "xlsx");
  if (!converted.ran) throw new Error(converted.why);
  const read = readWorkbook(converted.bytes);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

/** LibreOffice writes fifteen digits, so numbers agree when they differ by less than the last of them. */
const same = (found: unknown, wanted: unknown): boolean => {
  if (typeof found === "number" && typeof wanted === "number")
    return Math.abs(found - wanted) <= 1e-14 * Math.max(1, Math.abs(wanted));
  return (found ?? "") === (wanted ?? "");
};

/** Every formula cell whose computed value is not the written one. */
function differences(spec: WorkbookSpec, grid: Grid): { checked: number; wrong: string[] } {
  const wrong: string[] = [];
  let checked = 0;
  spec.sheets.forEach((sheet, index) => {
    const { values, origin } = grid.sheets[index] ?? { values: [], origin: { row: 0, column: 0 } };
    for (const { row, column, value, formula } of formulasOf(sheet)) {
      checked++;
      const found = values[row - origin.row]?.[column - origin.column];
      if (!same(found, value))
        wrong.push(
          `${sheet.name}!${cellAddress(row, column)}: ${JSON.stringify(found)} ≠ ${JSON.stringify(value)} (${formula.slice(0, 200)})`,
        );
    }
  });
  return { checked, wrong };
}

/** The workbook after somebody sorted Penilaian and Kriteria the other way: formulas move and follow their own row. */
const sortedBackwards = (spec: WorkbookSpec): WorkbookSpec => ({
  ...spec,
  sheets: spec.sheets.map((sheet) => {
    if (sheet.name !== "Penilaian" && sheet.name !== "Kriteria") return sheet;
    const rows = sheet.cells.slice(HEADER_ROW);
    const backwards = rows.map((_, index) =>
      (rows[rows.length - 1 - index] ?? []).map((cell): Cell =>
        cell !== null && typeof cell === "object" && "formula" in cell
          ? { ...cell, formula: cell.formula.replace(/(\$?[A-Z]+)(\d+)/g, `$1${HEADER_ROW + 1 + index}`) }
          : cell,
      ),
    );
    return { ...sheet, cells: [...sheet.cells.slice(0, HEADER_ROW), ...backwards] };
  }),
});

const cases: readonly (readonly [string, () => WorkbookSpec])[] = [
  ["the sample city", () => wholeWorkbook(sampleAssessment())],
  ...[...allInstruments.values()].map((instrument, index): readonly [string, () => WorkbookSpec] => [
    `${instrument.id} with random answers`,
    () => wholeWorkbook(oneAssessment(instrument, index + 1, index === 1)),
  ]),
  ["rows sorted the other way", () => sortedBackwards(wholeWorkbook(oneAssessment(DEFAULT_INSTRUMENT, 12)))],
  ["a target below the index", () => templateWorkbook(sampleAssessment(), { mode: "full", targetIndex: "1.5" })],
  [
    "one office's workbook",
    () => {
      const [first] = handouts(oneAssessment(DEFAULT_INSTRUMENT, 3));
      if (!first) throw new Error("no office");
      return first.spec;
    },
  ],
];

withLibreOffice.each(cases)("a spreadsheet computes what the core computed: %s", async (_, spec) => {
  const workbook = spec();
  const grid = await recalculated(workbook);
  const { checked, wrong } = differences(workbook, grid);
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(20);
});

/** What people write instead of a number, for levels 1 to 5 of SPBE 2020; "" is what nobody can read. */
const WRITTEN: Readonly<Record<string, number | "">> = {
  III: 3,
  "3,00": 3,
  "2.0": 2,
  "Level 4": 4,
  " tingkat 5 ": 5,
  Terdefinisi: 3,
  Optimum: 5,
  "?": "",
  "*": "",
  "3.5": "",
  "tiga setengah": "",
};

withLibreOffice("Indeks reads levels however they are written, and nothing where nothing can be read", async () => {
  const spec = templateWorkbook(blankAssessment(DEFAULT_INSTRUMENT), { mode: "full" });
  const written = Object.keys(WRITTEN);
  const grid = await recalculated({
    ...spec,
    sheets: spec.sheets.map((sheet) =>
      sheet.name !== "Penilaian"
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((row, at) => row.map((cell, c) => (c === 6 && written[at - HEADER_ROW]) || cell)),
          },
    ),
  });
  const index = spec.sheets.findIndex(({ name }) => name === "Indeks");
  const fetched = (spec.sheets[index]?.cells ?? []).flatMap((row, at) =>
    typeof row[0] === "number" && at > 30 ? [at] : [],
  );
  const formulas = fetched.map((row) => (spec.sheets[index]?.cells[row]?.[3] as FormulaCell).formula);
  expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(1000);
  const { values, origin } = grid.sheets[index] ?? { values: [], origin: { row: 0, column: 0 } };
  const levels = fetched.map((row) => values[row - origin.row]?.[3 - origin.column] ?? "");
  expect(Object.fromEntries(written.map((text, at) => [text, levels[at]]))).toEqual(WRITTEN);
  // Penilaian counts what Indeks counts.
  expect(grid.sheets.find(({ name }) => name === "Penilaian")?.values[2]?.[6]).toBe("7/47");
});
