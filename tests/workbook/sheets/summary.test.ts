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
import { officialRecordSheet } from "../../../src/workbook/sheets/official-record";
import { summarySheet, type SummaryOptions } from "../../../src/workbook/sheets/summary";
import { convertWithLibreOffice } from "../../harness/xlsx";
import { oneAssessment, wholeWorkbook } from "./world";

jest.setTimeout(120_000);

const shown = (cell: Cell | undefined): unknown =>
  cell !== null && typeof cell === "object" && "formula" in cell ? cell.value : cell;
const texts = (sheet: SheetSpec): unknown[] => sheet.cells.flat().map(shown);

const history = sampleHistory()[0];

test("the leader's page names the year of the results that it ranks among where that is another", () => {
  const rank = { rank: 85, of: 93, group: "kota", median: ratio(3), year: 2024 };
  const later = summarySheet(sampleAssessment(), { rank });
  expect(texts(later)).toContain("Peringkat 2024");
  expect(texts(summarySheet(sampleAssessment(), { rank: { ...rank, year: 2023 } }))).toContain("Peringkat");
});

test("the leader's page of the sample city says where it stands and what holds it", () => {
  const page = summarySheet(sampleAssessment(), {
    targetIndex: "2.6",
    previous: history ? { ...history, instrumentTitle: "SPBE 2020" } : null,
    rank: { rank: 85, of: 93, group: "kota", median: ratio(3), year: 2023 },
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
  const step = { indicator: 45, to: 5, opd: [], due: null };
  const plan = { steps: [step], to: ratio(227, 100), effort: 9, listed: true };
  expect(seriesOf(city)).toEqual([["Nilai"]]);
  expect(seriesOf(aimed, plan)).toEqual([["Nilai", "Target"]]);
  expect(seriesOf(city, plan)).toEqual([["Nilai", "Rencana"]]);
  // Layanan Publik: 42/18 now, and 3% of weight four levels higher.
  const shownValues = summarySheet(city, { plan }).cells.flat();
  expect(shownValues).toContain(3);
});

const LONG = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu";
const planOf = (numbers: readonly number[], to: number, opd: readonly string[] = []): SummaryOptions["plan"] => ({
  steps: numbers.map((indicator) => ({ indicator, to, opd, due: null })),
  to: ratio(261, 100),
  effort: 33,
  listed: true,
});
const without = (assessment: Assessment, from: number): Assessment => ({
  ...assessment,
  entries: assessment.entries.map((entry) =>
    entry.indicator >= from ? { ...entry, level: { kind: "blank" as const } } : entry,
  ),
});

test("a row of the decisions is as high as the full names of its offices need", () => {
  const page = summarySheet(sampleAssessment(), { plan: planOf([41, 42, 45, 46, 47], 5, [LONG, "Dinas Kesehatan"]) });
  const rows = page.cells.flatMap((row, at) => (row.map(shown).includes(`${LONG}; Dinas Kesehatan`) ? [at + 1] : []));
  expect(rows).toHaveLength(5);
  // Twelve columns of 1,95 characters, three lines of 9 pt.
  for (const row of rows) expect(page.rowHeights.get(row)).toBeGreaterThanOrEqual(3 * 12);
  expect(page.print.fit).toEqual({ width: 1, height: 1 });
});

test("steps whose level is reached are no decisions any more; the page says how many are done", () => {
  const city = sampleAssessment();
  const raised = {
    ...city,
    entries: city.entries.map((entry) =>
      entry.indicator >= 46
        ? { ...entry, level: { kind: "level", level: entry.indicator === 46 ? 3 : 2 } as const }
        : entry,
    ),
  };
  const page = texts(summarySheet(raised, { plan: planOf([45, 46, 47], 3) }));
  expect(page).toEqual(expect.arrayContaining(["Dua keputusan pertama", "1 → 3", "2 → 3", "+0,0600", "+0,0300"]));
  expect(page.filter((text) => text === 46)).toHaveLength(0);
  const note = "1 dari 3 langkah selesai, upaya seluruhnya 33, hasil 2,61 Baik. Daftar lengkap ada di lembar Rencana.";
  expect(page).toContain(note);
});

test("a plan that no sheet holds yet is not said to stand in Rencana", () => {
  const plan = planOf([45], 3);
  const page = texts(summarySheet(sampleAssessment(), { plan: plan && { ...plan, listed: false } }));
  expect(page).toContain("Dari 1 langkah, upaya 33, hasil 2,61 Baik. Rencana ini belum ditulis ke lembar Rencana.");
});

test("while levels are missing the page compares nothing, names no predicate and shows no level that is not there", () => {
  const page = texts(
    summarySheet(without(sampleAssessment(), 46), {
      previous: history ? { ...history, instrumentTitle: "SPBE 2020" } : null,
      plan: planOf([46], 3),
    }),
  );
  expect(page).toEqual(expect.arrayContaining(["indeks belum lengkap", "– → 3"]));
  expect(page.filter((text) => typeof text === "string" && /^[+−]\d,\d\d$/.test(text))).toEqual([]);
  expect(page.filter((text) => typeof text === "string" && /(Baik|Cukup)\.?( |$)/.test(text))).toEqual([
    "Cukup",
    "Baik",
    "Sangat Baik",
  ]);
});

test("every decimal on the pages for print has a comma, whatever the region of the Excel that shows it", () => {
  for (const name of ["Ringkasan", "Berita Acara"]) {
    const sheet = wholeWorkbook(oneAssessment(DEFAULT_INSTRUMENT, 9, true)).sheets.find((one) => one.name === name);
    const radar = sheet?.charts.flatMap(({ series }) => series.map(({ values }) => values)) ?? [];
    expect(radar.some((values) => values.startsWith(name))).toBe(false);
    expect(
      sheet?.cells
        .flat()
        .map(shown)
        .filter((one) => typeof one === "number" && !Number.isInteger(one)),
    ).toEqual([]);
  }
});

test("the record says that the assessment is done only once it is", () => {
  const opening = (assessment: Assessment) => String(shown(officialRecordSheet(assessment).cells[6]?.[0]));
  const label = (assessment: Assessment) => shown(officialRecordSheet(assessment).cells[8]?.[0]);
  const city = sampleAssessment();
  expect(opening(city)).toContain("telah menyelesaikan penilaian mandiri SPBE terhadap 47 indikator");
  expect(label(city)).toBe("Indeks SPBE");
  const missing = without(city, 46);
  expect(opening(missing)).toContain("belum menyelesaikan penilaian mandiri SPBE: 45 dari 47 indikator terisi.");
  expect(opening(missing)).not.toContain("telah");
  expect(label(missing)).toBe("Indeks SPBE, batas bawah");
});

test("both pages are signed by whom the agency's name tells, the coordinator's whole name below the room for it", () => {
  const coordinator = "Drs. H. Iwan Gunawan, S.STP., M.Si., Pembina Utama Muda";
  const signed = (agency: string) => {
    const city = sampleAssessment();
    const assessment = { ...city, identity: { ...city.identity, agency, coordinator } };
    return [summarySheet(assessment), officialRecordSheet(assessment)].map(texts);
  };
  const leaders = {
    "Pemerintah Kota Bandar Lampung": "Wali Kota",
    "Pemerintah Kabupaten Bogor": "Bupati",
    "Pemerintah Provinsi Jawa Barat": "Gubernur",
    "Pemerintah Daerah Istimewa Yogyakarta": "Gubernur",
    "Otorita Ibu Kota Nusantara": "Pimpinan Instansi",
  };
  for (const [agency, leader] of Object.entries(leaders)) expect(signed(agency)[0]).toContain(leader);
  for (const page of signed("Pemerintah Kota Bandar Lampung")) {
    expect(page).toContain("Bandar Lampung, ……………………");
    expect(page).toContain(`${coordinator}\nNIP ……………………`);
  }
  for (const page of signed("Kementerian Dalam Negeri")) expect(page).toContain("……………………, ……………………");
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
  const sheet = findingsSheet([], {
    identity: { agency: "Kota", year: 2023 },
    entries: [],
    validatedAt: "2023-11-21T14:32:05",
  });
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
