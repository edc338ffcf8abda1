import { mergedLevels } from "../../../src/assessment/merged-levels";
import { applyDecisions, NO_EARLIER_MERGE } from "../../../src/assessment/merge";
import { compareScores } from "../../../src/assessment/compare";
import { levelsOf } from "../../../src/assessment/score";
import { blankAssessment } from "../../../src/workbook/blank";
import { SPBE_2020 } from "../../workbook/read/sample";
import { earlierOf } from "./earlier";
import { merge, returned, TIME, withLevels, withOffices } from "./offices-world";

const blank = blankAssessment(SPBE_2020, { agency: "Kota Contoh", year: 2023 });
const base = withOffices(blank, { 1: ["Dinkes"], 2: ["Dinkes", "Dinsos"], 3: ["Dinsos"], 4: [] });

/** Two offices that agree on nothing but 1 and 3; indicator 2 is in dispute, 5 is nobody's. */
const draft = merge(withLevels(base, { 5: 2 }), [
  returned(withLevels(base, { 1: 3, 2: 2 }), "Dinkes"),
  returned(withLevels(base, { 2: 4, 3: 1 }), "Dinsos"),
]);

test("the levels of the last merge are those that it wrote", () => {
  expect(mergedLevels(earlierOf(draft), draft.final)?.levels).toEqual(levelsOf(draft.final));
});

test("an undecided conflict and what nobody answered are told apart as left alone", () => {
  const merged = mergedLevels(earlierOf(draft), draft.final);
  expect(merged?.untouched).toHaveLength(45);
  expect(merged?.untouched.slice(0, 3)).toEqual([2, 4, 5]);
});

test("a decision counts as the merge's own level", () => {
  const decision = { indicator: 2, level: 4, opd: "Dinsos", reason: "Rapat", by: "", time: TIME, answersThen: "" };
  const decided = applyDecisions(draft, [decision]);
  const merged = mergedLevels(earlierOf(decided), decided.final);
  expect([merged?.levels[1], merged?.untouched.includes(2)]).toEqual([4, false]);
});

test("a decision counts where the offices agree on another level by now", () => {
  const decision = { indicator: 1, level: 4, opd: "", reason: "Rapat", by: "", time: TIME, answersThen: "" };
  expect(mergedLevels({ ...earlierOf(draft), decisions: [decision] }, draft.final)?.levels[0]).toBe(4);
});

test("where nobody is responsible, the level on which all offices agree is the merge's own", () => {
  const open = withOffices(blank, { 4: [] });
  const answer = (opd: string) => returned(withLevels(withOffices(blank, { 4: [opd] }), { 4: 3 }), opd);
  const both = merge(open, [answer("Dinkes"), answer("Dinsos")]);
  const merged = mergedLevels(earlierOf(both), withLevels(both.final, { 4: 5 }));
  expect([merged?.levels[3], merged?.untouched.includes(4)]).toEqual([3, false]);
});

test("a file of two offices counts for each of them", () => {
  const file = returned(withLevels(base, { 1: 3 }), "Dinkes");
  const both = file.content.ok
    ? { ...file, content: { ...file.content, value: { ...file.content.value, opd: "Dinkes; Dinsos" } } }
    : file;
  const once = merge(base, [both]);
  const merged = mergedLevels(earlierOf(once), withLevels(once.final, { 1: 5 }));
  expect([merged?.levels[0], merged?.untouched.includes(1)]).toEqual([3, false]);
});

test("what people changed since the merge is what the comparison finds", () => {
  const edited = withLevels(draft.final, { 1: 4, 3: null });
  const merged = mergedLevels(earlierOf(draft), edited);
  const result = compareScores(
    { instrument: SPBE_2020, levels: merged?.levels ?? [] },
    { instrument: SPBE_2020, levels: levelsOf(edited) },
  );
  if (result.kind !== "same-instrument") throw new Error(result.kind);
  const moved = result.indicators.filter(({ contribution }) => contribution.numerator !== 0);
  expect(moved.map(({ indicator, from, to }) => [indicator.number, from, to])).toEqual([
    [3, 1, null],
    [1, 3, 4],
  ]);
});

test("a workbook without a merge has none", () => {
  expect(mergedLevels(NO_EARLIER_MERGE, base)).toBeNull();
});
