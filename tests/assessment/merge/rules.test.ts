import { blankEvidence } from "../../../src/assessment/blank";
import { acceptHeld, applyDecisions, type MergeDecision } from "../../../src/assessment/merge";
import { earlierOf } from "./earlier";
import { mergeDocument } from "../../../src/assessment/merge-document";
import { baseOfReturns } from "../../../src/assessment/merge";
import { officesOf } from "../../../src/assessment/offices";
import type { Assessment, Entry, Evidence } from "../../../src/assessment/assessment";
import { allInstruments } from "../../../src/instrument/all";
import { blankAssessment } from "../../../src/workbook/blank";
import { baseAssessment, essence, filled, SPBE_2020 } from "../../workbook/read/sample";
import { levelAt, merge, returned, returnsOf, TIME, withLevels, withOffices } from "./offices-world";

const blank = blankAssessment(SPBE_2020, { agency: "Kota Contoh", year: 2023 });
const base = withOffices(blank, { 1: ["Dinkes"], 2: ["Dinkes", "Dinsos"], 3: ["Dinsos"], 4: [] });
const edit = (assessment: Assessment, indicator: number, change: Partial<Entry>): Assessment => ({
  ...assessment,
  entries: assessment.entries.map((entry) => (entry.indicator === indicator ? { ...entry, ...change } : entry)),
});
const decide = (indicator: number, level: number, opd = ""): MergeDecision => ({
  indicator,
  level,
  opd,
  reason: "Rapat 1 Desember",
  by: "Koordinator",
  time: TIME,
  answersThen: "",
});
const document = (id: string, name: string, more: Partial<Evidence> = {}): Evidence => ({
  ...blankEvidence(id),
  name,
  cells: {},
  ...more,
});

