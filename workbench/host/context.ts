import type { Calculation } from "./calculation";
import type { CellBuffer } from "./cells";
import type { Engine } from "./engine";
import type { Events } from "./events";
import type { ChartState, SideState } from "./state";

/** What the host asks of whoever shows it; headless there is nobody and every call is a no-op. */
export interface HostSurface {
  drawChart(sheetId: string, chart: ChartState): void;
  eraseChart(chartId: string): void;
  /** Cells have changed: charts follow. */
  redrawCharts(): void;
  /** `Excel.createWorkbook`: a workbook of its own, from a file or blank. */
  openNewWorkbook(file: Uint8Array | null): void;
  showPane(visible: boolean): void;
}

/** What the objects of Excel's model need from the host that they live in. */
export interface HostContext {
  readonly engine: Engine;
  readonly cells: CellBuffer;
  readonly calculation: Calculation;
  readonly events: Events;
  readonly state: SideState;
  readonly surface: HostSurface;
  /** Language tag of numbers and dates, such as `id-ID`. */
  readonly locale: string;
  /** Runs `apply` once, at the end of the batch or before the next read; a second call with the same key replaces it. */
  later(key: object, apply: () => void): void;
  /** The keys of what waits for the end of the batch. */
  readonly unsettled: Iterable<object>;
  /** Runs now what waits for the end of the batch. */
  settle(): void;
  /** Work of the engine that answers later; the next read and the end of the batch wait for it. */
  waitFor(work: Promise<unknown>): void;
  /** Waits for all of the above: cells, rules, the engine. */
  finishWrites(): Promise<void>;
  /** Makes changes that must not look like edits by hand. */
  changing<T>(change: () => T): T;
  newId(prefix: string): string;
  /** Objects that the add-in holds must follow inserted and deleted rows or columns. */
  shiftReferences(sheetId: string, axis: "row" | "column", at: number, count: number): void;
}
