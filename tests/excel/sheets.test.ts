import { NO_EARLIER_MERGE, mergeReturns, returnOf, type MergeDraft } from "../../src/assessment/merge";
import type { Assessment } from "../../src/assessment/assessment";
import { planOf } from "../../src/assessment/plan";
import { levelsOf } from "../../src/assessment/score";
import { resultOf } from "../../src/assessment/history";
import { followUpCounts } from "../../src/assessment/progress";
import { ratio, toNumber } from "../../src/assessment/ratio";
import type { Session } from "../../src/excel";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import type { ExcelHarness } from "../harness/excel";
import { BANDAR_LAMPUNG, boot, CHOICE, pasteLevels, sentencesOf, start, valueOf } from "./start";

/** One workbook for all: each test adds to it. */
let excel: ExcelHarness;
let session: Session;
jest.setTimeout(180_000);
beforeAll(async () => {
  excel = await boot();
  session = start();
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
});
afterAll(() => excel.close());

const read = async () => {
  const state = valueOf(await session.read());
  if (state.kind !== "assessment") throw new Error(state.kind);
  return state;
};
const DOCUMENT = {
  id: "DD-001",
  name: "=Peraturan Wali Kota 12/2022",
  kind: "",
  number: "12/2022",
  date: "2022-03-01",
  signatory: "Wali Kota",
  validUntil: null,
  file: "20.c.Reviu.pdf",
  page: "3",
  mustHaves: ["rekomendasi"],
  status: "diterima",
} as const;

test("documents go to the register's blank rows as texts and days, and beyond its end the table grows", async () => {
  valueOf(await session.addEvidence([DOCUMENT]));
  expect((await excel.values("'Data Dukung'!A6:K6"))[0]?.slice(0, 4)).toEqual([
    "DD-001",
    "=Peraturan Wali Kota 12/2022",
    "",
    "12/2022",
  ]);
  const many = Array.from({ length: 40 }, (_, at) => ({ ...DOCUMENT, id: `DD-${String(at + 2).padStart(3, "0")}` }));
  valueOf(await session.addEvidence(many));
  const { evidence } = (await read()).assessment;
  expect(evidence).toHaveLength(41);
  const { cells, ...first } = evidence[0] ?? { cells: {} };
  expect(cells).toMatchObject({ id: { sheet: "Data Dukung", cell: "A6" } });
  expect(first).toEqual(DOCUMENT);
  expect(evidence[40]).toMatchObject({ id: "DD-041", date: "2022-03-01", cells: { id: { cell: "A46" } } });
  valueOf(await session.undo());
  expect((await read()).assessment.evidence).toHaveLength(1);
});

test("SPBE formulas are exchanged for native ones that give the same figures, and back", async () => {
  const formulas = async () =>
    (await excel.formulas("Indeks!A1:L85")).flat().filter((f) => /SPBE\.[A-Z]/.test(String(f)));
  const before = await formulas();
  expect(before.length).toBeGreaterThan(10);
  const values = await excel.values("Indeks!A5:C14");
  const written = valueOf(await session.prepareForSending(true));
  expect(written.params).toMatchObject({ count: before.length, left: 0 });
  expect(await formulas()).toEqual([]);
  const native = await excel.values("Indeks!A5:C14");
  native.forEach((row, r) =>
    row.forEach((value, c) => {
      const expected = values[r]?.[c];
      if (typeof expected === "number") expect(value).toBeCloseTo(expected, 12);
      else expect(value).toEqual(expected);
    }),
  );
  valueOf(await session.prepareForSending(false));
  expect(await formulas()).toEqual(before);
});

