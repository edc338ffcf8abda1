import type { HostSurface } from "../host/context";
import { Host } from "../host/host";
import type { Metadata } from "../host/metadata";
import { parseArea, splitSheet } from "../host/model/address";
import { emptyState } from "../host/state";
import { applyAdditions } from "../xlsx/apply";
import type { OpenedWorkbook } from "../xlsx/opened";
import type { WorkbenchBridge } from "./bridge";
import { ChartLayer } from "./charts";
import { newWorkbook, offerNewWorkbook, openFile, openSample, saveFile } from "./files";
import { blankSnapshot, createGrid, type Grid } from "./grid";
import { type CommandButton, loadButtons } from "./manifest";
import { showMenu, showNotice } from "./menu";
import { connectFunctions } from "./pane";
import { makeResizable } from "./pane-width";
import { type Preferences, readPreferences, writePreferences } from "./preferences";
import { loadWorkbook, saveWorkbook, workbookKey } from "./storage";

declare global {
  interface Window {
    workbench?: WorkbenchBridge;
  }
}

const SAVE_DELAY_MS = 600;
/** Univer keeps the floating layers of the charts here; charts are drawn anew from the host's own state. */
const DRAWINGS = "SHEET_DRAWING_PLUGIN";

const preferences = readPreferences();
document.documentElement.dataset.theme = preferences.theme;
document.documentElement.lang = preferences.locale.slice(0, 2);

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`index.html has no #${id}`);
  return element;
};
const aside = byId("aside");
const divider = byId("divider");
const pane = byId("pane") as HTMLIFrameElement;

let host: Host | undefined;

const ready = start();
window.workbench = {
  transport: {
    settings: preferences,
    host: ready,
    documentUrl: "C:\\Dokumen\\Buku1.xlsx",
    documentSettings: () => host?.state.documentSettings ?? {},
    saveSettings: (settings) => {
      if (host) host.state.documentSettings = settings;
      scheduleSave();
    },
  },
  paneLoading: (window_) => {
    void ready.then(async (running) => {
      bridge().functions = await connectFunctions(window_ as Parameters<typeof connectFunctions>[0], running);
    });
  },
  ready,
  functions: [],
  save,
};
makeResizable(divider, aside);
ready.then(
  (running) => {
    bridge().host = running;
    pane.src = "/addin/taskpane.html";
  },
  (error: unknown) =>
    showNotice(`Meja kerja tidak dapat dimulai: ${error instanceof Error ? error.message : String(error)}`),
);

function bridge(): WorkbenchBridge {
  if (window.workbench === undefined) throw new Error("the page has not started");
  return window.workbench;
}

async function start(): Promise<Host> {
  const [metadata, stored, buttons] = await Promise.all([
    fetch("/metadata.json").then((response) => response.json() as Promise<Metadata>),
    loadWorkbook(workbookKey()),
    loadButtons(preferences.locale),
  ]);
  const opened: OpenedWorkbook = stored ?? {
    snapshot: blankSnapshot("Buku1"),
    state: emptyState("Buku1.xlsx"),
    additions: null,
  };
  const grid = createGrid("grid", preferences.locale, preferences.theme, opened.snapshot);
  const charts = new ChartLayer(grid, () => host);
  const surface: HostSurface = {
    drawChart: (sheetId, chart) => charts.draw(sheetId, chart),
    eraseChart: (id) => charts.erase(id),
    redrawCharts: () => charts.redraw(),
    openNewWorkbook: offerNewWorkbook,
    showPane,
  };
  const running = new Host(grid.univerAPI, grid.univer.__getInjector(), {
    metadata,
    surface,
    profile: preferences.profile,
    locale: preferences.locale,
    state: opened.state,
  });
  host = running;
  await rendered(grid);
  if (opened.additions) {
    await applyAdditions(running, opened.additions);
    await save();
  }
  if (opened.activeSheet !== undefined && running.engine.book.getSheetBySheetId(opened.activeSheet) !== null) {
    running.engine.sheet(opened.activeSheet).activate();
  }
  watchEditing(grid, running);
  grid.univerAPI.addEvent(grid.univerAPI.Event.CommandExecuted, ({ id }) => {
    if (id.includes(".mutation.")) scheduleSave();
  });
  for (const [sheetId, sheet] of Object.entries(running.state.sheets))
    for (const chart of sheet.charts) charts.draw(sheetId, chart);
  followLinks(grid, running);
  document.title = `${running.state.fileName} – Meja kerja`;
  const press = (button: CommandButton): void => pressButton(running, button);
  showMenu(
    byId("menu"),
    running.state.fileName,
    buttons.filter(({ place }) => place === "ribbon"),
    preferences,
    {
      newWorkbook: () => void newWorkbook(),
      openSample: () => void openSample(),
      openFile: (file) => void openFile(file),
      saveFile: () => void saveFile(running),
      press,
      togglePane: () => running.runtime.show(!running.runtime.visible),
      change: (change) => void changePreferences(running, change),
    },
  );
  for (const button of buttons.filter(({ place }) => place === "cell")) {
    grid.univerAPI
      .createMenu({ id: `addin.${button.id}`, title: button.label, tooltip: button.tip, action: () => press(button) })
      .appendTo("contextMenu.mainArea");
  }
  return running;
}

