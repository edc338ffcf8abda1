import { findingsOf } from "../../src/assessment/findings";
import { resultOf } from "../../src/assessment/history";
import { ratio, roundHalfUp } from "../../src/assessment/ratio";
import { recordable } from "../../src/taskpane/model/compare";
import { changedCells, withCriterionEdit, withEntryEdit } from "../../src/taskpane/model/edit";
import { attachable, evidenceUses, nextEvidenceId, suggestedFileName } from "../../src/taskpane/model/evidence";
import { filteredIndicators, filterOf, filterValue, neighbours } from "../../src/taskpane/model/filter";
import { filteredFindings, findingsPerOpd, foldSame, groupFindings } from "../../src/taskpane/model/findings";
import { homeModel, placeOnScale, shortAgency } from "../../src/taskpane/model/home";
import { indicatorModel } from "../../src/taskpane/model/indicator";
import { choiceOfKey, moveInGroup } from "../../src/taskpane/model/keys";
import {
  firstSettings,
  firstTarget,
  indexAt,
  planRequest,
  takeRunnerUp,
  withEffort,
} from "../../src/taskpane/model/plan";
import { planOf } from "../../src/assessment/plan";
import { ranges } from "../../src/taskpane/model/ranges";
import { repairOf } from "../../src/taskpane/model/repair";
import { guessedRoles, missingRoles, withRole } from "../../src/taskpane/model/start";
import { officesOf } from "../../src/assessment/offices";
import { SEVERITIES, type Finding } from "../../src/assessment/finding";
import { document, sampleCity } from "./sample";

const home = (missing: readonly number[] = [], targetIndex: string | null = "2.6") => {
  const assessment = sampleCity({ missing });
  return homeModel({ assessment, findings: findingsOf(assessment), targetIndex, plan: null });
};

describe("home", () => {
  test("shows the exact index, its predicate and the distance to the target", () => {
    const model = home();
    expect(roundHalfUp(model.score.index, 4)).toBe("2.1545");
    expect(model.score.predicate?.name).toBe("Cukup");
    expect(model.target && roundHalfUp(model.target.distance)).toBe("0.45");
    expect(model.target?.band.name).toBe("Baik");
    expect(model.levels).toEqual([
      { level: 1, count: 27 },
      { level: 2, count: 5 },
      { level: 3, count: 6 },
      { level: 4, count: 9 },
      { level: 5, count: 0 },
    ]);
  });

  test("names one next step: fill, fix, review, plan, then the summary", () => {
    expect(home([46, 47]).next).toEqual({ kind: "fill", indicator: 46 });
    expect(home().next).toEqual({ kind: "fix", count: home().counts.kesalahan });
    const city = sampleCity();
    const written = { sheet: "Rencana", subtitle: "", hint: "", effort: 0, steps: [] };
    const next = (findings: ReturnType<typeof findingsOf>, targetIndex: string | null, planned = false) =>
      homeModel({ assessment: city, findings, targetIndex, plan: planned ? written : null }).next.kind;
    const warnings = findingsOf(city).filter(({ severity }) => severity === "peringatan");
    expect(next(warnings, "2.6")).toBe("review");
    expect(next([], "2.6")).toBe("plan");
    expect(next([], null)).toBe("plan");
    expect(next([], "2.6", true)).toBe("summary");
    expect(next([], "2.1")).toBe("summary");
  });

  test("has no predicate while anything is missing", () => {
    expect(home([46]).score.predicate).toBeNull();
    expect(home([46]).filled).toBe(46);
  });

  test("places a value in true proportion and keeps it on the scale", () => {
    expect(placeOnScale(ratio(3), { min: 1, max: 5 })).toBe(0.5);
    expect(placeOnScale(ratio(0), { min: 1, max: 5 })).toBe(0);
    expect(shortAgency("Pemerintah Kota Bandar Lampung")).toBe("Kota Bandar Lampung");
  });
});

