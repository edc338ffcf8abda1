import { bootExcel, type ExcelHarness } from "../harness/excel";

let excel: ExcelHarness;
beforeAll(async () => {
  excel = await bootExcel();
});
beforeEach(() => excel.newWorkbook());
afterAll(() => excel.close());

const run = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem("Sheet1"), context));

test("names: workbook and sheet scope, formula, list, delete", async () => {
  const seen = await run(async (sheet, context) => {
    context.workbook.names.add("SPBE_Tingkat", sheet.getRange("B2:B48"));
    context.workbook.names.add("SPBE_Batas", "=2.6");
    sheet.names.add("Lokal", "=Sheet1!$A$1");
    sheet.getRange("B2:B3").values = [[2], [4]];
    sheet.getRange("D1").formulas = [["=SUM(SPBE_Tingkat)+SPBE_Batas"]];
    const names = context.workbook.names.load("items/name,items/formula,items/scope,items/type");
    const local = sheet.names.load("items/name,items/scope");
    const sum = sheet.getRange("D1").load("values");
    const target = context.workbook.names.getItem("SPBE_Tingkat").getRange().load("address");
    const none = context.workbook.names.getItemOrNullObject("Tiada");
    await context.sync();
    const before = names.items.map((n) => [n.name, n.formula, n.scope, n.type]);
    context.workbook.names.getItem("SPBE_Batas").delete();
    const after = context.workbook.names.load("items/name");
    await context.sync();
    return {
      before,
      local: local.items.map((n) => [n.name, n.scope]),
      sum: sum.values[0]?.[0] as number,
      target: target.address,
      none: none.isNullObject,
      after: after.items.map((n) => n.name),
    };
  });
  expect(seen.before).toEqual([
    ["SPBE_Tingkat", "=Sheet1!$B$2:$B$48", "Workbook", "Range"],
    ["SPBE_Batas", "=2.6", "Workbook", "Double"],
  ]);
  expect(seen.local).toEqual([["Lokal", "Worksheet"]]);
  expect(seen.sum).toBeCloseTo(8.6, 12);
  expect(seen.target).toBe("Sheet1!B2:B48");
  expect(seen.none).toBe(true);
  expect(seen.after).toEqual(["SPBE_Tingkat"]);
});

test("tables: add, name, style, columns, ranges, rows, resize, convert", async () => {
  const seen = await run(async (sheet, context) => {
    sheet.getRange("A1:C3").values = [
      ["No", "Indikator", "Tingkat"],
      [1, "Satu", 3],
      [2, "Dua", 4],
    ];
    const table = sheet.tables.add("A1:C3", true);
    table.name = "SPBE_Penilaian";
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
    table.showFilterButton = false;
    table.rows.add(undefined, [[3, "Tiga", 5]]);
    table.load("name,style,showBandedRows,showFilterButton");
    const columns = table.columns.load("items/name");
    const body = table.getDataBodyRange().load("address,values");
    const head = table.getHeaderRowRange().load("address");
    await context.sync();
    table.resize("A1:C6");
    const whole = context.workbook.tables.getItem("SPBE_Penilaian").getRange().load("address");
    await context.sync();
    const first = [table.name, table.style, table.showBandedRows, table.showFilterButton];
    table.convertToRange();
    const gone = context.workbook.tables.getItemOrNullObject("SPBE_Penilaian");
    const kept = sheet.getRange("A1:C4").load("values");
    await context.sync();
    return {
      first,
      columns: columns.items.map((c) => c.name),
      body: [body.address, body.values[2]],
      head: head.address,
      whole: whole.address,
      gone: gone.isNullObject,
      kept: kept.values[3],
    };
  });
  expect(seen.first).toEqual(["SPBE_Penilaian", "TableStyleLight1", false, false]);
  expect(seen.columns).toEqual(["No", "Indikator", "Tingkat"]);
  expect(seen.body).toEqual(["Sheet1!A2:C4", [3, "Tiga", 5]]);
  expect(seen.head).toBe("Sheet1!A1:C1");
  expect(seen.whole).toBe("Sheet1!A1:C6");
  expect(seen.gone).toBe(true);
  expect(seen.kept).toEqual([3, "Tiga", 5]);
});

