import type { Assessment, Evidence } from "../../../src/assessment/assessment";
import { blankEvidence } from "../../../src/assessment/blank";
import { blankAssessment } from "../../../src/workbook/blank";
import { SPBE_2020 } from "../../workbook/read/sample";
import { earlierOf } from "./earlier";
import { merge, returned, withOffices } from "./offices-world";

const base = withOffices(blankAssessment(SPBE_2020, { agency: "Kota Contoh", year: 2023 }), { 1: ["Dinkes"] });
const row = (id: string, name: string, more: Partial<Evidence> = {}): Evidence => ({
  ...blankEvidence(id),
  name,
  cells: {},
  ...more,
});
const withRows = (evidence: readonly Evidence[], references: readonly string[] = []): Assessment => ({
  ...base,
  evidence,
  entries: base.entries.map((entry) => (entry.indicator === 1 ? { ...entry, evidence: references } : entry)),
});

test("a date, a day of expiry and a status that the file leaves blank stay", () => {
  const known = row("DD-01-001", "SK Tim", { date: "2022-03-01", validUntil: "2025-12-31", status: "diterima" });
  const draft = merge(withRows([known]), [returned(withRows([row("DD-01-001", "SK Tim")]), "Dinkes")]);
  expect(draft.final.evidence).toMatchObject([{ date: "2022-03-01", validUntil: "2025-12-31", status: "diterima" }]);
});

describe("documents of two offices under one id", () => {
  const both = withOffices(base, { 1: ["Dinkes"], 3: ["Dinsos"] });
  const of = (opd: string, indicator: number, one: Evidence, modified = "2023-11-01T00:00:00Z") =>
    returned(
      {
        ...both,
        evidence: [one],
        entries: both.entries.map((entry) =>
          entry.indicator === indicator ? { ...entry, evidence: ["DD-001"] } : entry,
        ),
      },
      opd,
      { modified },
    );

  test.each<[string, Partial<Evidence>, Partial<Evidence>]>([
    ["numbers", { number: "005/12/2022", date: "2022-02-02" }, { number: "800/77/2023", date: "2023-03-03" }],
    ["dates", { date: "2022-02-02" }, { date: "2023-03-03" }],
    ["signatories", { signatory: "Kepala Dinas Kesehatan" }, { signatory: "Kepala Dinas Sosial" }],
    ["files", { file: "a.pdf" }, { file: "b.pdf" }],
  ])("are kept apart by their %s, in every field and with their references", (_, one, other) => {
    const files = [
      of("Dinkes", 1, row("DD-001", "Notulen Rapat", one)),
      of("Dinsos", 3, row("DD-001", "Notulen Rapat", other), "2023-11-02T00:00:00Z"),
    ];
    const draft = merge(both, files);
    expect(draft.final.evidence).toMatchObject([
      { id: "DD-001", ...one },
      { id: "DD-02-001", ...other },
    ]);
    expect([0, 2].map((i) => draft.final.entries[i]?.evidence)).toEqual([["DD-001"], ["DD-02-001"]]);
    expect(merge(draft.final, files, { earlier: earlierOf(draft) }).changes).toEqual([]);
  });

  test("stay apart when an office's older file said too little to tell, or named the other's file", () => {
    const [sop, sk] = [row("DD-001", "SOP", { file: "a.pdf" }), row("DD-001", "SK", { file: "a.pdf" })];
    for (const little of [{ signatory: "Kepala Dinas" }, { file: "a.pdf" }]) {
      const draft = merge(both, [
        of("Dinkes", 1, sop),
        of("Dinsos", 3, row("DD-001", "", little), "2023-11-02T00:00:00Z"),
        of("Dinsos", 3, sk, "2023-11-03T00:00:00Z"),
      ]);
      const [mine, theirs] = ["SOP", "SK"].map((name) => draft.final.evidence.find((one) => one.name === name));
      expect([mine, theirs]).toMatchObject([{ id: "DD-001" }, { file: "a.pdf" }]);
      expect([0, 2].map((i) => draft.final.entries[i]?.evidence)).toEqual([["DD-001"], [theirs?.id]]);
    }
  });

  test("are one row where name and number agree and nothing contradicts", () => {
    const one = row("DD-001", "Perwali SPBE", { number: "35/2021" });
    const draft = merge(both, [of("Dinkes", 1, one), of("Dinsos", 3, { ...one, date: "2021-08-01" })]);
    expect(draft.final.evidence).toMatchObject([{ id: "DD-001", number: "35/2021", date: "2021-08-01" }]);
  });

  const known = of("Dinkes", 1, row("DD-001", "SK Tim"));
  const first = merge(both, [known, of("Dinsos", 3, row("DD-001", "SOP Dinsos"))]);
  const later = of(
    "Dinsos",
    3,
    row("DD-001", "SOP Dinsos", { number: "7/2023", date: "2023-05-05", status: "diterima", file: "sop.pdf" }),
    "2023-12-02T00:00:00Z",
  );

  test.each([
    ["what the log recorded", earlierOf(first)],
    [
      "its name, in a log of an earlier version",
      { ...earlierOf(first), log: first.log.map((one) => ({ ...one, documents: null })) },
    ],
  ])("the renumbered one is completed by its office's next file, known by %s", (_, earlier) => {
    const second = merge(first.final, [later], { earlier });
    expect(second.final.evidence).toMatchObject([
      { id: "DD-001", name: "SK Tim", number: "" },
      { id: "DD-02-001", number: "7/2023", date: "2023-05-05", status: "diterima", file: "sop.pdf" },
    ]);
    expect(second.final.entries[2]?.evidence).toEqual(["DD-02-001"]);
  });
});

