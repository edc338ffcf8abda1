/**
 * Excel without Excel, in one process: the real, unmodified office.js in a jsdom window, talking to the workbench's
 * host over a real spreadsheet engine. Code under test uses the globals `Excel`, `Office`, … as it does in Excel.
 *
 *     import { bootExcel, type ExcelHarness } from "../harness/excel";
 *
 *     let excel: ExcelHarness;
 *     beforeAll(async () => (excel = await bootExcel()));       // about a second; one per test file is enough
 *     beforeEach(() => excel.newWorkbook());                     // an empty workbook with one sheet, Sheet1
 *     afterAll(() => excel.close());
 *
 *     test("writes the sheet in one sync", async () => {
 *       excel.syncs.reset();
 *       await insertTemplate();                                  // from src/excel, unmodified
 *       expect(excel.syncs.count).toBeLessThanOrEqual(3);        // the client's own clean-up is not counted
 *       expect(await excel.values("Penilaian!A1:B2")).toEqual([["No", "Domain"], [1, "Kebijakan"]]);
 *     });
 *
 * - `bootExcel({ apiVersion: "1.14" })`: the client refuses members of later API sets (`ApiNotFound`); default 1.14.
 * - `bootExcel({ profile: "blank-is-zero" })`: blank cells reach custom functions as 0, as in older versions.
 * - `excel.registerFunctions(json)` after `CustomFunctions.associate(…)` has run makes `=SPBE.*()` calculate.
 * - `excel.typeInto("Sheet1!B2", 3)` edits by hand: protection refuses, events fire, undo applies.
 * - `excel.host.cellEditMode = true` makes every request fail with InvalidOperationInCellEditMode.
 * - `excel.host.requests` lists every request with its number of actions, its time and its error.
 * - What the host does not implement fails by name: `ApiNotFound: host does not implement Range.removeDuplicates()`.
 * - Arrays come from the jsdom window: compare with `toEqual`, not `toStrictEqual`.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { type DOMWindow, JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import type { FunctionsFile, PaneWindow } from "../../workbench/host/functions";
import type { Host, RequestLog } from "../../workbench/host/host";
import { METADATA_SOURCE, type Metadata, readMetadata } from "../../workbench/host/metadata";
import { type HeadlessHost, startHeadless } from "../../workbench/host/node";
import { DEFAULT_SETTINGS, type HostSettings, type Profile } from "../../workbench/host/settings";
import { type AttachedPane, installTransport } from "../../workbench/host/transport";
import { applyAdditions } from "../../workbench/xlsx/apply";
import type { OpenedWorkbook } from "../../workbench/xlsx/opened";

const OFFICE_JS = path.dirname(require.resolve("@microsoft/office-js/package.json"));
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const SITE = "https://meja-kerja.test/";
const BLANK_PAGE = `<!doctype html><html lang="id"><head><meta charset="utf-8"><script src="${CDN}office.js"></script></head><body></body></html>`;
const GLOBALS = ["Excel", "Office", "OfficeExtension", "CustomFunctions"] as const;
const BOOT_TIMEOUT_MS = 20_000;
/** How long Univer waits for the next change before it calculates, and how long it does here, where nobody types. */
const CALCULATION_PAUSE_MS = 100;
const SHORT_PAUSE_MS = 2;

export interface BootOptions extends Partial<HostSettings> {
  profile?: Profile;
  /** HTML of the pane; by default a page that only loads office.js. */
  page?: string;
  /** Folder from which the page's own scripts are read. */
  folder?: string;
  /** Whether the globals of this process are set too; true by default. */
  globals?: boolean;
  /** Whether the engine waits before each calculation as it does in the page; false by default, which saves that wait. */
  calculationPause?: boolean;
}

export interface SyncCounter {
  /** Requests since the last reset, without the client's own clean-up. */
  readonly count: number;
  readonly log: RequestLog[];
  reset(): void;
}

