import http from "node:http";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareTaskpane, type RunningServer, startServer } from "../../workbench/serve";

const ROOT = path.resolve(__dirname, "../..");
const ADDIN = path.join(__dirname, "fixture-addin");
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(
    { dist: path.join(ROOT, "dist"), modules: path.join(ROOT, "node_modules"), addin: ADDIN },
    0,
  );
});
afterAll(() => server.close());

/** Without the clean-up that a URL object or fetch would give the path. */
const get = (target: string): Promise<{ status: number; body: string; type: string }> =>
  new Promise((resolve, reject) => {
    const request = http.get({ host: "127.0.0.1", port: new URL(server.url).port, path: target }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => (body += part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, type: response.headers["content-type"] ?? "" }),
      );
    });
    request.on("error", reject);
  });

test("taskpane.html gets exactly two changes; every other byte stays", async () => {
  const original = readFileSync(path.join(ADDIN, "taskpane.html"), "utf8");
  const script = '<script src="/workbench/transport.js"></script>';
  const changed = prepareTaskpane(original);
  expect(changed).not.toBe(original);
  expect(changed.replace(script, "").replace("/office-js/office.js", CDN)).toBe(original);
  expect(changed.indexOf(script)).toBe(changed.indexOf("<script"));
  expect((await get("/addin/taskpane.html")).body).toBe(changed);
});

test("a page without office.js is refused rather than served without a host", () => {
  expect(() => prepareTaskpane("<script src='app.js'></script>")).toThrow("office.js");
});

test("serves the pane's client and metadata from node_modules, and nothing outside its folders", async () => {
  expect((await get("/office-js/office.js")).status).toBe(200);
  expect(JSON.parse((await get("/metadata.json")).body)).toHaveProperty("Range.methods");
  expect((await get("/addin/functions.json")).type).toContain("application/json");
  for (const outside of [
    "/addin/../smoke.test.ts",
    "/addin/%2e%2e/smoke.test.ts",
    "/office-js/../package.json",
    "/modules/@univerjs/core/package.json",
    "/tiada",
  ]) {
    expect([outside, (await get(outside)).status]).toEqual([outside, 404]);
  }
});

test("listens on this machine only, and takes the next port when one is in use", async () => {
  const { port, hostname } = new URL(server.url);
  expect(hostname).toBe("127.0.0.1");
  const dist = mkdtempSync(path.join(tmpdir(), "meja-"));
  writeFileSync(path.join(dist, "taskpane.html"), `<script src="${CDN}"></script>`);
  const second = await startServer({ dist, modules: path.join(ROOT, "node_modules") }, Number(port));
  expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port));
  await second.close();
});
