import { bootExcel, type ExcelHarness } from "../harness/excel";
import type { FunctionsFile } from "../../workbench/host/functions";

let excel: ExcelHarness;
beforeAll(async () => {
  excel = await bootExcel();
});
beforeEach(() => excel.newWorkbook());
afterAll(() => excel.close());

const run = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => work(context.workbook.worksheets.getItem("Sheet1"), context));

const parameter = (name: string, dimensionality = "scalar") => ({ name, dimensionality });
const file: FunctionsFile = {
  functions: [
    { id: "INDEX", parameters: [parameter("levels", "matrix")] },
    { id: "ECHO", parameters: [parameter("x", "matrix")] },
    { id: "SPILL", parameters: [] },
    { id: "WHERE", parameters: [parameter("x")], options: { requiresAddress: true } },
    { id: "LATER", parameters: [parameter("x")] },
  ],
};

function associate(): void {
  CustomFunctions.associate("INDEX", (levels: unknown[][]) => {
    const numbers = levels.flat().filter((value) => typeof value === "number");
    if (numbers.length === 0)
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "Tingkat belum diisi");
    return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  });
  CustomFunctions.associate("ECHO", (x: unknown[][]) => JSON.stringify(x));
  CustomFunctions.associate("SPILL", () => [
    ["a", 1],
    ["b", 2],
  ]);
  CustomFunctions.associate("WHERE", (_x: unknown, invocation: CustomFunctions.Invocation) => invocation.address);
  CustomFunctions.associate("LATER", async (x: number) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return x * 2;
  });
}

describe("custom functions", () => {
  test("calculate, spill, know their address, answer later; blanks are null or 0 by profile", async () => {
    associate();
    expect(excel.registerFunctions(file)).toEqual([
      "SPBE.INDEX",
      "SPBE.ECHO",
      "SPBE.SPILL",
      "SPBE.WHERE",
      "SPBE.LATER",
    ]);
    await run(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[2], [3], [""]];
      sheet.getRange("C1:C5").formulas = [
        ["=SPBE.INDEX(A1:A2)"],
        ["=SPBE.ECHO(A1:A3)"],
        ["=SPBE.WHERE(1)"],
        ["=SPBE.LATER(A2)"],
        ["=SPBE.SPILL()"],
      ];
      await context.sync();
    });
    const [index, echo, where, later, spill] = await excel.values("Sheet1!C1:D6");
    expect([index?.[0], echo?.[0], where?.[0], later?.[0]]).toEqual([2.5, "[[2],[3],[null]]", "Sheet1!C3", 6]);
    expect([spill, (await excel.values("Sheet1!C6:D6"))[0]]).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    excel.host.functions.profile = "blank-is-zero";
    await run(async (sheet, context) => ((sheet.getRange("A1").values = [[5]]), context.sync()));
    expect((await excel.values("Sheet1!C2"))[0]?.[0]).toBe("[[5],[3],[0]]");
  });

  test("an error reaches the cell and its message the host; a formula older than its function recovers", async () => {
    await run(
      async (sheet, context) => (
        (sheet.getRange("B1:B2").formulas = [["=SPBE.INDEX(A1:A2)"], ["=SPBE.BELUMADA()"]]),
        context.sync()
      ),
    );
    expect(await excel.values("Sheet1!B1:B2")).toEqual([["#NAME?"], ["#NAME?"]]);
    associate();
    excel.registerFunctions(file);
    excel.host.calculation.recalculate();
    expect(await excel.values("Sheet1!B1")).toEqual([["#VALUE!"]]);
    expect([...excel.host.functions.failures.values()]).toEqual([
      { functionName: "SPBE.INDEX", address: "Sheet1!B1", code: "#VALUE!", message: "Tingkat belum diisi" },
    ]);
  });
});