test("validation: every kind reads back as written, from any part of its range", async () => {
  const rules: Record<string, Excel.DataValidationRule> = {
    "A1:A9": { list: { inCellDropDown: true, source: "Ya,Sebagian,Tidak" } },
    "B1:B9": { wholeNumber: { formula1: 1, formula2: 5, operator: "Between" } },
    "C1:C9": { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
    "D1:D9": { custom: { formula: "=LEN(D1)<10" } },
    "E1:E9": { date: { formula1: "2024-01-01", operator: "GreaterThan" } },
    "F1:F9": { textLength: { formula1: 200, operator: "LessThan" } },
    "G1:G9": { list: { inCellDropDown: true, source: "=Sheet1!$J$1:$J$3" } },
  };
  const seen = await run(async (sheet, context) => {
    for (const [address, rule] of Object.entries(rules)) {
      const validation = sheet.getRange(address).dataValidation;
      validation.rule = rule;
      validation.errorAlert = { showAlert: true, style: "Stop", title: "Isian", message: "Salah" };
      validation.prompt = { showPrompt: true, title: "Isi", message: "Pilih" };
      validation.ignoreBlanks = false;
    }
    await context.sync();
    const parts = Object.keys(rules).map((address) => {
      const validation = sheet.getRange(`${address.charAt(0)}5`).dataValidation;
      return validation.load("rule,type,errorAlert,prompt,ignoreBlanks");
    });
    const none = sheet.getRange("K1").dataValidation.load("type,rule");
    await context.sync();
    sheet.getRange("A4:A9").dataValidation.clear();
    const [kept, cleared] = [
      sheet.getRange("A2").dataValidation.load("type"),
      sheet.getRange("A7").dataValidation.load("type"),
    ];
    await context.sync();
    return {
      parts: parts.map((p) => ({
        rule: p.rule,
        type: p.type,
        alert: p.errorAlert.message,
        prompt: p.prompt.title,
        blanks: p.ignoreBlanks,
      })),
      none: none.type,
      after: [kept.type, cleared.type],
    };
  });
  expect(seen.parts.map((p) => p.rule)).toEqual(Object.values(rules));
  expect(seen.parts.map((p) => p.type)).toEqual([
    "List",
    "WholeNumber",
    "Decimal",
    "Custom",
    "Date",
    "TextLength",
    "List",
  ]);
  expect(seen.parts.every((p) => p.alert === "Salah" && p.prompt === "Isi" && !p.blanks)).toBe(true);
  expect(seen.none).toBe("None");
  expect(seen.after).toEqual(["List", "None"]);
});

test("validation parts may come through different range objects of one batch", async () => {
  const seen = await run(async (sheet, context) => {
    sheet.getRange("A1:A3").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
    sheet.getRange("A1:A3").dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "t", message: "m" };
    await context.sync();
    const read = sheet.getRange("A1").dataValidation.load("rule,errorAlert");
    await context.sync();
    return [read.rule.list?.source, read.errorAlert.style];
  });
  expect(seen).toEqual(["a,b", "Warning"]);
});

test("conditional formats: three kinds, newest first, looks read back, cleared", async () => {
  const seen = await run(async (sheet, context) => {
    const range = sheet.getRange("A1:A10");
    const level = range.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
    level.cellValue.format.fill.color = "#FFC7CE";
    level.cellValue.format.font.color = "#9C0006";
    level.cellValue.rule = { formula1: "=3", operator: "LessThan" };
    const own = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
    own.custom.rule.formula = '=$B1="Ya"';
    own.custom.format.font.bold = true;
    own.stopIfTrue = true;
    const text = range.conditionalFormats.add(Excel.ConditionalFormatType.containsText);
    text.textComparison.rule = { operator: "Contains", text: "kurang" };
    text.textComparison.format.borders.getItem("EdgeBottom").color = "#FF0000";
    await context.sync();
    const formats = sheet.getRange("A4").conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
    await context.sync();
    const list = formats.items.map((f) => [f.type, f.priority, f.stopIfTrue]);
    const [, second, third] = formats.items;
    if (!second || !third) throw new Error("formats are missing");
    second.load("custom/rule/formula,custom/format/font/bold");
    third.load("cellValue/rule,cellValue/format/fill/color,cellValue/format/font/color");
    await context.sync();
    const details = [
      second.custom.rule.formula,
      second.custom.format.font.bold,
      third.cellValue.rule,
      third.cellValue.format.fill.color,
    ];
    range.conditionalFormats.clearAll();
    const left = sheet.getRange("A1:A10").conditionalFormats.getCount();
    await context.sync();
    return { list, details, left: left.value };
  });
  expect(seen.list).toEqual([
    ["ContainsText", 0, false],
    ["Custom", 1, true],
    ["CellValue", 2, false],
  ]);
  expect(seen.details).toEqual(['=$B1="Ya"', true, { formula1: "=3", operator: "LessThan" }, "#FFC7CE"]);
  expect(seen.left).toBe(0);
});

