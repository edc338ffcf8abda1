import type { GridValue } from "../../../src/workbook/grid";
import { allInstruments } from "../../../src/instrument/all";
import { gridOf } from "../../../src/workbook/spec-grid";
import { readAssessment } from "../../../src/workbook/read";
import { templateWorkbook } from "../../../src/workbook/template";
import { indicatorsOf } from "../../../src/assessment/score";
import { chooseInstrument } from "../../../src/workbook/read/choose-instrument";
import { findHeaders } from "../../../src/workbook/read/find-headers";
import { loosen, plainGrid, plainSheet, sheetOf, tighten, type LooseGrid } from "./loose-grid";
import { baseAssessment, filled, SPBE_2020 } from "./sample";

const missing = (): never => {
  throw new Error("missing");
};
const truth = filled(baseAssessment(), 3);
const spoilt = (change: (grid: LooseGrid) => void) => {
  const loose = loosen(gridOf(templateWorkbook(truth, { mode: "full" })));
  change(loose);
  const outcome = readAssessment(tighten(loose), { instruments: allInstruments });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
/** Row 6 holds indicator 1; column G its level. */
const levelOf = (value: GridValue, change: (grid: LooseGrid) => void = () => undefined) =>
  spoilt((grid) => {
    (sheetOf(grid, "Penilaian").values[5] ?? [])[6] = value;
    change(grid);
  }).entries[0]?.level;

describe("levels that are none are kept as written, with the reason", () => {
  test.each<[GridValue, string]>([
    [0, "outside-scale"],
    [6, "outside-scale"],
    [2.5, "not-whole"],
    ["tiga setengah", "not-a-level"],
    [true, "boolean"],
    [{ error: "#N/A" }, "error-value"],
    ["0", "outside-scale"],
    [45251, "date"],
  ])("%j is %s", (value, reason) => {
    expect(levelOf(value)).toMatchObject({ kind: "invalid", reason });
  });

  test("a number shown as a date is a date", () => {
    expect(levelOf(3, (grid) => sheetOf(grid, "Penilaian").dates.add("5,6"))).toMatchObject({
      kind: "invalid",
      reason: "date",
    });
  });

  test.each<[GridValue]>([[null], [""], ["   "]])("%j is blank", (value) => {
    expect(levelOf(value)).toEqual({ kind: "blank" });
  });

  test("the name of a level is read by the indicator's own family", () => {
    expect(levelOf("Terdefinisi")).toEqual({ kind: "level", level: 3 });
    expect(levelOf("Terpadu dan Terukur")).toEqual({ kind: "level", level: 4 });
  });
});

describe("rows", () => {
  test("two rows of one indicator that differ are no answer: both values are kept and reported", () => {
    const read = spoilt((grid) => {
      const { values } = sheetOf(grid, "Penilaian");
      const copy = [...(values[5] ?? [])];
      (values[5] ?? [])[6] = 2;
      copy[6] = 4;
      values.push(copy);
    });
    expect(read.entries[0]?.level).toEqual({ kind: "invalid", raw: "2 / 4", reason: "not-a-level" });
    expect(read.repairs).toMatchObject([
      { kind: "duplicate-row", sheet: "Penilaian", cell: "A53", params: { indicator: 1, first: "2", second: "4" } },
    ]);
  });

  test("a missing row is reported by its number and read as blank", () => {
    const read = spoilt((grid) => void sheetOf(grid, "Penilaian").values.splice(20, 1));
    expect(read.repairs.map(({ kind, params }) => [kind, params.indicator])).toEqual([["missing-row", 16]]);
    expect(read.entries[15]?.level).toEqual({ kind: "blank" });
  });

  test("a number that the instrument does not have is reported with its cell, and nothing is read from the row", () => {
    const read = spoilt(
      (grid) => void sheetOf(grid, "Penilaian").values.push([58, null, null, "Indikator tambahan", null, null, 4]),
    );
    expect(read.repairs).toMatchObject([{ kind: "unknown-row", cell: "A53", params: { row: 53, count: 1 } }]);
  });

  test("an answer whose indicator nobody can tell is reported", () => {
    const read = spoilt((grid) => {
      const row = sheetOf(grid, "Penilaian").values[5] ?? [];
      row[0] = "??";
      row[3] = "Kegiatan lain";
    });
    expect(read.repairs.map(({ kind }) => kind)).toEqual(["unknown-row", "missing-row"]);
  });

  test("names that fit two indicators are left alone", () => {
    const read = spoilt((grid) => {
      const row = sheetOf(grid, "Penilaian").values[5 + 44] ?? [];
      row[0] = null;
      row[3] = "Tingkat Kematangan Layanan Publik Sektor";
    });
    expect(read.entries[44]?.level).toEqual({ kind: "blank" });
    expect(read.repairs.map(({ kind }) => kind)).toContain("unknown-row");
  });
});

describe("answers to criteria", () => {
  const answerOf = (value: GridValue) =>
    [
      ...(spoilt((grid) => {
        const rows = sheetOf(grid, "Kriteria").values;
        const at = rows.findIndex((row, i) => i >= 5 && row[0] === 2 && row[3] === "2a");
        (rows[at] ?? [])[6] = value;
      }).entries[1]?.criteria ?? []),
    ].find(([id]) => id === "2a")?.[1];

  test.each<[GridValue, string]>([
    ["YA ", "Ya"],
    ["sebagian", "Sebagian"],
    [" tidak", "Tidak"],
    ["Y", "Ya"],
  ])("%j is %s", (value, answer) => {
    expect(answerOf(value)).toMatchObject({ answer });
  });

  test("anything else is no answer, kept as written", () => {
    expect(answerOf("mungkin")).toMatchObject({ answer: null, raw: "mungkin" });
  });
});

describe("which instrument", () => {
  const other = allInstruments.get("pemdi-2026");
  if (!other) throw new Error("no pemdi-2026");

  test("the one that the identity names, over its title too", () => {
    for (const name of ["pemdi-2026", other.title]) {
      const loose = loosen(
        gridOf(
          templateWorkbook(
            { ...truth, instrument: other, entries: truth.entries.slice(0, 20), stages: [] },
            { mode: "full" },
          ),
        ),
      );
      const identity = sheetOf(loose, "Identitas");
      for (const row of identity.values) if (row[1] === "Instrumen") row[2] = name;
      const outcome = readAssessment(tighten(loose), { instruments: allInstruments });
      expect(outcome.ok && outcome.value.instrument.id).toBe("pemdi-2026");
    }
  });

  test.each([
    ["Permen PANRB 5", "spbe-2018"],
    ["Permen PANRB 5/2018", "spbe-2018"],
    ["Permenpan RB Nomor 5 Tahun 2018", "spbe-2018"],
    ["Peraturan Menteri PANRB Nomor 59 Tahun 2020 tentang Pemantauan", "spbe-2020"],
    ["Pemdi-2026", "pemdi-2026"],
    ["spbe 2018 (Permen PANRB 5/2018)", "spbe-2018"],
    ["Permen PANRB 8", "pemdi-2026"],
  ])("the regulation as %s is %s", (stated, id) => {
    const found = chooseInstrument(stated, [], allInstruments);
    expect(found === "unknown" ? found : found.id).toBe(id);
  });

  test.each(["Permen PANRB", "SPBE", "2018", "p"])("%s may mean several: the rows tell", (stated) => {
    const rows = indicatorsOf(other).map(({ number, name }): GridValue[] => [number, name, 3]);
    const loose = loosen(gridOf(templateWorkbook(truth, { mode: "full" })));
    const [block] = findHeaders(
      tighten({
        ...loose,
        sheets: [{ ...sheetOf(loose, "Penilaian"), values: [["No", "Indikator", "Tingkat"], ...rows] }],
      }).sheets[0] ?? missing(),
    );
    const found = chooseInstrument(stated, [block ?? missing()], allInstruments);
    expect(found === "unknown" ? found : found.id).toBe("pemdi-2026");
  });

  test("without identity, the one whose indicators the rows name", () => {
    const rows = (allInstruments.get("spbe-2018")?.domains ?? [])
      .flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators))
      .map(({ number, name }): GridValue[] => [number, name, 3]);
    const sheet = {
      name: "A",
      values: [["No", "Indikator", "Tingkat"], ...rows],
      formulas: new Map(),
      dates: new Set<string>(),
      tables: [],
      merges: [],
      hiddenRows: new Set<number>(),
      hiddenColumns: new Set<number>(),
    };
    const outcome = readAssessment(plainGrid(sheet), {
      instruments: allInstruments,
    });
    expect(outcome.ok && outcome.value.instrument.id).toBe("spbe-2018");
  });

  test("an instrument without a pack is refused by name", () => {
    const loose = loosen(gridOf(templateWorkbook(truth, { mode: "full" })));
    for (const row of sheetOf(loose, "Identitas").values) if (row[1] === "Instrumen") row[2] = "spbe-2031";
    expect(readAssessment(tighten(loose), { instruments: allInstruments })).toEqual({
      ok: false,
      problem: { code: "WRONG_INSTRUMENT", params: { instrument: "spbe-2031" } },
    });
  });
});

