import type { RepairKind } from "../../src/assessment/assessment";
import { conflictText, fileNotes, mergeReasonText, mergeStatusText, repairText } from "../../src/locale/merge";
import { gridOf } from "../../src/workbook/spec-grid";
import { readAssessment } from "../../src/workbook/read";
import { templateWorkbook } from "../../src/workbook/template";
import { allInstruments } from "../../src/instrument/all";
import { DISTURBANCES } from "../workbook/read/disturbances";
import { loosen, tighten } from "../workbook/read/loose-grid";
import { baseAssessment, filled } from "../workbook/read/sample";

const truth = filled(baseAssessment(), 2);

test("every repair that the disturbances cause has a complete sentence in both languages", () => {
  const kinds = new Set<RepairKind>();
  for (const { disturb } of DISTURBANCES) {
    const loose = loosen(gridOf(templateWorkbook(truth, { mode: "full" })));
    disturb(loose);
    const outcome = readAssessment(tighten(loose), { instruments: allInstruments });
    for (const repair of outcome.ok ? outcome.value.repairs : []) {
      kinds.add(repair.kind);
      for (const locale of ["id", "en"] as const) {
        const text = repairText(repair, locale);
        expect(text).toMatch(/^\S.*\.$/);
        expect(text).not.toMatch(/[{}]|undefined/);
      }
    }
  }
  expect(kinds.size).toBeGreaterThanOrEqual(12);
});

test("a moved column reads as the panel shows it", () => {
  const repair = { kind: "moved-column", cell: "H5", params: { column: "Tingkat", to: "H", count: 1 } };
  expect(repairText(repair, "id")).toBe("Kolom Tingkat bergeser ke H; terbaca dari judulnya.");
});

test("a held file says year against year, a superseded one names the newer", () => {
  expect(mergeReasonText("WRONG_YEAR", { found: 2022, expected: 2023 }, "id")).toBe("Tahun 2022, buku ini 2023.");
  expect(mergeReasonText("OLDER_FILE", { newer: "b.xlsx" }, "en")).toBe(
    "There is a newer file of this office: b.xlsx.",
  );
  expect(mergeReasonText("ENCRYPTED", {}, "id")).toBeNull();
});

test("every status and conflict has its word", () => {
  for (const status of ["merged", "refused", "superseded", "held"])
    expect(mergeStatusText(status, "id")).toMatch(/^Di/);
  for (const reason of [
    "responsible-differ",
    "nobody-responsible",
    "not-responsible",
    "edited-since",
    "settled",
    "changed-since",
  ])
    expect(conflictText(reason, "id")).toMatch(/\.$/);
});

test("a file's notes are one sentence each, and none where there is nothing to say", () => {
  const quiet = { outside: [], missingRows: [], unreadable: [], keptFor: [], renumbered: [], keptEdits: [] };
  expect(fileNotes(quiet, "id")).toEqual([]);
  expect(
    fileNotes(
      {
        ...quiet,
        outside: [3, 4],
        unreadable: [{ indicator: 7, raw: "tiga setengah" }],
        renumbered: [{ from: "DD-1", to: "DD-07-001" }],
        keptEdits: [
          { place: "explanation", indicator: 7, id: "", mine: "a", theirs: "b" },
          { place: "criterion", indicator: 7, id: "2a", mine: "Tidak", theirs: "Ya" },
          { place: "document", indicator: null, id: "DD-1", mine: "diterima", theirs: "x".repeat(100) },
        ],
      },
      "id",
    ),
  ).toEqual([
    "Mengisi indikator OPD lain: 3, 4.",
    "Tingkat indikator 7 tidak terbaca: “tiga setengah”.",
    "DD-1 sudah dipakai dokumen lain; menjadi DD-07-001.",
    "Penjelasan indikator 7 diubah di buku ini dan di berkas; yang di buku ini dipertahankan.",
    "Indikator 7, kriteria 2a: “Tidak” di buku ini dipertahankan; berkas menulis “Ya”.",
    `Dokumen DD-1: “diterima” di buku ini dipertahankan; berkas menulis “${"x".repeat(59)}…”.`,
  ]);
});
