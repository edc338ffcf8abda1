import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { Calculation } from "./calculation";
import { CellBuffer } from "./cells";
import type { HostContext, HostSurface } from "./context";
import { Dispatcher, errorInfo } from "./dispatcher";
import { Engine } from "./engine";
import { inCellEditMode } from "./errors";
import { Events } from "./events";
import { CustomFunctions, type FunctionsFile, type PaneWindow } from "./functions";
import type { Metadata } from "./metadata";
import { Range } from "./model/range";
import { registerThemes } from "./model/table-theme";
import { Workbook } from "./model/workbook";
import { ActionType, type Reply, type Request } from "./protocol";
import { growRows } from "./row-heights";
import { hostServices, Runtime } from "./runtime";
import type { Profile } from "./settings";
import { emptyState, type SideState } from "./state";
import type { AttachedPane } from "./transport";
import { Watcher } from "./watcher";

export interface HostOptions {
  metadata: Metadata;
  surface?: Partial<HostSurface>;
  profile?: Profile;
  locale?: string;
  state?: SideState;
}

/** What one request did: for tests that count, and for finding what is slow. */
export interface RequestLog {
  actions: number;
  /** Only lets go of objects, as the client does by itself after `Excel.run`. */
  housekeeping: boolean;
  milliseconds: number;
  error: string | null;
}

const NO_SURFACE: HostSurface = {
  drawChart: () => undefined,
  eraseChart: () => undefined,
  redrawCharts: () => undefined,
  openNewWorkbook: () => undefined,
  showPane: () => undefined,
};

/** Properties whose value depends on formulas being calculated. */
const CALCULATED = new Set(["values", "value", "text", "valueTypes", "formulas", "name"]);

