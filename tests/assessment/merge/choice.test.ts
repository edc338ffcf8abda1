import { blankAssessment } from "../../../src/workbook/blank";
import type { ReturnedFile } from "../../../src/assessment/merge";
import { mergeReasonText } from "../../../src/locale/merge";
import { SPBE_2020 } from "../../workbook/read/sample";
import { earlierOf } from "./earlier";
import { levelAt, merge, returned, withLevels, withOffices } from "./offices-world";

/** Which file of an office counts, and which is held until a person says. */

const blank = blankAssessment(SPBE_2020, { agency: "Pemerintah Kota Bandar Lampung", year: 2023 });
const base = withOffices(blank, { 1: ["Dinkes"], 2: ["Dinkes"], 3: ["Dinsos"] });

const file = (name: string, levels: Readonly<Record<number, number>>, modified: string | null): ReturnedFile => ({
  ...returned(withLevels(base, levels), "Dinkes", { file: name }),
  modified,
});
const OLD = file("lama.xlsx", { 1: 2 }, "2023-11-01T00:00:00Z");
const NEW = file("baru.xlsx", { 1: 4 }, "2023-11-05T00:00:00Z");
const fates = ({ files }: ReturnType<typeof merge>) =>
  files.map(({ file: name, status, code }) => [name, status, code]);

describe("a file that does not tell when it was changed", () => {
  const undated = file("perbaikan.csv", { 1: 3 }, null);

  test.each([
    ["a dated one", OLD],
    ["another undated one", { ...OLD, modified: null }],
  ])("is held beside %s that was merged before, and merged once a person says so", (_, before) => {
    const first = merge(base, [before]);
    const again = merge(first.final, [undated], { earlier: earlierOf(first) });
    expect(again.files).toMatchObject([{ status: "held", code: "UNKNOWN_AGE", params: { other: "lama.xlsx" } }]);
    expect(again.changes).toEqual([]);
    const accepted = merge(first.final, [undated], { earlier: earlierOf(first), accepted: [undated.sha256] });
    expect([fates(accepted), levelAt(accepted.final, 1)]).toEqual([[["perbaikan.csv", "merged", null]], 3]);
    const later = merge(accepted.final, [before, undated], { earlier: earlierOf(accepted) });
    expect([later.changes, levelAt(later.final, 1)]).toEqual([[], 3]);
  });

  test("is no reason to hold a dated file that it was merged before either: which is newer is not known", () => {
    const first = merge(base, [undated]);
    expect(fates(merge(first.final, [NEW], { earlier: earlierOf(first) }))).toEqual([
      ["baru.xlsx", "held", "UNKNOWN_AGE"],
    ]);
    expect(fates(merge(first.final, [undated], { earlier: earlierOf(first) }))).toEqual([
      ["perbaikan.csv", "merged", null],
    ]);
  });

  test("counts at once for an office from which nothing came before", () => {
    expect(levelAt(merge(base, [undated]).final, 1)).toBe(3);
  });
});

describe("a file that a person chose against the proposal", () => {
  const chosen = merge(base, [OLD, NEW], { accepted: [OLD.sha256] });

  test("counts, and the newer one only fills what it leaves blank", () => {
    expect(fates(chosen)).toEqual([
      ["baru.xlsx", "superseded", "OTHER_CHOSEN"],
      ["lama.xlsx", "merged", null],
    ]);
    expect(levelAt(chosen.final, 1)).toBe(2);
    const more = file("baru.xlsx", { 1: 4, 2: 5 }, "2023-11-05T00:00:00Z");
    const filled = merge(base, [OLD, more], { accepted: [OLD.sha256] });
    expect([levelAt(filled.final, 1), levelAt(filled.final, 2)]).toEqual([2, 5]);
  });

  test("counts in every later merge of the same files, accepted again or not", () => {
    for (const returns of [[OLD, NEW], [NEW], [OLD]])
      for (const accepted of [[], [OLD.sha256]]) {
        const again = merge(chosen.final, returns, { earlier: earlierOf(chosen), accepted });
        expect([again.changes, again.log]).toEqual([[], chosen.log]);
      }
  });

  test("counts against one that was merged before, until a newer one comes", () => {
    const first = merge(base, [NEW]);
    const back = merge(first.final, [OLD], { earlier: earlierOf(first), accepted: [OLD.sha256] });
    expect([fates(back), levelAt(back.final, 1)]).toEqual([[["lama.xlsx", "merged", null]], 2]);
    const again = merge(back.final, [OLD, NEW], { earlier: earlierOf(back) });
    expect([again.changes, levelAt(again.final, 1)]).toEqual([[], 2]);
    const forth = merge(back.final, [NEW], { earlier: earlierOf(back), accepted: [NEW.sha256] });
    expect(levelAt(forth.final, 1)).toBe(4);
    expect(levelAt(merge(forth.final, [OLD, NEW], { earlier: earlierOf(forth) }).final, 1)).toBe(4);
    const newest = file("akhir.xlsx", { 1: 5 }, "2023-11-09T00:00:00Z");
    expect(levelAt(merge(back.final, [OLD, NEW, newest], { earlier: earlierOf(back) }).final, 1)).toBe(5);
  });
});

describe("a file of another agency", () => {
  const metro = returned(
    withLevels({ ...base, identity: { ...base.identity, agency: "Pemerintah Kota Metro" } }, { 1: 3 }),
    "Dinkes",
  );

  test("is held with both names, and merged once a person says so", () => {
    const draft = merge(base, [metro]);
    expect(draft.files).toMatchObject([{ status: "held", code: "WRONG_AGENCY" }]);
    const [report] = draft.files;
    expect(mergeReasonText(report?.code ?? "", report?.params ?? {}, "id")).toBe(
      "Instansi Pemerintah Kota Metro, buku ini Pemerintah Kota Bandar Lampung.",
    );
    expect(levelAt(draft.final, 1)).toBeNull();
    const accepted = merge(base, [metro], { accepted: [metro.sha256] });
    expect(levelAt(accepted.final, 1)).toBe(3);
    expect(fates(merge(accepted.final, [metro], { earlier: earlierOf(accepted) }))).toEqual([
      ["SPBE Dinkes.xlsx", "merged", null],
    ]);
  });

  test.each(["", "PEMKOT BANDAR LAMPUNG", "Dinkes", "Dinas Kesehatan Kota Bandar Lampung"])(
    "is not one that calls itself “%s”",
    (agency) => {
      const own = returned(withLevels({ ...base, identity: { ...base.identity, agency } }, { 1: 3 }), "Dinkes");
      expect(fates(merge(base, [own]))).toEqual([["SPBE Dinkes.xlsx", "merged", null]]);
    },
  );
});
