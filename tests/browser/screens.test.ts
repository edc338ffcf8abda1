/** The workbench as a person sees it: the README's picture, dark theme, a narrow pane, and axe-core on every view. */
import { readFileSync } from "node:fs";
import { type OpenWorkbench, openWorkbench } from "../harness/browser";
import { eventually, levelCell, openSample, selection, tab } from "./start";

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = ["Beranda", "Indikator", "Temuan", "Gabung", "Rencana", "Banding", "Bagikan"];

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench();
  await openSample(workbench);
});
afterAll(() => workbench.close());

/** Opens a view and waits until its script has come. */
async function open(view: string): Promise<void> {
  await tab(workbench, view);
  await workbench.pane.getByText("Membaca buku kerja").waitFor({ state: "detached" });
  await workbench.pane.getByRole("main").waitFor();
}

/** Waits until the formula bar no longer shows how far the calculation is. */
const calculated = (): Promise<void> =>
  workbench.page.getByText("Selesai", { exact: true }).waitFor({ state: "detached", timeout: 60_000 });

/** What axe-core finds in the pane against WCAG A and AA, but for the focus sentinels of Fluent's tab order. */
async function violations(): Promise<string[]> {
  const frame = workbench.page.frames().find((one) => one.url().includes("taskpane.html"));
  if (!frame) throw new Error("the pane has no frame");
  await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations: found } = await axe.run(
      { exclude: "[data-tabster-dummy]" },
      { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    );
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const nothingOverflows = (): Promise<string[]> =>
  workbench.pane.locator("body").evaluate((body) => {
    const width = body.clientWidth;
    return [...body.querySelectorAll("main *, footer *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && element.checkVisibility())
      .map((element) => element.textContent?.slice(0, 40) ?? "");
  });

test("the sample city: Indeks with its charts beside Beranda", async () => {
  await workbench.click("Indeks!A1");
  await workbench.page.locator("canvas[role=img]").nth(1).waitFor();
  await calculated();
  await workbench.screenshot("workbench");
});

test.each(VIEWS)("axe-core has nothing against %s", async (view) => {
  await open(view);
  expect(await violations()).toEqual([]);
});

test("dark theme reaches grid and pane, and keeps its contrast", async () => {
  const { page, pane } = workbench;
  await Promise.all([page.waitForEvent("load"), page.getByLabel("Tema Office").selectOption("dark")]);
  await pane.getByText("Terisi", { exact: true }).waitFor({ timeout: 60_000 });
  await calculated();
  // Rows take their heights when they are first painted, and move what was aimed at.
  const selected = async (): Promise<string> => {
    await workbench.click(levelCell(20));
    return selection(workbench);
  };
  await eventually(selected, levelCell(20));
  await workbench.screenshot("meja-kerja-gelap-contoh");
  expect(await violations()).toEqual([]);
});

test.each(VIEWS)("320 pixels are enough for %s", async (view) => {
  const { page } = workbench;
  await page.addStyleTag({
    content: "#aside { width: 320px !important; min-width: 0 !important; flex: 0 0 320px !important; }",
  });
  await open(view);
  expect(await nothingOverflows()).toEqual([]);
  await workbench.screenshot(`sempit-${view.toLowerCase()}`);
});

test("nothing was asked from elsewhere and nothing failed", () => {
  expect(workbench.outside).toEqual([]);
  expect(workbench.errors).toEqual([]);
});