describe("indicator", () => {
  const model = (number: number, city = sampleCity()) => indicatorModel(city, findingsOf(city), number);

  test("17: level 4 is open, 4c is missing and brings exactly 0.0250 points to 2.18", () => {
    const one = model(17);
    expect(one?.met).toBe(3);
    expect(one?.openLevel).toBe(4);
    expect(one?.ladder.map(({ state }) => state)).toEqual(["met", "met", "met", "open", "later"]);
    const gain = one?.gain;
    if (gain?.kind !== "next") throw new Error("no gain");
    expect(gain.unmet).toEqual(["4c"]);
    expect(roundHalfUp(gain.points, 4)).toBe("0.0250");
    expect(gain.index && roundHalfUp(gain.index, 2)).toBe("2.18");
  });

  test("20: a claim above what is met names what holds it", () => {
    expect(model(20)?.gain).toEqual({ kind: "unproven", claimed: 3, unmet: ["3b"] });
  });

  test("a level that is met and not written is offered before the next one", () => {
    const city = withCriterionEdit(sampleCity(), { indicator: 17, criterion: "4c", answer: "Ya" });
    const gain = model(17, city)?.gain;
    expect(gain).toMatchObject({ kind: "next", level: 4, unmet: [] });
  });

  test("an indicator with no answer is not met anywhere and never shows a prasyarat as a criterion", () => {
    const one = model(17, sampleCity({ answered: false, missing: [17] }));
    const bare =
      one && indicatorModel(withEntryEdit(sampleCity({ answered: false }), { indicator: 1, level: 1 }), [], 1);
    expect(bare?.met).toBeNull();
    expect(
      one?.ladder.flatMap(({ criteria }) => criteria).every(({ criterion }) => criterion.kind !== "prasyarat"),
    ).toBe(true);
    expect(one?.ladder[0]?.criteria).toEqual([]);
  });

  test("a document's finding stands at the document, everything else at the indicator", () => {
    const one = model(42);
    expect(one?.findings.some(({ code }) => code === "V06")).toBe(true);
  });
});

describe("filters", () => {
  const city = sampleCity({ missing: [46, 47] });
  const findings = findingsOf(city);

  test("let through an office's, the unfinished and those with findings", () => {
    expect(filteredIndicators(city, findings, { kind: "opd", opd: " bappeda " })).toEqual([2, 12, 13]);
    expect(filteredIndicators(city, findings, { kind: "unfinished" })).toEqual([46, 47]);
    expect(filteredIndicators(city, findings, { kind: "all" })).toHaveLength(47);
    expect(filteredIndicators(city, findings, { kind: "findings" })).toContain(20);
  });

  test("survive the way through a select element", () => {
    for (const filter of [{ kind: "all" }, { kind: "findings" }, { kind: "opd", opd: "Dinas: A" }] as const)
      expect(filterOf(filterValue(filter))).toEqual(filter);
  });

  test("know the neighbours also of an indicator outside the list", () => {
    expect(neighbours([2, 12, 13], 12)).toEqual({ place: 2, previous: 2, next: 13 });
    expect(neighbours([2, 12, 13], 5)).toEqual({ place: 0, previous: 2, next: 12 });
    expect(neighbours([2, 12, 13], 13).next).toBeNull();
  });

  test("of findings count per office what the filter then shows", () => {
    for (const { opd, count } of findingsPerOpd(city, findings, officesOf(city)))
      expect(filteredFindings(city, findings, { severities: SEVERITIES, opd, grouping: "severity" })).toHaveLength(
        count,
      );
  });

  test("that read the same for three indicators or more are one, with fewer they stand alone", () => {
    const of = (indicator: number | null, text: string) => ({ ...findings[0], indicator, variant: text }) as Finding;
    const all = [of(1, "a"), of(2, "b"), of(null, "a"), of(3, "a"), of(4, "b"), of(5, "a"), of(5, "a")];
    const folded = foldSame(all, ({ variant }) => variant ?? "");
    expect(folded.map((same) => same.map(({ indicator }) => indicator))).toEqual([[1, 3, 5], [2], [4], [null], [5]]);
  });

  test("group every finding exactly once", () => {
    for (const grouping of ["severity", "indicator"] as const)
      expect(groupFindings(findings, grouping).flatMap((group) => group.findings)).toHaveLength(findings.length);
  });
});