test("protection refuses locked cells, through the add-in and by hand, and lets unlocked ones be", async () => {
  const code = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "done",
      (error: { code: string }) => error.code,
    );
  await run(async (sheet, context) => {
    sheet.getRange("B2:B4").format.protection.locked = false;
    sheet.protection.protect({ allowAutoFilter: true, allowFormatColumns: true });
    await context.sync();
  });
  const write = (address: string): Promise<string> =>
    code(run(async (s, c) => ((s.getRange(address).values = [[1]]), c.sync())));
  expect(await write("A1")).toBe("AccessDenied");
  expect(await write("B2")).toBe("done");
  expect(await code(run(async (s, c) => ((s.getRange("B2").format.fill.color = "#FF0000"), c.sync())))).toBe(
    "AccessDenied",
  );
  expect(await code(run(async (s, c) => ((s.getRange("B:B").format.columnWidth = 100), c.sync())))).toBe("done");
  expect(await code(run(async (s, c) => ((s.getRange("3:3").format.rowHeight = 30), c.sync())))).toBe("AccessDenied");
  expect(await excel.typeInto("Sheet1!A1", "tangan")).toBe(false);
  expect(await excel.typeInto("Sheet1!B3", 5)).toBe(true);
  expect(await excel.values("Sheet1!A1:B3")).toEqual([
    ["", ""],
    ["", 1],
    ["", 5],
  ]);
  const options = await run(async (sheet, context) => {
    sheet.protection.load("protected,options");
    await context.sync();
    const read = sheet.protection.options;
    sheet.protection.unprotect();
    await context.sync();
    return [read.allowAutoFilter, read.allowFormatColumns, read.allowInsertRows];
  });
  expect(options).toEqual([true, true, false]);
  expect(await write("A1")).toBe("done");
});

test("looks: one batch, every property reads back", async () => {
  const seen = await run(async (sheet, context) => {
    const range = sheet.getRange("B2:D4");
    const { format } = range;
    format.font.name = "Segoe UI";
    format.font.size = 14;
    format.font.italic = true;
    format.font.color = "#123456";
    format.horizontalAlignment = "Center";
    format.verticalAlignment = "Top";
    format.wrapText = true;
    format.indentLevel = 2;
    for (const edge of [
      "EdgeTop",
      "EdgeBottom",
      "EdgeLeft",
      "EdgeRight",
      "InsideHorizontal",
      "InsideVertical",
    ] as const) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.weight = edge.startsWith("Edge") ? "Medium" : "Thin";
      border.color = edge.startsWith("Edge") ? "#000000" : "#CCCCCC";
    }
    sheet.getRange("A:A").format.columnWidth = 120;
    sheet.getRange("1:1").format.rowHeight = 36;
    range.numberFormat = [
      ["0.00", "@", "0%"],
      ["0.00", "@", "0%"],
      ["0.00", "@", "0%"],
    ];
    await context.sync();
    const read = sheet.getRange("B2:D4").load("numberFormat");
    read.format.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel");
    read.format.font.load("name,size,italic,color,bold");
    const inner = sheet.getRange("C3").format.borders.getItem("EdgeTop").load("style,weight,color");
    const outer = sheet.getRange("B2").format.borders.getItem("EdgeLeft").load("style,weight,color");
    const mixed = sheet.getRange("A1:B2").format.font.load("size");
    const width = sheet.getRange("A1").format.load("columnWidth,rowHeight");
    await context.sync();
    return {
      font: [
        read.format.font.name,
        read.format.font.size,
        read.format.font.italic,
        read.format.font.color,
        read.format.font.bold,
      ],
      align: [
        read.format.horizontalAlignment,
        read.format.verticalAlignment,
        read.format.wrapText,
        read.format.indentLevel,
      ],
      inner: [inner.style, inner.weight, inner.color],
      outer: [outer.style, outer.weight, outer.color],
      mixed: mixed.size,
      size: [width.columnWidth, width.rowHeight],
      formats: read.numberFormat[1],
    };
  });
  expect(seen.font).toEqual(["Segoe UI", 14, true, "#123456", false]);
  expect(seen.align).toEqual(["Center", "Top", true, 2]);
  expect(seen.inner).toEqual(["Continuous", "Thin", "#CCCCCC"]);
  expect(seen.outer).toEqual(["Continuous", "Medium", "#000000"]);
  expect(seen.mixed).toBeNull();
  expect(seen.size).toEqual([120, 36]);
  expect(seen.formats).toEqual(["0.00", "@", "0%"]);
});

