import sample from "../../src/workbook/sample-bandar-lampung-2023.json";
import type { OpenWorkbench } from "../harness/browser";

/** Bandar Lampung 2023 (Keputusan Menteri PANRB 13/2024): the published levels, index 2.1545, Cukup. */
export const LEVELS: readonly number[] = sample.levels;

/** The cell of Penilaian that holds the level of an indicator. */
export const levelCell = (indicator: number): string => `Penilaian!G${5 + indicator}`;

const PATIENCE_MS = 20_000;

/** Reads until the answer is the expected one; fails with the difference when it never becomes it. */
export async function eventually<T>(read: () => Promise<T>, expected: unknown): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await read();
    try {
      expect(found).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const tab = async ({ pane }: OpenWorkbench, name: string): Promise<void> => {
  const shown = pane.getByRole("tab", { name, exact: true });
  if (await shown.isVisible()) return shown.click();
  await pane.getByRole("button", { name: "Tampilan lain dan bahasa" }).click();
  await pane.getByRole("menuitem", { name, exact: true }).click();
};

/** Fills in the start form of an empty workbook and waits until the assessment shows. */
export async function insertTemplate(workbench: OpenWorkbench): Promise<void> {
  const { pane } = workbench;
  await pane.getByRole("textbox", { name: "Instansi" }).fill(sample.agency);
  const year = pane.getByRole("spinbutton", { name: "Tahun" });
  await year.fill(String(sample.year));
  await year.press("Tab");
  await pane.getByRole("button", { name: "Sisipkan templat" }).click();
  await pane.getByText("disisipkan", { exact: false }).first().waitFor({ timeout: 60_000 });
}

/** Pastes text from the clipboard with its first cell at the address, as a person does. */
export async function paste(workbench: OpenWorkbench, address: string, text: string): Promise<void> {
  const { page } = workbench;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.bringToFront();
  await workbench.click(address);
  await page.evaluate((block) => navigator.clipboard.writeText(block), text);
  await page.keyboard.press("Control+v");
}

/** The selected cell, with its sheet. */
export const selection = ({ page }: OpenWorkbench): Promise<string> =>
  page.evaluate(() => {
    const host = window.workbench?.host;
    if (host === undefined) throw new Error("the workbench is not ready");
    const range = host.workbook.getSelectedRange();
    return range.address;
  });

export const sheetNames = ({ page }: OpenWorkbench): Promise<string[]> =>
  page.evaluate(() => window.workbench?.host?.workbook.worksheets.items.map(({ name }) => name) ?? []);

/** The text of every cell of an area, row by row. */
export const texts = ({ page }: OpenWorkbench, sheet: string, address: string): Promise<string[][]> =>
  page.evaluate(
    async ([name, area]) => {
      const host = window.workbench?.host;
      if (host === undefined) throw new Error("the workbench is not ready");
      await host.finishWrites();
      await host.calculation.finish();
      return host.workbook.worksheets.getItem(name).getRange(area).text ?? [];
    },
    [sheet, address] as const,
  );

export const formula = ({ page }: OpenWorkbench, sheet: string, address: string): Promise<string> =>
  page.evaluate(
    ([name, area]) =>
      String(window.workbench?.host?.workbook.worksheets.getItem(name).getRange(area).formulas?.[0]?.[0]),
    [sheet, address] as const,
  );

/** Opens an .xlsx from the menu and waits until the pane has read it. */
export async function openFile(workbench: OpenWorkbench, file: string): Promise<void> {
  const { page } = workbench;
  await Promise.all([page.waitForEvent("load"), page.locator("#berkas").setInputFiles(file)]);
  await assessmentReady(workbench);
}

/** Opens the sample city from the menu: Kota Bandar Lampung 2023, published levels. */
export async function openSample(workbench: OpenWorkbench): Promise<void> {
  await workbench.press("Berkas ▾");
  await Promise.all([
    workbench.page.waitForEvent("load"),
    workbench.page.getByRole("button", { name: "Contoh: Kota Bandar Lampung 2023" }).click(),
  ]);
  await assessmentReady(workbench);
}

async function assessmentReady({ page, pane }: OpenWorkbench): Promise<void> {
  await page.waitForFunction(() => (window.workbench?.functions.length ?? 0) > 0, null, { timeout: 60_000 });
  await pane.getByText("Terisi", { exact: true }).waitFor({ timeout: 60_000 });
}

/** Every filled cell of every sheet as address and formula or value. */
export const contents = ({ page }: OpenWorkbench): Promise<[string, string][]> =>
  page.evaluate(async () => {
    const host = window.workbench?.host;
    if (host === undefined) throw new Error("the workbench is not ready");
    await host.finishWrites();
    const { book } = host.engine;
    return book.getSheets().flatMap((sheet) => {
      const cells: [string, string][] = [];
      sheet
        .getSheet()
        .getCellMatrix()
        .forValue((row, column, cell) => {
          const text = String(cell?.f ?? cell?.v ?? "");
          if (text === "") return;
          let letters = "";
          for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
            letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
          cells.push([`${sheet.getSheetName()}!${letters}${row + 1}`, text]);
        });
      return cells;
    });
  });
