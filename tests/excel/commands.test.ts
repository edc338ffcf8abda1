import { readFileSync } from "node:fs";
import path from "node:path";
import { registerCommands } from "../../src/commands/register-commands";
import { onViewRequest } from "../../src/commands/view-request";
import type { Session, Written } from "../../src/excel";
import type { Outcome } from "../../src/locale/problem";
import type { ExcelHarness } from "../harness/excel";
import { boot, CHOICE, start, valueOf } from "./start";

let excel: ExcelHarness;
let session: Session;
const told: Outcome<Written>[] = [];
const views: string[] = [];
jest.setTimeout(120_000);
beforeAll(async () => {
  excel = await boot();
  session = start();
  registerCommands(session, (outcome) => told.push(outcome));
  onViewRequest((view) => views.push(view));
});
afterAll(() => excel.close());

const until = async (isDone: () => boolean): Promise<void> => {
  for (let tries = 0; !isDone() && tries < 400; tries += 1) await excel.settle(50);
};

test("every button of the manifest has its action, and opens the view that shows what it is about", async () => {
  const manifest = readFileSync(path.join(__dirname, "../../manifest.xml"), "utf8");
  const ids = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, id = ""]) => id);
  expect(ids.sort()).toEqual(["insertTemplate", "merge", "plan", "showCriteria", "summary", "validate", "writeIndex"]);
  for (const id of ["insertTemplate", "merge", "plan", "showCriteria"]) excel.host.invokeAction(id);
  await until(() => views.length === 4);
  expect(views).toEqual(["home", "merge", "plan", "indicator"]);
  expect(told).toEqual([]);
});

test("Validasi runs the session's validation and tells the pane what happened", async () => {
  excel.host.invokeAction("validate");
  await until(() => told.length === 1);
  expect(told[0]).toMatchObject({ ok: false, problem: { code: "NO_TEMPLATE" } });
  valueOf(await session.insertTemplate(CHOICE));
  excel.host.invokeAction("validate");
  await until(() => told.length === 2);
  expect(valueOf(told[1] ?? { ok: false, problem: { code: "none", params: {} } }).sheets).toEqual(["Temuan"]);
  expect(views.at(-1)).toBe("findings");
});
