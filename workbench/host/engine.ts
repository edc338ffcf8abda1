import { ICommandService, type Injector, IUndoRedoService, type Workbook, type Worksheet } from "@univerjs/core";
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

  constructor(
    readonly api: FUniver,
    readonly injector: Injector,
  ) {
    this.commands = injector.get(ICommandService);
    this.undo = injector.get(IUndoRedoService);
  }

  get book(): FWorkbook {
    const book = this.api.getActiveWorkbook();
    if (book === null) throw notFound();
    return book;
  }

  get core(): Workbook {
    return this.book.getWorkbook();
  }

  get unitId(): string {
    return this.book.getId();
  }

  sheet(id: string): FWorksheet {
    const sheet = this.book.getSheetBySheetId(id);
    if (sheet === null) throw notFound();
    return sheet;
  }

  coreSheet(id: string): Worksheet {
    return this.sheet(id).getSheet();
  }

  /** Runs a command that answers at once. */
  run(id: string, params: object): boolean {
    return this.commands.syncExecuteCommand<object, boolean>(id, params);
  }

  /** Everything that `work` records for undo becomes one step. */
  async asOneUndoStep<T>(work: () => Promise<T>): Promise<T> {
    const batching = this.undo.__tempBatchingUndoRedo(this.unitId);
    try {
      return await work();
    } finally {
      batching.dispose();
    }
  }
}