test("the target is written where Indeks shows it, and the plan and the leader's page follow", async () => {
  valueOf(await session.setTargetIndex("2.6"));
  const state = await read();
  expect(state.targetIndex).toBe("2.6");
  expect((await excel.values("Indeks!H5"))[0]).toEqual([2.6]);
  const outcome = planOf({
    instrument: DEFAULT_INSTRUMENT,
    levels: levelsOf(state.assessment),
    target: ratio(26, 10),
    owners: state.assessment.entries.map(({ opd }) => opd),
  });
  if (outcome.kind !== "plan") throw new Error("no plan");
  expect(valueOf(await session.writePlan(outcome.plan)).params).toEqual({ count: outcome.plan.steps.length });
  const rows = await excel.values(`Rencana!A6:E${5 + outcome.plan.steps.length}`);
  expect(rows.map((row) => [row[0], row[3], row[4]])).toEqual(
    outcome.plan.steps.map(({ indicator, from, to }) => [indicator, from, to]),
  );
  expect(valueOf(await session.writeSummary()).sheets).toEqual(["Ringkasan", "Berita Acara"]);
  const page = (await excel.text("Ringkasan!A1:AN60")).flat().join("|");
  expect(page).toContain("Pemerintah Kota Bandar Lampung");
  expect(page).toContain("Cukup");
  // Published for 2023: rank 85 of 93 cities. Without Riwayat nothing is said of an earlier year.
  expect(page).toContain("85 dari 93");
  expect(page).toContain("belum ada di Riwayat");
  // Written again, the sheets stay the only ones of their kind.
  valueOf(await session.writeSummary());
  expect(excel.host.workbook.worksheets.items.filter(({ name }) => name.startsWith("Ringkasan"))).toHaveLength(1);
});

test("due dates and statuses that a person typed into Rencana stay, and the leader's page tells of them and of Riwayat", async () => {
  const [first] = (await excel.values("Rencana!A6:A6")).flat();
  await Excel.run(async (context) => {
    const plan = context.workbook.worksheets.getItem("Rencana");
    plan.getRange("I6").values = [[45473]];
    plan.getRange("J6").values = [["menunggu anggaran"]];
    const history = context.workbook.worksheets.add("Riwayat");
    history.getRange("A5:E6").values = [
      ["Tahun", "Instrumen", "Indeks", "Predikat", "Domain 1"],
      [2021, "spbe-2020", 1.2, "Kurang", 1],
    ];
    await context.sync();
  });
  const state = await read();
  const outcome = planOf({ instrument: DEFAULT_INSTRUMENT, levels: levelsOf(state.assessment), target: ratio(28, 10) });
  if (outcome.kind !== "plan") throw new Error("no plan");
  valueOf(await session.writePlan(outcome.plan));
  const rows = await excel.values(`Rencana!A6:J${5 + outcome.plan.steps.length}`);
  expect(rows.find((row) => row[0] === first)?.slice(8)).toEqual([45473, "menunggu anggaran"]);
  expect(rows.filter((row) => row[9] === "menunggu anggaran")).toHaveLength(1);
  expect(rows.filter((row) => row[9] === "belum").length).toBe(rows.length - 1);

  // Another pane knows no plan but the one that stands in the workbook.
  session = start();
  valueOf(await session.writeSummary());
  const page = (await excel.text("Ringkasan!A1:AN60")).flat().join("|");
  expect(page).toContain(`Dari ${outcome.plan.steps.length} langkah`);
  expect(page).toContain("dari 1,20 Kurang");
  expect(page).toContain("+0,95");
});

test("a sheet Riwayat that somebody made is read, but not written over", async () => {
  const before = await excel.formulas("Riwayat!A1:E8");
  const state = await read();
  expect(state.history).toEqual([
    { year: 2021, instrument: "spbe-2020", index: ratio(12, 10), predicate: "Kurang", domains: [ratio(1)] },
  ]);
  const result = resultOf(state.assessment);
  if (!result) throw new Error("incomplete");
  expect(await session.recordResult(result)).toMatchObject({ ok: false, problem: { code: "SHEET_TAKEN" } });
  expect(await excel.formulas("Riwayat!A1:E8")).toEqual(before);
});

test("inserting the template again keeps Rencana, Riwayat and the target as they are", async () => {
  const look = async () => [await excel.formulas("Rencana!A1:J30"), await excel.formulas("Riwayat!A1:E8")];
  const before = await look();
  valueOf(await session.insertTemplate(CHOICE));
  expect(await look()).toEqual(before);
  expect((await read()).targetIndex).toBe("2.6");
});

