import { readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx as readPackage } from "hucre/xlsx";
import { bootExcel, type ExcelHarness } from "../harness/excel";
import { fromFile, toFile } from "../../workbench/xlsx/formula";
import { readXlsx } from "../../workbench/xlsx/read";
import { writeXlsx } from "../../workbench/xlsx/write";

let excel: ExcelHarness;
beforeAll(async () => {
  excel = await bootExcel();
  CustomFunctions.associate(
    "INDEX",
    (levels: unknown[][]) => levels.flat().reduce<number>((sum, level) => sum + Number(level ?? 0), 0) / 2,
  );
});
beforeEach(() => {
  excel.newWorkbook();
  excel.registerFunctions({ functions: [{ id: "INDEX", parameters: [{ name: "levels", dimensionality: "matrix" }] }] });
});
afterAll(() => excel.close());

const XML = '<x:data xmlns:x="urn:x" xmlns="urn:spbe:1">1</x:data>';

async function fill(): Promise<void> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.name = "Penilaian";
    sheet.getRange("A1:C4").formulas = [
      ["No", "Indikator", "Tingkat"],
      [1, "'=bukan rumus", 3],
      [2, "Dua", 5],
      ["'3", true, "=SPBE.INDEX(C2:C3)"],
    ];
    sheet.getRange("E1").formulas = [['=IFS(C2>4,"SPBE.INDEX(x)",TRUE,"rendah")']];
    sheet.getRange("E2").values = [[45000.5]];
    sheet.getRange("E2").numberFormat = [["dd/mm/yyyy hh:mm"]];
    const head = sheet.getRange("A1:C1");
    head.format.fill.color = "#0F6CBD";
    head.format.font.color = "#FFFFFF";
    head.format.font.bold = true;
    head.format.wrapText = true;
    head.format.borders.getItem("EdgeBottom").style = "Double";
    sheet.getRange("C2:C3").format.protection.locked = false;
    sheet.getRange("A:A").format.columnWidth = 100;
    sheet.getRange("1:1").format.rowHeight = 40;
    sheet.getRange("G1:H1").merge();
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B1"));
    const table = sheet.tables.add("A1:C3", true);
    table.name = "SPBE_Penilaian";
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
    workbook.names.add("SPBE_Tingkat", sheet.getRange("C2:C3"));
    const level = sheet.getRange("C2:C3");
    level.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 5, operator: "Between" } };
    level.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Tingkat", message: "1 sampai 5" };
    sheet.getRange("B2:B3").dataValidation.rule = { list: { inCellDropDown: true, source: "=Penilaian!$A$2:$A$3" } };
    const low = level.conditionalFormats.add("CellValue");
    low.cellValue.format.fill.color = "#FDE7E9";
    low.cellValue.rule = { formula1: "=3", operator: "LessThan" };
    const own = level.conditionalFormats.add("Custom");
    own.custom.rule.formula = "=$A2=1";
    own.custom.format.font.bold = true;
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.paperSize = "A4";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows("$1:$1");
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "Halaman &P dari &N";
    sheet.protection.protect({ allowAutoFilter: true });
    workbook.worksheets.add("Rahasia").visibility = "VeryHidden";
    workbook.properties.title = "Penilaian Mandiri";
    workbook.customXmlParts.add(XML);
    await context.sync();
  });
}

test("formulas are spelled in files as Excel spells them, quoted text untouched, and back", () => {
  const pairs: [string, string][] = [
    ["=SPBE.INDEX(SPBE_Tingkat)", "_xldudf_SPBE_INDEX(SPBE_Tingkat)"],
    ['=IF(A1="SPBE.INDEX(x)",SPBE.ROUND(B1),"")', 'IF(A1="SPBE.INDEX(x)",_xldudf_SPBE_ROUND(B1),"")'],
    ["=FILTER(A1:A3,B1:B3)+CONCAT(A1)", "_xlfn._xlws.FILTER(A1:A3,B1:B3)+_xlfn.CONCAT(A1)"],
    ["='Data Dukung'!A1", "'Data Dukung'!A1"],
  ];
  for (const [shown, filed] of pairs) {
    expect(toFile(shown)).toBe(filed);
    expect(fromFile(filed)).toBe(shown);
    expect(fromFile(shown)).toBe(shown);
  }
});

