import type { Answer, Assessment, CriterionAnswer, Entry, LevelReading } from "../../../src/assessment/assessment";
import { blankEvidence } from "../../../src/assessment/blank";
import type { MergeDecision } from "../../../src/assessment/merge";
import { mergeDocument } from "../../../src/assessment/merge-document";
import { blankAssessment } from "../../../src/workbook/blank";
import { SPBE_2020 } from "../../workbook/read/sample";
import { earlierOf } from "./earlier";
import { levelAt, merge, returned, TIME, withLevels, withOffices } from "./offices-world";

/** What holds for each field of an answer by itself: level, explanation, evidence, criteria. */

const blank = blankAssessment(SPBE_2020, { agency: "Kota Contoh", year: 2023 });
const base = withOffices(blank, { 1: ["Dinkes"], 2: ["Dinkes", "Dinsos", "Bappeda"], 3: ["Dinsos"] });
const level = (value: number): LevelReading => ({ kind: "level", level: value });
const edit = (assessment: Assessment, indicator: number, change: Partial<Entry>): Assessment => ({
  ...assessment,
  entries: assessment.entries.map((entry) => (entry.indicator === indicator ? { ...entry, ...change } : entry)),
});
const criterion = (answer: Answer | null, more: Partial<CriterionAnswer> = {}): Entry["criteria"] =>
  new Map([["2a", { answer, evidence: [], note: "", cells: {}, ...more }]]);
const answerAt = (assessment: Assessment, indicator: number) =>
  assessment.entries[indicator - 1]?.criteria.get("2a") ?? null;
const OLD = { modified: "2023-11-01T00:00:00Z", file: "lama.xlsx" };
const NEW = { modified: "2023-11-05T00:00:00Z", file: "baru.xlsx" };

describe("of two files of one office", () => {
  test("a level that cannot be read in the newer one does not hide the readable one of the older", () => {
    const unreadable = edit(base, 1, { level: { kind: "invalid", raw: "tiga setengah", reason: "not-a-level" } });
    const draft = merge(base, [
      returned(withLevels(base, { 1: 3 }), "Dinkes", OLD),
      returned(unreadable, "Dinkes", NEW),
    ]);
    expect(levelAt(draft.final, 1)).toBe(3);
  });

  test("an explanation and evidence that only the older one has stay beside the newer one's level", () => {
    const draft = merge(base, [
      returned(edit(base, 1, { level: level(2), explanation: "Lama", evidence: ["lama.pdf"] }), "Dinkes", OLD),
      returned(withLevels(base, { 1: 3 }), "Dinkes", NEW),
    ]);
    expect(draft.final.entries[0]).toMatchObject({ level: level(3), explanation: "Lama", evidence: ["lama.pdf"] });
  });

  test("the newer one's answer to a criterion counts", () => {
    const file = (answer: Answer, about: typeof OLD) =>
      returned(edit(base, 1, { level: level(2), criteria: criterion(answer) }), "Dinkes", about);
    expect(answerAt(merge(base, [file("Ya", OLD), file("Tidak", NEW)]).final, 1)?.answer).toBe("Tidak");
    expect(answerAt(merge(base, [file("Tidak", OLD), file("Ya", NEW)]).final, 1)?.answer).toBe("Ya");
  });
});