describe("what is no assessment", () => {
  const plain = (values: GridValue[][]) =>
    readAssessment(plainGrid(plainSheet("Sheet1", values)), { instruments: allInstruments });
  test.each<[string, GridValue[][]]>([
    ["an empty sheet", []],
    [
      "marks of pupils",
      [
        ["No", "Nama", "Nilai"],
        ...Array.from({ length: 30 }, (_, i): GridValue[] => [i + 1, `Siswa ${i + 1}`, 70 + i]),
      ],
    ],
    [
      "a budget",
      [
        ["No", "Uraian", "Jumlah"],
        [1, "ATK", 2_500_000],
        [2, "Perjalanan", 9_000_000],
      ],
    ],
    ["a text", [["Indikator kinerja utama"], ["Nilai rata-rata"]]],
  ])("%s", (_, values) => {
    expect(plain(values)).toEqual({ ok: false, problem: { code: "NO_ASSESSMENT", params: {} } });
  });
});

test("a flood of rows with strange names takes little work", () => {
  const start = process.cpuUsage();
  const read = spoilt((grid) => {
    const { values } = sheetOf(grid, "Penilaian");
    for (let i = 0; i < 10_000; i++)
      values.push([`x${i}`, null, null, `Tingkat Kematangan yang tidak ada nomor ${i} di daftar`, null, null, 3]);
  });
  // Processor time, so that a busy machine does not matter; comparing every name letter by letter would take minutes.
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
  expect(read.repairs).toMatchObject([{ kind: "unknown-row", params: { count: 10_000 } }]);
  expect(read.entries.filter(({ level }) => level.kind === "level")).toHaveLength(
    SPBE_2020.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators)).length,
  );
});
