import fc from "fast-check";
import { levelMet } from "../../../src/assessment/maturity";
import { indicatorsOf } from "../../../src/assessment/score";
import { DEFAULT_INSTRUMENT } from "../../../src/instrument";
import { allInstruments } from "../../../src/instrument/all";
import { writeWorkbook } from "../../../src/files/write";
import { areaAddress, columnIndex, parseArea, parseReference } from "../../../src/workbook/address";
import { blankAssessment } from "../../../src/workbook/blank";
import { COLUMNS, HEADER_ROW, NAME, TABLE } from "../../../src/workbook/layout";
import { readAssessment } from "../../../src/workbook/read";
import { gridOf } from "../../../src/workbook/spec-grid";
import type { SheetSpec, Style, WorkbookSpec } from "../../../src/workbook/sheet";
import { templateWorkbook } from "../../../src/workbook/template";
import { validateXlsx } from "../../harness/xlsx";
import { assessments, formulasOf, oneAssessment, wholeWorkbook } from "./world";

jest.setTimeout(120_000);

const everyInstrument = [...allInstruments.values()].map((instrument) => [instrument.id, instrument] as const);
const sheetOf = (spec: WorkbookSpec, name: string): SheetSpec => {
  const sheet = spec.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
const headerOf = (sheet: SheetSpec): readonly unknown[] => {
  const area = sheet.table && parseArea(sheet.table.range);
  return area ? (sheet.cells[area.top] ?? []).slice(area.left, area.right + 1) : [];
};
/** The style that a cell ends up with. */
const styleAt = (sheet: SheetSpec, address: string): Style => {
  const cell = parseArea(address);
  if (!cell) throw new Error(address);
  return sheet.styles.reduce<Style>((style, region) => {
    const area = parseArea(region.range);
    const inside =
      area && cell.top >= area.top && cell.bottom <= area.bottom && cell.left >= area.left && cell.right <= area.right;
    return inside ? { ...style, ...region.style } : style;
  }, {});
};

test.each(everyInstrument)("the tables of %s carry the headers of the contract", (_, instrument) => {
  const spec = wholeWorkbook(oneAssessment(instrument, 4));
  const headers = new Map(spec.sheets.flatMap((sheet) => (sheet.table ? [[sheet.table.name, headerOf(sheet)]] : [])));
  expect(headers.get(TABLE.entries)).toEqual(COLUMNS.entries);
  expect(headers.get(TABLE.criteria)).toEqual(COLUMNS.criteria);
  expect(headers.get(TABLE.evidence)).toEqual(COLUMNS.evidence);
  expect(headers.get(TABLE.index)).toEqual(COLUMNS.index);
  expect(headers.get(TABLE.findings)).toEqual(COLUMNS.findings);
  expect(headers.get(TABLE.answers)).toEqual(COLUMNS.answers);
  expect(headers.get(TABLE.stages)).toEqual(COLUMNS.stages);
  expect(headers.get(TABLE.mergeLog)).toEqual(COLUMNS.mergeLog);
  expect(headers.get(TABLE.history)?.slice(0, 4)).toEqual(COLUMNS.history);
  // A third office answered, so its column stands after the contract's two.
  expect(headers.get(TABLE.conflicts)).toEqual([
    ...COLUMNS.conflicts.slice(0, 5),
    "Jawaban 3",
    ...COLUMNS.conflicts.slice(5),
  ]);
});

test.each(everyInstrument)(
  "level of indicator n of %s stands in G(n+5), and the names point at the columns",
  (_, instrument) => {
    const spec = templateWorkbook(blankAssessment(instrument), { mode: "full" });
    const count = indicatorsOf(instrument).length;
    const names = new Map(spec.names.map(({ name, refersTo }) => [name, refersTo]));
    expect([...names.keys()].sort()).toEqual(Object.values(NAME).sort());
    expect(names.get(NAME.level)).toBe(`Penilaian!$G$6:$G$${count + 5}`);
    expect(names.get(NAME.no)).toBe(`Penilaian!$A$6:$A$${count + 5}`);
    expect(names.get(NAME.agency)).toBe("Identitas!$C$5");
    const entries = sheetOf(spec, "Penilaian");
    expect(entries.cells.slice(HEADER_ROW).map(([no]) => no)).toEqual(
      indicatorsOf(instrument).map(({ number }) => number),
    );
  },
);

test.each(everyInstrument)("every formula of %s is plain and works without the add-in", (_, instrument) => {
  const spec = wholeWorkbook(oneAssessment(instrument, 5));
  const sheets = new Set(spec.sheets.map(({ name }) => name));
  const names = new Set(spec.names.map(({ name }) => name));
  for (const sheet of spec.sheets)
    for (const { formula, custom } of formulasOf(sheet)) {
      const bare = formula.replace(/"[^"]*"/g, '""');
      expect(bare).not.toMatch(/SPBE\.|[[\]#]/);
      expect(formula.length).toBeLessThan(8192);
      expect(bare.split("(").length).toBe(bare.split(")").length);
      for (const [, name = ""] of bare.matchAll(/(SPBE_\w+)/g)) expect(names).toContain(name);
      for (const [, name = ""] of bare.matchAll(/([A-Za-z]+)!/g)) expect(sheets).toContain(name);
      if (custom !== undefined) expect(custom).toMatch(/SPBE\.(INDEX|PREDICATE|DOMAIN|ASPECT)\(/);
    }
  const custom = formulasOf(sheetOf(spec, "Indeks")).flatMap(({ custom: text }) => text ?? []);
  const { domains } = instrument;
  const aspects = domains.reduce((sum, domain) => sum + domain.aspects.length, 0);
  expect(custom).toHaveLength(2 + (domains.length > 1 ? domains.length : 0) + aspects);
});

test("the index sheet asks the add-in for exactly the range that holds the levels", () => {
  const spec = templateWorkbook(blankAssessment(DEFAULT_INSTRUMENT), { mode: "full" });
  const index = sheetOf(spec, "Indeks");
  const table = index.table && parseArea(index.table.range);
  const levels = table && areaAddress({ ...table, top: table.top + 1, left: 3, right: 3 });
  expect(index.cells[4]?.[0]).toMatchObject({ custom: `SPBE.INDEX(${levels})` });
  const other = templateWorkbook(blankAssessment(allInstruments.get("pemdi-2026") ?? DEFAULT_INSTRUMENT), {
    mode: "full",
  });
  expect(sheetOf(other, "Indeks").cells[4]?.[0]).toMatchObject({
    custom: expect.stringMatching(/^SPBE\.INDEX\(D\d+:D\d+,"pemdi-2026"\)$/),
  });
});

test.each(everyInstrument)(
  "what is met in Kriteria of %s is what the core says, alternatives included",
  (_, instrument) => {
    fc.assert(
      fc.property(assessments(instrument), (assessment) => {
        const spec = templateWorkbook(assessment, { mode: "full" });
        const holding = sheetOf(spec, "Kriteria")
          .cells.slice(HEADER_ROW)
          .map((row) => {
            const cell = row[9];
            const value =
              cell !== null && typeof cell === "object" && cell !== undefined && "formula" in cell ? cell.value : null;
            return { number: row[0], level: Number(row[2]), value };
          });
        indicatorsOf(instrument).forEach((indicator, place) => {
          const answers = assessment.entries[place]?.criteria ?? new Map();
          const rows = holding.filter(({ number }) => number === indicator.number);
          const levels = indicator.levels.map(({ level }) => level).sort((a, b) => a - b);
          const met = levels.filter((level) => !rows.some((row) => row.level <= level && row.value === 1)).at(-1);
          expect(met).toBe(levelMet(indicator, answers));
        });
      }),
      { numRuns: 5, seed: 20 },
    );
  },
);

test.each(everyInstrument)("an assessment of %s written and read again is the same", (_, instrument) => {
  fc.assert(
    fc.property(assessments(instrument), (assessment) => {
      const spec = templateWorkbook(assessment, { mode: "full" });
      const read = readAssessment(gridOf(spec), { instruments: allInstruments });
      if (!read.ok) throw new Error(read.problem.code);
      const bare = ({ cells, ...rest }: { cells: object }) => (expect(cells).toBeDefined(), rest);
      const entries = (one: typeof assessment) =>
        one.entries.map((entry) => ({
          ...bare(entry),
          criteria: [...entry.criteria].flatMap(([id, answer]) =>
            answer.answer === null && answer.evidence.length === 0 ? [] : [[id, bare(answer)]],
          ),
        }));
      expect(read.value.instrument.id).toBe(instrument.id);
      expect(bare(read.value.identity)).toEqual(bare(assessment.identity));
      expect(entries(read.value)).toEqual(entries(assessment));
      expect(read.value.evidence.map(bare)).toEqual(assessment.evidence.map(bare));
      expect(read.value.repairs).toEqual([]);
    }),
    { numRuns: 4, seed: 21 },
  );
});

test("only what a person fills in is open: levels are, what follows from them is not", () => {
  const spec = templateWorkbook(blankAssessment(DEFAULT_INSTRUMENT), { mode: "full" });
  const entries = sheetOf(spec, "Penilaian");
  const open = COLUMNS.entries.filter(
    (_, index) => styleAt(entries, `${String.fromCharCode(65 + index)}6`).locked === false,
  );
  expect(open).toEqual([
    "OPD",
    "Tingkat",
    "Target",
    "Penjelasan",
    "Data Dukung",
    "Tingkat Asesor",
    "Catatan Asesor",
    "Taksiran",
  ]);
  const criteria = sheetOf(spec, "Kriteria");
  criteria.cells.slice(HEADER_ROW).forEach((row, index) => {
    const asked = row[9] !== null || String(row[4]).startsWith("pengganti");
    expect(styleAt(criteria, `G${HEADER_ROW + 1 + index}`).locked === false).toBe(asked);
  });
  expect(spec.sheets.filter(({ protection }) => protection).map(({ name }) => name)).toEqual([
    "Identitas",
    "Penilaian",
    "Kriteria",
    "Indeks",
  ]);
});

test("every validation stays within Excel's limits and says in Indonesian what to do", () => {
  for (const instrument of allInstruments.values())
    for (const sheet of wholeWorkbook(oneAssessment(instrument, 6)).sheets)
      for (const { rule, error, prompt, range } of sheet.validations) {
        expect(parseArea(range)).not.toBeNull();
        // What refuses nothing says at least what it is for.
        for (const said of error || prompt ? [error, prompt] : [null]) {
          if (said === undefined) continue;
          expect(said?.message).toMatch(/^(Isi|Pilih|Tulis|Ya bila)\b.+\.$/);
          expect(said?.title.length).toBeLessThanOrEqual(32);
          expect(said?.message.length).toBeLessThanOrEqual(225);
        }
        if (rule.kind === "list") expect(rule.values.join(",").length).toBeLessThan(255);
        if (rule.kind === "custom") expect(rule.formula.length).toBeLessThan(255);
      }
});

test("no region, merge, name, chart or print area points outside its sheet's columns or at no sheet", () => {
  for (const instrument of allInstruments.values()) {
    const spec = wholeWorkbook(oneAssessment(instrument, 7));
    for (const sheet of spec.sheets) {
      for (const range of [...sheet.merges, sheet.print.area ?? "A1", ...sheet.styles.map((region) => region.range)]) {
        const area = parseArea(range);
        expect(area?.right).toBeLessThan(sheet.columns.length);
      }
      for (const chart of sheet.charts)
        for (const range of [chart.categories, ...chart.series.map(({ values }) => values)])
          expect(spec.sheets.map(({ name }) => name)).toContain(parseReference(range)?.sheet);
    }
    for (const { refersTo } of spec.names) expect(parseReference(refersTo)).not.toBeNull();
    expect(columnIndex("AN")).toBe(sheetOf(spec, "Ringkasan").columns.length - 1);
  }
});

test.each(everyInstrument)("the whole workbook of %s is a valid file", async (_, instrument) => {
  const bytes = await writeWorkbook(wholeWorkbook(oneAssessment(instrument, 8)));
  expect(await validateXlsx(bytes)).toEqual([]);
});