export interface ExcelHarness {
  readonly win: DOMWindow;
  readonly Excel: typeof globalThis.Excel;
  readonly Office: typeof globalThis.Office;
  readonly host: Host;
  readonly univer: HeadlessHost["univer"];
  readonly syncs: SyncCounter;
  /** Reads values with the real client; the address names the sheet. */
  values(address: string): Promise<unknown[][]>;
  formulas(address: string): Promise<unknown[][]>;
  text(address: string): Promise<string[][]>;
  /** Edits one cell as a person would; false when protection refuses. */
  typeInto(address: string, value: string | number | boolean): Promise<boolean>;
  select(address: string): void;
  undo(): void;
  /** Lets events and what the add-in does upon them happen. */
  settle(milliseconds?: number): Promise<void>;
  registerFunctions(file: FunctionsFile, namespace?: string): string[];
  /** Starts over with an empty workbook in the same window. */
  newWorkbook(): void;
  /** Goes on with a workbook read from a file: `await excel.openWorkbook(await readXlsx(bytes, name))`. */
  openWorkbook(opened: OpenedWorkbook): Promise<void>;
  close(): void;
}

let metadata: Metadata | undefined;

class LocalFiles extends ResourceLoader {
  constructor(private readonly folder: string) {
    super();
  }
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = url.startsWith(CDN)
      ? path.join(OFFICE_JS, "dist", url.slice(CDN.length))
      : path.join(this.folder, url.slice(SITE.length));
    return Promise.resolve(readFileSync(file)) as ReturnType<ResourceLoader["fetch"]>;
  }
}

/** Boots client and host; see the head of this file. */
export async function bootExcel(options: BootOptions = {}): Promise<ExcelHarness> {
  metadata ??= readMetadata(path.join(OFFICE_JS, METADATA_SOURCE));
  const shape = metadata;
  const settings: HostSettings = {
    ...DEFAULT_SETTINGS,
    locale: "en-US",
    ...pick(options, ["locale", "theme", "apiVersion"]),
  };
  const start = (opened?: OpenedWorkbook): HeadlessHost =>
    startHeadless(
      { metadata: shape, locale: settings.locale, profile: options.profile, state: opened?.state },
      opened?.snapshot,
    );
  const restoreTimers = options.calculationPause ? () => undefined : shortenCalculationPause();
  let current = start();
  let pane: AttachedPane | undefined;
  const client = {
    execute: (body: string) => current.host.execute(body),
    attach: (attached: AttachedPane) => {
      pane = attached;
      current.host.attach(attached);
    },
    commandCompleted: (id: string) => current.host.commandCompleted(id),
  };
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error: Error) => {
    if (!error.message.startsWith("Not implemented")) throw error;
  });
  const dom = new JSDOM(options.page ?? BLANK_PAGE, {
    url: `${SITE}taskpane.html`,
    runScripts: "dangerously",
    resources: new LocalFiles(options.folder ?? process.cwd()),
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (window) => {
      installTransport(window, {
        settings,
        host: Promise.resolve(client),
        documentUrl: "C:\\Penilaian\\Buku1.xlsx",
        documentSettings: () => current.host.state.documentSettings,
        saveSettings: (saved) => (current.host.state.documentSettings = saved),
      });
    },
  });
  const { window: win } = dom;
  const clientApi = await loaded(win);
  clientApi.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  await until(() => current.host.runtime.actionsReady, "the client has not finished starting");
  if (options.globals ?? true)
    for (const name of GLOBALS) Reflect.set(globalThis, name, protect(Reflect.get(win, name) as object));
  let counted = current.host.requests.length;
  const read = async (address: string, property: "values" | "formulas" | "text"): Promise<unknown[][]> =>
    clientApi.Excel.run(async (context) => {
      const range = rangeOf(context, address);
      range.load(property);
      await context.sync();
      return range[property] as unknown[][];
    });
  const counter: SyncCounter = {
    get log() {
      return current.host.requests.slice(counted).filter((request) => !request.housekeeping);
    },
    get count() {
      return this.log.length;
    },
    reset() {
      counted = current.host.requests.length;
    },
  };
  counter.reset();
  const find = (address: string) => {
    const range = current.host.workbook.rangeAt(address, current.host.workbook.worksheets.getActiveWorksheet());
    return range.worksheet.grid.getRange(range.area.row, range.area.column, range.area.rows, range.area.columns);
  };
  return {
    win,
    Excel: clientApi.Excel,
    Office: clientApi.Office,
    get host() {
      return current.host;
    },
    get univer() {
      return current.univer;
    },
    syncs: counter,
    values: (address) => read(address, "values"),
    formulas: (address) => read(address, "formulas"),
    text: async (address) => (await read(address, "text")) as string[][],
    typeInto: async (address, value) => {
      const refused = current.host.refusedEdits;
      const range = find(address);
      current.host.workbook
        .rangeAt(address, current.host.workbook.worksheets.getActiveWorksheet())
        .worksheet.grid.activate();
      try {
        range.setValue(value);
      } catch (error) {
        if (current.host.refusedEdits === refused) throw error;
      }
      await current.host.calculation.finish();
      return current.host.refusedEdits === refused;
    },
    select: (address) => void find(address).activate(),
    undo: () => void current.host.engine.book.undo(),
    settle: (milliseconds = 60) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    registerFunctions: (file, namespace = "SPBE") =>
      current.host.registerFunctions(win as unknown as PaneWindow, file, namespace),
    newWorkbook: () => {
      current.close();
      current = start();
      if (pane) current.host.attach(pane);
      counter.reset();
    },
    openWorkbook: async (opened) => {
      current.close();
      current = start(opened);
      if (pane) current.host.attach(pane);
      if (opened.additions) await applyAdditions(current.host, opened.additions);
      counter.reset();
    },
    close: () => {
      for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name);
      dom.window.close();
      current.close();
      restoreTimers();
    },
  };
}

