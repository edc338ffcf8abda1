import { mergeReturns, NO_EARLIER_MERGE, type MergeDraft } from "../../../src/assessment/merge";
import type { Assessment, Evidence } from "../../../src/assessment/assessment";
import type { LogRow } from "../../../src/assessment/merge-types";
import { findingsOf } from "../../../src/assessment/findings";
import { allInstruments } from "../../../src/instrument/all";
import { mergedWorkbook } from "../../../src/workbook/merged-workbook";
import { readAssessment, readEarlierMerge } from "../../../src/workbook/read";
import { sampleAssessment } from "../../../src/workbook/sample";
import type { Cell, SheetSpec, WorkbookSpec } from "../../../src/workbook/sheet";
import { mergeLogSheet } from "../../../src/workbook/sheets/merge-log";
import { gridOf } from "../../../src/workbook/spec-grid";
import { wholeWorkbook } from "./world";

const HEADER = 5;
const rowsOf = (sheet: SheetSpec | undefined): readonly (readonly Cell[])[] => sheet?.cells.slice(HEADER) ?? [];
const sheetOf = (spec: WorkbookSpec, name: string): SheetSpec | undefined =>
  spec.sheets.find((one) => one.name === name);

const review: Evidence = {
  id: "DD-01-001",
  name: "Laporan Reviu Arsitektur",
  kind: "Reviu/Evaluasi",
  number: "1/2023",
  date: "2023-05-01",
  signatory: "Sekda",
  validUntil: null,
  file: "11.a.Reviu.pdf",
  page: "",
  mustHaves: [],
  status: null,
  // Where it stood in the base; the merged workbook has it elsewhere.
  cells: { mustHaves: { sheet: "Bukti", cell: "Z99" } },
};

function city(): Assessment {
  const sample = sampleAssessment();
  return {
    ...sample,
    identity: { ...sample.identity, assessmentDate: "2023-11-21" },
    entries: sample.entries.map((entry) =>
      entry.indicator === 11
        ? { ...entry, opd: ["Bappeda"], level: { kind: "level", level: 4 } as const, evidence: [review.id] }
        : entry,
    ),
    evidence: [review],
  };
}

const draftOf = (base: Assessment): MergeDraft =>
  mergeReturns({
    base,
    returns: [],
    earlier: NO_EARLIER_MERGE,
    accepted: [],
    decisions: [],
    time: "2023-11-21T14:32:05",
  });

test("Temuan of a merged workbook is what validation finds in that workbook, with its cells", () => {
  const spec = mergedWorkbook(draftOf(city()), "2023-11-21T14:32:05");
  const read = readAssessment(gridOf(spec), { instruments: allInstruments });
  if (!read.ok) throw new Error(read.problem.code);
  const found = findingsOf(read.value);
  const linked = rowsOf(sheetOf(spec, "Temuan")).map(([, code, , at]) => [
    code,
    at !== null && typeof at === "object" && "link" in at ? `${at.link.sheet}!${at.link.cell}` : null,
  ]);
  const wanted = found.map(({ code, at }) => [code, at ? `${at.sheet}!${at.cell}` : null]);
  expect(linked.map(String).sort()).toEqual(wanted.map(String).sort());
  expect(linked).toContainEqual(["V19", "Data Dukung!J6"]);
});

test("Temuan begins with the gravest and names whose indicator it is", () => {
  const rows = rowsOf(sheetOf(mergedWorkbook(draftOf(city()), "2023-11-21T14:32:05"), "Temuan"));
  const severities = rows.map(([severity]) => String(severity));
  const order = ["kesalahan", "peringatan", "saran"];
  expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect(new Set(rows.filter((row) => row[2] === 11).map((row) => row[6]))).toEqual(new Set(["Bappeda"]));
});

test("Log Gabung shows the time of day as people read it and the reason in words, and reads back as it was", () => {
  const row: LogRow = {
    time: "2023-11-21T14:32:05",
    file: "a.xlsx",
    opd: "Bappeda",
    status: "superseded",
    code: "OLDER_FILE",
    answers: 4,
    sha256: "b".repeat(64),
    documents: null,
  };
  const log: readonly LogRow[] = [
    row,
    { ...row, file: "b.xlsx", status: "refused", code: "ENCRYPTED" },
    { ...row, file: "c.xlsx", time: "2023-11-21T07:32:05.123Z", status: "merged", code: null },
  ];
  const sheet = mergeLogSheet(log, { identity: { agency: "Kota", year: 2023 } });
  expect(rowsOf(sheet).map((cells) => cells[7])).toEqual([
    "Ada berkas yang lebih baru dari OPD ini.",
    "Berkas dikunci kata sandi.",
    null,
  ]);
  expect(sheet.styles.find(({ range }) => range.startsWith("A6:A"))?.style.numberFormat).toBe(
    '[$-421]d mmmm yyyy hh"."mm',
  );
  // The fingerprint is not on paper.
  expect(sheet.columns[6]?.hidden).toBe(true);
  const { instrument } = sampleAssessment();
  expect(readEarlierMerge(gridOf({ sheets: [sheet], names: [] }), instrument).log).toEqual(log);
});

test("Konflik says that a decision needs another merge, and offers the offices that answered", () => {
  const sheet = sheetOf(wholeWorkbook(sampleAssessment()), "Konflik");
  expect(String(sheet?.cells[1]?.[0])).toContain("lalu jalankan Gabung lagi");
  expect(sheet?.validations.map(({ rule }) => rule)).toContainEqual({
    kind: "list",
    values: ["Dinas Kesehatan", "Bappeda", "Diskominfo"],
  });
});
