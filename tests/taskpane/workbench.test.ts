import { openWorkbench, type OpenWorkbench } from "../harness/browser";

/** The pane as built (dist/), over the workbench's Excel: needs `npm run build` before. */
let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
}, 180_000);
afterAll(async () => {
  await workbench?.close();
});

test("an empty workbook becomes an assessment, and criteria answered in the pane stand on the sheet", async () => {
  const { pane } = workbench;
  await pane.getByLabel("Instansi").fill("Pemerintah Kota Contoh", { timeout: 60_000 });
  await pane.getByRole("button", { name: "Sisipkan templat" }).click();
  await pane.getByText("belum lengkap 0/47").waitFor({ timeout: 120_000 });
  await workbench.screenshot("pane-template");

  await pane.getByRole("tab", { name: "Indikator" }).click();
  await pane.getByRole("heading", { level: 1, name: /^1\./ }).waitFor();
  await pane.getByRole("button", { name: "Lanjut ke 2" }).click();
  await pane.getByRole("radiogroup", { name: "Kriteria 2a" }).getByRole("radio", { name: "Ya" }).click();
  await pane
    .getByText(/Kriteria 2a indikator 2 diubah/)
    .first()
    .waitFor({ timeout: 60_000 });
  await pane.getByRole("button", { name: "Tulis tingkat 2" }).first().click();
  await pane
    .getByText(/Indikator 2 diubah/)
    .first()
    .waitFor({ timeout: 60_000 });
  expect(await workbench.cellText("Penilaian", "G7")).toBe("2");
  expect(await workbench.cellText("Penilaian", "H7")).toBe("2");
  await workbench.screenshot("pane-criterion");

  await pane.getByRole("button", { name: "Urungkan" }).click();
  await pane.getByText("Diurungkan.").first().waitFor({ timeout: 60_000, state: "attached" });
  expect(await workbench.cellText("Penilaian", "G7")).toBe("");
}, 300_000);

test("a level typed in the grid reaches the pane, and a selected row opens its indicator", async () => {
  const { pane } = workbench;
  await workbench.typeInto("Penilaian!G9", "3");
  await pane.getByRole("heading", { level: 1, name: /^4\./ }).waitFor({ timeout: 60_000 });
  await pane.getByRole("tab", { name: "Beranda" }).click();
  await pane.getByText("belum lengkap 1/47").waitFor({ timeout: 60_000 });
  await workbench.screenshot("pane-home");
}, 180_000);

test("nothing is asked of the network and no error is on the console", () => {
  expect({ outside: workbench.outside, errors: workbench.errors }).toEqual({ outside: [], errors: [] });
});