describe("what people corrected in the register", () => {
  const file = (more: Partial<Evidence>, modified = "2023-11-01T00:00:00Z") =>
    returned(withRows([row("DD-01-001", "SK Tim", { status: "proses", number: "5/2022", ...more })]), "Dinkes", {
      modified,
    });
  const first = merge(base, [file({})]);
  const corrected = {
    ...first.final,
    evidence: first.final.evidence.map((one) => ({ ...one, status: "diterima" as const })),
  };
  const again = (more: Partial<Evidence>, change: Partial<ReturnType<typeof earlierOf>> = {}) =>
    merge(corrected, [file(more, "2023-12-01T00:00:00Z")], { earlier: { ...earlierOf(first), ...change } });

  test("stays, and the office's other changes come", () => {
    const draft = again({ file: "sk.pdf", number: "15/2022" });
    expect(draft.final.evidence).toMatchObject([{ status: "diterima", file: "sk.pdf", number: "15/2022" }]);
    expect(draft.files[0]?.keptEdits).toEqual([]);
  });

  test("stays and is told where the office changed it too", () => {
    const draft = again({ status: "revisi" });
    expect(draft.changes).toEqual([]);
    expect(draft.files[0]?.keptEdits).toEqual([
      { place: "document", indicator: null, id: "DD-01-001", mine: "diterima", theirs: "revisi" },
    ]);
  });

  test("stays and is told where an earlier version recorded nothing", () => {
    const draft = again({ file: "sk.pdf" }, { log: first.log.map((one) => ({ ...one, documents: null })) });
    expect(draft.final.evidence).toMatchObject([{ status: "diterima", file: "sk.pdf" }]);
    expect(draft.files[0]?.keptEdits).toMatchObject([{ mine: "diterima", theirs: "proses" }]);
  });
});

test("a row without id, name, number and file is the same row when it comes again", () => {
  const plain = returned(base, "Dinkes");
  if (!plain.content.ok) throw new Error("unreadable");
  const evidence = [{ ...blankEvidence(""), kind: "SOP", signatory: "Kepala Dinas" }];
  const file = { ...plain, content: { ok: true as const, value: { ...plain.content.value, evidence } } };
  const first = merge(base, [file]);
  expect(first.final.evidence).toMatchObject([{ id: "DD-01-001", kind: "SOP" }]);
  for (const log of [first.log, first.log.map((one) => ({ ...one, documents: null }))])
    expect(merge(first.final, [file], { earlier: { ...earlierOf(first), log } }).changes).toEqual([]);
});

test("what people corrected in the register stays when the same file comes again", () => {
  const file = returned(withRows([row("DD-01-001", "SK Tim", { number: "5/2022", date: "2022-03-01" })]), "Dinkes");
  const first = merge(base, [file]);
  const corrected = first.final.evidence.map((one) => ({ ...one, number: "15/2022", date: "2022-04-01" }));
  const again = merge({ ...first.final, evidence: corrected }, [file], { earlier: earlierOf(first) });
  expect(again.changes).toEqual([]);
  expect(again.final.evidence).toMatchObject([{ number: "15/2022", date: "2022-04-01" }]);
});

test("a row that says nothing of itself yet is the one that the file fills in", () => {
  const draft = merge(withRows([row("DD-01-001", "", { page: "7" })]), [
    returned(withRows([row("DD-01-001", "SK Tim")], ["DD-01-001"]), "Dinkes"),
  ]);
  expect(draft.final.evidence).toMatchObject([{ id: "DD-01-001", name: "SK Tim", page: "7" }]);
});

test("of two rows under one id in one file the first is the one that references mean", () => {
  const draft = merge(base, [
    returned(withRows([row("DD-01-001", "SK Tim"), row("DD-01-001", "SOP")], ["DD-01-001"]), "Dinkes"),
  ]);
  expect(draft.final.evidence.map(({ name }) => name)).toEqual(["SK Tim", "SOP"]);
  const [reference] = draft.final.entries[0]?.evidence ?? [];
  expect(draft.final.evidence.find(({ id }) => id === reference)?.name).toBe("SK Tim");
});

test("two rows of the base under one id are no change of each other", () => {
  const twice = withRows([row("DD-001", "SK A"), row("DD-001", "SK B")]);
  expect(merge(twice, [returned(base, "Dinkes")]).changes).toEqual([]);
});