describe("of several offices that agree on the level", () => {
  test("the more cautious answer to a criterion counts", () => {
    const file = (opd: string, answer: Answer) =>
      returned(edit(base, 2, { level: level(2), criteria: criterion(answer) }), opd);
    const after = (...answers: readonly [Answer, Answer]) =>
      answerAt(merge(base, [file("Dinkes", answers[0]), file("Dinsos", answers[1])]).final, 2)?.answer;
    expect([after("Ya", "Sebagian"), after("Tidak", "Sebagian"), after("Tidak", "Ya")]).toEqual([
      "Sebagian",
      "Tidak",
      "Tidak",
    ]);
  });

  test("a decision for one of them takes only what that one wrote", () => {
    const file = (opd: string, value: number) =>
      returned(edit(base, 2, { level: level(value), explanation: `Dari ${opd}` }), opd);
    const decision: MergeDecision = {
      indicator: 2,
      level: 3,
      opd: "Dinsos",
      reason: "Rapat",
      by: "",
      time: TIME,
      answersThen: "",
    };
    const returns = [file("Dinkes", 3), file("Dinsos", 3), file("Bappeda", 4)];
    expect(merge(base, returns, { decisions: [decision] }).final.entries[1]?.explanation).toBe("Dari Dinsos");
    expect(merge(base, returns, { decisions: [{ ...decision, opd: "" }] }).final.entries[1]?.explanation).toBe(
      "Dari Dinkes\nDari Dinsos",
    );
  });
});

describe("what people changed after a merge", () => {
  const file = (change: Partial<Entry>, about: Partial<typeof OLD> = {}) =>
    returned(edit(base, 1, { level: level(2), ...change }), "Dinkes", about);

  test("stays when the same file comes again: explanation, criterion and note", () => {
    const same = file({ explanation: "Dari kantor", criteria: criterion("Ya", { note: "Lengkap" }) });
    const first = merge(base, [same]);
    const edited = edit(first.final, 1, {
      explanation: "Diperbaiki",
      criteria: criterion("Sebagian", { note: "Belum lengkap" }),
    });
    const again = merge(edited, [same], { earlier: earlierOf(first) });
    expect(again.changes).toEqual([]);
    expect(again.final.entries[0]?.explanation).toBe("Diperbaiki");
    expect(answerAt(again.final, 1)).toMatchObject({ answer: "Sebagian", note: "Belum lengkap" });
  });

  test("is no conflict when the office has come to the same level", () => {
    const first = merge(base, [file({})]);
    const edited = withLevels(first.final, { 1: 3 });
    const again = merge(edited, [file({ level: level(3) }, { modified: "2023-12-24T00:00:00Z" })], {
      earlier: earlierOf(first),
    });
    expect(again.conflicts).toEqual([]);
    expect(levelAt(again.final, 1)).toBe(3);
  });

  const LATER = { modified: "2023-12-24T00:00:00Z" };
  const known = file({
    explanation: "Dari kantor",
    evidence: ["x.pdf"],
    criteria: criterion("Ya", { note: "Lengkap", evidence: ["x.pdf"] }),
  });
  const once = merge(base, [known]);
  const byHand = edit(once.final, 1, {
    explanation: "Diperbaiki",
    evidence: ["z.pdf"],
    criteria: criterion("Tidak", { note: "Belum", evidence: ["z.pdf"] }),
  });
  const after = (change: Partial<Entry>, earlier = earlierOf(once)) =>
    merge(byHand, [file(change, LATER)], { earlier });

  test("stays when the office changes something else, and what it removed does not return", () => {
    const draft = after({
      explanation: "Dari kantor",
      evidence: ["x.pdf", "y.pdf"],
      criteria: criterion("Ya", { note: "Lengkap", evidence: ["x.pdf", "y.pdf"] }),
    });
    expect(draft.final.entries[0]).toMatchObject({ explanation: "Diperbaiki", evidence: ["z.pdf", "y.pdf"] });
    expect(answerAt(draft.final, 1)).toMatchObject({ answer: "Tidak", note: "Belum", evidence: ["z.pdf", "y.pdf"] });
    expect(draft.files[0]?.keptEdits).toEqual([]);
  });

  test("stays and is told where the office changed the same", () => {
    const draft = after({ explanation: "Baru", criteria: criterion("Sebagian", { note: "Kurang satu" }) });
    expect(draft.changes).toEqual([]);
    expect(draft.files[0]?.keptEdits).toEqual([
      { place: "explanation", indicator: 1, id: "", mine: "Diperbaiki", theirs: "Baru" },
      { place: "criterion", indicator: 1, id: "2a", mine: "Tidak", theirs: "Sebagian" },
      { place: "criterion", indicator: 1, id: "2a", mine: "Belum", theirs: "Kurang satu" },
    ]);
  });

  test("of a criterion stays and is told where an earlier version recorded none", () => {
    const unknown = { ...earlierOf(once), answers: once.answers.map((one) => ({ ...one, criteria: null })) };
    const draft = after({ criteria: criterion("Ya", { note: "Lengkap", evidence: ["x.pdf"] }) }, unknown);
    expect(draft.changes).toEqual([]);
    expect(draft.files[0]?.keptEdits.map(({ mine, theirs }) => [mine, theirs])).toEqual([
      ["Tidak", "Ya"],
      ["Belum", "Lengkap"],
      ["z.pdf", "x.pdf"],
    ]);
  });

  test("and what people left alone follows the office: answer, note and evidence", () => {
    const next = file({ criteria: criterion("Sebagian", { note: "Kurang", evidence: ["y.pdf"] }) }, LATER);
    const draft = merge(once.final, [next], { earlier: earlierOf(once) });
    expect(answerAt(draft.final, 1)).toMatchObject({ answer: "Sebagian", note: "Kurang", evidence: ["y.pdf"] });
    expect(draft.files[0]?.keptEdits).toEqual([]);
  });

  test("and what a newer file said stay when an older one comes late", () => {
    const first = merge(base, [file({ criteria: criterion("Ya") }, NEW)]);
    const late = merge(first.final, [file({ criteria: criterion("Tidak") }, OLD)], { earlier: earlierOf(first) });
    expect(late.changes).toEqual([]);
  });
});

