import { blankEvidence } from "../../../src/assessment/blank";
import { lastDay } from "../../../src/assessment/findings/documents";
import { evidenceRulesOf } from "../../../src/instrument/evidence-rules";

const rules = evidenceRulesOf("spbe-2020");
const last = (name: string) => lastDay({ ...blankEvidence("DD-001"), name, cells: {} }, rules);

test.each([
  "Peta Rencana SPBE 2020-2022",
  "Peta_Rencana_SPBE_2020-2022",
  "Peta Rencana SPBE 2020 s/d 2022",
  "Peta Rencana SPBE Tahun 2020 s.d. Tahun 2022",
  "Peta Rencana SPBE 2020/2022",
  "Peta Rencana SPBE 2020 sampai dengan 2022",
  "Peta Rencana SPBE 2020 — 2022.pdf",
])("%s is in force to the end of 2022", (name) => {
  expect(last(name)).toBe("2022-12-31");
});

test.each(["Peta Rencana SPBE 2022", "Peta Rencana Nomor 12020-20225", "SOP 2020-2022"])("%s says no end", (name) => {
  expect(last(name)).toBeNull();
});
