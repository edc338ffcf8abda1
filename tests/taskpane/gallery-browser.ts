import { existsSync, mkdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium as playwright, type Browser, type BrowserContext, type Page } from "playwright-core";
import webpack from "webpack";

const ROOT = path.resolve(__dirname, "../..");
const ADDRESS = "http://gallery.test";

/** The gallery page as one script, as webpack makes the pane itself. */
export async function buildGallery(): Promise<string> {
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
  return readFileSync(path.join(folder, "gallery.js"), "utf8");
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

export interface Shot {
  readonly state: string;
  readonly width: number;
  readonly mode: GalleryMode;
  readonly locale?: "id" | "en";
}

const HTML = `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>SPBE</title>
<style>html,body,#pane{height:100%;margin:0}</style></head><body><div id="pane"></div><script src="gallery.js"></script></body></html>`;

/** One state of the pane at one width and in one mode, as tall as its content. */
export async function openShot(
  browser: Browser,
  script: string,
  shot: Shot,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: 800 },
    deviceScaleFactor: 2,
    forcedColors: shot.mode === "contrast" ? "active" : "none",
    colorScheme: shot.mode === "dark" ? "dark" : "light",
    reducedMotion: "reduce",
    timezoneId: "Asia/Jakarta",
  });
  const page = await context.newPage();
  await page.route(`${ADDRESS}/**`, (route) =>
    route.request().url().endsWith("gallery.js")
      ? route.fulfill({ body: script, contentType: "text/javascript" })
      : route.fulfill({ body: HTML, contentType: "text/html" }),
  );
  const mode = shot.mode === "dark" ? "dark" : "light";
  await page.goto(`${ADDRESS}/?state=${shot.state}&mode=${mode}&locale=${shot.locale ?? "id"}`);
  await page.waitForSelector("[data-ready]");
  await fitHeight(page);
  return { page, context };
}

/** Makes the window as tall as the content, so that a picture shows all of it. */
export async function fitHeight(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 350;
  await page.setViewportSize({ width, height: 800 });
  const hidden = await page.evaluate(() => {
    const main = document.querySelector("main");
    return main ? main.scrollHeight - main.clientHeight : 0;
  });
  if (hidden > 0) await page.setViewportSize({ width, height: 800 + hidden });
  await page.waitForTimeout(150);
}

/** What stands outside the pane or is cut off: texts of the elements, empty when nothing is. */
export const clippedIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [...document.querySelectorAll<HTMLElement>("#pane *")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (style.visibility === "hidden" || box.width <= 1 || box.height <= 1) return false;
        if (element.closest("[aria-hidden=true], [data-tabster-dummy], [role=status]")) return false;
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
