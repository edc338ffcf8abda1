import { plainSheet } from "../harness/plain-sheet";
import type { SheetSpec, WorkbookSpec } from "../../src/workbook/sheet";

const sheet = ({ name, cells, ...more }: Partial<SheetSpec> & Pick<SheetSpec, "name" | "cells">): SheetSpec =>
  plainSheet(name, cells, { columns: [{ width: 10 }, { width: 20 }, { width: 12 }, { width: 30 }], ...more });

/** Texts that files often spoil: formula lookalikes, what looks escaped, error lookalikes, blanks at the ends, markup. */
export const HARD_TEXTS = [
  "=1+1",
  '=HYPERLINK("http://contoh.go.id","x")',
  "+62 721 123",
  "-5 hari",
  "@SUM(A1)",
  "#N/A",
  "  spasi di tepi  ",
  "baris 1\nbaris 2",
  "Aspek & <b>Ténggat</b> \"kutip\" 'apostrof'",
  "_x0041_ bukan A",
  "bel \u0007 dan \uffff",
  "emoji 🏛 dan huruf ﷽",
  "003",
  "1e5",
  "TRUE",
  "__proto__",
] as const;

const line = { color: "#0A4547", style: "medium" } as const;
const hair = { color: "#D3DCDC", style: "thin" } as const;

/** A small workbook that uses everything a sheet can be described with. */
export const sampleWorkbook = (): WorkbookSpec => ({
  names: [
    { name: "SPBE_Tingkat", refersTo: "Penilaian!$C$6:$C$10" },
    { name: "SPBE_Instansi", refersTo: "'Data Dukung'!$B$1" },
  ],
  properties: { title: "Penilaian SPBE 2023", subject: "Kota Bandar Lampung & sekitarnya", creator: "SPBE" },
  sheets: [
    sheet({
      name: "Penilaian",
      cells: [
        ["Penilaian"],
        [{ text: "Ke Data Dukung", link: { sheet: "Data Dukung", cell: "A6" } }],
        [
          { formula: 'SUM(SPBE_Tingkat)&" poin"', custom: "SPBE.INDEX(SPBE_Tingkat)", value: "12 poin" },
          null,
          true,
          false,
        ],
        [],
        ["No", "Indikator", "Tingkat", "Penjelasan"],
        [1, "Arsitektur", 3, "Perwali 12/2020"],
        [2, "Peta Rencana", 2, null],
        [3, "Manajemen Data", null, "=bukan rumus"],
        [4, "Pembangunan Aplikasi", 4, null],
        [5, "Pusat Data", 3, { formula: 'IF(C10>=2,"cukup","")', value: "cukup" }],
      ],
      columns: [{ width: 6 }, { width: 36 }, { width: 10 }, { width: 44 }, { width: 9, hidden: true }],
      rowHeights: new Map([
        [1, 28],
        [5, 36],
        [6, 28.5],
        [8, 40],
      ]),
      styles: [
        { range: "A1:D1", style: { font: { size: 16, bold: true }, vertical: "center" } },
        {
          range: "A5:D5",
          style: { font: { size: 10, bold: true }, fill: "#EAF1F1", wrap: true, border: { bottom: line } },
        },
        { range: "A6:D10", style: { border: { bottom: hair }, vertical: "center", font: { color: "#1B2B2C" } } },
        { range: "C6:D10", style: { fill: "#FFFAE8", locked: false } },
        { range: "C6:C10", style: { horizontal: "center", font: { bold: true } } },
        { range: "D6:D8", style: { wrap: true, indent: 1, horizontal: "left" } },
      ],
      merges: ["A2:D2"],
      validations: [
        {
          range: "C6:C10",
          rule: { kind: "list", values: ["1", "2", "3", "4", "5"] },
          error: { title: "Tingkat", message: "Tingkat harus 1, 2, 3, 4, atau 5.", style: "stop" },
          prompt: { title: "Tingkat", message: "Pilih tingkat." },
        },
        { range: "A6:A10", rule: { kind: "wholeNumber", min: 1, max: 47 } },
        { range: "B6:B8", rule: { kind: "listFrom", source: "'Data Dukung'!$A$6:$A$8" } },
        { range: "B9", rule: { kind: "decimal", min: 0.5, max: 5 } },
        { range: "D9", rule: { kind: "custom", formula: 'LEN($D9)<=IF($C9="",10,500)' } },
      ],
      conditionalFormats: [
        ...[1, 2, 3, 4, 5].map((value) => ({
          range: "C6:C10",
          rule: { kind: "equal" as const, value },
          style: { font: { color: "#10383A", bold: true }, fill: "#C9E2E0" },
        })),
        { range: "D6:D10", rule: { kind: "equal", value: 'kata "penting"' }, style: { font: { color: "#8A3A00" } } },
        { range: "A7:D10", rule: { kind: "formula", formula: "$A7<>$A6" }, style: { border: { top: line } } },
      ],
      table: { name: "SPBE_Penilaian", range: "A5:D10" },
      charts: [
        ...(["radar", "bar", "column"] as const).map((kind, index) => ({
          name: `Bagan ${kind}`,
          kind,
          title: kind === "column" ? "" : "Nilai & target",
          categories: "Penilaian!$B$6:$B$10",
          series: [
            { name: "Nilai <2023>", values: "Penilaian!$C$6:$C$10", color: "#23746F" },
            { name: "Target", values: "Penilaian!$A$6:$A$10", color: "#7F9494" },
          ],
          from: `A${12 + 15 * index}`,
          to: `D${24 + 15 * index}`,
          axis: { min: 0, max: 5, step: 1 },
          legend: kind !== "column",
          ...(kind === "column" ? {} : { dataLabels: "0.00" }),
        })),
      ],
      freeze: { rows: 5, columns: 2 },
      protection: { autoFilter: true, sort: true, formatColumns: true, formatRows: true },
      tabColor: "#23746F",
      print: {
        orientation: "landscape",
        area: "A1:D60",
        titleRows: "5:5",
        fit: { width: 1, height: 0 },
        margins: { left: 0.4, right: 0.4, top: 0.45, bottom: 0.55 },
        footer: { left: "2023 · Pemerintah Kota", center: "Penilaian", right: "Halaman &P dari &N" },
        centerHorizontally: true,
        breaksBefore: [12, 27],
      },
    }),
    sheet({
      name: "Data Dukung",
      cells: [
        ["Instansi", "Pemerintah Kota Bandar Lampung"],
        [],
        [],
        [],
        ["ID", "Nama\nDokumen", "Tanggal"],
        ...HARD_TEXTS.map((text, index) => [
          `DD-07-${String(index + 1).padStart(3, "0")}`,
          text,
          { date: "2023-11-21" },
        ]),
      ],
      styles: [
        { range: "C6:C21", style: { numberFormat: "[$-421]d mmmm yyyy" } },
        { range: "B6:B21", style: { wrap: true } },
      ],
      table: { name: "SPBE_DataDukung", range: "A5:C21" },
      validations: [{ range: "C6:C21", rule: { kind: "date", min: "1990-01-01", max: "2100-12-31" } }],
    }),
    sheet({ name: "Daftar O'PD", cells: [["Dinas Kominfo"], [0.1], [-1e-7], [12345678.9]], hidden: true }),
  ],
});
