import { officesOf } from "../../../src/assessment/offices";
import { indexOf, levelsOf } from "../../../src/assessment/score";
import { failure } from "../../../src/locale/problem";
import { returnOf } from "../../../src/assessment/merge";
import { DISTURBANCES } from "../../workbook/read/disturbances";
import { baseAssessment, essence, filled, SPBE_2020 } from "../../workbook/read/sample";
import { hash, levelAt, merge, returned, returnsOf } from "./offices-world";

const base = baseAssessment();
const truth = filled(base, 11);
const offices = officesOf(base);

describe("35 offices, every workbook spoilt in another way", () => {
  // Rounds shift the disturbances, so that every office meets several of them.
  test.each([0, 9, 18, 27, 36])("round %i: every level is recovered and the index is the truth", (shift) => {
    const returns = offices.map((opd, i) =>
      returned(truth, opd, { disturb: DISTURBANCES[(i + shift) % DISTURBANCES.length]?.name ?? "" }),
    );
    const draft = merge(base, returns);
    expect(offices).toHaveLength(35);
    expect(levelsOf(draft.final)).toEqual(levelsOf(truth));
    expect(indexOf(SPBE_2020, levelsOf(draft.final))).toEqual(indexOf(SPBE_2020, levelsOf(truth)));
    expect(draft.conflicts).toEqual([]);
    expect(draft.files.every(({ status }) => status === "merged")).toBe(true);
  });

  test("undisturbed, the merged workbook is the truth in every field", () => {
    const { final } = merge(base, returnsOf(truth));
    const evidence = [...truth.evidence].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(essence(final)).toEqual(essence({ ...truth, evidence }));
  });
});

describe("a file's problem stops no other file", () => {
  const [first = "", second = ""] = offices;
  const refused = ["ENCRYPTED", "LEGACY_XLS", "CORRUPT", "NO_ASSESSMENT"].map((code) =>
    returnOf({ file: `${code}.xlsx`, sha256: hash(code), modified: null }, failure(code)),
  );

  test("refused files are listed with their code, the others merge", () => {
    const draft = merge(base, [...refused, returned(truth, first)]);
    const mine = base.entries.filter(({ opd }) => opd.includes(first)).map(({ indicator }) => indicator);
    expect(draft.files.filter(({ status }) => status === "refused").map(({ code }) => code)).toEqual([
      "CORRUPT",
      "ENCRYPTED",
      "LEGACY_XLS",
      "NO_ASSESSMENT",
    ]);
    for (const number of mine) expect(levelAt(draft.final, number)).toBe(levelAt(truth, number));
  });

  test("a workbook of another year is held until the person says otherwise", () => {
    const old = returned({ ...truth, identity: { ...truth.identity, year: 2022 } }, second);
    const draft = merge(base, [returned(truth, first), old]);
    expect(draft.files.find(({ sha256 }) => sha256 === old.sha256)).toMatchObject({
      status: "held",
      code: "WRONG_YEAR",
      params: { found: 2022, expected: 2023 },
    });
    const mine = base.entries.filter(({ opd }) => opd.includes(second)).map(({ indicator }) => indicator);
    for (const number of mine) expect(levelAt(draft.final, number)).toBeNull();
    const accepted = merge(base, [returned(truth, first), old], { accepted: [old.sha256] });
    for (const number of mine) expect(levelAt(accepted.final, number)).toBe(levelAt(truth, number));
  });

  test("offices that sent nothing are named with their indicators; one whose file is held has sent it", () => {
    const held = returned({ ...truth, identity: { ...truth.identity, year: 2021 } }, second);
    const draft = merge(base, [returned(truth, first), held]);
    expect(draft.missingOffices.map(({ opd }) => opd)).toEqual(
      offices.filter((opd) => opd !== first && opd !== second),
    );
    expect(draft.missingOffices.flatMap(({ indicators }) => indicators)).toHaveLength(
      base.entries.filter(({ opd }) => !opd.includes(first) && !opd.includes(second)).length,
    );
  });
});
