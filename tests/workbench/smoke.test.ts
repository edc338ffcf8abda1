import { bootExcel, type ExcelHarness } from "../harness/excel";

let excel: ExcelHarness;
beforeAll(async () => {
  excel = await bootExcel();
});
beforeEach(() => excel.newWorkbook());
afterAll(() => excel.close());

test("the real client writes, calculates and reads back in one request", async () => {
  excel.syncs.reset();
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Penilaian");
    sheet.getRange("A1:B1").values = [["Indikator", "Tingkat"]];
    sheet.getRange("A2:B4").values = [
      ["Satu", 1],
      ["Dua", "2"],
      ["Tiga", 4],
    ];
    sheet.getRange("D1").formulas = [["=SUM(B2:B4)"]];
    sheet.getRange("A1:B1").format.font.bold = true;
    sheet.getRange("A1:B1").format.fill.color = "#1F4E78";
    const range = sheet.getRange("A1:D4").load("values,formulas,valueTypes,address");
    const head = sheet.getRange("A1:B1").load("format/font/bold,format/fill/color");
    await context.sync();
    return {
      values: range.values,
      formulas: range.formulas,
      types: range.valueTypes,
      address: range.address,
      bold: head.format.font.bold,
      fill: head.format.fill.color,
    };
  });
  expect(excel.syncs.count).toBe(1);
  expect(read.address).toBe("Penilaian!A1:D4");
  expect(read.values[2]).toEqual(["Dua", 2, "", ""]);
  expect(read.values[0]?.[3]).toBe(7);
  expect(read.formulas[0]?.[3]).toBe("=SUM(B2:B4)");
  expect(read.types[0]).toEqual(["String", "String", "Empty", "Double"]);
  expect([read.bold, read.fill]).toEqual([true, "#1F4E78"]);
});

test("what the host lacks fails by name, and later API sets are refused by the client", async () => {
  const lacking = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3").removeDuplicates([0], false);
    await context.sync();
  });
  await expect(lacking).rejects.toMatchObject({
    code: "ApiNotFound",
    message: expect.stringContaining("Range.removeDuplicates()") as string,
  });
  const tooNew = Excel.run(async (context) => {
    // ExcelApi 1.15
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").getDependents().load("addresses");
    await context.sync();
  });
  await expect(tooNew).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("a missing sheet is ItemNotFound, and a null object where one is asked for", async () => {
  const missing = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Tiada").load("name");
    await context.sync();
  });
  await expect(missing).rejects.toMatchObject({ code: "ItemNotFound" });
  const isNull = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("Tiada");
    await context.sync();
    return sheet.isNullObject;
  });
  expect(isNull).toBe(true);
});