test("text that Excel would read as a formula becomes one unless it is marked as text", async () => {
  const seen = await run(async (sheet, context) => {
    sheet.getRange("A1:A6").values = [["'=1+1"], ["-5"], ["+1+1"], ["5%"], ["'007"], ["TRUE"]];
    sheet.getRange("B1").numberFormat = [["@"]];
    sheet.getRange("B1").values = [["=1+1"]];
    const read = sheet.getRange("A1:B6").load("values,formulas,valueTypes");
    await context.sync();
    return {
      values: read.values.map((r) => r[0] as unknown),
      b: read.values[0]?.[1] as unknown,
      formula: read.formulas[2]?.[0] as unknown,
    };
  });
  expect(seen.values).toEqual(["=1+1", -5, 2, 0.05, "007", true]);
  expect(seen.b).toBe("=1+1");
  expect(seen.formula).toBe("=+1+1");
});

test("page set-up, breaks, properties, settings and XML parts are kept", async () => {
  const xml = '<?xml version="1.0"?><x:data xmlns:x="a" xmlns="urn:spbe:1">1</x:data>';
  const seen = await run(async (sheet, context) => {
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4";
    pageLayout.setPrintArea("A1:N48");
    pageLayout.setPrintTitleRows("$1:$1");
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.centerHorizontally = true;
    pageLayout.leftMargin = 36;
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "Halaman &P dari &N";
    sheet.horizontalPageBreaks.add("A20");
    sheet.customProperties.add("peran", "penilaian");
    context.workbook.settings.add("spbe", { versi: 1 });
    context.workbook.properties.title = "Penilaian";
    context.workbook.customXmlParts.add(xml);
    await context.sync();
    pageLayout.load("orientation,paperSize,zoom,centerHorizontally,leftMargin");
    const footer = pageLayout.headersFooters.defaultForAllPages.load("centerFooter");
    const area = pageLayout.getPrintArea().load("address");
    const titles = pageLayout.getPrintTitleRowsOrNullObject().load("address");
    const setting = context.workbook.settings.getItem("spbe").load("value");
    const own = sheet.customProperties.getItemOrNullObject("peran").load("value");
    const properties = context.workbook.properties.load("title");
    const part = context.workbook.customXmlParts.getByNamespace("urn:spbe:1").getOnlyItemOrNullObject();
    part.load("id");
    await context.sync();
    const text = part.getXml();
    await context.sync();
    part.setXml(xml.replace(">1<", ">2<"));
    const changed = part.getXml();
    await context.sync();
    part.delete();
    const none = context.workbook.customXmlParts.getByNamespace("urn:spbe:1").getOnlyItemOrNullObject();
    await context.sync();
    return {
      page: [
        pageLayout.orientation,
        pageLayout.paperSize,
        pageLayout.zoom,
        pageLayout.centerHorizontally,
        pageLayout.leftMargin,
      ],
      addresses: [area.address, titles.address, footer.centerFooter],
      setting: setting.value as unknown,
      own: own.value,
      title: properties.title,
      xml: [text.value === xml, changed.value.includes(">2<")],
      none: none.isNullObject,
    };
  });
  expect(seen.page).toEqual(["Landscape", "A4", { horizontalFitToPages: 1, verticalFitToPages: 0 }, true, 36]);
  expect(seen.addresses).toEqual(["Sheet1!A1:N48", "Sheet1!1:1", "Halaman &P dari &N"]);
  expect(seen.setting).toEqual({ versi: 1 });
  expect([seen.own, seen.title]).toEqual(["penilaian", "Penilaian"]);
  expect(seen.xml).toEqual([true, true]);
  expect(seen.none).toBe(true);
});