test("this year's result is recorded in Riwayat, beside what was typed there, and taken back", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Riwayat").delete();
    await context.sync();
  });
  const result = resultOf((await read()).assessment);
  if (!result) throw new Error("incomplete");
  expect(valueOf(await session.recordResult(result)).params).toEqual({ year: 2023 });
  expect((await excel.values("Riwayat!A6:D6"))[0]).toEqual([2023, "spbe-2020", 2.1545, "Cukup"]);

  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Riwayat").getRange("A7:D7").values = [[2021, "SPBE 2020", "1,20", "Kurang"]];
    await context.sync();
  });
  valueOf(await session.recordResult({ ...result, year: 2022, index: ratio(2) }));
  expect((await read()).history.map(({ year, index }) => [year, toNumber(index)])).toEqual([
    [2023, 2.1545],
    [2022, 2],
    [2021, 1.2],
  ]);
  valueOf(await session.undo());
  expect((await read()).history.map(({ year }) => year)).toEqual([2023, 2021]);

  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Riwayat").getRange("A8").values = [["lihat berita acara"]];
    await context.sync();
  });
  const refused = await session.recordResult({ ...result, year: 2022 });
  expect(sentencesOf(refused)[0]).toContain("lihat berita acara di A8");
  expect((await excel.values("Riwayat!A8"))[0]).toEqual(["lihat berita acara"]);
});

test("a plan in Rencana is told with its sheet and how far it has come", async () => {
  const { plan, assessment } = await read();
  if (!plan) throw new Error("no plan");
  expect(plan.sheet).toBe("Rencana");
  const noted = plan.steps.find(({ status }) => status !== null);
  expect(noted).toMatchObject({ status: "menunggu anggaran", due: "2024-06-30" });
  expect(followUpCounts(plan.steps, assessment, "2024-07-01")).toEqual({ total: plan.steps.length, done: 0, late: 1 });
  expect(followUpCounts(plan.steps, assessment, "2024-06-30").late).toBe(0);
});

test("charts without a title show none, and bars beside their rows show neither axes nor lines", () => {
  const charts = Object.values(excel.host.state.sheets).flatMap((sheet) => sheet.charts);
  const seen = (name: string) => {
    const chart = charts.find((one) => one.name === name);
    return (
      chart && [
        chart.title.visible,
        chart.categoryAxis.visible,
        chart.valueAxis.visible,
        chart.valueAxis.majorGridlines,
      ]
    );
  };
  expect(seen("SPBE_Aspek")).toEqual([true, true, true, true]);
  expect(seen("SPBE_Tingkat47")).toEqual([false, false, false, false]);
  expect(seen("SPBE_JumlahTingkat")).toEqual([false, false, false, false]);
  expect(seen("SPBE_Ringkasan")).toEqual([false, true, true, true]);
});

test("an assessor's table becomes the values of a stage, beside the entries", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Asesor");
    sheet.getRange("A1:C4").values = [
      ["No", "Tingkat", "Penjelasan"],
      [1, 1, "Sesuai"],
      [2, 2, "'=Lihat catatan"],
      [3, 1, ""],
    ];
    await context.sync();
  });
  const written = valueOf(await session.importStage("Dokumen", { sheet: "Asesor", range: "A1:C4" }));
  expect(written.params).toEqual({ count: 3, stage: "Dokumen" });
  const { assessment } = await read();
  expect(assessment.stages.map(({ indicator, stage, level }) => [indicator, stage, level])).toEqual([
    [1, "Dokumen", { kind: "level", level: 1 }],
    [2, "Dokumen", { kind: "level", level: 2 }],
    [3, "Dokumen", { kind: "level", level: 1 }],
  ]);
  expect(assessment.entries[1]).toMatchObject({ assessorLevel: { level: 2 }, assessorNote: "=Lihat catatan" });
  valueOf(await session.insertTemplate(CHOICE));
  expect((await read()).assessment.stages).toEqual(assessment.stages);

  // Taken a second time, shorter: what the stage had goes.
  valueOf(await session.importStage("Dokumen", { sheet: "Asesor", range: "A1:C3" }));
  expect((await read()).assessment.stages.map(({ indicator }) => indicator)).toEqual([1, 2]);
});