describe("whose answer becomes final", () => {
  test("the responsible office's answer wins over the base's value", () => {
    const draft = merge(withLevels(base, { 1: 2 }), [returned(withLevels(base, { 1: 3 }), "Dinkes")]);
    expect(levelAt(draft.final, 1)).toBe(3);
    expect(draft.changes).toContainEqual({ field: "level", indicator: 1, id: "", from: "2", to: "3" });
  });

  test("equal answers of several responsible offices unite, with both explanations and all evidence", () => {
    const answer = (text: string, file: string): Assessment =>
      edit(withLevels(base, { 2: 3 }), 2, { level: { kind: "level", level: 3 }, explanation: text, evidence: [file] });
    const draft = merge(base, [
      returned(answer("Dari Dinkes", "a.pdf"), "Dinkes"),
      returned(answer("Dari Dinsos", "b.pdf"), "Dinsos"),
    ]);
    expect(draft.conflicts).toEqual([]);
    expect(draft.final.entries[1]).toMatchObject({
      level: { level: 3 },
      explanation: "Dari Dinkes\nDari Dinsos",
      evidence: ["a.pdf", "b.pdf"],
    });
  });

  test("responsible offices that differ are a conflict; the base stays, and each answer keeps its file, sheet and cell", () => {
    const draft = merge(withLevels(base, { 2: 1 }), [
      returned(withLevels(base, { 2: 3 }), "Dinkes"),
      returned(withLevels(base, { 2: 4 }), "Dinsos"),
    ]);
    expect(levelAt(draft.final, 2)).toBe(1);
    expect(draft.conflicts).toHaveLength(1);
    expect(draft.conflicts[0]).toMatchObject({
      indicator: 2,
      reason: "responsible-differ",
      answers: [
        { opd: "Dinkes", level: { level: 3 }, file: "SPBE Dinkes.xlsx", at: { sheet: "Penilaian", cell: "G7" } },
        { opd: "Dinsos", level: { level: 4 }, file: "SPBE Dinsos.xlsx", at: { sheet: "Penilaian", cell: "G6" } },
      ],
    });
  });

  test("answers that differ where nobody is responsible are a conflict; a single one is final", () => {
    const open = withOffices(blank, {});
    const file = (opd: string, level: number) => {
      const one = returned(withLevels(withOffices(blank, { 4: [opd] }), { 4: level }), opd);
      return one;
    };
    expect(levelAt(merge(open, [file("Dinkes", 3)]).final, 4)).toBe(3);
    const draft = merge(open, [file("Dinkes", 3), file("Dinsos", 2)]);
    expect(draft.conflicts.map(({ reason }) => reason)).toEqual(["nobody-responsible"]);
    expect(levelAt(draft.final, 4)).toBeNull();
  });

  test("an answer only from an office that is not responsible is a conflict, never final", () => {
    const stranger = returned(
      withLevels(withOffices(blank, { 1: ["Dinsos"], 3: ["Dinsos"] }), { 1: 5, 3: 2 }),
      "Dinsos",
    );
    const draft = merge(base, [stranger]);
    expect(levelAt(draft.final, 1)).toBeNull();
    expect(levelAt(draft.final, 3)).toBe(2);
    expect(draft.conflicts).toMatchObject([{ indicator: 1, reason: "not-responsible", responsible: ["Dinkes"] }]);
    expect(draft.files[0]?.outside).toEqual([1]);
  });

  test("offices compare trimmed and case-blind", () => {
    const draft = merge(withOffices(blank, { 1: ["DINKES "] }), [
      returned(withLevels(withOffices(blank, { 1: [" dinkes"] }), { 1: 4 }), "dinkes"),
    ]);
    expect(levelAt(draft.final, 1)).toBe(4);
    expect(draft.missingOffices).toEqual([]);
  });

  test("a level that cannot be read is reported with its cell and does not touch the base", () => {
    const bad = edit(base, 1, {
      level: { kind: "invalid", raw: "tiga setengah", reason: "not-a-level" },
      explanation: "Ada",
    });
    const draft = merge(withLevels(base, { 1: 2 }), [returned(bad, "Dinkes")]);
    expect(levelAt(draft.final, 1)).toBe(2);
    expect(draft.files[0]?.unreadable).toEqual([
      { indicator: 1, raw: "tiga setengah", at: { sheet: "Penilaian", cell: "G6" } },
    ]);
    expect(draft.answers).toMatchObject([{ indicator: 1, level: { kind: "invalid", raw: "tiga setengah" } }]);
  });

  test("criteria answers travel with the responsible office's level", () => {
    const criteria = new Map([["2a", { answer: "Ya" as const, evidence: ["DD-01-001"], note: "n", cells: {} }]]);
    const draft = merge(base, [returned(edit(base, 1, { level: { kind: "level", level: 2 }, criteria }), "Dinkes")]);
    expect(draft.final.entries[0]?.criteria.get("2a")).toMatchObject({
      answer: "Ya",
      evidence: ["DD-01-001"],
      note: "n",
    });
  });

  test("text that begins with = comes out as the same text", () => {
    const text = '=HYPERLINK("http://contoh","klik")';
    const draft = merge(base, [
      returned(
        edit(base, 1, { level: { kind: "level", level: 2 }, explanation: text, evidence: ["+62.pdf", "@a", "-b"] }),
        "Dinkes",
      ),
    ]);
    expect(draft.final.entries[0]).toMatchObject({ explanation: text, evidence: ["+62.pdf", "@a", "-b"] });
  });
});

