import * as fc from "fast-check";
import { allInstruments } from "../../../src/instrument/all";
import type { Entry } from "../../../src/assessment/assessment";
import type { GridValue } from "../../../src/workbook/grid";
import { gridOf } from "../../../src/workbook/spec-grid";
import { guessTables, readAssessment, readEarlierMerge } from "../../../src/workbook/read";
import { templateWorkbook } from "../../../src/workbook/template";
import { loosen, tighten, type LooseGrid, type LooseSheet } from "./loose-grid";
import { baseAssessment, filled, SPBE_2020 } from "./sample";

const settings = { seed: 471, numRuns: 200 } as const;
const value: fc.Arbitrary<GridValue> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -5, max: 60 }),
  fc.double(),
  fc.boolean(),
  fc.string(),
  fc.constantFrom(
    "No",
    "Indikator",
    "Tingkat",
    "Penjelasan",
    "Data Dukung",
    "OPD",
    "Instansi",
    "__proto__",
    "constructor",
    "Indikator 17",
    "Kode",
    "Kriteria",
    "Terpenuhi",
    "Tahap",
    ":",
    "v",
  ),
  fc.constant({ error: "#REF!" }),
);
const small = fc.integer({ min: 0, max: 12 });
const area = fc
  .record({ top: small, left: small, bottom: small, right: small })
  .map((one) => ({ ...one, bottom: Math.max(one.top, one.bottom), right: Math.max(one.left, one.right) }));
const sheet: fc.Arbitrary<LooseSheet> = fc
  .record({
    name: fc.constantFrom(
      "Penilaian",
      "Identitas",
      "Kriteria",
      "Sheet1",
      "Data Dukung",
      "Konflik",
      "Jawaban OPD",
      "Indeks",
    ),
    values: fc.array(fc.array(value, { maxLength: 10 }), { maxLength: 14 }),
    merges: fc.array(area, { maxLength: 3 }),
    tables: fc.array(
      fc.record({
        name: fc.constantFrom("SPBE_Penilaian", "SPBE_Kriteria", "SPBE_DataDukung", "Table1", "SPBE_Konflik"),
        area,
        columns: fc.array(fc.string(), { maxLength: 4 }),
      }),
      { maxLength: 2 },
    ),
    hiddenRows: fc.array(small, { maxLength: 3 }).map((rows) => new Set(rows)),
  })
  .map((one) => ({ ...one, formulas: new Map([["3,3", "=1"]]), dates: new Set(["2,2"]), hiddenColumns: new Set([1]) }));
const grid: fc.Arbitrary<LooseGrid> = fc.record({
  sheets: fc.array(sheet, { maxLength: 4 }),
  names: fc.array(
    fc.record({
      name: fc.constantFrom("SPBE_No", "SPBE_Tingkat", "SPBE_Instansi", "SPBE_Tahun"),
      sheet: fc.constantFrom("Penilaian", "Hilang"),
      area,
    }),
    { maxLength: 3 },
  ),
  date1904: fc.boolean(),
  modified: fc.constant(null),
});

test("whatever a workbook holds, reading answers or refuses, and never breaks", () => {
  fc.assert(
    fc.property(grid, (loose) => {
      const tight = tighten(loose);
      const outcome = readAssessment(tight, { instruments: allInstruments });
      if (outcome.ok)
        expect(outcome.value.entries.map(({ indicator }) => indicator)).toEqual(
          outcome.value.entries.map((_, i) => i + 1),
        );
      else expect(["NO_ASSESSMENT", "WRONG_INSTRUMENT"]).toContain(outcome.problem.code);
      readEarlierMerge(tight, SPBE_2020);
      guessTables(tight, allInstruments);
    }),
    settings,
  );
});

test("one cell of a workbook changed at random: no other indicator's level changes without a report", () => {
  const truth = filled(baseAssessment(), 6);
  const spec = templateWorkbook(truth, { mode: "full" });
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 51 }), fc.integer({ min: 0, max: 14 }), value, (row, column, next) => {
      const loose = loosen(gridOf(spec));
      const entries = loose.sheets.find(({ name }) => name === "Penilaian");
      (entries?.values[row] ?? [])[column] = next;
      const outcome = readAssessment(tighten(loose), { instruments: allInstruments });
      if (!outcome.ok) throw new Error(outcome.problem.code);
      const changed = outcome.value.entries.filter(
        (entry, i) => JSON.stringify(entry.level) !== JSON.stringify(truth.entries[i]?.level),
      );
      const { repairs } = outcome.value;
      // A header that is gone concerns every row, and so does a row that is known no more.
      const isHeader = row === 4 && repairs.some(({ cell }) => /^[A-Z]5$/.test(cell));
      const isReported = ({ indicator }: Entry): boolean =>
        (column === 6 && row === indicator + 4) ||
        isHeader ||
        repairs.some(({ params }) => params.indicator === indicator || params.row === indicator + 5);
      expect(changed.filter((entry) => !isReported(entry)).map(({ indicator }) => indicator)).toEqual([]);
    }),
    settings,
  );
});