test("charts keep what they were given", async () => {
  const seen = await run(async (sheet, context) => {
    sheet.getRange("A1:C4").values = [
      ["Aspek", "Capaian", "Target"],
      ["Kebijakan", 2.5, 3],
      ["Tata Kelola", 3.1, 4],
      ["Layanan", 4, 4],
    ];
    const chart = sheet.charts.add("Radar", sheet.getRange("A1:C4"), "Columns");
    chart.name = "Radar";
    chart.title.text = "Aspek";
    chart.setPosition("E2", "J20");
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.maximum = 5;
    chart.axes.valueAxis.majorGridlines.visible = true;
    chart.legend.position = "Bottom";
    chart.series.getItemAt(0).format.line.color = "#0F6CBD";
    const more = chart.series.add("Tambahan");
    more.setValues(sheet.getRange("C2:C4"));
    more.setXAxisValues(sheet.getRange("A2:A4"));
    more.format.fill.setSolidColor("#107C10");
    await context.sync();
    const read = sheet.charts.getItem("Radar").load("name,chartType,height");
    read.title.load("text");
    read.axes.valueAxis.load("minimum,maximum");
    const series = read.series.load("items/name");
    await context.sync();
    read.delete();
    const count = sheet.charts.getCount();
    await context.sync();
    return [
      read.name,
      read.chartType,
      read.title.text,
      read.axes.valueAxis.maximum,
      series.items.map((s) => s.name),
      count.value,
    ];
  });
  expect(seen).toEqual(["Radar", "Radar", "Aspek", 5, ["Capaian", "Target", "Tambahan"], 0]);
});

test("ranges move about, used range, insert and delete shift what the add-in holds", async () => {
  const seen = await run(async (sheet, context) => {
    sheet.getRange("B2:C4").values = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    const base = sheet.getRange("B2:C4");
    const ranges = [
      base.getCell(1, 1),
      base.getRow(2),
      base.getColumn(0),
      base.getResizedRange(1, 1),
      base.getOffsetRange(2, 0),
      base.getBoundingRect("A1:A2"),
      base.getIntersectionOrNullObject("C3:F9"),
      base.getEntireRow(),
      base.getEntireColumn(),
      sheet.getUsedRange(true),
      sheet.getRangeByIndexes(0, 0, 2, 3),
      base.getLastCell(),
    ].map((range) => range.load("address"));
    const outside = base.getIntersectionOrNullObject("X1");
    await context.sync();
    const addresses = ranges.map((range) => range.address);
    const held = sheet.getRange("B4:C4");
    held.load("address");
    await context.sync();
    sheet.getRange("3:4").insert("Down");
    held.load("address,values");
    await context.sync();
    const after = [held.address, held.values];
    sheet.getRange("1:1").delete("Up");
    held.load("address");
    await context.sync();
    return { addresses, outside: outside.isNullObject, after, end: held.address };
  });
  expect(seen.addresses.map((a) => a.replace("Sheet1!", ""))).toEqual([
    "C3",
    "B4:C4",
    "B2:B4",
    "B2:D5",
    "B4:C6",
    "A1:C4",
    "C3:C4",
    "2:4",
    "B:C",
    "B2:C4",
    "A1:C2",
    "C4",
  ]);
  expect(seen.outside).toBe(true);
  expect(seen.after).toEqual(["Sheet1!B6:C6", [[5, 6]]]);
  expect(seen.end).toBe("Sheet1!B5:C5");
});

test("a HYPERLINK formula shows its label", async () => {
  await run(
    async (sheet, context) => (
      (sheet.getRange("A1").formulas = [['=HYPERLINK("#Sheet1!B2","Ke sana")']]),
      context.sync()
    ),
  );
  expect(await excel.values("Sheet1!A1")).toEqual([["Ke sana"]]);
  expect((await excel.formulas("Sheet1!A1"))[0]?.[0]).toBe('=HYPERLINK("#Sheet1!B2","Ke sana")');
});

test("rows grow with wrapped text until somebody sets their height", async () => {
  const heights = await run(async (sheet, context) => {
    sheet.getRange("A1:A2").format.wrapText = true;
    sheet.getRange("A1:A2").values = [["kata ".repeat(40)], ["kata ".repeat(40)]];
    sheet.getRange("2:2").format.rowHeight = 30;
    const read = ["A1", "A2", "A3"].map((address) => sheet.getRange(address).format.load("rowHeight"));
    await context.sync();
    return read.map((format) => format.rowHeight);
  });
  expect(heights[0]).toBeGreaterThan(100);
  expect(heights[1]).toBe(30);
  expect(heights[2]).toBeLessThan(25);
});