test("a level that an office left as it was handed out is no answer to an indicator of others", () => {
  const handedOut = withOffices(withLevels(base, { 1: 3 }), { 1: ["Dinkes"] });
  const row = withOffices(handedOut, { 1: ["Dinsos"] });
  const untouched = merge(handedOut, [returned(row, "Dinsos")]);
  expect([untouched.conflicts, untouched.files[0]?.outside]).toEqual([[], []]);
  expect(merge(handedOut, [returned(withLevels(row, { 1: 4 }), "Dinsos")]).conflicts).toHaveLength(1);
});

test("a reference at a criterion follows its document to the new id", () => {
  const mine = (opd: string, indicator: number, name: string, about: typeof OLD) =>
    returned(
      {
        ...edit(base, indicator, { level: level(2), criteria: criterion("Ya", { evidence: ["DD-001"] }) }),
        evidence: [{ ...blankEvidence("DD-001"), name, cells: {} }],
      },
      opd,
      about,
    );
  const draft = merge(base, [mine("Dinkes", 1, "SK Tim", OLD), mine("Dinsos", 3, "SOP", NEW)]);
  const named = (indicator: number) =>
    answerAt(draft.final, indicator)?.evidence.map((id) => draft.final.evidence.find((row) => row.id === id)?.name);
  expect([named(1), named(3)]).toEqual([["SK Tim"], ["SOP"]]);
});

test("a file whose name tells two offices, and nothing else does, is nobody's", () => {
  const anonymous = returned(withOffices(withLevels(blank, { 1: 3 }), { 1: ["Dinkes"] }), "Dinkes");
  const content = anonymous.content.ok
    ? { ok: true as const, value: { ...anonymous.content.value, opd: "", rows: [] } }
    : anonymous.content;
  const officeOf = (file: string) => merge(base, [{ ...anonymous, file, content }]).files[0]?.opd;
  expect([officeOf("SPBE Dinkes 2023.xlsx"), officeOf("SPBE Dinkes dan Dinsos.xlsx")]).toEqual(["Dinkes", ""]);
});

test("a file of another instrument, accepted by hand, brings levels of the same names and no criteria", () => {
  const target = withOffices(
    blankAssessment({ ...SPBE_2020, id: "spbe-next" }, { agency: "Kota Contoh", year: 2023 }),
    {
      1: ["Dinkes"],
    },
  );
  const file = returned(edit(base, 1, { level: level(2), criteria: criterion("Ya") }), "Dinkes");
  expect(merge(target, [file]).files).toMatchObject([{ status: "held", code: "WRONG_INSTRUMENT" }]);
  const accepted = merge(target, [file], { accepted: [file.sha256] });
  expect(levelAt(accepted.final, 1)).toBe(2);
  expect(accepted.final.entries[0]?.criteria.size).toBe(0);
});