describe("a blank never wins", () => {
  const full = edit(withLevels(base, { 1: 3 }), 1, {
    level: { kind: "level", level: 3 },
    explanation: "Lama",
    evidence: ["lama.pdf"],
  });

  test("a blank return changes nothing", () => {
    expect(merge(full, [returned(base, "Dinkes")]).changes).toEqual([]);
  });

  test("what the newer file leaves blank stays as the older file says, and that is told", () => {
    const older = returned(full, "Dinkes", { modified: "2023-11-01T00:00:00Z" });
    const newer = returned(withLevels(base, { 2: 4 }), "Dinkes", {
      modified: "2023-11-05T00:00:00Z",
      file: "baru.xlsx",
    });
    const draft = merge(base, [older, newer]);
    expect(draft.final.entries[0]).toMatchObject({ level: { level: 3 }, explanation: "Lama", evidence: ["lama.pdf"] });
    expect(levelAt(draft.final, 2)).toBe(4);
    expect(draft.files.map(({ file, status, code, keptFor }) => ({ file, status, code, keptFor }))).toEqual([
      { file: "SPBE Dinkes.xlsx", status: "superseded", code: "OLDER_FILE", keptFor: [1] },
      { file: "baru.xlsx", status: "merged", code: null, keptFor: [] },
    ]);
  });
});

describe("which of several files counts", () => {
  const file = (level: number, more: Parameters<typeof returned>[2]) =>
    returned(withLevels(base, { 1: level }), "Dinkes", more);

  test("the newer by the file's own time", () => {
    const draft = merge(base, [
      file(2, { modified: "2023-11-02T00:00:00Z" }),
      file(5, { modified: "2023-11-01T00:00:00Z" }),
    ]);
    expect(levelAt(draft.final, 1)).toBe(2);
  });

  test("at equal times the higher SHA-256", () => {
    const [a, b] = [file(2, { sha256: "aa".repeat(32) }), file(4, { sha256: "bb".repeat(32) })];
    expect(levelAt(merge(base, [a, b]).final, 1)).toBe(4);
    expect(levelAt(merge(base, [b, a]).final, 1)).toBe(4);
  });

  test("the same file twice counts once", () => {
    const one = file(3, {});
    const draft = merge(base, [one, { ...one, file: "salinan.xlsx" }]);
    expect(draft.files.map(({ status, code }) => [status, code])).toEqual([
      ["merged", null],
      ["superseded", "DUPLICATE_FILE"],
    ]);
  });

  test("a file older than what was merged before is stale and changes nothing", () => {
    const first = merge(base, [file(4, { modified: "2023-11-10T00:00:00Z" })]);
    const stale = merge(first.final, [file(2, { modified: "2023-11-01T00:00:00Z" })], { earlier: earlierOf(first) });
    expect(stale.files).toMatchObject([{ status: "superseded", code: "OLDER_THAN_MERGED" }]);
    expect(stale.changes).toEqual([]);
  });
});

