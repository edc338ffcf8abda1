import {
  ICommandService,
  type Injector,
  type IUndoRedoItem,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import "@univerjs/core/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-table/facade";
import { notFound } from "./errors";

/** The spreadsheet engine as the host uses it: Univer's public facade, and its commands where the facade has no word. */
export class Engine {
  readonly commands: ICommandService;
  readonly undo: IUndoRedoService;
  private readonly instances: IUniverInstanceService;
  private readonly heldSheets = new Map<Worksheet, FWorksheet>();
  private heldBook: FWorkbook | null = null;

  constructor(
    readonly api: FUniver,
    readonly injector: Injector,
  ) {
    this.commands = injector.get(ICommandService);
    this.undo = injector.get(IUndoRedoService);
    this.instances = injector.get(IUniverInstanceService);
  }

  /** The facade builds a new object at every question, which costs; one for each workbook and sheet will do. */
  get book(): FWorkbook {
    const { core } = this;
    if (this.heldBook?.getWorkbook() !== core) {
      this.heldBook = this.api.getActiveWorkbook();
      this.heldSheets.clear();
    }
    if (this.heldBook === null) throw notFound();
    return this.heldBook;
  }

  get core(): Workbook {
    const core = this.instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (!core) throw notFound();
    return core;
  }

  get unitId(): string {
    return this.core.getUnitId();
  }

  sheet(id: string): FWorksheet {
    const { book } = this;
    const core = this.coreSheet(id);
    let sheet = this.heldSheets.get(core) ?? null;
    if (sheet === null) {
      sheet = book.getSheetBySheetId(id);
      if (sheet === null) throw notFound();
      this.heldSheets.set(core, sheet);
    }
    return sheet;
  }

  coreSheet(id: string): Worksheet {
    const sheet = this.core.getSheetBySheetId(id);
    if (!sheet) throw notFound();
    return sheet;
  }

  /** Runs a command that answers at once. */
  run(id: string, params: object): boolean {
    return this.commands.syncExecuteCommand<object, boolean>(id, params);
  }

  /**
   * Everything that `work` records for undo becomes one step, taken back from its end to its beginning. The engine's
   * own batching would undo forwards, which fails where a change rests on an earlier one of the same batch.
   */
  async asOneUndoStep<T>(work: () => Promise<T>): Promise<T> {
    const { undo, unitId } = this;
    const steps: IUndoRedoItem[] = [];
    const push = undo.pushUndoRedo.bind(undo);
    replacePush(undo, (item) => void (item.unitID === unitId ? steps.push(item) : push(item)));
    try {
      return await work();
    } finally {
      replacePush(undo, push);
      if (steps.length > 0) {
        push({
          unitID: unitId,
          undoMutations: [...steps].reverse().flatMap(({ undoMutations }) => undoMutations),
          redoMutations: steps.flatMap(({ redoMutations }) => redoMutations),
        });
      }
    }
  }
}

/**
 * The injector hands some services out behind a proxy that keeps its own copy of a method once it was called:
 * assigning reaches the service, defining reaches the copy.
 */
function replacePush(undo: IUndoRedoService, push: IUndoRedoService["pushUndoRedo"]): void {
  undo.pushUndoRedo = push;
  Object.defineProperty(undo, "pushUndoRedo", { value: push, configurable: true, writable: true });
}