test("a saved file holds what Excel would save", async () => {
  await fill();
  const bytes = await writeXlsx(excel.host);
  const [sheet, hidden] = (await readPackage(bytes, { readStyles: true })).sheets;
  const cell = (key: string) => sheet?.cells?.get(key);
  expect(cell("3,2")).toMatchObject({ formula: "_xldudf_SPBE_INDEX(C2:C3)", formulaResult: 4 });
  expect([cell("1,1")?.value, cell("1,1")?.formula, cell("3,0")?.value, cell("3,1")?.value]).toEqual([
    "=bukan rumus",
    undefined,
    "3",
    true,
  ]);
  expect(cell("0,0")?.style).toMatchObject({
    font: { bold: true, color: { rgb: "FFFFFF" } },
    alignment: { wrapText: true },
    border: { bottom: { style: "double" } },
  });
  expect(cell("1,2")?.style?.protection).toEqual({ locked: false });
  expect(sheet?.protection).toMatchObject({ sheet: true, autoFilter: true });
  expect(sheet?.freezePane).toEqual({ rows: 1, columns: 2 });
  expect(sheet?.tables?.[0]).toMatchObject({
    name: "SPBE_Penilaian",
    range: "A1:C3",
    style: "TableStyleLight1",
    showRowStripes: false,
  });
  expect(sheet?.conditionalRules?.map(({ type, formula }) => [type, formula])).toEqual([
    ["expression", "$A2=1"],
    ["cellIs", "3"],
  ]);
  expect(hidden?.veryHidden).toBe(true);
  const xml = unzipSync(bytes);
  expect(strFromU8(xml["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain(
    "<formula1>Penilaian!$A$2:$A$3</formula1>",
  );
  expect(strFromU8(xml["customXml/item1.xml"] ?? new Uint8Array())).toBe(XML);
});

test("charts come back: a radar as a radar, lying bars lying, with their names, series and colours", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:C3").values = [
      ["Aspek", "Capaian", "Target"],
      ["Kebijakan", 2.5, 3],
      ["Layanan", 4, 4],
    ];
    const radar = sheet.charts.add("RadarMarkers", sheet.getRange("A1:C3"), "Columns");
    radar.name = 'SPBE & "Radar"';
    radar.title.text = "Radar";
    radar.axes.valueAxis.maximum = 5;
    radar.series.getItemAt(0).format.line.color = "#0F6CBD";
    radar.setPosition("E2", "J12");
    const lying = sheet.charts.add("BarClustered", sheet.getRange("A1:B3"), "Columns");
    lying.setPosition("E14", "J24");
    lying.axes.valueAxis.visible = false;
    await context.sync();
  });
  const bytes = await writeXlsx(excel.host);
  const xml = unzipSync(bytes);
  expect(strFromU8(xml["xl/charts/chart1.xml"] ?? new Uint8Array())).toContain("<c:radarChart>");
  await excel.openWorkbook(await readXlsx(bytes, "Grafik.xlsx"));
  const [radar, bars] = Object.values(excel.host.state.sheets).flatMap((sheet) => sheet.charts);
  expect([radar?.chartType, radar?.title.text, radar?.valueAxis.maximum]).toEqual(["RadarMarkers", "Radar", 5]);
  expect(radar?.series.map(({ name, values, fill }) => [name, values, fill])).toEqual([
    ["Capaian", "Sheet1!$B$2:$B$3", "#0F6CBD"],
    ["Target", "Sheet1!$C$2:$C$3", null],
  ]);
  expect([bars?.chartType, bars?.series.length]).toEqual(["BarClustered", 1]);
  expect([bars?.valueAxis.visible, bars?.categoryAxis.visible, radar?.valueAxis.visible]).toEqual([false, true, true]);
  expect([radar?.name, bars?.name, radar?.series[0]?.line]).toEqual(['SPBE & "Radar"', "Chart 2", "#0F6CBD"]);
});

