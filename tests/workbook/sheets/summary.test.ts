import { writeWorkbook } from "../../../src/files/write";
import type { Assessment } from "../../../src/assessment/assessment";
import { ratio } from "../../../src/assessment/ratio";
import { DEFAULT_INSTRUMENT } from "../../../src/instrument";
import { allInstruments } from "../../../src/instrument/all";
import { blankAssessment } from "../../../src/workbook/blank";
import { printSetup } from "../../../src/workbook/print";
import { sampleAssessment, sampleHistory } from "../../../src/workbook/sample";
import type { Cell, SheetSpec, WorkbookSpec } from "../../../src/workbook/sheet";
import { findingsSheet } from "../../../src/workbook/sheets/findings-sheet";
import { summarySheet, type SummaryOptions } from "../../../src/workbook/sheets/summary";
import { convertWithLibreOffice } from "../../harness/xlsx";
import { oneAssessment, wholeWorkbook } from "./world";

jest.setTimeout(120_000);

const shown = (cell: Cell | undefined): unknown =>
  cell !== null && typeof cell === "object" && "formula" in cell ? cell.value : cell;
const texts = (sheet: SheetSpec): unknown[] => sheet.cells.flat().map(shown);

const history = sampleHistory()[0];

test("the leader's page of the sample city says where it stands and what holds it", () => {
  const page = summarySheet(sampleAssessment(), {
    targetIndex: "2.6",
    previous: history ? { ...history, instrumentTitle: "SPBE 2020" } : null,
    rank: { rank: 85, of: 93, group: "kota", median: ratio(3) },
  });
  expect(texts(page)).toEqual(
    expect.arrayContaining([
      "Pemerintah Kota Bandar Lampung",
      "2,15",
      "Cukup",
      "▽ Target 2,60, kurang 0,45",
      "+0,95",
      "dari 1,20 Kurang",
      "85 dari 93",
      "kota · median 3,00",
    ]),
  );
  const numbers = page.cells.slice(17, 27).map((row) => row[0]);
  expect(numbers).toEqual(expect.arrayContaining([42, 44, 32, 45, 46, 47]));
  // 2,15 lies in the twelfth tenth of the scale, the target in the seventeenth.
  const marks = (page.cells[7] ?? []).map(shown);
  expect([marks.indexOf("▼"), marks.indexOf("▽")]).toEqual([11, 16]);
});

test("the radar is drawn against targets that people set, else against the plan, else against nothing", () => {
  const seriesOf = (assessment: Assessment, plan: SummaryOptions["plan"] = null) =>
    summarySheet(assessment, { plan }).charts.map(({ series }) => series.map(({ name }) => name));
  const city = sampleAssessment();
  const [first, ...others] = city.entries;
  if (!first) throw new Error("no entry");
  const aimed = { ...city, entries: [{ ...first, target: { kind: "level", level: 3 } as const }, ...others] };
  const step = { indicator: 45, from: 1, to: 5, opd: [], due: null, gain: ratio(12, 100) };
  const plan = { steps: [step], to: ratio(227, 100), effort: 9 };
  expect(seriesOf(city)).toEqual([["Nilai"]]);
  expect(seriesOf(aimed, plan)).toEqual([["Nilai", "Target"]]);
  expect(seriesOf(city, plan)).toEqual([["Nilai", "Rencana"]]);
  // Layanan Publik: 42/18 now, and 3% of weight four levels higher.
  const shownValues = summarySheet(city, { plan }).cells.flat();
  expect(shownValues).toContain(3);
});

test("years of different instruments are not set against each other", () => {
  const page = summarySheet(sampleAssessment(), {
    previous: history ? { ...history, instrument: "spbe-2018", instrumentTitle: "SPBE 2018" } : null,
  });
  expect(texts(page)).toContain("instrumen lain: SPBE 2018");
  expect(texts(page)).not.toContain("+0,95");
});

test("an empty assessment still makes a page, without a predicate", () => {
  const page = summarySheet(blankAssessment(DEFAULT_INSTRUMENT));
  expect(texts(page)).toEqual(expect.arrayContaining(["0,00", "–", "0 dari 47 terisi", "Target belum diisi"]));
});

test("Temuan says so when there is nothing to say, and when it was looked at", () => {
  const sheet = findingsSheet([], { identity: { agency: "Kota", year: 2023 }, validatedAt: "2023-11-21T14:32:05" });
  expect(texts(sheet)).toContain("Tidak ada temuan.");
  expect(sheet.cells[1]?.[0]).toBe("Divalidasi 21 November 2023 14.32 · 0 kesalahan · 0 peringatan · 0 saran");
});

test.each(["spbe-2020", "pemdi-2026"])("the leader's page and the record of %s print on one page each", async (id) => {
  const instrument = allInstruments.get(id) ?? DEFAULT_INSTRUMENT;
  const whole = wholeWorkbook(oneAssessment(instrument, 9, true));
  const printed = ["Ringkasan", "Berita Acara"];
  const onePage = printSetup("", { agency: "", year: null }, { area: "A1:B6", fit: { width: 1, height: 1 } });
  // The other sheets are cut down to one page each, so that every further page is one too many.
  const spec: WorkbookSpec = {
    ...whole,
    sheets: whole.sheets.map((sheet) =>
      printed.includes(sheet.name) ? sheet : { ...sheet, charts: [], print: onePage },
    ),
  };
  for (const name of printed)
    expect(spec.sheets.find((sheet) => sheet.name === name)?.print.fit).toEqual({ width: 1, height: 1 });
  const pdf = await convertWithLibreOffice(await writeWorkbook(spec), "pdf");
  if (!pdf.ran) return;
  const pages =
    Buffer.from(pdf.bytes)
      .toString("latin1")
      .match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
  expect(pages).toHaveLength(spec.sheets.length);
});