describe("a merge", () => {
  /** What an office sends back: its answers on top of what it was handed. */
  function draftFrom(base: Assessment): MergeDraft {
    const answers: Assessment = {
      ...base,
      identity: { ...base.identity, opd: "Dinas Kesehatan" },
      entries: base.entries.map((entry) =>
        [46, 47].includes(entry.indicator)
          ? { ...entry, level: { kind: "level", level: 5 }, explanation: "=1+1 dari OPD" }
          : { ...entry, level: { kind: "blank" } },
      ),
    };
    return mergeReturns({
      base,
      returns: [
        returnOf({ file: "dinkes.xlsx", sha256: "a1", modified: "2023-11-20T08:00:00Z" }, { ok: true, value: answers }),
      ],
      earlier: NO_EARLIER_MERGE,
      accepted: [],
      decisions: [],
      time: "2023-11-21T14:32:05",
    });
  }

  test("writes only what it changes, leaves and lists what somebody changed meanwhile, and can be undone", async () => {
    for (const indicator of [46, 47]) valueOf(await session.editEntry({ indicator, opd: "Dinas Kesehatan" }));
    const base = (await read()).assessment;
    const draft = draftFrom(base);
    expect(draft.changedIndicators).toEqual([46, 47]);
    await excel.typeInto("Penilaian!G51", 4);
    const before = await excel.formulas("Penilaian!A1:O52");
    await excel.settle(50);
    excel.syncs.reset();
    const written = valueOf(await session.writeMerge(draft, []));
    expect(excel.syncs.count).toBeLessThanOrEqual(3);
    expect(written.skipped).toEqual([{ at: { sheet: "Penilaian", cell: "G51" }, found: "4", wanted: "5" }]);
    expect((await excel.values("Penilaian!G51:G52")).flat()).toEqual([4, 5]);
    expect((await excel.values("Penilaian!J52")).flat()).toEqual(["=1+1 dari OPD"]);
    expect((await excel.values("'Jawaban OPD'!A6:C7")).map((row) => row.slice(0, 3))).toEqual([
      ["Dinas Kesehatan", 46, 5],
      ["Dinas Kesehatan", 47, 5],
    ]);
    expect(valueOf(await session.earlierMerge()).answers).toHaveLength(2);
    expect((await excel.values("'Log Gabung'!B6")).flat()).toEqual(["dinkes.xlsx"]);
    valueOf(await session.undo());
    expect(await excel.formulas("Penilaian!A1:O52")).toEqual(before);
    expect(excel.host.workbook.worksheets.items.map(({ name }) => name)).not.toContain("Jawaban OPD");
  });

  test("leaves a criterion's text that is no answer when only its note comes", async () => {
    const { answer, note } = (await read()).assessment.entries[3]?.criteria.get("2a")?.cells ?? {};
    if (!answer || !note) throw new Error("no row for 2a");
    await excel.typeInto(`${answer.sheet}!${answer.cell}`, "mungkin");
    const base = (await read()).assessment;
    const criteria = new Map([["2a", { answer: null, evidence: [], note: "Menunggu", cells: {} }]]);
    const noted = base.entries.map((entry) => (entry.indicator === 4 ? { ...entry, criteria } : entry));
    const value = { ...base, identity: { ...base.identity, opd: "Dinas Kesehatan" }, entries: noted };
    const file = { file: "dinkes.xlsx", sha256: "a1", modified: "2023-11-20T08:00:00Z" };
    const draft = mergeReturns({ ...draftFrom(base).input, base, returns: [returnOf(file, { ok: true, value })] });
    valueOf(await session.writeMerge(draft, []));
    expect((await excel.values(`${answer.sheet}!${answer.cell}`)).flat()).toEqual(["mungkin"]);
    expect((await excel.values(`${note.sheet}!${note.cell}`)).flat()).toEqual(["Menunggu"]);
  });
});
