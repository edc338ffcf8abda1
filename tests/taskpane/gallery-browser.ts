import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import webpack from "webpack";

const ROOT = path.resolve(__dirname, "../..");

const HTML = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>SPBE</title>
<style>html,body,#pane{height:100%;margin:0}</style></head><body><div id="pane"></div><script src="gallery.js"></script></body></html>`;

/** The gallery page over loopback: its script is too large to be handed to every page by the browser's driver. */
export async function serveGallery(): Promise<{ address: string; server: Server }> {
  const script = await buildGallery();
  const server = createServer((request, response) => {
    const asked = request.url?.endsWith("gallery.js") ?? false;
    response.setHeader("content-type", asked ? "text/javascript" : "text/html");
    response.setHeader("cache-control", "max-age=3600");
    response.end(asked ? script : HTML);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** One script with every view in it, so that a state is ready when it has rendered. */
async function buildGallery(): Promise<Buffer> {
  const folder = path.join(os.tmpdir(), `spbe-gallery-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const compiler = webpack({
    mode: "development",
    devtool: false,
    context: ROOT,
    entry: "./tests/taskpane/gallery.tsx",
    output: { path: folder, filename: "gallery.js" },
    resolve: { extensions: [".ts", ".tsx", ".js", ".json"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
        },
      ],
    },
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString({ all: false, errors: true })));
      else compiler.close(() => resolve());
    });
  });
  return readFileSync(path.join(folder, "gallery.js"));
}

export async function openBrowser(): Promise<Browser> {
  const { default: chromium } = await import("@sparticuz/chromium");
  const executablePath = await chromium.executablePath();
  // The fonts that come with this Chromium, wider than those of Office: what fits here fits there.
  const fonts = path.join(os.tmpdir(), "fonts");
  return playwright.launch({
    executablePath,
    env: { ...process.env, ...(existsSync(fonts) && { FONTCONFIG_PATH: fonts }) },
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export type GalleryMode = "light" | "dark" | "contrast";

export interface Look {
  readonly width: number;
  readonly mode: GalleryMode;
  readonly locale?: "id" | "en";
}

/** A page of one width, mode and locale; it shows one state after another, so that its script is compiled once. */
export async function openLook(
  browser: Browser,
  address: string,
  look: Look,
): Promise<(state: string) => Promise<Page>> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 800 },
    deviceScaleFactor: 2,
    forcedColors: look.mode === "contrast" ? "active" : "none",
    colorScheme: look.mode === "dark" ? "dark" : "light",
    reducedMotion: "reduce",
    timezoneId: "Asia/Jakarta",
  });
  const page = await context.newPage();
  const mode = look.mode === "dark" ? "dark" : "light";
  return async (state) => {
    await page.goto(`${address}/?state=${state}&mode=${mode}&locale=${look.locale ?? "id"}`);
    await page.waitForSelector("[data-ready]");
    await fitHeight(page);
    return page;
  };
}

/** Makes the window as tall as the content, so that a picture shows all of it. */
async function fitHeight(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 350;
  await page.setViewportSize({ width, height: 800 });
  const hidden = await page.evaluate(() => {
    const main = document.querySelector("main");
    return main ? main.scrollHeight - main.clientHeight : 0;
  });
  if (hidden > 0) await page.setViewportSize({ width, height: 800 + hidden });
  // What reacts to the new size has done so two frames later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What stands outside the pane or is cut off: texts of the elements, empty when nothing is. */
export const clippedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const pen = document.createElement("canvas").getContext("2d");
    /** A select cuts its text without scrolling, so the chosen option is measured as it is drawn. */
    const cutsOption = (select: HTMLSelectElement): boolean => {
      const style = getComputedStyle(select);
      if (!pen) return false;
      pen.font = style.font;
      const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return pen.measureText(select.selectedOptions[0]?.text ?? "").width > room + 1;
    };
    return [...document.querySelectorAll<HTMLElement>("#pane *")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (style.visibility === "hidden" || box.width <= 1 || box.height <= 1) return false;
        if (element.closest("[aria-hidden=true], [data-tabster-dummy], [role=status]")) return false;
        if (element instanceof HTMLSelectElement && cutsOption(element)) return true;
        if (box.left < -0.5 || box.right > wide + 0.5) return true;
        const cuts = style.overflowX === "hidden" || style.overflowX === "clip";
        return cuts && element.matches("span, div, button, td, th") && !element.querySelector("[data-overflow-item]")
          ? element.scrollWidth > element.clientWidth + 1
          : false;
      })
      .map(
        (element) =>
          `${element.tagName} ${element.className.slice(0, 30)}: ${(element.textContent ?? "").slice(0, 60)}`,
      );
  });