describe("evidence", () => {
  test("the next id continues the most used prefix", () => {
    const after = (ids: readonly string[], spareIds: readonly string[] = []): string =>
      nextEvidenceId({ evidence: ids.map((id) => document(id, {})), spareIds });
    expect(after([])).toBe("DD-001");
    expect(after(["DD-07-041", "DD-07-009", "DD-02-200"])).toBe("DD-07-042");
    // A register that was handed out numbers its blank rows in advance.
    expect(after([], ["DD-07-001", "DD-07-002"])).toBe("DD-07-001");
    expect(after(["dd-07-001 "], ["DD-07-001", "DD-07-002"])).toBe("DD-07-002");
  });

  test("file names follow the guideline", () => {
    expect(suggestedFileName(20, "3c", "Reviu Kolaborasi SPBE")).toBe("20.c.Reviu-Kolaborasi-SPBE.pdf");
    expect(suggestedFileName(1, "2a", "Perwali 12/2022")).toBe("1.a.Perwali-122022.pdf");
  });

  test("what is attached is not offered again, and reuse is counted", () => {
    const city = sampleCity();
    expect(attachable(city, ["DD-07-012"], "").map(({ document: { id } }) => id)).not.toContain("DD-07-012");
    expect(attachable(city, [], "reviu jaringan").map(({ document: { id } }) => id)).toEqual(["DD-07-021"]);
    expect(evidenceUses(city).get("DD-07-018")).toEqual(new Set([42]));
  });
});

test("evidence that is too old for the next level is said before that level is claimed, and is no finding yet", () => {
  const city = sampleCity();
  const findings = findingsOf(city);
  const attached = indicatorModel(city, findings, 17)
    ?.ladder.flatMap(({ criteria }) => criteria)
    .find(({ criterion }) => criterion.id === "4c")?.attached;
  expect(attached?.[0]?.findings).toMatchObject([{ code: "V06", variant: "review", params: { level: 4 } }]);
  expect(findings.filter(({ code, indicator }) => code === "V06" && indicator === 17)).toEqual([]);
});

describe("edits", () => {
  test("each edited field counts as one changed cell", () => {
    const before = sampleCity();
    const level = withEntryEdit(before, { indicator: 3, level: 4 });
    const both = withCriterionEdit(level, { indicator: 3, criterion: "2a", answer: "Tidak" });
    expect(changedCells(before, before)).toBe(0);
    expect(changedCells(before, level)).toBe(1);
    expect(changedCells(before, both)).toBe(2);
    expect(changedCells(before, { ...before, evidence: [...before.evidence, document("DD-07-050", {})] })).toBe(1);
  });
});

describe("safe repairs", () => {
  test("an id that differs only in form is repaired, any other is left to the person", () => {
    const city = withEntryEdit(sampleCity(), { indicator: 3, evidence: ["dd-7-12"] });
    const finding = findingsOf(city).find(({ code, indicator }) => code === "V05" && indicator === 3);
    expect(finding && repairOf(city, finding)).toMatchObject({
      edit: { indicator: 3, evidence: ["DD-07-012"] },
    });
    const other = findingsOf(city).find(({ code, indicator }) => code === "V05" && indicator === 33);
    expect(other && repairOf(city, other)).toBeNull();
  });
});

describe("a table of one's own", () => {
  const header = (column: string, role: "no" | "level" | null) => ({ column, text: column, role, samples: [] });
  const candidate = { sheet: "A", range: "A1:C9", indicatorsFound: 8, headers: [header("A", "no"), header("B", null)] };

  test("needs numbers or names, and levels", () => {
    const roles = guessedRoles(candidate);
    expect(missingRoles(roles)).toEqual(["level"]);
    expect(missingRoles(withRole(roles, "B", "level"))).toEqual([]);
    expect(missingRoles({})).toEqual(["no", "level"]);
  });

  test("gives a role to one column only", () => {
    expect(withRole({ A: "no" }, "B", "no")).toEqual({ B: "no" });
    expect(withRole({ A: "no", B: "level" }, "B", null)).toEqual({ A: "no" });
  });
});

