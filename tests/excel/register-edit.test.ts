import type { Session } from "../../src/excel";
import type { EvidenceDraft } from "../../src/excel/session";
import type { ExcelHarness } from "../harness/excel";
import { boot, CHOICE, sentencesOf, start, valueOf } from "./start";

/** One workbook for all: each test goes on with what the one before left. */
let excel: ExcelHarness;
let session: Session;
jest.setTimeout(120_000);
beforeAll(async () => {
  excel = await boot();
  session = start();
  valueOf(await session.insertTemplate(CHOICE));
});
afterAll(() => excel.close());

const read = async () => {
  const state = valueOf(await session.read());
  if (state.kind !== "assessment") throw new Error(state.kind);
  return state.assessment;
};
const REVIEW: EvidenceDraft = {
  id: "DD-001",
  name: "Reviu jaringan intra",
  kind: "Reviu/Evaluasi",
  number: "21/2023",
  date: "2023-02-14",
  signatory: "",
  validUntil: null,
  file: "17.c.Reviu.pdf",
  page: "",
  mustHaves: ["Memuat masalah"],
  status: "draf",
};
const references = [
  { indicator: 17, criterion: "4c", evidence: ["DD-001"] },
  { indicator: 18, criterion: "4c", evidence: ["DD-001"] },
  { indicator: 20, evidence: ["DD-001"] },
];
const attachedTo = async () => {
  const { entries } = await read();
  return [entries[16]?.criteria.get("4c")?.evidence, entries[17]?.criteria.get("4c")?.evidence, entries[19]?.evidence];
};

test("a document and what it is attached to are one write and one step to undo", async () => {
  const written = valueOf(await session.addEvidence([REVIEW], references));
  expect(written.summary).toBe("excel.wrote.evidence");
  expect(await attachedTo()).toEqual([["DD-001"], ["DD-001"], ["DD-001"]]);
  valueOf(await session.undo());
  expect((await read()).evidence).toEqual([]);
  expect(await attachedTo()).toEqual([[], [], []]);
  valueOf(await session.addEvidence([REVIEW], references));
});

test("an edit of a register row changes only the cells that differ, in one round trip to read and one to write", async () => {
  const changes = {
    status: "diterima",
    validUntil: "2026-12-31",
    mustHaves: ["Memuat masalah", "Memuat rekomendasi"],
  } as const;
  excel.syncs.reset();
  const written = valueOf(await session.editEvidence("dd-001 ", changes));
  expect(excel.syncs.count).toBeLessThanOrEqual(3);
  expect(written).toMatchObject({ summary: "excel.wrote.evidenceEdit", cells: 3, sheets: ["Data Dukung"] });
  expect((await read()).evidence[0]).toMatchObject({ ...REVIEW, ...changes });
});

test("undo brings the row back as it was", async () => {
  valueOf(await session.undo());
  expect((await read()).evidence[0]).toMatchObject(REVIEW);
});

test("an edit may attach and detach at the same time, and a formula stays text", async () => {
  valueOf(await session.editEvidence("DD-001", { name: "=1+1" }, [{ indicator: 18, criterion: "4c", evidence: [] }]));
  expect(await attachedTo()).toEqual([["DD-001"], [], ["DD-001"]]);
  expect(await excel.values("'Data Dukung'!B6")).toEqual([["=1+1"]]);
});

test("an id that the register does not have is refused and nothing is written", async () => {
  const before = await excel.values("'Data Dukung'!A6:K8");
  const outcome = await session.editEvidence("DD-404", { name: "x" }, [{ indicator: 1, evidence: ["DD-404"] }]);
  expect(outcome).toMatchObject({ ok: false, problem: { code: "NO_DOCUMENT", params: { id: "DD-404" } } });
  expect(sentencesOf(outcome)[0]).toBe("DD-404 tidak ada di lembar Data Dukung.");
  expect(await excel.values("'Data Dukung'!A6:K8")).toEqual(before);
  expect((await read()).entries[0]?.evidence).toEqual([]);
});

