/** The page itself, in Chromium, with the small add-in of this folder. Needs `npx webpack --config-name workbench-page`. */
import path from "node:path";
import { type OpenWorkbench, openWorkbench } from "../harness/browser";

jest.setTimeout(120_000);

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench({ addin: path.join(__dirname, "fixture-addin") });
});
afterAll(() => workbench.close());

const log = (): Promise<string> => workbench.pane.locator("#log").innerText();

test("the ribbon button of the manifest inserts; charts show; the sheet is protected but for its input cells", async () => {
  await workbench.press("Sisipkan Templat");
  await workbench.pane.getByText("disisipkan").waitFor();
  expect(Number(await workbench.cellValue("Penilaian", "G1"))).toBeCloseTo(138 / 47, 10);
  expect(await workbench.cellText("Penilaian", "C2")).toBe("2,13%");
  await workbench.page.locator("canvas[role=img]").first().waitFor();
  expect(await workbench.page.locator("canvas[role=img]").count()).toBe(2);
  await workbench.page.getByText("Sheet1", { exact: true }).click();
  await workbench.page.locator("canvas[role=img]").first().waitFor({ state: "detached" });
  await workbench.page.getByText("Penilaian", { exact: true }).click();
  await workbench.page.locator("canvas[role=img]").nth(1).waitFor();
  await workbench.typeInto("Penilaian!A3", "ditimpa");
  expect(await workbench.cellText("Penilaian", "A3")).toBe("Indikator 2");
  expect(await workbench.page.locator("canvas[role=img]").count()).toBe(2);
  await workbench.screenshot("meja-kerja-terang");
});

test("a level typed in the grid is heard in the pane and recalculates; undo takes it back", async () => {
  await workbench.typeInto("Penilaian!B3", "5");
  await workbench.pane.getByText("ubah B3 Unknown").waitFor();
  expect(await workbench.cellValue("Penilaian", "G1")).toBe(3);
  await workbench.click("Penilaian!B5");
  await workbench.page.keyboard.press("Control+z");
  await workbench.page.waitForTimeout(400);
  expect(await workbench.cellValue("Penilaian", "B3")).toBe(2);
});

test("an entry that the validation refuses does not stay", async () => {
  await workbench.typeInto("Penilaian!B4", "9");
  await workbench.page.keyboard.press("Escape");
  await workbench.page.waitForTimeout(300);
  expect(await workbench.cellValue("Penilaian", "B4")).toBe(3);
});

test("while a cell is being edited the add-in's requests are refused", async () => {
  await workbench.page.keyboard.press("Escape");
  await workbench.click("Penilaian!B6");
  await workbench.page.keyboard.type("4");
  const editing = await workbench.page.evaluate(() => window.workbench?.host?.cellEditMode);
  await workbench.page.keyboard.press("Escape");
  await workbench.page.waitForTimeout(200);
  expect([editing, await workbench.page.evaluate(() => window.workbench?.host?.cellEditMode)]).toEqual([true, false]);
});

test("the context menu of a cell carries the add-in's command", async () => {
  await workbench.click("Penilaian!B7", "right");
  await workbench.page.getByText("Tunjukkan kriteria").click();
  await workbench.pane.getByText("kriteria diminta").waitFor();
  expect(await log()).toContain("pilih B7");
});

test("the workbook survives a reload: cells, charts, rules, protection, the sheet that showed", async () => {
  await workbench.reload();
  await workbench.page.locator("canvas[role=img]").first().waitFor();
  expect(await workbench.page.locator("canvas[role=img]").count()).toBe(2);
  expect(Number(await workbench.cellValue("Penilaian", "G1"))).toBeCloseTo(138 / 47, 10);
  await workbench.typeInto("Penilaian!A3", "ditimpa");
  expect(await workbench.cellText("Penilaian", "A3")).toBe("Indikator 2");
  const state = await workbench.page.evaluate(() => {
    const host = window.workbench?.host;
    const sheet = host?.workbook.worksheets.getActiveWorksheet();
    return [
      sheet?.name,
      sheet?.tables.items[0]?.name,
      sheet?.getRange("B4").dataValidation.type,
      sheet?.getRange("B4").conditionalFormats.count,
      host?.workbook.names.items[0]?.formula,
    ];
  });
  expect(state).toEqual(["Penilaian", "SPBE_Uji", "List", 1, "=Penilaian!$B$2:$B$48"]);
});

test("saving gives a file, and opening that file gives the workbook back", async () => {
  await workbench.press("Berkas ▾");
  const [download] = await Promise.all([
    workbench.page.waitForEvent("download"),
    workbench.page.getByRole("button", { name: "Simpan .xlsx" }).click(),
  ]);
  const file = path.join(path.resolve(__dirname, "../../out"), "simpan.xlsx");
  await download.saveAs(file);
  await workbench.press("Berkas ▾");
  await Promise.all([
    workbench.page.waitForEvent("load"),
    workbench.page.getByRole("button", { name: "Buku kerja kosong" }).click(),
  ]);
  await workbench.page.waitForFunction(() => window.workbench?.host !== undefined);
  expect(
    await workbench.page.evaluate(() => window.workbench?.host?.workbook.worksheets.items.map((sheet) => sheet.name)),
  ).toEqual(["Sheet1"]);
  await Promise.all([workbench.page.waitForEvent("load"), workbench.page.locator("#berkas").setInputFiles(file)]);
  await workbench.page.waitForFunction(() => (window.workbench?.functions.length ?? 0) > 0);
  await workbench.page.waitForTimeout(500);
  expect(Number(await workbench.cellValue("Penilaian", "G1"))).toBeCloseTo(138 / 47, 10);
  await workbench.screenshot("meja-kerja-dibuka");
});

test("dark theme and English reach grid, numbers and pane", async () => {
  await Promise.all([
    workbench.page.waitForEvent("load"),
    workbench.page.getByLabel("Tema Office").selectOption("dark"),
  ]);
  await workbench.page.waitForFunction(() => window.workbench?.host !== undefined);
  await Promise.all([
    workbench.page.waitForEvent("load"),
    workbench.page.getByLabel("Bahasa Excel").selectOption("en-US"),
  ]);
  await workbench.pane.getByText("siap en-US").waitFor();
  expect(await workbench.cellText("Penilaian", "C2")).toBe("2.13%");
  await workbench.page.waitForTimeout(500);
  await workbench.screenshot("meja-kerja-gelap");
});

test("nothing was asked from elsewhere and nothing failed", () => {
  expect(workbench.outside).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