describe("decisions", () => {
  const returns = [
    returned(
      edit(withLevels(base, { 2: 3 }), 2, { level: { kind: "level", level: 3 }, explanation: "Tiga" }),
      "Dinkes",
    ),
    returned(withLevels(base, { 2: 4 }), "Dinsos"),
  ];

  test("the chosen answer becomes final with its explanation", () => {
    const draft = applyDecisions(merge(base, returns), [decide(2, 3, "Dinkes")]);
    expect(draft.final.entries[1]).toMatchObject({ level: { level: 3 }, explanation: "Tiga" });
    expect(draft.conflicts).toMatchObject([
      { indicator: 2, decision: { level: 3, answersThen: "Dinkes 3; Dinsos 4" }, changedSince: false },
    ]);
  });

  test("a decision without a reason counts for nothing", () => {
    const draft = applyDecisions(merge(base, returns), [{ ...decide(2, 3), reason: " " }]);
    expect(levelAt(draft.final, 2)).toBeNull();
  });

  test("it survives a re-merge of changed answers, which is told", () => {
    const decided = applyDecisions(merge(base, returns), [decide(2, 3, "Dinkes")]);
    const later = returned(withLevels(base, { 2: 5 }), "Dinsos", { modified: "2023-12-24T00:00:00Z" });
    const again = merge(decided.final, [...returns, later], { earlier: earlierOf(decided) });
    expect(levelAt(again.final, 2)).toBe(3);
    expect(again.conflicts).toMatchObject([{ indicator: 2, changedSince: true }]);
  });

  test("it survives answers that agree by now", () => {
    const decided = applyDecisions(merge(base, returns), [decide(2, 3)]);
    const later = returned(withLevels(base, { 2: 4 }), "Dinkes", { modified: "2023-12-24T00:00:00Z" });
    const again = merge(decided.final, [later], { earlier: earlierOf(decided) });
    expect(levelAt(again.final, 2)).toBe(3);
    expect(again.conflicts).toMatchObject([{ reason: "settled", changedSince: true }]);
  });

  test("a value edited by hand since the last merge stays when the files are the same, and is a conflict when the office changed", () => {
    const first = merge(base, [returned(withLevels(base, { 1: 3 }), "Dinkes")]);
    const edited = withLevels(first.final, { 1: 2 });
    const same = merge(edited, [returned(withLevels(base, { 1: 3 }), "Dinkes")], { earlier: earlierOf(first) });
    expect(same.changes).toEqual([]);
    const newer = [returned(withLevels(base, { 1: 4 }), "Dinkes", { modified: "2023-12-24T00:00:00Z" })];
    const changed = merge(edited, newer, { earlier: earlierOf(first) });
    expect(levelAt(changed.final, 1)).toBe(2);
    expect(changed.conflicts).toMatchObject([{ indicator: 1, reason: "edited-since" }]);
    // Nobody decided: it stays open, with these files and with none, until the workbook says what the office says.
    for (const returns of [newer, []]) {
      const again = merge(changed.final, returns, { earlier: earlierOf(changed) });
      expect(levelAt(again.final, 1)).toBe(2);
      expect(again.conflicts).toMatchObject([{ indicator: 1, reason: "edited-since", decision: null }]);
    }
    const agreed = merge(withLevels(changed.final, { 1: 4 }), newer, { earlier: earlierOf(changed) });
    expect(agreed.conflicts).toEqual([]);
  });
});

describe("re-merging", () => {
  const whole = baseAssessment();
  const truth = filled(whole, 5);

  test("the same files again change nothing, and add no line to the log", () => {
    const first = merge(whole, returnsOf(truth));
    const again = merge(first.final, returnsOf(truth), { earlier: earlierOf(first), time: "2024-01-01T00:00:00Z" });
    expect(again.changes).toEqual([]);
    expect(again.log).toEqual(first.log);
    expect(again.answers).toEqual(first.answers);
  });

  test("one office that changed one cell changes one row", () => {
    const first = merge(whole, returnsOf(truth));
    const [opd = ""] = officesOf(whole);
    const number = whole.entries.find((entry) => entry.opd.includes(opd))?.indicator ?? 0;
    const was = levelAt(truth, number) ?? 0;
    const changed = returned(withLevels(truth, { [number]: was === 5 ? 1 : was + 1 }), opd, {
      modified: "2023-12-24T00:00:00Z",
    });
    const again = merge(first.final, [...returnsOf(truth).filter(({ file }) => !file.includes(opd)), changed], {
      earlier: earlierOf(first),
    });
    expect(again.changedIndicators).toEqual([number]);
    expect(again.changes).toHaveLength(1);
  });

  test("handing out and merging untouched workbooks changes nothing", () => {
    expect(merge(truth, returnsOf(truth)).changes).toEqual([]);
  });
});

