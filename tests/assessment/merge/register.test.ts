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