/** Univer is ready to be asked about sizes once it has painted. */
function rendered({ univerAPI }: Grid): Promise<void> {
  return new Promise((resolve) => {
    const subscription = univerAPI.addEvent(univerAPI.Event.LifeCycleChanged, ({ stage }) => {
      if (stage < univerAPI.Enum.LifecycleStages.Rendered) return;
      subscription.dispose();
      resolve();
    });
  });
}

function showPane(visible: boolean): void {
  aside.hidden = !visible;
  divider.hidden = !visible;
}

function pressButton(running: Host, { action, id }: CommandButton): void {
  if (action === null) running.runtime.show(true);
  else void running.invokeAction(action, id);
}

/** Excel takes a new theme at once and a new language after a restart; the workbook is saved before either. */
async function changePreferences(running: Host, change: Partial<Preferences>): Promise<void> {
  writePreferences(change);
  if (change.profile !== undefined) {
    running.functions.profile = change.profile;
    running.calculation.recalculate();
    return;
  }
  await save();
  location.reload();
}

/** While a cell is being edited Excel refuses requests; so does the host. */
function watchEditing({ univerAPI }: Grid, running: Host): void {
  univerAPI.addEvent(univerAPI.Event.SheetEditStarted, () => (running.cellEditMode = true));
  univerAPI.addEvent(univerAPI.Event.SheetEditEnded, () => (running.cellEditMode = false));
}

/** A click on a cell with a link goes where it leads inside the workbook. */
function followLinks({ univerAPI }: Grid, running: Host): void {
  univerAPI.addEvent(univerAPI.Event.CellClicked, ({ worksheet, row, column }) => {
    const link = running.workbook.sheetById(worksheet.getSheetId()).getCell(row, column).hyperlink;
    const target = link?.documentReference;
    if (!target) return;
    const [name, address] = splitSheet(target);
    const sheet =
      name === null
        ? running.workbook.sheetById(worksheet.getSheetId())
        : running.workbook.worksheets.getItemOrNullObject(name);
    const area = parseArea(address);
    if (sheet && area) sheet.select(area);
  });
}

let saving: ReturnType<typeof setTimeout> | undefined;

function scheduleSave(): void {
  clearTimeout(saving);
  saving = setTimeout(() => void save(), SAVE_DELAY_MS);
}

async function save(): Promise<void> {
  clearTimeout(saving);
  if (host === undefined) return;
  const snapshot = host.engine.book.save();
  const resources = snapshot.resources?.filter(({ name }) => name !== DRAWINGS);
  await saveWorkbook(workbookKey(), {
    snapshot: { ...snapshot, resources },
    state: host.state,
    activeSheet: host.engine.book.getActiveSheet().getSheetId(),
    additions: null,
  });
}
