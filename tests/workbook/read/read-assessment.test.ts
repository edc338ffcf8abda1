import type { Assessment } from "../../../src/assessment/assessment";
import { allInstruments } from "../../../src/instrument/all";
import { gridOf } from "../../../src/workbook/spec-grid";
import { readAssessment } from "../../../src/workbook/read";
import { templateWorkbook } from "../../../src/workbook/template";
import { DISTURBANCES } from "./disturbances";
import { loosen, tighten } from "./loose-grid";
import { baseAssessment, essence, filled } from "./sample";

const truth = filled(baseAssessment(), 7);
const office = truth.entries[10]?.opd[0] ?? "";

export function read(grid: Parameters<typeof readAssessment>[0]): Assessment {
  const outcome = readAssessment(grid, { instruments: allInstruments });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const answersOf = (assessment: Assessment, loses: readonly string[]) =>
  assessment.entries.map(({ indicator, level, explanation, evidence, opd, criteria }) => ({
    indicator,
    level,
    explanation: loses.includes("explanation") ? "" : explanation,
    evidence: loses.includes("evidence") ? [] : evidence,
    opd: loses.includes("opd") ? [] : opd,
    criteria: loses.includes("criteria")
      ? []
      : [...criteria]
          .flatMap(([id, { answer, evidence: ids, note }]) => (answer ? [[id, answer, ids, note].join("|")] : []))
          .sort(),
  }));

describe("the template read back is the assessment it was made from", () => {
  test("the whole agency's workbook", () => {
    const back = read(gridOf(templateWorkbook(truth, { mode: "full" })));
    expect(essence(back)).toEqual(essence(truth));
    expect(back.repairs).toEqual([]);
  });

  test("every office's workbook, with what is its own", () => {
    for (const opd of new Set(truth.entries.flatMap((entry) => entry.opd))) {
      const back = read(gridOf(templateWorkbook(truth, { mode: "handout", opd })));
      const mine = truth.entries.filter((entry) => entry.opd.includes(opd)).map(({ indicator }) => indicator);
      expect(back.identity.opd).toBe(opd);
      expect(back.repairs).toEqual([]);
      expect(back.entries.filter(({ level }) => level.kind === "level").map(({ indicator }) => indicator)).toEqual(
        mine,
      );
    }
  });
});

describe.each(DISTURBANCES)("disturbed: $name", ({ disturb, repairs, loses = [] }) => {
  const forms = {
    "the whole workbook": () => templateWorkbook(truth, { mode: "full" }),
    "an office's workbook": () => templateWorkbook(truth, { mode: "handout", opd: office }),
  };
  test.each(Object.entries(forms))("%s is read with every answer, and what was repaired is told", (name, make) => {
    const loose = loosen(gridOf(make()));
    disturb(loose);
    const back = read(tighten(loose));
    const isWhole = name === "the whole workbook";
    const expected = {
      ...truth,
      entries: truth.entries.map((entry) =>
        isWhole || entry.opd.includes(office)
          ? entry
          : {
              ...entry,
              level: { kind: "blank" as const },
              explanation: "",
              evidence: [],
              opd: [],
              criteria: new Map(),
            },
      ),
    };
    expect(answersOf(back, loses)).toEqual(answersOf(expected, loses));
    if (!loses.includes("register") && isWhole)
      expect(back.evidence.map((row) => ({ ...row, cells: {} }))).toEqual(truth.evidence);
    if (!loses.includes("identity"))
      expect({ ...back.identity, cells: {} }).toEqual({ ...truth.identity, opd: isWhole ? "" : office });
    if (isWhole) expect([...new Set(back.repairs.map(({ kind }) => kind))].sort()).toEqual([...repairs].sort());
    for (const repair of back.repairs) expect(repair.cell).toMatch(/^[A-Z]+[1-9]\d*$/);
  });
});
