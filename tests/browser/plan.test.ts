/** From the sample city to the leader's page in one run: target, plan, Rencana, Banding, Ringkasan. */
import { type OpenWorkbench, openWorkbench } from "../harness/browser";
import { eventually, openSample, sheetNames, tab, texts } from "./start";

jest.setTimeout(120_000);

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench();
  await openSample(workbench);
});
afterAll(() => workbench.close());

const main = () => workbench.pane.getByRole("main");

test("the target set on Beranda is kept in the workbook and is what Rencana plans for", async () => {
  const { pane, page } = workbench;
  await pane.getByText("Tetapkan target").click();
  await pane.getByRole("textbox", { name: "Target indeks" }).fill("2,60");
  await page.keyboard.press("Enter");
  await main().getByText("0,45 lagi menuju target 2,60 · Baik").waitFor();
  await tab(workbench, "Rencana");
  await expect(pane.getByRole("spinbutton", { name: "Target" }).inputValue()).resolves.toBe("2,60");
  await main().getByText("Rencana termurah").waitFor();
});

test("the cheapest plan is shown with its result and written to Rencana step by step", async () => {
  const { pane } = workbench;
  const shown = await main().innerText();
  const [, effort = "", steps = ""] = /Upaya\s+([\d,]+)\s+Indikator\s+(\d+)/.exec(shown) ?? [];
  expect(Number(steps)).toBeGreaterThan(0);
  expect(Number(effort.replace(",", "."))).toBeGreaterThan(0);
  await main().getByText("2,60", { exact: true }).first().waitFor();
  await workbench.screenshot("rencana");
  await pane.getByRole("button", { name: "Tulis ke lembar Rencana" }).click();
  await pane.getByText(`Rencana dengan ${steps} langkah ditulis.`).first().waitFor();
  const rows = (await texts(workbench, "Rencana", "A6:J60")).filter(
    ([no, , , from]) => /^\d+$/.test(no ?? "") && from !== "",
  );
  expect(rows).toHaveLength(Number(steps));
  for (const [, name, , from, to] of rows) {
    expect(name).not.toBe("");
    expect(Number(to)).toBeGreaterThan(Number(from));
  }
});

test("Banding says where the city stands among the published results", async () => {
  await tab(workbench, "Banding");
  await main()
    .getByText(/^dari \d+/)
    .waitFor();
  await main()
    .getByText(/Median \d,\d\d, tertinggi \d,\d\d/)
    .waitFor();
  await workbench.pane.getByRole("combobox", { name: "Tahun" }).selectOption("2023");
  await main()
    .getByText(/Bandar Lampung/)
    .first()
    .waitFor();
  await workbench.screenshot("banding");
});

test("Ringkasan is written from the ribbon, with index, predicate and the plan's result", async () => {
  await workbench.press("Ringkasan");
  await eventually(async () => (await sheetNames(workbench)).includes("Ringkasan"), true);
  await workbench.pane.getByText("Lembar Ringkasan ditulis.").first().waitFor();
  const page = (await texts(workbench, "Ringkasan", "A1:T60")).flat().join("\n");
  expect(page).toMatch(/Bandar Lampung/);
  expect(page).toMatch(/^2,15$/m);
  expect(page).toMatch(/Cukup/);
  await workbench.click("Ringkasan!A1");
  await workbench.screenshot("ringkasan");
});

test("nothing was asked from elsewhere and nothing failed", () => {
  expect(workbench.outside).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
