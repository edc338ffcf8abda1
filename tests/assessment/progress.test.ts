import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import type { Answer, Assessment, CriterionAnswer } from "../../src/assessment/assessment";
import { askedCriteria } from "../../src/assessment/maturity";
import { progressOf, workListsOf, type FollowUp } from "../../src/assessment/progress";
import { indicatorsOf } from "../../src/assessment/score";
import { blankAssessment } from "../../src/workbook/blank";

const step = (rest: Partial<FollowUp> = {}): FollowUp => ({
  indicator: 1,
  from: 2,
  to: 4,
  opd: ["Diskominfo"],
  due: null,
  ...rest,
});

/** An assessment whose indicator 1 has these answers. */
function withAnswers(answers: Readonly<Record<string, Answer>>): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT);
  const criteria = new Map<string, CriterionAnswer>(
    Object.entries(answers).map(([id, answer]) => [id, { answer, evidence: [], note: "", cells: {} }]),
  );
  return {
    ...blank,
    entries: blank.entries.map((entry) =>
      entry.indicator === 1 ? { ...entry, level: { kind: "level", level: 4 }, criteria } : entry,
    ),
  };
}
/** The answers that meet indicator 1 up to a level. */
function upTo(level: number): Record<string, Answer> {
  const [indicator] = indicatorsOf(DEFAULT_INSTRUMENT);
  const met = (indicator?.levels ?? []).filter((one) => one.level <= level);
  return Object.fromEntries(
    met.flatMap((one) => (indicator ? askedCriteria(indicator, one) : []).map(({ id }) => [id, "Ya"])),
  );
}
const statusOf = (answers: Record<string, Answer>, rest: Partial<FollowUp> = {}, today: string | null = null) =>
  progressOf(step(rest), withAnswers(answers), today)?.status;

describe("a follow-up", () => {
  test("is done when its criteria are met, and not because the level says so", () => {
    expect(statusOf(upTo(4))).toBe("done");
    expect(statusOf(upTo(5))).toBe("done");
    expect(statusOf(upTo(3))).toBe("started");
    expect(statusOf(upTo(2))).toBe("open");
    expect(statusOf({})).toBe("open");
  });

  test("falls back when a criterion below is withdrawn", () => {
    expect(statusOf({ ...upTo(4), "2a": "Tidak" })).not.toBe("done");
  });

  test("is late after its due day, unless it is done", () => {
    expect(statusOf(upTo(2), { due: "2024-03-31" }, "2024-03-31")).toBe("open");
    expect(statusOf(upTo(3), { due: "2024-03-31" }, "2024-04-01")).toBe("late");
    expect(statusOf(upTo(4), { due: "2024-03-31" }, "2024-04-01")).toBe("done");
  });

  test("names the requirements that must become true and the evidence above what is met", () => {
    const progress = progressOf(step(), withAnswers(upTo(3)), null);
    expect(progress?.met).toBe(3);
    expect(progress?.criteria.map(({ id }) => id)).toEqual(["4b", "4c"]);
    expect(progress?.evidence.every(({ level }) => level === 4)).toBe(true);
    expect(progressOf(step(), withAnswers(upTo(4)), null)).toMatchObject({ criteria: [], evidence: [] });
  });

  test("without any answer asks only for what lies above the level that it starts from", () => {
    const criteria = progressOf(step(), withAnswers({}), null)?.criteria.map(({ id }) => id) ?? [];
    expect(criteria).toEqual(["3b", "4b", "4c"]);
  });

  test("of an indicator that the instrument does not have is nothing", () => {
    expect(progressOf(step({ indicator: 99 }), withAnswers({}), null)).toBeNull();
  });
});

test("work lists name every OPD of a step, the first one leads, and spelling does not split an OPD", () => {
  const lists = workListsOf(
    [
      step({ opd: ["Bappeda", "BPKAD"] }),
      step({ indicator: 12, from: 1, to: 2, opd: [" BAPPEDA "] }),
      step({ indicator: 20, from: 1, to: 2, opd: [] }),
    ],
    withAnswers({}),
    null,
  );
  expect(
    lists.map(({ opd, items }) => [opd, items.map(({ step: { indicator }, leads }) => [indicator, leads])]),
  ).toEqual([
    ["", [[20, true]]],
    [
      "Bappeda",
      [
        [1, true],
        [12, true],
      ],
    ],
    ["BPKAD", [[1, false]]],
  ]);
});
