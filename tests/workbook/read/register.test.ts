/** What stands in the register as people write it. */
import type { Evidence } from "../../../src/assessment/assessment";
import { blankEvidence } from "../../../src/assessment/blank";
import { findingsOf } from "../../../src/assessment/findings";
import { merge, returned } from "../../assessment/merge/offices-world";
import { allInstruments } from "../../../src/instrument/all";
import { findingText } from "../../../src/locale/findings";
import { repairText } from "../../../src/locale/merge";
import { COLUMNS } from "../../../src/workbook/layout";
import { readAssessment } from "../../../src/workbook/read";
import { gridOf } from "../../../src/workbook/spec-grid";
import { templateWorkbook } from "../../../src/workbook/template";
import { loosen, sheetOf, tighten } from "./loose-grid";
import { baseAssessment, filled } from "./sample";

const truth = filled(baseAssessment(), 3);
const read = (grid: Parameters<typeof readAssessment>[0]) => {
  const outcome = readAssessment(grid, { instruments: allInstruments });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
/** The workbook with cells of the register's first row typed over. */
const typed = (cells: Partial<Record<(typeof COLUMNS.evidence)[number], string | number>>) => {
  const loose = loosen(gridOf(templateWorkbook(truth, { mode: "full" })));
  const row = sheetOf(loose, "Data Dukung").values[5] ?? [];
  for (const [column, value] of Object.entries(cells)) row[COLUMNS.evidence.findIndex((one) => one === column)] = value;
  return read(tighten(loose));
};
const UNREAD = { date: "Maret 2021", validUntil: "2024", status: "Diterima asesor" };
const written = typed({ Tanggal: "Maret 2021", "Berlaku Sampai": 2024, Status: "Diterima asesor" });

test("a day and a status that cannot be read stay as written, and are reported with their cells", () => {
  expect(written.evidence[0]).toMatchObject({ date: null, validUntil: null, status: null, unread: UNREAD });
  expect(written.repairs.map(({ kind, sheet, cell }) => [kind, sheet, cell])).toEqual([
    ["unread-date", "Data Dukung", "E6"],
    ["unread-date", "Data Dukung", "G6"],
    ["unread-status", "Data Dukung", "K6"],
  ]);
  for (const repair of written.repairs) expect(repairText(repair, "id")).toContain(`“${repair.params.found}”`);
  const found = findingsOf(written).filter(({ code }) => code === "V17");
  expect(found.map(({ at }) => at?.cell)).toEqual(["E6", "G6", "K6"]);
  for (const one of found) expect(findingText(one, "id").message).toContain(`“${one.params.found}”`);
});

test("a workbook made from it holds them again", () => {
  const back = read(gridOf(templateWorkbook(written, { mode: "full" })));
  expect(back.evidence[0]?.unread).toEqual(UNREAD);
});

test("a document with a day that cannot be read is not taken for a draft without one", () => {
  const [{ unread, ...first } = blankEvidence("")] = written.evidence;
  const drafts = (one: Omit<Evidence, "cells">): number =>
    findingsOf({
      ...written,
      entries: written.entries.map((entry) => ({ ...entry, level: { kind: "level", level: 3 } })),
      evidence: [{ ...one, name: "Peraturan Wali Kota tentang SPBE", number: "", cells: {} }],
    }).filter(({ code }) => code === "V07").length;
  expect(drafts(first)).toBeGreaterThan(0);
  expect(drafts({ ...first, ...(unread && { unread }) })).toBe(0);
});

test("merging keeps what was written, never puts it over a day that was read, and gives way to one", () => {
  const merged = (base: typeof written, file: typeof written) =>
    merge(base, [returned(file, "Dinas Contoh 01")]).final.evidence.find(({ id }) => id === written.evidence[0]?.id);
  expect(merged({ ...truth, evidence: [] }, written)).toMatchObject({ date: null, unread: UNREAD });
  expect(merged(truth, written)).toMatchObject({ date: "2022-05-17", status: "diterima" });
  expect(merged(written, truth)).toMatchObject({ date: "2022-05-17", status: "diterima" });
  expect(merge(written, [returned(written, "Dinas Contoh 01")]).changes).toEqual([]);
});
