import { CHOICE, BANDAR_LAMPUNG, boot, pasteLevels, start, valueOf } from "./start";
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

test("native Indeks reads levels written as people write them, and no wildcard", async () => {
  excel.newWorkbook();
  const session = start();
  valueOf(await session.insertTemplate(CHOICE));
  valueOf(await session.prepareForSending(true));
  await pasteLevels(["III", "3,00", "Terdefinisi", "Level 4", "?", 2]);
  expect((await excel.values("Indeks!D39:D44")).flat()).toEqual([3, 3, 3, 4, "", 2]);
});
