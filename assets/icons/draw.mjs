// Draws every icon of the add-in at its exact sizes: node assets/icons/draw.mjs (needs the development packages' Chromium).
// Shapes are given on a 16-unit grid; 16, 32, 64, 80 and 128 pixels are whole multiples of it, so that edges stay sharp.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";

const folder = path.dirname(fileURLToPath(import.meta.url));
const RAMP = ["#C9E2E0", "#8CC5C0", "#4A8A86", "#23746F", "#0A4547"];
const INK = "#0A4547";
const MID = "#23746F";
const PAPER = "#FFFFFF";

const bar = (x, y, w, h, fill) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
const line = (points, color = INK, width = 1) =>
  `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="square" stroke-linejoin="miter"/>`;
const sheet = bar(2, 1, 12, 14, INK) + bar(3, 2, 10, 12, PAPER);

/** The product's mark: five rising steps, one for each level of maturity; more ink, more mature. */
const steps = RAMP.map((fill, n) => bar(1 + 3 * n, 11 - 2 * n, 2, 4 + 2 * n, fill)).join("");

const ICONS = {
  icon: steps,
  panel: bar(1, 2, 14, 12, INK) + bar(2, 3, 7, 10, PAPER) + bar(10, 3, 4, 10, "#8CC5C0"),
  template: sheet + bar(4, 4, 8, 2, MID) + bar(4, 7, 8, 1, INK) + bar(4, 9, 8, 1, INK) + bar(4, 11, 8, 1, INK),
  validate: sheet + line("4.5,8.5 7,11 11.5,5.5", MID, 2),
  index: sheet + bar(4, 10, 2, 3, "#8CC5C0") + bar(7, 7, 2, 6, MID) + bar(10, 4, 2, 9, INK),
  merge: bar(1, 1, 5, 5, "#8CC5C0") + bar(1, 10, 5, 5, MID) + bar(10, 5, 5, 6, INK) + line("6.5,3.5 8,3.5 8,7 9.5,7", INK) + line("6.5,12.5 8,12.5 8,9 9.5,9", INK),
  plan: line("1.5,14 14.5,14", INK) + line("2,12 5,9 8,9 8,6 11,6 13.5,3.5", MID, 2) + line("10,2.5 14,2.5 14,6.5", MID, 1.5),
  summary: sheet + bar(4, 4, 4, 4, MID) + bar(9, 4, 3, 1, INK) + bar(9, 6, 3, 1, INK) + bar(4, 9, 8, 1, INK) + bar(4, 11, 5, 1, INK),
};
const SIZES = { icon: [16, 32, 64, 80, 128] };

const browser = await playwright.launch({
  executablePath: process.env.CHROMIUM || (await chromium.executablePath()),
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();
for (const [name, shapes] of Object.entries(ICONS)) {
  for (const size of SIZES[name] ?? [16, 32, 80]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16" shape-rendering="geometricPrecision">${shapes}</svg>`,
    );
    writeFileSync(path.join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