describe("events", () => {
  test("tell what changed, how, and whether the add-in itself did it", async () => {
    const seen: [string, string, string | undefined][] = [];
    const selected: string[] = [];
    await run(async (_sheet, context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        seen.push([event.address, event.changeType, event.triggerSource]);
      });
      context.workbook.worksheets.onSelectionChanged.add(async (event) => {
        selected.push(event.address);
      });
      await context.sync();
    });
    await run(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange("D1").format.fill.color = "#FF0000";
      sheet.getRange("D4").values = [[1]];
      await context.sync();
    });
    await excel.typeInto("Sheet1!B1", 9);
    await run(
      async (sheet, context) => (
        (sheet.getRange("2:3").insert("Down"), sheet.getRange("A:A").delete("Left")),
        context.sync()
      ),
    );
    excel.select("Sheet1!B2:C3");
    await excel.settle();
    expect(seen).toEqual([
      ["A1:B2", "RangeEdited", "ThisLocalAddin"],
      ["D4", "RangeEdited", "ThisLocalAddin"],
      ["B1", "RangeEdited", "Unknown"],
      ["2:3", "RowInserted", "ThisLocalAddin"],
      ["A:A", "ColumnDeleted", "ThisLocalAddin"],
    ]);
    expect(selected.at(-1)).toBe("B2:C3");
  });

  test("stay silent while runtime.enableEvents is off, and after their handler is removed", async () => {
    let count = 0;
    const handler = await run(async (sheet, context) => {
      const added = sheet.onChanged.add(async () => void count++);
      await context.sync();
      context.runtime.enableEvents = false;
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      sheet.getRange("A2").values = [[1]];
      await context.sync();
      return added;
    });
    await excel.settle();
    expect(count).toBe(1);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await excel.typeInto("Sheet1!A3", 1);
    await excel.settle();
    expect(count).toBe(1);
  });

  test("tables hear of changes inside them; sheets of being added, activated and deleted", async () => {
    const seen: string[] = [];
    await run(async (sheet, context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async () => void seen.push("added"));
      worksheets.onDeleted.add(async () => void seen.push("deleted"));
      worksheets.onActivated.add(async () => void seen.push("activated"));
      sheet.getRange("A1:B2").values = [
        ["No", "Tingkat"],
        [1, 2],
      ];
      const table = sheet.tables.add("A1:B2", true);
      await context.sync();
      table.onChanged.add(async (event) => void seen.push(`table ${event.address}`));
      await context.sync();
      const other = worksheets.add("Lain");
      other.activate();
      await context.sync();
      other.delete();
      await context.sync();
    });
    await excel.typeInto("Sheet1!B2", 4);
    await excel.typeInto("Sheet1!F9", 4);
    await excel.settle();
    expect(seen.filter((name) => name !== "activated")).toEqual(["added", "deleted", "table B2"]);
    expect(seen).toContain("activated");
  });
});

test("formulas that compute addresses follow what they point at", async () => {
  await run(async (sheet, context) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("B1:B3").formulas = [["=A1*10"], ['=INDIRECT("B"&A1)+1'], ["=SUM(OFFSET(A1,0,0,2,1))"]];
    await context.sync();
  });
  expect(await excel.values("Sheet1!B1:B3")).toEqual([[10], [11], [3]]);
  await excel.typeInto("Sheet1!A1", 1.5);
  await excel.typeInto("Sheet1!A2", 5);
  await excel.typeInto("Sheet1!A1", 1);
  expect(await excel.values("Sheet1!B1:B3")).toEqual([[10], [11], [6]]);
});

