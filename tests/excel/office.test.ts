import { findingsOf } from "../../src/assessment/findings";
import { ownEntries } from "../../src/assessment/scope";
import { shareOf } from "../../src/assessment/share";
import { levelsOf } from "../../src/assessment/score";
import { roundHalfUp } from "../../src/assessment/ratio";
import type { ExcelHarness } from "../harness/excel";
import { boot, CHOICE, pasteLevels, sentencesOf, start, valueOf } from "./start";
import type { Session } from "../../src/excel";

const OWN = [1, 4, 10, 46];
const OFFICE = { ...CHOICE, opd: "Dinas Kesehatan", indicators: OWN };

let excel: ExcelHarness;
let session: Session;
jest.setTimeout(120_000);
beforeAll(async () => (excel = await boot()));
beforeEach(async () => {
  excel.newWorkbook();
  session = start();
  valueOf(await session.insertTemplate(OFFICE));
});
afterAll(() => excel.close());

const sheetNames = () => excel.host.workbook.worksheets.items.map(({ name }) => name);
const read = async () => {
  const state = valueOf(await session.read());
  if (state.kind !== "assessment") throw new Error(state.kind);
  return state;
};

test("the template of an office holds its rows only, without an index sheet", async () => {
  expect(sheetNames()).toEqual(["Sheet1", "Identitas", "Penilaian", "Kriteria", "Data Dukung"]);
  expect((await excel.values("Penilaian!A6:A10")).map(([no]) => no)).toEqual([...OWN, ""]);
  expect((await excel.values("Penilaian!F6:F9")).flat()).toEqual(OWN.map(() => "Dinas Kesehatan"));
  expect((await excel.values("Penilaian!A1"))[0]).toEqual(["Penilaian – Dinas Kesehatan"]);
  // Nobody filled the identity in for an office that begins its workbook itself.
  const locked = await Excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem("Identitas").getRange("C5").format;
    protection.load("locked");
    await context.sync();
    return protection.locked;
  });
  expect(locked).toBe(false);
  const { assessment } = await read();
  expect(assessment.identity).toMatchObject({ opd: "Dinas Kesehatan", agency: CHOICE.agency, year: 2023 });
  expect(ownEntries(assessment).map(({ indicator }) => indicator)).toEqual(OWN);
  expect(ownEntries(assessment).every(({ opd }) => opd.join() === "Dinas Kesehatan")).toBe(true);
});

test("its figures in the sheet are those of the exact share", async () => {
  await pasteLevels([3, 2, 4, 1]);
  const { assessment } = await read();
  const { points, weightedMean } = shareOf(assessment.instrument, levelsOf(assessment), OWN);
  expect((await excel.values("Penilaian!G3:J3"))[0]?.[0]).toBe("4/4");
  expect(Number((await excel.values("Penilaian!H3"))[0]?.[0]).toFixed(4)).toBe(roundHalfUp(points, 4));
  expect(Number((await excel.values("Penilaian!J3"))[0]?.[0]).toFixed(4)).toBe(roundHalfUp(weightedMean, 4));
});

test("inserting again keeps every entry and document, and the workbook stays the office's", async () => {
  await pasteLevels([3, 2, "", 1]);
  valueOf(
    await session.addEvidence([
      {
        id: "DD-001",
        name: "Peraturan",
        kind: "",
        number: "",
        date: null,
        signatory: "",
        validUntil: null,
        file: "1.a.pdf",
        page: "",
        mustHaves: [],
        status: null,
      },
    ]),
  );
  valueOf(await session.editCriterion({ indicator: 4, criterion: "2a", answer: "Ya", evidence: ["DD-001"] }));
  const before = (await read()).assessment;
  const grid = await excel.formulas("Penilaian!A1:O9");
  expect(valueOf(await session.insertTemplate(CHOICE)).summary).toBe("excel.wrote.update");
  expect(sheetNames()).toEqual(["Sheet1", "Identitas", "Penilaian", "Kriteria", "Data Dukung"]);
  const after = (await read()).assessment;
  expect(after.entries).toEqual(before.entries);
  expect(after.evidence).toEqual(before.evidence);
  expect(after.evidence.map(({ id }) => id)).toContain("DD-001");
  expect(await excel.formulas("Penilaian!A1:O9")).toEqual(grid);
});

test("document ids that were handed out stay the office's when the template is brought up to date", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Data Dukung").getRange("A6:A8").values = [
      ["DD-07-001"],
      ["DD-07-002"],
      ["DD-07-003"],
    ];
    await context.sync();
  });
  valueOf(await session.insertTemplate(CHOICE));
  expect((await excel.values("Data Dukung!A6:A9")).flat().slice(0, 3)).toEqual(["DD-07-001", "DD-07-002", "DD-07-003"]);
});

test("a check lists what its own rows lack and nothing of other offices", async () => {
  await pasteLevels([3, 2, "", 1]);
  const written = valueOf(await session.validate());
  const { assessment, findings } = await read();
  expect(findings).toEqual(findingsOf(assessment));
  expect(written.params.count).toBe(findings.length);
  expect(findings.filter(({ code }) => code === "V02").map(({ indicator }) => indicator)).toEqual([10]);
  expect(findings.every(({ indicator }) => indicator === null || OWN.includes(indicator))).toBe(true);
});

test("an index, or a page that quotes one, is refused in three sentences and nothing is written", async () => {
  await pasteLevels([3, 2, 4, 1]);
  const before = sheetNames();
  for (const outcome of [await session.writeIndex(), await session.writeSummary()]) {
    expect(outcome).toMatchObject({ ok: false, problem: { code: "OFFICE_WORKBOOK" } });
    const [what] = sentencesOf(outcome);
    expect(what).toContain("indeks dihitung di buku kerja induk");
    expect(what).toContain("Dinas Kesehatan");
  }
  expect(sheetNames()).toEqual(before);
});
