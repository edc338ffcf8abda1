/** The main job as a person does it: production bundle, real Chromium, grid and pane. Needs `npm run build`. */
import { type OpenWorkbench, openWorkbench } from "../harness/browser";
import {
  eventually,
  formula,
  insertTemplate,
  levelCell,
  LEVELS,
  paste,
  selection,
  sheetNames,
  tab,
  texts,
} from "./start";

jest.setTimeout(120_000);

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

const home = (): ReturnType<OpenWorkbench["pane"]["getByRole"]> => workbench.pane.getByRole("main");
const index = async (): Promise<unknown> => Number(Number(await workbench.cellValue("Indeks", "A5")).toFixed(10));

test("the pane's form puts the template into an empty workbook", async () => {
  await insertTemplate(workbench);
  expect(await sheetNames(workbench)).toEqual([
    "Sheet1",
    "Identitas",
    "Penilaian",
    "Kriteria",
    "Data Dukung",
    "Indeks",
  ]);
  expect(await workbench.cellText("Indeks", "C5")).toBe("belum lengkap 0/47");
  await home().getByText("belum lengkap 0/47").waitFor();
  expect(await selection(workbench)).toBe("Penilaian!A1");
  await workbench.screenshot("templat-disisipkan");
  await workbench.click("Indeks!A1");
  await workbench.screenshot("indeks-belum-lengkap");
});

/** What a cell's looks say; pasted text leaves them alone. */
const alignment = (address: string): Promise<unknown> =>
  workbench.page.evaluate((cell) => {
    const [sheet = "", local = ""] = cell.split("!");
    return window.workbench?.host?.workbook.worksheets.getItem(sheet).getRange(local).format.horizontalAlignment;
  }, address);

test("levels pasted into Penilaian give the city's published result, on the sheet and in the pane", async () => {
  await paste(workbench, levelCell(1), LEVELS.join("\n"));
  await eventually(index, 2.1545);
  expect(await alignment(levelCell(1))).toBe("Center");
  expect(await formula(workbench, "Indeks", "A5")).toMatch(/^=SPBE\.INDEX\(/);
  expect(await workbench.cellText("Indeks", "A5")).toBe("2,15");
  expect(await formula(workbench, "Indeks", "C5")).toContain("SPBE.PREDICATE(");
  expect(await workbench.cellText("Indeks", "C5")).toBe("Cukup");
  expect((await texts(workbench, "Indeks", "D8:D11")).flat()).toEqual(["1,40", "1,70", "1,00", "3,04"]);
  expect(await formula(workbench, "Indeks", "D8")).toContain("SPBE.DOMAIN(");
  await home().getByText("2,15", { exact: true }).waitFor();
  await home().getByText("Cukup", { exact: true }).first().waitFor();
});

test("a level changed in the grid by keyboard moves sheet and pane; what cannot be a level is a finding", async () => {
  await workbench.typeInto(levelCell(47), "2");
  await eventually(index, 2.1845);
  await home().getByText("2,18", { exact: true }).waitFor();
  await workbench.typeInto(levelCell(47), "1");
  await home().getByText("2,15", { exact: true }).waitFor();

  await paste(workbench, levelCell(46), "tiga setengah");
  await home().getByText("belum lengkap 46/47").waitFor();
  await tab(workbench, "Temuan");
  await workbench.pane.getByRole("article").filter({ hasText: "V01" }).getByText("tiga setengah").waitFor();
  await workbench.typeInto(levelCell(46), "1");
  await workbench.pane.getByText("tiga setengah").waitFor({ state: "detached" });
});

test("a claim above the criteria that are met is V03 in the pane and on the sheet; Ke sel selects its cell", async () => {
  const { pane } = workbench;
  await tab(workbench, "Indikator");
  await workbench.click(levelCell(17));
  await pane.getByRole("heading", { level: 1 }).filter({ hasText: "17" }).waitFor();
  const answers = pane.getByRole("radiogroup", { name: "Kriteria 2b" });
  await answers.getByRole("radio", { name: "Tidak" }).click();
  await tab(workbench, "Temuan");
  const finding = pane.getByRole("article").filter({ hasText: "V03" });
  await finding.waitFor();

  await pane.getByRole("button", { name: "Validasi ulang" }).click();
  await pane.getByText("ditulis ke lembar Temuan").first().waitFor();
  const rows = await texts(workbench, "Temuan", "A6:F120");
  const at = rows.findIndex(([, code, no]) => code === "V03" && no === "17");
  expect(rows[at]?.[0]).toBe("kesalahan");
  expect(rows[at]?.[3]).toBe("Penilaian G22");

  await workbench.click("Temuan!A1");
  await finding.getByText("Ke sel G22").click();
  await eventually(() => selection(workbench), "Penilaian!G22");
  await workbench.screenshot("temuan-ke-sel");
});

test("Urungkan takes back what the add-in wrote last: the sheet Temuan, a level", async () => {
  const { pane } = workbench;
  const undo = pane.getByRole("button", { name: "Urungkan" });
  await undo.click();
  await eventually(async () => (await sheetNames(workbench)).includes("Temuan"), false);
  const answer = (await texts(workbench, "Kriteria", "A6:G700")).find(([no, , , code]) => no === "17" && code === "2b");
  expect(answer?.[6]).toBe("Tidak");
  // Nine more steps are kept: the next one is offered at once.
  await pane.getByRole("button", { name: "Urungkan sebelumnya" }).waitFor();

  await tab(workbench, "Indikator");
  await pane.getByText("Tulis tingkat 2").click();
  await eventually(() => workbench.cellText("Penilaian", "G22"), "2");
  await undo.click();
  await eventually(() => workbench.cellText("Penilaian", "G22"), "3");
});

test("the add-in will start with this workbook, its pane closed or not", async () => {
  const frame = workbench.page.frames().find((one) => one.url().endsWith("/addin/taskpane.html"));
  await eventually(async () => String(await frame?.evaluate(() => Office.addin.getStartupBehavior())), "Load");
});

test("after a reload everything is still there", async () => {
  const before = await texts(workbench, "Penilaian", "A1:O52");
  await workbench.reload();
  await workbench.pane.getByText("2,15", { exact: true }).waitFor();
  await eventually(() => texts(workbench, "Penilaian", "A1:O52"), before);
  await eventually(index, 2.1545);
  expect(await workbench.cellText("Indeks", "C5")).toBe("Cukup");
});

test("nothing was asked from elsewhere and nothing failed", () => {
  expect(workbench.outside).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
