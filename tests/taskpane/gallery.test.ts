import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { clippedIn, openBrowser, openLook, serveGallery, type Look } from "./gallery-browser";

/** Every view in its states; GALLERY=all (or names) also takes the pictures. */
const STATES = [
  "home",
  "home-incomplete",
  "home-office",
  "home-empty",
  "home-start-office",
  "home-foreign",
  "home-followed",
  "indicator",
  "indicator-unproven",
  "findings",
  "findings-same",
  "evidence",
  "evidence-form",
  "evidence-collect",
  "evidence-import",
  "evidence-stages",
  "quick",
  "merge",
  "merge-preview",
  "merge-left",
  "merge-conflict",
  "merge-write",
  "merge-done",
  "plan",
  "plan-office",
  "plan-shared",
  "plan-missing",
  "plan-followed",
  "compare",
  "compare-history",
  "compare-merge",
  "share",
  "share-none",
  "problem",
  "written",
];
const LOOKS: readonly Look[] = [
  { width: 320, mode: "light" },
  { width: 350, mode: "dark" },
  { width: 350, mode: "contrast" },
];
const asked = process.env.GALLERY ?? "";
const states = asked === "" || asked === "all" ? STATES : STATES.filter((state) => asked.split(",").includes(state));
const pictures = path.resolve(__dirname, "../../out/screenshots");

/** Every state in every look with GALLERY=all; else each state in one look, in turn, so that the suite stays short. */
const SHOTS = states.flatMap((state, at) =>
  LOOKS.filter((_, look) => asked !== "" || look === at % LOOKS.length).map((look) => ({ state, ...look })),
);

let browser: Browser;
let address: string;
let server: Server;
const pages = new Map<string, Promise<(state: string) => Promise<Page>>>();

async function show(state: string, look: Look): Promise<Page> {
  const key = JSON.stringify(look);
  const page = pages.get(key) ?? openLook(browser, address, look);
  pages.set(key, page);
  return (await page)(state);
}

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [{ address, server }, browser] = await Promise.all([serveGallery(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

describe("views and states", () => {
  test.each(SHOTS)(
    "$state at $width px, $mode: nothing is cut off and axe finds nothing",
    async ({ state, width, mode }) => {
      const page = await show(state, { width, mode });
      if (asked) await page.screenshot({ path: path.join(pictures, `${state}-${mode}-${width}.png`) });
      const clipped = await clippedIn(page);
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const results = await (window as unknown as { axe: typeof axe }).axe.run(
          // Fluent's own focus sentinels are hidden and focusable on purpose.
          { include: "#pane", exclude: "[data-tabster-dummy]" },
          {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
          },
        );
        return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
      });
      expect({ clipped, violations }).toEqual({ clipped: [], violations: [] });
    },
    60_000,
  );
});

test("in English nothing is cut off at 320 px either", async () => {
  const some = states.filter((_, at) => asked !== "" || at % LOOKS.length === 1);
  for (const state of some) {
    const page = await show(state, { width: 320, mode: "light", locale: "en" });
    if (asked) await page.screenshot({ path: path.join(pictures, `${state}-en-320.png`) });
    expect([state, await clippedIn(page)]).toEqual([state, []]);
  }
}, 240_000);
