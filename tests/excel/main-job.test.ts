import type { ExcelHarness } from "../harness/excel";
import { BANDAR_LAMPUNG, boot, CHOICE, pasteLevels, start, valueOf } from "./start";

let excel: ExcelHarness;
beforeAll(async () => (excel = await boot()));
beforeEach(() => excel.newWorkbook());
afterAll(() => excel.close());

test("try", async () => {
  const session = start();
  expect(valueOf(await session.read())).toEqual({ kind: "empty" });
  excel.syncs.reset();
  const written = await session.insertTemplate(CHOICE);
  console.log(JSON.stringify(written), JSON.stringify(excel.syncs.log));
  await pasteLevels(BANDAR_LAMPUNG);
  console.log(await excel.values("Indeks!A1:J20"), await excel.formulas("Indeks!A4:C10"));
  const v = await session.validate();
  console.log(JSON.stringify(v), JSON.stringify(excel.syncs.log.slice(-4)));
  console.log(await excel.values("Temuan!A1:F12"), await excel.formulas("Temuan!A6:F8"));
});