/** Excel, to the client: one workbook of the engine, the objects over it, and what the engine has no place for. */
export class Host implements HostContext {
  readonly engine: Engine;
  readonly cells: CellBuffer;
  readonly calculation: Calculation;
  readonly events: Events;
  readonly state: SideState;
  readonly surface: HostSurface;
  readonly workbook: Workbook;
  readonly functions: CustomFunctions;
  readonly runtime: Runtime;
  readonly requests: RequestLog[] = [];
  /** While a cell is being edited Excel refuses every request; the page sets this, tests may. */
  cellEditMode = false;
  /** Edits by hand that protection has refused. */
  refusedEdits = 0;
  locale: string;
  private readonly dispatcher: Dispatcher;
  private readonly watcher: Watcher;
  private readonly pending = new Map<object, () => void>();
  private waiting: Promise<unknown>[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  private depth = 0;
  private pane: AttachedPane | null = null;
  /** Commands that have not completed, by their id. */
  private readonly commands = new Map<string, () => void>();
  private lastId = 0;

  constructor(univer: FUniver, injector: Injector, options: HostOptions) {
    this.engine = new Engine(univer, injector);
    this.locale = options.locale ?? "id-ID";
    this.state = options.state ?? emptyState("Buku1.xlsx");
    this.surface = { ...NO_SURFACE, ...options.surface };
    this.calculation = new Calculation(this.engine);
    this.events = new Events((sheetId) =>
      this.workbook.sheetById(sheetId).tables.items.map(({ id, area }) => ({ id, area })),
    );
    this.cells = new CellBuffer(
      this.engine,
      (sheetId, area) => this.events.changed({ sheetId, area, changeType: "RangeEdited", trigger: "ThisLocalAddin" }),
      (sheetId, rows) => growRows(this, sheetId, rows),
      (apply) => this.changing(apply),
    );
    this.workbook = new Workbook(this);
    this.functions = new CustomFunctions(this, options.profile ?? "blank-is-null");
    this.runtime = new Runtime(this);
    this.dispatcher = new Dispatcher(this.workbook, options.metadata, hostServices(this.runtime), {
      beforeRead: async (_kind, property) => {
        await this.finishWrites();
        if (CALCULATED.has(property)) await this.calculation.finish();
      },
    });
    registerThemes(this.engine.book);
    // Nothing of this is anybody's to undo.
    this.engine.undo.clearUndoRedo(this.engine.unitId);
    this.watcher = new Watcher(this);
  }

  /** One request of the client. Requests run one after the other, as in Excel. */
  execute(body: string): Promise<string> {
    const answer = this.queue.then(() => this.run(JSON.parse(body) as Request));
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private async run(request: Request): Promise<string> {
    const started = performance.now();
    const reply = this.cellEditMode ? refusal(request) : await this.engine.asOneUndoStep(() => this.process(request));
    this.requests.push({
      actions: request.Actions.length,
      housekeeping: isHousekeeping(request),
      milliseconds: performance.now() - started,
      error: reply.Error ? `${reply.Error.Code}: ${reply.Error.Message}` : null,
    });
    return JSON.stringify(reply);
  }

  private async process(request: Request): Promise<Reply> {
    const reply = await this.dispatcher.process(request);
    this.calculation.resume();
    try {
      await this.finishWrites();
    } catch (error) {
      reply.Error ??= errorInfo(error, request.Actions.length - 1);
    }
    return reply;
  }

  /** Work that is not a request but must not run into one, such as opening a file. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  // --- HostContext

  later(key: object, apply: () => void): void {
    this.pending.set(key, apply);
  }
  settle(): void {
    while (this.pending.size > 0) {
      const all = [...this.pending.values()];
      this.pending.clear();
      for (const apply of all) this.changing(apply);
    }
  }
  get unsettled(): Iterable<object> {
    return this.pending.keys();
  }
  waitFor(work: Promise<unknown>): void {
    this.waiting.push(work);
  }
  async finishWrites(): Promise<void> {
    this.cells.flush();
    this.settle();
    while (this.waiting.length > 0) {
      const all = this.waiting;
      this.waiting = [];
      await Promise.all(all);
    }
  }
  changing<T>(change: () => T): T {
    this.depth++;
    try {
      return change();
    } finally {
      this.depth--;
    }
  }
  /** Whether the change that is going on comes from the add-in. */
  get isChanging(): boolean {
    return this.depth > 0;
  }
  newId(prefix: string): string {
    return `${prefix}-${Date.now().toString(36)}-${(++this.lastId).toString(36)}`;
  }
  shiftReferences(sheetId: string, axis: "row" | "column", at: number, count: number): void {
    for (const object of this.dispatcher.references.values()) {
      if (!(object instanceof Range) || object.worksheet.id !== sheetId) continue;
      object.area =
        axis === "row"
          ? shifted(object.area, "row", "rows", at, count)
          : shifted(object.area, "column", "columns", at, count);
    }
  }

  // --- the pane

  /** A pane has loaded: events and commands go to it from now on. */
  attach(pane: AttachedPane): void {
    this.events.forget();
    this.dispatcher.references.clear();
    this.pane = pane;
    this.events.deliver = (message) => pane.deliver(message);
  }

  /** Makes the custom functions that the add-in has associated in its window callable from cells. */
  registerFunctions(pane: PaneWindow, file: FunctionsFile, namespace: string): string[] {
    return this.functions.register(pane, file, namespace);
  }

  /**
   * Presses a button of the ribbon or of a context menu: calls the function that the add-in associated with `action`.
   * Resolves when that function says `event.completed()`.
   */
  invokeAction(action: string, source = action): Promise<void> {
    const commandId = this.newId("perintah");
    return new Promise((resolve) => {
      this.commands.set(commandId, resolve);
      this.pane?.invokeCommand(commandId, action, JSON.stringify({ source: { id: source } }));
    });
  }

  commandCompleted(commandId: string): void {
    this.commands.get(commandId)?.();
    this.commands.delete(commandId);
  }

  dispose(): void {
    this.watcher.dispose();
  }
}

/** The client lets go of its objects by naming the workbook and then each of them. */
const isHousekeeping = ({ Actions }: Request): boolean =>
  Actions.some(({ Name }) => Name === "_RemoveReference") &&
  Actions.every(({ Name, ActionType: type }) => Name === "_RemoveReference" || type === ActionType.instantiate);

const refusal = (request: Request): Reply => ({
  Results: [],
  Error: { ...errorInfo(inCellEditMode(), 0), ActionIndex: request.Actions.length > 0 ? 0 : -1 },
});

type Area = Range["area"];

/** Where an area lies after `count` rows (or columns) came in at `at`, or went out when negative. */
function shifted(area: Area, start: "row" | "column", size: "rows" | "columns", at: number, count: number): Area {
  const first = area[start];
  const end = first + area[size];
  if (count > 0) {
    if (at <= first) return { ...area, [start]: first + count };
    return at < end ? { ...area, [size]: area[size] + count } : area;
  }
  const gone = -count;
  if (at >= end) return area;
  const before = Math.max(0, Math.min(first - at, gone));
  const inside = Math.max(0, Math.min(end, at + gone) - Math.max(first, at));
  return { ...area, [start]: first - before, [size]: Math.max(1, area[size] - inside) };
}