test("a field that somebody changed after the person saw it is left and listed, the others are written", async () => {
  valueOf(await session.editEntry({ indicator: 2, level: 2, opd: "Bappeda;Diskominfo", explanation: "lama" }));
  await excel.typeInto("Penilaian!J7", "ditulis rekan");
  const edit = { indicator: 2, level: 3, opd: "Bappeda", explanation: "baru" } as const;
  const was = { level: 2, opd: "Bappeda; Diskominfo", explanation: "lama" };
  const written = valueOf(await session.editEntry({ ...edit, was }));
  expect(written).toMatchObject({
    cells: 2,
    skipped: [{ at: { sheet: "Penilaian", cell: "J7" }, found: "ditulis rekan", wanted: "baru" }],
  });
  expect((await read()).entries[1]).toMatchObject({
    level: { level: 3 },
    opd: ["Bappeda"],
    explanation: "ditulis rekan",
  });
  // Whoever has seen it may change it, and what is there already is no difference to tell.
  const seen = { explanation: "ditulis rekan" };
  expect(valueOf(await session.editEntry({ indicator: 2, explanation: "baru", was: seen })).skipped).toEqual([]);
  expect(valueOf(await session.editEntry({ indicator: 2, explanation: "baru", was: seen })).skipped).toEqual([]);
});

test("the same holds for a criterion, for the register and for what a document is attached to", async () => {
  valueOf(await session.editCriterion({ indicator: 17, criterion: "4c", answer: "Ya", note: "satu" }));
  const criterion = { indicator: 17, criterion: "4c", answer: "Tidak", was: { answer: null } } as const;
  expect(valueOf(await session.editCriterion(criterion)).skipped).toMatchObject([{ found: "Ya", wanted: "Tidak" }]);
  valueOf(await session.editEvidence("DD-001", { date: "2023-03-01", number: "22/2023" }));
  const written = valueOf(
    await session.editEvidence(
      "DD-001",
      { date: "2023-04-01", page: "12", number: "23/2023" },
      [{ indicator: 20, evidence: [], was: { evidence: ["DD-009"] } }],
      { date: "2023-02-14", page: "", number: "22/2023" },
    ),
  );
  expect(written.skipped.map(({ found, wanted }) => [found, wanted])).toEqual([
    ["2023-03-01", "2023-04-01"],
    ["DD-001", ""],
  ]);
  expect((await read()).evidence[0]).toMatchObject({ date: "2023-03-01", page: "12", number: "23/2023" });
});

test("several rows are one write and one step to undo; a row that changed since is left", async () => {
  const steps = session.undoSteps().length;
  const written = valueOf(
    await session.editAll([
      { indicator: 5, evidence: ["DD-001"], was: { evidence: [] } },
      { indicator: 17, criterion: "4c", answer: "Sebagian", was: { answer: null } },
    ]),
  );
  expect(written).toMatchObject({ summary: "excel.wrote.rows", cells: 1, skipped: [{ found: "Ya" }] });
  expect((await read()).entries[4]?.evidence).toEqual(["DD-001"]);
  expect(session.undoSteps()).toHaveLength(steps + 1);
  valueOf(await session.undo());
  expect((await read()).entries[4]?.evidence).toEqual([]);
});

test("the ids of rows that are numbered in advance are told, and a document of that id takes its row", async () => {
  await excel.typeInto("'Data Dukung'!A7", "DD-07-004");
  await excel.typeInto("'Data Dukung'!A8", "DD-07-005");
  expect((await read()).spareIds).toEqual(["DD-07-004", "DD-07-005"]);
  valueOf(await session.addEvidence([{ ...REVIEW, id: "DD-07-004" }]));
  expect(await excel.values("'Data Dukung'!A7:A8")).toEqual([["DD-07-004"], ["DD-07-005"]]);
  expect((await read()).spareIds).toEqual(["DD-07-005"]);
});

test("a number that is printed on a row is not written over by another document, and no id is used twice", async () => {
  valueOf(await session.addEvidence([{ ...REVIEW, id: "DD-900" }]));
  expect((await excel.values("'Data Dukung'!A7:A9")).flat()).toEqual(["DD-07-004", "DD-07-005", "DD-900"]);
  const outcome = await session.addEvidence([{ ...REVIEW, id: "dd-900 " }], [{ indicator: 6, evidence: ["DD-900"] }]);
  expect(outcome).toMatchObject({ ok: false, problem: { code: "DUPLICATE_ID" } });
  expect(sentencesOf(outcome)[1]).toBe("Belum ada sel yang diubah.");
  const twice = await session.addEvidence([REVIEW, REVIEW].map((draft) => ({ ...draft, id: "DD-901" })));
  expect(twice).toMatchObject({ ok: false, problem: { code: "DUPLICATE_ID", params: { id: "DD-901" } } });
  expect((await read()).entries[5]?.evidence).toEqual([]);
});
