import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { planOf, type Plan, type PlanRequest } from "../../src/assessment/plan";
import { planDocument } from "../../src/assessment/plan-document";
import { readCapacityRows, readEffortRows, readTarget, requestOf } from "../../src/assessment/plan-input";
import { rejectionsOf } from "../../src/assessment/plan-rejection";
import {
  differenceText,
  missingTexts,
  reasonText,
  rejectionText,
  unreachableTexts,
} from "../../src/assessment/plan-text";
import { ratio } from "../../src/assessment/ratio";
import { indicatorsOf } from "../../src/assessment/score";
import { blankAssessment } from "../../src/workbook/blank";

const ALL = Array.from({ length: 47 }, (_, index) => index + 1);
const only = (...free: number[]): number[] => ALL.filter((number) => !free.includes(number));
const request = (rest: Partial<PlanRequest>): PlanRequest => ({
  instrument: DEFAULT_INSTRUMENT,
  levels: ALL.map(() => 3),
  target: ratio(302, 100),
  locks: only(11, 44),
  maxLevel: 4,
  effort: [
    { indicator: 11, level: 4, effort: 2 },
    { indicator: 44, level: 4, effort: 3.5 },
  ],
  ...rest,
});
const planned = (rest: Partial<PlanRequest>): Plan => {
  const outcome = planOf(request(rest));
  if (outcome.kind !== "plan") throw new Error(outcome.kind);
  return outcome.plan;
};

describe("a target", () => {
  test("is an index with comma or point, or the lower limit of a predicate", () => {
    expect(["2,60", " 3.00 ", "5,00", "sangat  BAIK"].map((text) => readTarget(DEFAULT_INSTRUMENT, text))).toEqual([
      { ok: true, value: ratio(26, 10) },
      { ok: true, value: ratio(3) },
      { ok: true, value: ratio(5) },
      { ok: true, value: ratio(35, 10) },
    ]);
  });

  test.each(["", "0", "5.01", "-3", "tiga", "3,0,0"])("%j is refused", (text) => {
    expect(readTarget(DEFAULT_INSTRUMENT, text)).toMatchObject({ ok: false, problem: { code: "BAD_TARGET" } });
  });
});

describe("a list of efforts", () => {
  test("may have headings and blank rows, commas in decimals, and the last row of a step wins", () => {
    const rows = [
      ["no", "tingkat", "upaya"],
      ["1", "2", "1,5"],
      ["", "", ""],
      ["47", "5", "8"],
      ["1", "2", "2.25"],
    ];
    expect(readEffortRows(DEFAULT_INSTRUMENT, rows)).toEqual({
      ok: true,
      value: [
        { indicator: 1, level: 2, effort: 2.25 },
        { indicator: 47, level: 5, effort: 8 },
      ],
    });
  });

  test.each([
    [["48", "2", "1"]],
    [["1", "6", "1"]],
    [["1", "2", "-1"]],
    [["1", "2", "0.125"]],
    [["1", "2", "berat"]],
    [["1.5", "2", "1"]],
  ])("a row that fits no step is refused by its number: %j", (row) => {
    expect(readEffortRows(DEFAULT_INSTRUMENT, [["no", "tingkat", "upaya"], row])).toMatchObject({
      ok: false,
      problem: { code: "BAD_EFFORT", params: { row: 2 } },
    });
  });
});

test("an assessment gives its levels and OPDs to the request", () => {
  const blank = blankAssessment(DEFAULT_INSTRUMENT);
  const entries = blank.entries.map((entry) =>
    entry.indicator === 2 ? { ...entry, opd: ["Bappeda"], level: { kind: "level" as const, level: 4 } } : entry,
  );
  const made = requestOf({ ...blank, entries }, ratio(3));
  expect(made.levels.slice(0, 3)).toEqual([null, 4, null]);
  expect(made.owners?.[1]).toEqual(["Bappeda"]);
  expect(made.met?.slice(0, 2)).toEqual([null, null]);
});

test("an assessment gives the levels that its criteria meet, where any was answered", () => {
  const blank = blankAssessment(DEFAULT_INSTRUMENT);
  const [indicator] = indicatorsOf(DEFAULT_INSTRUMENT);
  const asked = indicator?.levels.filter(({ level }) => level <= 3).flatMap(({ criteria }) => criteria) ?? [];
  const yes = { answer: "Ya" as const, evidence: [], note: "", cells: {} };
  const criteria = new Map(asked.map(({ id }) => [id, yes]));
  const entries = blank.entries.map((entry) => (entry.indicator === 1 ? { ...entry, criteria } : entry));
  expect(requestOf({ ...blank, entries }, ratio(3)).met?.slice(0, 2)).toEqual([3, null]);
});

describe("a list of capacities", () => {
  const read = (...rows: string[][]) => readCapacityRows(rows, ["Dinas X", "Bappeda"]);

  test("may have headings; a first row with a number that does not fit is none", () => {
    expect(read(["opd", "langkah"], [" bappeda", "3"])).toMatchObject({
      ok: true,
      value: [{ opd: "bappeda", steps: 3 }],
    });
    expect(read(["Dinas X", "-1"])).toMatchObject({ ok: false, problem: { code: "BAD_CAPACITY", params: { row: 1 } } });
  });

  test("names only OPDs of the workbook", () => {
    expect(read(["Dinas Y", "2"])).toMatchObject({
      ok: false,
      problem: { code: "UNKNOWN_OPD", params: { row: 1, opd: "Dinas Y", known: "Dinas X, Bappeda" } },
    });
  });
});

