import { CHOICE, BANDAR_LAMPUNG, boot, pasteLevels, start, valueOf } from "./start";
import { planOf } from "../../src/assessment/plan";
import { progressOf } from "../../src/assessment/progress";
import { ratio } from "../../src/assessment/ratio";
import { levelsOf } from "../../src/assessment/score";
import { localDay } from "../../src/locale/clock";
import { PLAN_TEXT } from "../../src/workbook/texts";
import type { ExcelHarness } from "../harness/excel";

let excel: ExcelHarness;
jest.setTimeout(120_000);
beforeAll(async () => (excel = await boot()));
afterAll(() => excel.close());

test("the workbench's engine calculates every formula of the template, met levels and checks included, without an error", async () => {
  const session = start();
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG);
  expect((await excel.values("Penilaian!H6:H52")).flat()).toEqual(BANDAR_LAMPUNG.map(() => ""));

  valueOf(await session.editCriterion({ indicator: 17, criterion: "2b", answer: "Ya" }));
  valueOf(await session.editCriterion({ indicator: 17, criterion: "3b", answer: "Ya" }));
  valueOf(await session.editCriterion({ indicator: 17, criterion: "4b", answer: "Sebagian" }));
  const [row] = await excel.values("Penilaian!G22:N22");
  expect(row?.slice(0, 2)).toEqual([3, 3]);
  expect(row?.[7]).toBe("Data dukung kosong");

  for (const [sheet, range] of [
    ["Penilaian", "A1:O52"],
    ["Kriteria", "A1:J563"],
    ["Indeks", "A1:L120"],
  ]) {
    const errors = (await excel.values(`${sheet}!${range}`))
      .flat()
      .filter((value) => /^#[A-Z/0?!]+$/.test(String(value)));
    expect([sheet, errors]).toEqual([sheet, []]);
  }
});

test("the status in Rencana says what the pane says, whatever was answered and whenever it was due", async () => {
  excel.newWorkbook();
  const session = start();
  valueOf(await session.insertTemplate(CHOICE));
  await pasteLevels(BANDAR_LAMPUNG.map((level, index) => (index === 16 ? 1 : level)));
  const read = async () => {
    const state = valueOf(await session.read());
    if (state.kind !== "assessment") throw new Error(state.kind);
    return state;
  };
  const { assessment } = await read();
  const outcome = planOf({ instrument: assessment.instrument, levels: levelsOf(assessment), target: ratio(5) });
  if (outcome.kind !== "plan") throw new Error("no plan");
  const steps = outcome.plan.steps.flatMap((step) => (step.indicator === 17 ? [{ ...step, to: 3 }] : []));
  valueOf(await session.writePlan({ ...outcome.plan, steps }));

  const seen: string[] = [];
  const compareBoth = async (today: string): Promise<void> => {
    const state = await read();
    const [kept] = state.plan?.steps ?? [];
    const status = kept && progressOf(kept, state.assessment, today)?.status;
    const [[word] = []] = await excel.values("Rencana!J6");
    expect(word).toBe(status && PLAN_TEXT.status[status]);
    seen.push(String(word));
  };
  const due = async (serial: number | null): Promise<void> => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Rencana").getRange("I6").values = [[serial ?? ""]];
      await context.sync();
    });
  };
  const today = localDay(new Date());
  const answer = async (criterion: string, word: "Ya" | "Sebagian" | "Tidak"): Promise<void> =>
    void valueOf(await session.editCriterion({ indicator: 17, criterion, answer: word }));
  await compareBoth(today);
  await answer("2b", "Tidak");
  await compareBoth(today);
  await answer("2b", "Sebagian");
  await compareBoth(today);
  await due(43861);
  await compareBoth(today);
  await due(72686);
  await compareBoth(today);
  await answer("2b", "Ya");
  await compareBoth(today);
  await answer("3b", "Ya");
  await due(43861);
  await compareBoth(today);
  expect(seen).toEqual(["belum", "belum", "berjalan", "terlambat", "berjalan", "berjalan", "selesai"]);
});

test("native Indeks reads levels written as people write them, and no wildcard", async () => {
  excel.newWorkbook();
  const session = start();
  valueOf(await session.insertTemplate(CHOICE));
  valueOf(await session.prepareForSending(true));
  await pasteLevels(["III", "3,00", "Terdefinisi", "Level 4", "?", 2]);
  expect((await excel.values("Indeks!D39:D44")).flat()).toEqual([3, 3, 3, 4, "", 2]);
});