describe("plan", () => {
  const city = sampleCity();
  const settings = firstSettings(city, "2.6");

  test("begins with the agency's target, else with the next band", () => {
    expect(firstTarget(city, "3")).toBe("3");
    expect(firstTarget(city, null)).toBe("2.60");
  });

  test("has no request without a target on the scale", () => {
    expect(planRequest(city, { ...settings, target: "7" })).toBeNull();
    expect(planRequest(city, { ...settings, target: "" })).toBeNull();
  });

  test("reaches the target, and so does its runner-up", () => {
    const request = planRequest(city, settings);
    const outcome = request && planOf(request);
    if (outcome?.kind !== "plan") throw new Error("no plan");
    expect(Number(roundHalfUp(outcome.plan.to, 4))).toBeGreaterThanOrEqual(2.6);
    const second = takeRunnerUp(outcome.plan);
    expect(second.runnerUp).toBeNull();
    expect(second.effort).toBeGreaterThanOrEqual(outcome.plan.effort);
    expect(Number(roundHalfUp(second.to, 4))).toBeGreaterThanOrEqual(2.6);
  });

  test("the effort that a person sets for a rise is what the rise costs", () => {
    const before = planRequest(city, { ...settings, shared: ["reviu-kebijakan"] });
    const typed = withEffort([], { indicator: 4, from: 2, to: 4 }, 5, before);
    // The shared review saves 1 of the step to 4; what is typed is what is left.
    expect(typed.map(({ level, effort }) => [level, effort])).toEqual([
      [3, 2.5],
      [4, 3.5],
    ]);
    const request = planRequest(city, { ...settings, effort: withEffort([], { indicator: 45, from: 1, to: 3 }, 9) });
    expect(
      request?.effort?.filter(({ indicator }) => indicator === 45).reduce((sum, { effort }) => sum + effort, 0),
    ).toBe(9);
  });

  test("what if: one indicator moved, the index follows exactly", () => {
    const { index, change } = indexAt(city, 17, 4);
    expect([roundHalfUp(index, 4), roundHalfUp(change, 4)]).toEqual(["2.1795", "0.0250"]);
  });
});

describe("a result for Riwayat", () => {
  const city = sampleCity();
  const own = "Kota Bandar Lampung";
  const row = resultOf(city);

  test("is offered for one's own agency, however it is written, and for no other", () => {
    expect(recordable(city, [], own)).toEqual({ result: row, replaces: null });
    expect(recordable(city, [], "pemerintah kota bandar lampung")).toEqual({ result: row, replaces: null });
    expect(recordable(city, [], "Pemerintah Kota Metro")).toBeNull();
  });

  test("is offered in the place of another result of its year, and not when it stands there already", () => {
    const other = row && { ...row, index: ratio(21, 10) };
    expect(recordable(city, other ? [other] : [], own)).toEqual({ result: row, replaces: other });
    const underAnother = row && { ...row, instrument: "pemdi-2026" };
    expect(recordable(city, underAnother ? [underAnother] : [], own)).toEqual({ result: row, replaces: null });
    expect(recordable(city, row ? [row] : [], own)).toBeNull();
    expect(recordable(sampleCity({ missing: [46] }), [], own)).toBeNull();
  });
});

test("ranges shorten three or more neighbours and nothing else", () => {
  expect(ranges([1, 3, 4, 5, 8, 9, 11])).toBe("1, 3–5, 8, 9, 11");
  expect(ranges([])).toBe("");
});

test("keys: digits choose what there is, arrows wrap", () => {
  expect([choiceOfKey("2", 2), choiceOfKey("3", 2), choiceOfKey("0", 9), choiceOfKey("a", 9)]).toEqual([
    1,
    null,
    null,
    null,
  ]);
  expect([moveInGroup("ArrowLeft", 0, 3), moveInGroup("End", 0, 3), moveInGroup("x", 0, 3)]).toEqual([2, 2, null]);
});