describe("the sentences", () => {
  test("say what the runner-up does otherwise and why it lost", () => {
    const plan = planned({});
    if (!plan.runnerUp) throw new Error("no runner-up");
    expect(differenceText(plan, plan.runnerUp, "id")).toBe(
      "Tanpa 11 Arsitektur SPBE dari 3 ke 4; sebagai gantinya 44 Jaringan Dokumentasi dan Informasi Hukum (JDIH) dari 3 ke 4.",
    );
    expect(differenceText(plan, { ...plan.runnerUp, without: [] }, "id")).toBe(
      "Ditambah 44 Jaringan Dokumentasi dan Informasi Hukum (JDIH) dari 3 ke 4.",
    );
    expect(reasonText(plan, plan.runnerUp, "id")).toBe("Upaya 3,5, lebih 1,5.");
    expect(reasonText(plan, plan.runnerUp, "en")).toBe("Effort 3.5, 1.5 more.");
  });

  test("write four places where two would look the same", () => {
    const effort = [11, 32].map((indicator) => ({ indicator, level: 4, effort: 4 }));
    const plan = planned({ locks: only(11, 32), effort });
    if (!plan.runnerUp) throw new Error("no runner-up");
    expect(reasonText(plan, plan.runnerUp, "id")).toBe(
      "Upaya dan jumlah OPD sama, tetapi hasilnya 3,0250 (rencana ini 3,0275).",
    );
  });

  test("say what dropping a step costs, or that nothing replaces it", () => {
    const [replaced] = rejectionsOf(planned({}));
    expect(replaced && rejectionText(replaced, "id")).toBe(
      "Tanpa langkah ini hasilnya 3,00. Penggantinya menambah upaya 1,5.",
    );
    const [lost] = rejectionsOf(planned({ locks: only(11) }));
    expect(lost && rejectionText(lost, "id")).toBe("Tanpa langkah ini target tidak tercapai; tertinggi 3,00.");
  });

  test("say the most that can be had and what to lift", () => {
    const outcome = planOf(request({ locks: ALL, target: ratio(304, 100) }));
    if (outcome.kind !== "unreachable") throw new Error(outcome.kind);
    const texts = unreachableTexts(outcome.unreachable, "id");
    expect(texts[0]).toBe("Target 3,04 tidak tercapai dengan batas ini; tertinggi 3,00.");
    expect(texts[1]).toBe("Buka kunci 42: tertinggi 3,03.");
  });

  test("name no limit that is not there: limits that hold together, unanswered indicators, or nothing but the scale", () => {
    const say = (rest: Partial<PlanRequest>): readonly string[] => {
      const outcome = planOf({ instrument: DEFAULT_INSTRUMENT, levels: ALL.map(() => 2), target: ratio(5), ...rest });
      if (outcome.kind !== "unreachable") throw new Error(outcome.kind);
      return unreachableTexts(outcome.unreachable, "id");
    };
    expect(say({ maxLevel: 1, start: "2024-01-01", deadline: "2024-01-15" })).toEqual([
      "Target 5,00 tidak tercapai dengan batas ini; tertinggi 2,00.",
      "Batas-batas itu menahan bersama: melonggarkan satu saja tidak menaikkan hasil; tanpa semuanya 5,00.",
    ]);
    const missing = say({ levels: ALL.map(() => null) });
    expect(missing[0]).toBe("Target 5,00 tidak tercapai; tertinggi 0,00 selama ada indikator yang belum diisi.");
    expect(missing[1]).toContain("Indikator 1, 2, 3");
    expect(missing.join()).not.toContain("walau semua");
    expect(say({ levels: ALL.map(() => 2), target: ratio(51, 10) })).toEqual([
      "Target 5,10 tidak tercapai; tertinggi 5,00 walau semua indikator dinaikkan.",
    ]);
  });

  test("name unanswered indicators, and only those", () => {
    expect(missingTexts({ missing: [] }, "id")).toEqual([]);
    expect(missingTexts({ missing: [46, 47] }, "id")[0]).toContain("46, 47");
  });
});

describe("the command's document", () => {
  test("has the names of the contract, decimals as texts, unknown as null", () => {
    const document = planDocument(planOf(request({})));
    expect(Object.keys(document)).toEqual(["from", "to", "target", "effort", "steps", "runnerUp"]);
    expect(document).toMatchObject({
      from: "3",
      to: "3.025",
      target: "3.02",
      effort: 2,
      steps: [{ indicator: 11, from: 3, to: 4, effort: 2, gain: "0.025" }],
    });
    expect(Object.keys(document.runnerUp ?? {})).toEqual(["effort", "to", "steps", "reason"]);
  });

  test("out of reach has the most as result and no effort", () => {
    expect(planDocument(planOf(request({ target: ratio(5) })))).toEqual({
      from: "3",
      to: "3.055",
      target: "5",
      effort: null,
      steps: [],
      runnerUp: null,
    });
  });
});
