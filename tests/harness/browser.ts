/**
 * The workbench in a real browser: starts its server on a free port over dist/ (built before: `npx webpack`), opens
 * Chromium on it and drives grid and pane.
 *
 *     const workbench = await openWorkbench();                       // the add-in in dist/, or { addin: folder }
 *     await workbench.pane.getByRole("button", { name: "Sisipkan" }).click();
 *     await workbench.typeInto("Penilaian!G2", "4");                 // by keyboard, as a person does
 *     expect(await workbench.cellText("Penilaian", "G2")).toBe("4");
 *     await workbench.screenshot("penilaian");                       // out/screenshots/penilaian.png
 *     await workbench.close();
 *
 * Chromium: the binary inside `@sparticuz/chromium`; CHROMIUM=<path> overrides it; on Windows and macOS an installed
 * Chrome or Edge serves.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import packed from "@sparticuz/chromium";
import { type Browser, chromium, type FrameLocator, type LaunchOptions, type Page } from "playwright-core";
import { type RunningServer, startServer } from "../../workbench/serve";
import "../../workbench/page/bridge";

const ROOT = path.resolve(__dirname, "../..");
const SCREENSHOTS = path.join(ROOT, "out/screenshots");
const READY_TIMEOUT_MS = 60_000;

/** What works headless, as root and without a network. */
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface WorkbenchOptions {
  addin?: string;
  viewport?: { width: number; height: number };
  /** Whether to wait until the add-in's custom functions are callable; true by default. */
  functions?: boolean;
}

export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  readonly server: RunningServer;
  /** Requests to anywhere but the server, and errors on the consoles: both should stay empty. */
  readonly outside: string[];
  readonly errors: string[];
  cellText(sheet: string, address: string): Promise<string>;
  cellValue(sheet: string, address: string): Promise<string | number | boolean>;
  /** Selects the cell with the mouse (its sheet must be visible), types and presses Enter. */
  typeInto(address: string, text: string): Promise<void>;
  click(address: string, button?: "left" | "right"): Promise<void>;
  /** Loads the page anew and waits until it is ready. */
  reload(): Promise<void>;
  /** Presses a button of the menu bar by its text. */
  press(label: string): Promise<void>;
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

async function launch(): Promise<Browser> {
  const options: LaunchOptions = { headless: true, args: ARGUMENTS };
  if (process.env.CHROMIUM) return chromium.launch({ ...options, executablePath: process.env.CHROMIUM });
  if (process.platform === "linux")
    return chromium.launch({ ...options, executablePath: await packed.executablePath() });
  return chromium
    .launch({ ...options, channel: "chrome" })
    .catch(() => chromium.launch({ ...options, channel: "msedge" }));
}

/** Starts server and browser and waits until grid and pane are ready. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<OpenWorkbench> {
  const server = await startServer(
    { dist: path.join(ROOT, "dist"), modules: path.join(ROOT, "node_modules"), addin: options.addin },
    0,
  );
  const browser = await launch();
  const page = await browser.newPage({ viewport: options.viewport ?? { width: 1440, height: 860 } });
  const outside: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob|about):/.test(request.url()))
      outside.push(request.url());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const ready = async (): Promise<void> => {
    await page.waitForFunction(
      (needsFunctions) =>
        window.workbench?.host !== undefined && (!needsFunctions || window.workbench.functions.length > 0),
      options.functions ?? true,
      { timeout: READY_TIMEOUT_MS },
    );
  };
  const read = (sheet: string, address: string, property: "text" | "values"): Promise<string | number | boolean> =>
    page.evaluate(
      async ([name, cell, what]) => {
        const host = window.workbench?.host;
        if (host === undefined) throw new Error("the workbench is not ready");
        await host.finishWrites();
        await host.calculation.finish();
        return host.workbook.worksheets.getItem(name ?? "").getRange(cell)[what as "text" | "values"]?.[0]?.[0] ?? "";
      },
      [sheet, address, property] as const,
    );
  const click = async (address: string, button: "left" | "right" = "left"): Promise<void> => {
    const at = await page.evaluate(placeOfCell, address);
    await page.mouse.click(at.x, at.y, { button });
    await page.waitForTimeout(150);
  };
  await page.goto(server.url);
  await ready();
  return {
    page,
    pane: page.frameLocator("#pane"),
    server,
    outside,
    errors,
    cellText: async (sheet, address) => String(await read(sheet, address, "text")),
    cellValue: (sheet, address) => read(sheet, address, "values"),
    typeInto: async (address, text) => {
      await click(address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      await page.waitForTimeout(250);
    },
    click,
    reload: async () => {
      await page.evaluate(() => window.workbench?.save());
      await page.reload();
      await ready();
    },
    press: async (label) => page.locator("#menu").getByRole("button", { name: label, exact: true }).click(),
    screenshot: async (name) => {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const file = path.join(SCREENSHOTS, `${name}.png`);
      await page.screenshot({ path: file });
      return file;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Runs in the page: brings the cell into view and says where it lies on the screen. */
async function placeOfCell(address: string): Promise<{ x: number; y: number }> {
  const host = window.workbench?.host;
  if (host === undefined) throw new Error("the workbench is not ready");
  const here = host.workbook.worksheets.getActiveWorksheet();
  const range = host.workbook.rangeAt(address, here);
  if (range.worksheet.id !== here.id) range.worksheet.activate();
  const { grid } = range.worksheet;
  const call = <T>(of: object, method: string, ...given: unknown[]): T =>
    Reflect.apply(Reflect.get(of, method) as (...all: unknown[]) => T, of, given);
  const rectangleOf = (row: number, column: number): DOMRect => call(grid.getRange(row, column), "getCellRect");
  const canvases = [...document.querySelectorAll<HTMLCanvasElement>("#grid canvas")].map((canvas) =>
    canvas.getBoundingClientRect(),
  );
  const [canvas] = canvases.sort((a, b) => b.width * b.height - a.width * a.height);
  if (canvas === undefined) throw new Error("the grid has no canvas");
  const { row, column } = range.area;
  // The engine tells where a cell lies before scrolling; what is not frozen has moved by the rows and columns above.
  const frozen = call<{ xSplit: number; ySplit: number }>(grid, "getFreeze");
  const origin = rectangleOf(0, 0);
  const corner = rectangleOf(frozen.ySplit, frozen.xSplit);
  const placed = (): { x: number; y: number; width: number; height: number; hidden: boolean } => {
    const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = call<
      Record<"sheetViewStartRow" | "sheetViewStartColumn" | "offsetX" | "offsetY", number>
    >(grid, "getScrollState");
    const first = rectangleOf(sheetViewStartRow, sheetViewStartColumn);
    const { x, y, width, height } = rectangleOf(row, column);
    const left = column < frozen.xSplit ? x : x - (first.x - origin.x) - offsetX;
    const top = row < frozen.ySplit ? y : y - (first.y - origin.y) - offsetY;
    const hidden =
      (column >= frozen.xSplit && left < corner.x) ||
      (row >= frozen.ySplit && top < corner.y) ||
      left + 20 > canvas.width ||
      top + 20 > canvas.height;
    return { x: left, y: top, width, height, hidden };
  };
  let cell = placed();
  if (cell.hidden) {
    call(grid, "scrollToCell", Math.max(0, row - 3), Math.max(0, column - 2));
    const end = Date.now() + 5_000;
    while (placed().hidden && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    cell = placed();
  }
  return { x: canvas.x + cell.x + Math.min(20, cell.width / 2), y: canvas.y + cell.y + Math.min(8, cell.height / 2) };
}