test("an office whose file brought no answer in an earlier merge has come all the same", () => {
  const first = merge(base, [returned(base, "Dinkes")]);
  expect(first.answers).toEqual([]);
  const later = merge(first.final, [], { earlier: earlierOf(first) });
  expect(later.missingOffices.map(({ opd }) => opd)).toEqual(["Bappeda", "Dinsos"]);
});

test("a sector service that people renamed after a merge stays when the same file comes again", () => {
  const own = withOffices(blank, { 45: ["Dinkes"] });
  const called = (assessment: Assessment, service: string): Assessment => ({
    ...assessment,
    identity: { ...assessment.identity, sectorServices: [service, "", ""] },
  });
  const file = returned(called(withLevels(own, { 45: 2 }), "Kesehatan"), "Dinkes");
  const first = merge(own, [file]);
  expect(first.final.identity.sectorServices[0]).toBe("Kesehatan");
  const again = merge(called(first.final, "Puskesmas"), [file], { earlier: earlierOf(first) });
  expect(again.final.identity.sectorServices[0]).toBe("Puskesmas");
});

test("criteria that alone change are changes of Kriteria and of no row of Penilaian", () => {
  const known = withLevels(base, { 1: 2 });
  const draft = merge(known, [returned(edit(known, 1, { criteria: criterion("Ya") }), "Dinkes")]);
  expect(draft.changes.map(({ field, id }) => [field, id])).toEqual([["criteria", "2a"]]);
  expect(draft.changedIndicators).toEqual([]);
});

test("that a level has become an estimate is a change", () => {
  const draft = merge(withLevels(base, { 1: 2 }), [
    returned(edit(base, 1, { level: level(2), estimate: true }), "Dinkes"),
  ]);
  expect(draft.changes).toEqual([{ field: "estimate", indicator: 1, id: "", from: "", to: "Ya" }]);
});

test("a later decision takes the place of the one of an earlier merge, and what is decided is no open conflict", () => {
  const returns = ["Dinkes", "Dinsos"].map((opd, at) => returned(withLevels(base, { 2: 3 + at }), opd));
  const decide = (value: number): MergeDecision => ({
    indicator: 2,
    level: value,
    opd: "",
    reason: "Rapat",
    by: "",
    time: TIME,
    answersThen: "",
  });
  expect(mergeDocument(merge(base, returns), "id").conflicts).toHaveLength(1);
  const first = merge(base, returns, { decisions: [decide(3)] });
  expect(mergeDocument(first, "id").conflicts).toEqual([]);
  const again = merge(first.final, returns, { earlier: earlierOf(first), decisions: [decide(4)] });
  expect([levelAt(first.final, 2), levelAt(again.final, 2)]).toEqual([3, 4]);
});

test("a criterion with nothing but a note or evidence is brought along", () => {
  const noted = edit(base, 1, {
    level: level(2),
    criteria: criterion(null, { note: "Menunggu", evidence: ["a.pdf"] }),
  });
  expect(answerAt(merge(base, [returned(noted, "Dinkes")]).final, 1)).toMatchObject({
    note: "Menunggu",
    evidence: ["a.pdf"],
  });
});

test("a criterion's text that is no answer stays while only its note merges", () => {
  const odd = edit(base, 1, { level: level(2), criteria: criterion(null, { raw: "mungkin" }) });
  const noted = edit(base, 1, { level: level(2), criteria: criterion(null, { note: "Menunggu" }) });
  const after = merge(odd, [returned(noted, "Dinkes")]).final;
  expect(answerAt(after, 1)).toMatchObject({ answer: null, raw: "mungkin", note: "Menunggu" });
});