test("while a cell is being edited every request fails with Excel's own code, and works again afterwards", async () => {
  excel.host.cellEditMode = true;
  const write = (): Promise<void> =>
    run(async (sheet, context) => ((sheet.getRange("A1").values = [[1]]), context.sync()));
  await expect(write()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  excel.host.cellEditMode = false;
  await write();
  expect(await excel.values("Sheet1!A1")).toEqual([[1]]);
});

test("a batch is one step to undo, contents, looks and rules together", async () => {
  await run(async (sheet, context) => {
    sheet.getRange("A1").values = [["satu"]];
    await context.sync();
    sheet.getRange("A1").values = [["dua"]];
    sheet.getRange("A2").values = [["tiga"]];
    sheet.getRange("A2").format.fill.color = "#FF0000";
    sheet.getRange("A1:A2").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
    await context.sync();
  });
  excel.undo();
  expect(await excel.values("Sheet1!A1:A2")).toEqual([["satu"], [""]]);
  const left = await run(async (sheet, context) => {
    const cell = sheet.getRange("A2").load("format/fill/color,dataValidation/type");
    await context.sync();
    return [cell.format.fill.color, cell.dataValidation.type];
  });
  expect(left).toEqual(["#FFFFFF", "None"]);
});

test("the pane shows, hides and starts with the workbook; commands reach the add-in", async () => {
  const modes: string[] = [];
  await Office.addin.onVisibilityModeChanged((message) => void modes.push(message.visibilityMode));
  await Office.addin.hide();
  expect(excel.host.runtime.visible).toBe(false);
  await Office.addin.showAsTaskpane();
  await excel.settle();
  expect(modes).toEqual(["Hidden", "Taskpane"]);
  expect(await Office.addin.getStartupBehavior()).toBe("None");
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  expect(await Office.addin.getStartupBehavior()).toBe("Load");
  const pressed: string[] = [];
  Office.actions.associate("tunjukkanKriteria", (event: Office.AddinCommands.Event) => {
    pressed.push(event.source.id);
    event.completed();
  });
  await excel.host.invokeAction("tunjukkanKriteria", "kriteria");
  expect(pressed).toEqual(["kriteria"]);
});

test("document settings survive in the workbook; the language and theme are the host's", async () => {
  const { settings } = Office.context.document;
  settings.set("spbe", { versi: 2 });
  await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
  expect(JSON.parse(excel.host.state.documentSettings.spbe ?? "null")).toEqual({ versi: 2 });
  expect(Office.context.displayLanguage).toBe("en-US");
  expect(Office.context.officeTheme.bodyBackgroundColor.toUpperCase()).toBe("#FFFFFF");
});

test("writes of more than 1,500 cells arrive whole and as one event", async () => {
  const events: string[] = [];
  await run(async (sheet, context) => {
    sheet.onChanged.add(async (event) => void events.push(event.address));
    await context.sync();
    sheet.getRange("A1:J560").values = Array.from({ length: 560 }, (_, i) =>
      Array.from({ length: 10 }, (__, j) => i * 10 + j),
    );
    await context.sync();
  });
  await excel.settle();
  expect((await excel.values("Sheet1!J560"))[0]?.[0]).toBe(5599);
  expect(events).toEqual(["A1:J560"]);
});

test("a template of the real size costs less than four seconds of computing", async () => {
  const started = performance.now();
  const before = process.cpuUsage();
  await run(async (sheet, context) => {
    fillLarge(sheet, 48, 15);
    fillLarge(context.workbook.worksheets.add("Kriteria"), 560, 10);
    await context.sync();
  });
  const { user, system } = process.cpuUsage(before);
  const computing = (user + system) / 1000;
  console.info(
    `48 × 15 and 560 × 10 cells in one batch: ${Math.round(performance.now() - started)} ms, of which ${Math.round(computing)} ms computing`,
  );
  expect((await excel.values("Kriteria!J560"))[0]?.[0]).toBe(1);
  expect(computing).toBeLessThan(4000);
});

function fillLarge(sheet: Excel.Worksheet, rows: number, columns: number): void {
  const last = columns - 1;
  const area = sheet.getRangeByIndexes(0, 0, rows, columns);
  area.formulas = Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) =>
      i === 0 ? `Kolom ${j + 1}` : j === last ? `=COUNTIF(B${i + 1}:D${i + 1},">0")-2` : j,
    ),
  );
  area.format.font.name = "Segoe UI";
  area.format.wrapText = true;
  area.format.verticalAlignment = "Top";
  for (const edge of [
    "EdgeTop",
    "EdgeBottom",
    "EdgeLeft",
    "EdgeRight",
    "InsideHorizontal",
    "InsideVertical",
  ] as const) {
    area.format.borders.getItem(edge).style = "Continuous";
    area.format.borders.getItem(edge).color = "#D1D1D1";
  }
  for (let j = 0; j < columns; j++) {
    const column = sheet.getRangeByIndexes(1, j, rows - 1, 1);
    column.format.protection.locked = j % 2 === 0;
    column.format.fill.color = j % 2 ? "#FFF4CE" : "#FFFFFF";
    column.dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 100, operator: "Between" } };
    sheet.getRangeByIndexes(0, j, 1, 1).format.columnWidth = 60 + j;
  }
  const format = area.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = "=$B2=5";
  format.custom.format.fill.color = "#DFF6DD";
  sheet.tables.add(area, true);
  sheet.freezePanes.freezeRows(1);
}