test("charts of a file that the command wrote are found by the names that the add-in gives them", async () => {
  const city = await readXlsx(
    readFileSync(path.resolve(__dirname, "../../assets/contoh-bandar-lampung-2023.xlsx")),
    "Contoh.xlsx",
  );
  await excel.openWorkbook(city);
  const charts = Object.values(excel.host.state.sheets).flatMap((sheet) => sheet.charts);
  expect(charts.map(({ name, chartType }) => [name, chartType])).toEqual([
    ["SPBE_Aspek", "RadarMarkers"],
    ["SPBE_JumlahTingkat", "ColumnClustered"],
    ["SPBE_Tingkat47", "BarClustered"],
    ["SPBE_Ringkasan", "RadarMarkers"],
  ]);
  expect(
    charts.map(({ categoryAxis, valueAxis }) => [
      categoryAxis.visible,
      categoryAxis.reversePlotOrder,
      valueAxis.visible,
      valueAxis.majorGridlines,
    ]),
  ).toEqual([
    [true, false, true, true],
    [false, false, false, false],
    [false, true, false, false],
    [true, false, true, true],
  ]);
});

test("saving and opening gives the same workbook", async () => {
  await fill();
  const look = () =>
    Excel.run(async (context) => {
      const { workbook } = context;
      const sheet = workbook.worksheets.getItem("Penilaian");
      const range = sheet.getRange("A1:E4").load("values,formulas,text,numberFormat,valueTypes");
      const head = sheet.getRange("A1").load("format/fill/color,format/font/bold,format/wrapText,format/rowHeight");
      const bottom = sheet.getRange("A1").format.borders.getItem("EdgeBottom").load("style");
      const locked = sheet.getRange("C2").format.protection.load("locked");
      const level = sheet.getRange("C3").dataValidation.load("rule,errorAlert");
      const list = sheet.getRange("B2").dataValidation.load("rule");
      const formats = sheet.getRange("C2:C3").conditionalFormats.load("items/type");
      const table = workbook.tables.getItem("SPBE_Penilaian").load("name,style,showBandedRows");
      const area = table.getRange().load("address");
      const name = workbook.names.getItem("SPBE_Tingkat").load("formula");
      const sheets = workbook.worksheets.load("items/name,items/visibility");
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      const page = sheet.pageLayout.load("orientation,paperSize,zoom");
      const footer = sheet.pageLayout.headersFooters.defaultForAllPages.load("centerFooter");
      const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
      const merged = sheet.getRange("G1:H1").getMergedAreasOrNullObject().load("address");
      sheet.protection.load("protected,options");
      workbook.properties.load("title");
      const part = workbook.customXmlParts.getByNamespace("urn:spbe:1").getOnlyItem();
      const xml = part.getXml();
      await context.sync();
      return JSON.parse(
        JSON.stringify([
          range.values,
          range.formulas,
          range.text,
          range.numberFormat,
          range.valueTypes,
          head.format,
          bottom.style,
          locked.locked,
          level.rule,
          level.errorAlert,
          list.rule,
          formats.items.map((f) => f.type),
          table,
          area.address,
          name.formula,
          sheets.items.map((s) => [s.name, s.visibility]),
          frozen.address,
          page.orientation,
          page.paperSize,
          page.zoom,
          footer.centerFooter,
          titles.address,
          merged.address,
          sheet.protection.protected,
          sheet.protection.options,
          workbook.properties.title,
          xml.value,
        ]),
      ) as unknown[];
    });
  const before = await look();
  const opened = await readXlsx(await writeXlsx(excel.host), "Kembali.xlsx");
  await excel.openWorkbook(opened);
  excel.registerFunctions({ functions: [{ id: "INDEX", parameters: [{ name: "levels", dimensionality: "matrix" }] }] });
  const after = await look();
  expect(JSON.stringify(after[12])).toContain("SPBE_Penilaian");
  const ids = (text: unknown): unknown => JSON.parse(JSON.stringify(text).replace(/"id":"[^"]*"/g, '"id":""'));
  expect(ids(after)).toEqual(ids(before));
  expect(excel.host.workbook.name).toBe("Kembali.xlsx");
});