describe("evidence registers", () => {
  test("the same id for two documents is kept apart, and references follow", () => {
    const mine = {
      ...edit(withLevels(base, { 1: 3 }), 1, { level: { kind: "level", level: 3 }, evidence: ["DD-001"] }),
      evidence: [document("DD-001", "SK Tim Dinkes")],
    };
    const theirs = {
      ...edit(withLevels(base, { 3: 2 }), 3, { level: { kind: "level", level: 2 }, evidence: ["dd-001 "] }),
      evidence: [document("DD-001", "SOP Dinsos")],
    };
    const draft = merge(base, [
      returned(mine, "Dinkes", { modified: "2023-11-01T00:00:00Z" }),
      returned(theirs, "Dinsos", { modified: "2023-11-02T00:00:00Z" }),
    ]);
    expect(draft.final.evidence.map(({ id, name }) => [id, name])).toEqual([
      ["DD-001", "SK Tim Dinkes"],
      ["DD-02-001", "SOP Dinsos"],
    ]);
    expect(draft.final.entries[2]?.evidence).toEqual(["DD-02-001"]);
    expect(draft.files.find(({ opd }) => opd === "Dinsos")?.renumbered).toEqual([{ from: "DD-001", to: "DD-02-001" }]);
    const again = merge(draft.final, draft.input.returns, { earlier: earlierOf(draft) });
    expect(again.changes).toEqual([]);
  });

  test("an office completes its own row; a blank takes nothing away", () => {
    const known = {
      ...base,
      evidence: [document("DD-01-001", "SK Tim", { number: "5/2022", signatory: "Wali Kota" })],
    };
    const back = {
      ...edit(known, 1, { evidence: ["DD-01-001"] }),
      evidence: [document("DD-01-001", "SK Tim", { number: "5/2022", file: "sk.pdf" })],
    };
    const draft = merge(known, [returned(back, "Dinkes")]);
    expect(draft.final.evidence).toMatchObject([{ id: "DD-01-001", signatory: "Wali Kota", file: "sk.pdf" }]);
  });
});

describe("without a workbook to merge into", () => {
  test("instrument, year, agency and responsible offices come from the files", () => {
    const whole = baseAssessment();
    const truth = filled(whole, 3);
    const returns = returnsOf(truth);
    const made = baseOfReturns(returns, allInstruments);
    if (!made) throw new Error("no base");
    const draft = merge(made, returns);
    expect(draft.conflicts).toEqual([]);
    expect((essence(draft.final) as { entries: unknown }).entries).toEqual(
      (essence(truth) as { entries: unknown }).entries,
    );
    expect(draft.final.identity).toMatchObject({ agency: "Kota Contoh", year: 2023 });
  });

  test("no readable file, no base", () => {
    expect(baseOfReturns([], allInstruments)).toBeNull();
  });
});

test("the JSON of the merge names files, open conflicts with their cells, and missing offices", () => {
  const old = returned({ ...base, identity: { ...base.identity, year: 2020 } }, "Dinsos", { file: "lama.xlsx" });
  const draft = merge(base, [
    returned(withLevels(base, { 2: 3 }), "Dinkes"),
    returned(withLevels(base, { 2: 4 }), "Dinsos"),
    old,
  ]);
  const json = mergeDocument(draft, "id");
  expect(json.conflicts).toEqual([
    {
      indicator: 2,
      answers: [
        { opd: "Dinkes", level: 3, file: "SPBE Dinkes.xlsx", cell: "Penilaian!G7" },
        { opd: "Dinsos", level: 4, file: "SPBE Dinsos.xlsx", cell: "Penilaian!G6" },
      ],
    },
  ]);
  expect(json.files.map(({ path, status, code, opd, answers }) => ({ path, status, code, opd, answers }))).toEqual([
    { path: "SPBE Dinkes.xlsx", status: "merged", code: null, opd: "Dinkes", answers: 1 },
    { path: "SPBE Dinsos.xlsx", status: "merged", code: null, opd: "Dinsos", answers: 1 },
    { path: "lama.xlsx", status: "held", code: "WRONG_YEAR", opd: "Dinsos", answers: 0 },
  ]);
  expect(json.missingOpd).toEqual([]);
  expect(json.index.missing).toHaveLength(47);
  expect(acceptHeld(draft, [old.sha256]).files.some(({ status }) => status === "held")).toBe(false);
});