test("widths and heights of one batch: undone together, hidden columns keep theirs", async () => {
  const read = () =>
    run(async (sheet, context) => {
      const formats = ["B1", "D3", "E1"].map((address) => sheet.getRange(address).format.load("columnWidth,rowHeight"));
      await context.sync();
      return formats.map((format) => [format.columnWidth, format.rowHeight]);
    });
  const before = await read();
  await run(async (sheet, context) => {
    sheet.getRange("B:B").format.columnWidth = 90;
    sheet.getRange("D:D").format.columnWidth = 120;
    sheet.getRange("D:D").columnHidden = true;
    sheet.getRange("2:4").format.rowHeight = 36;
    await context.sync();
    sheet.getRange("D:D").columnHidden = false;
    await context.sync();
  });
  expect(await read()).toEqual([[90, before[0]?.[1]], [120, 36], before[2]]);
  excel.undo();
  excel.undo();
  expect(await read()).toEqual(before);
});

test("merge, copy, hide, freeze, hyperlink, clear", async () => {
  const seen = await run(async (sheet, context) => {
    sheet.getRange("A1:C1").merge();
    sheet.getRange("A1").values = [["Judul"]];
    sheet.getRange("A3:B3").formulas = [[2, "=A3*2"]];
    sheet.getRange("A4:B6").copyFrom("A3:B3");
    sheet.getRange("5:5").rowHidden = true;
    sheet.getRange("D:D").columnHidden = true;
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B2"));
    sheet.getRange("A8").hyperlink = { documentReference: "Sheet1!A1", textToDisplay: "Ke atas" };
    await context.sync();
    const copied = sheet.getRange("B6").load("formulas,values");
    const hidden = sheet.getRange("5:5").load("rowHidden");
    const column = sheet.getRange("D:D").load("columnHidden");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    const link = sheet.getRange("A8").load("hyperlink,values");
    await context.sync();
    sheet.getRange("A1:C1").unmerge();
    sheet.getRange("A3:B6").clear("Contents");
    const cleared = sheet.getRange("A3:B3").load("values");
    await context.sync();
    return [
      copied.formulas[0]?.[0],
      copied.values[0]?.[0],
      hidden.rowHidden,
      column.columnHidden,
      frozen.address,
      link.hyperlink.documentReference,
      link.values[0]?.[0],
      cleared.values,
    ] as unknown[];
  });
  expect(seen).toEqual(["=A6*2", 4, true, true, "Sheet1!A1:B2", "Sheet1!A1", "Ke atas", [["", ""]]]);
});

test("sheets: add, rename, order, visibility, colour, gridlines, delete", async () => {
  const seen = await run(async (sheet, context) => {
    const { worksheets } = context.workbook;
    const second = worksheets.add("Kriteria");
    worksheets.add("Temuan").visibility = "VeryHidden";
    second.position = 0;
    second.tabColor = "#0F6CBD";
    second.showGridlines = false;
    sheet.name = "Penilaian";
    second.activate();
    await context.sync();
    worksheets.load("items/name,items/position,items/visibility,items/tabColor,items/showGridlines");
    const active = worksheets.getActiveWorksheet().load("name");
    await context.sync();
    const list = worksheets.items.map((s) => [s.name, s.position, s.visibility, s.tabColor, s.showGridlines]);
    worksheets.getItem("Temuan").delete();
    worksheets.add("Temuan");
    const count = worksheets.getCount();
    await context.sync();
    return { list, active: active.name, count: count.value };
  });
  expect(seen.list).toEqual([
    ["Kriteria", 0, "Visible", "#0F6CBD", false],
    ["Penilaian", 1, "Visible", "", true],
    ["Temuan", 2, "VeryHidden", "", true],
  ]);
  expect([seen.active, seen.count]).toEqual(["Kriteria", 3]);
  const taken = run(
    async (s, context) => ((s.name = "x"), context.workbook.worksheets.add("Penilaian"), context.sync()),
  );
  await expect(taken).rejects.toMatchObject({ code: "ItemNotFound" });
});
