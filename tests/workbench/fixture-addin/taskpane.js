/* global Excel, Office */
/** A small add-in that touches every part of the workbench; public Office.js only. */
const log = (...parts) => {
  document.getElementById("log").textContent += parts.join(" ") + "\n";
};

async function insertSheet() {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Penilaian");
    sheet.getRange("A1:D1").values = [["Indikator", "Tingkat", "Bobot", "Nilai"]];
    sheet.getRange("A2:D48").formulas = Array.from({ length: 47 }, (_, i) => [
      `Indikator ${i + 1}`,
      1 + (i % 5),
      1 / 47,
      `=B${i + 2}*C${i + 2}`,
    ]);
    sheet.getRange("C2:C48").numberFormat = "0.00%";
    sheet.getRange("D2:D48").numberFormat = "0.000";
    sheet.getRange("F1:G2").formulas = [
      ["Indeks", "=SPBE.INDEX(B2:B48)"],
      ["Terbobot", "=SUM(D2:D48)"],
    ];
    const level = sheet.getRange("B2:B48");
    level.dataValidation.rule = { list: { inCellDropDown: true, source: "1,2,3,4,5" } };
    level.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Tingkat", message: "Isi 1 sampai 5" };
    level.format.protection.locked = false;
    level.format.fill.color = "#FFF4CE";
    level.format.horizontalAlignment = "Center";
    const low = level.conditionalFormats.add("CellValue");
    low.cellValue.format.fill.color = "#FDE7E9";
    low.cellValue.rule = { formula1: "3", operator: "LessThan" };
    const head = sheet.getRange("A1:D1");
    head.format.fill.color = "#0F6CBD";
    head.format.font.color = "#FFFFFF";
    head.format.font.bold = true;
    sheet.getRange("A:A").format.columnWidth = 110;
    sheet.freezePanes.freezeRows(1);
    const table = sheet.tables.add("A1:D48", true);
    table.name = "SPBE_Uji";
    table.style = "TableStyleLight1";
    context.workbook.names.add("SPBE_Tingkat", level);
    sheet.getRange("F6:G10").values = [
      ["Aspek", "Capaian"],
      ["Kebijakan", 2.5],
      ["Tata Kelola", 3.1],
      ["Manajemen", 1.8],
      ["Layanan", 4],
    ];
    const radar = sheet.charts.add("RadarFilled", sheet.getRange("F6:G10"), "Columns");
    radar.name = "Radar";
    radar.title.text = "Aspek";
    radar.setPosition("I2", "M16");
    radar.axes.valueAxis.minimum = 0;
    radar.axes.valueAxis.maximum = 5;
    radar.series.getItemAt(0).format.line.color = "#0F6CBD";
    const bars = sheet.charts.add("BarClustered", sheet.getRange("F6:G10"), "Columns");
    bars.title.text = "Capaian";
    bars.setPosition("I18", "M32");
    bars.axes.valueAxis.maximum = 5;
    bars.series.getItemAt(0).format.fill.setSolidColor("#107C10");
    bars.series.getItemAt(0).hasDataLabels = true;
    sheet.protection.protect({ allowAutoFilter: true, allowFormatColumns: true, allowFormatRows: true });
    sheet.activate();
    await context.sync();
  });
  log("disisipkan");
}

async function listen() {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      log("ubah", event.address, event.triggerSource);
      await Excel.run(async (again) => {
        const sheet = again.workbook.worksheets.getItemOrNullObject("Penilaian");
        const index = sheet.getRange("G1").load("values");
        await again.sync();
        if (!sheet.isNullObject) log("indeks", index.values[0][0]);
      }).catch((error) => log("galat", error.code));
    });
    context.workbook.worksheets.onSelectionChanged.add(async (event) => log("pilih", event.address));
    await context.sync();
  });
}

Office.actions.associate("insertSheet", (event) => insertSheet().then(() => event.completed()));
Office.actions.associate("showCriteria", (event) => {
  log("kriteria diminta");
  event.completed();
});
Office.onReady(async () => {
  document.getElementById("insert").onclick = insertSheet;
  await listen();
  log("siap", Office.context.displayLanguage);
});