interface ClientApi {
  Excel: typeof globalThis.Excel;
  Office: typeof globalThis.Office;
  OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
}

async function loaded(win: DOMWindow): Promise<ClientApi> {
  const api = win as unknown as Partial<ClientApi>;
  await until(() => api.Office?.onReady !== undefined, "office.js has not loaded");
  await api.Office?.onReady();
  return api as ClientApi;
}

async function until(condition: () => boolean, otherwise: string): Promise<void> {
  const deadline = Date.now() + BOOT_TIMEOUT_MS;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** The engine's pause is a constant of its own: its timer is known by that length. Answers what puts the timers back. */
function shortenCalculationPause(): () => void {
  const original = globalThis.setTimeout;
  const shortened = (run: (...given: unknown[]) => void, wait?: number, ...given: unknown[]) =>
    original(run, wait === CALCULATION_PAUSE_MS ? SHORT_PAUSE_MS : wait, ...given);
  globalThis.setTimeout = Object.assign(shortened, original);
  return () => void (globalThis.setTimeout = original);
}

/** Jest strips what a test file has put into globals; the client's last timers still need theirs. */
function protect<T extends object>(api: T): T {
  Reflect.set(api, Symbol.for("$$jest-protect-from-deletion"), []);
  return api;
}

function rangeOf(context: Excel.RequestContext, address: string): Excel.Range {
  const bang = address.lastIndexOf("!");
  const sheet =
    bang < 0
      ? context.workbook.worksheets.getActiveWorksheet()
      : context.workbook.worksheets.getItem(address.slice(0, bang).replace(/^'|'$/g, ""));
  return sheet.getRange(address.slice(bang + 1));
}

function pick<T extends object, K extends keyof T>(object: T, keys: K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const key of keys) if (object[key] !== undefined) picked[key] = object[key];
  return picked;
}
