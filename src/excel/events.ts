import { cellAddress } from "../workbook/address";
import { computedSheets } from "./computed-entries";
import { firstCell, indicatorIn, numberColumns, type SelectionListener } from "./follow-selection";
import type { Host } from "./host";
import type { Reading } from "./reading";
import { selectedRange } from "./selected-range";
import type { WorkbookState } from "./session";
import { success } from "../locale/problem";

/** What the events need of the session. */
export interface Readings {
  readonly host: Host;
  /** The last reading, if there is one. */
  readonly last: () => Reading | null;
  /** Reads the whole workbook, or only the sheets of these ids. */
  readonly read: (context: Excel.RequestContext, sheetIds?: ReadonlySet<string>) => Promise<Reading>;
}

type ChangeListener = (state: WorkbookState) => void;

const remove = <T>(list: readonly T[], item: T): readonly T[] => list.filter((one) => one !== item);

/**
 * Listens to the workbook. Edits that come in quick succession (a pasted block, a fill, typing) are read once, after a
 * pause; our own writes are told apart by their source and cause no reading.
 */
export class WorkbookEvents {
  private changeListeners: readonly ChangeListener[] = [];
  private selectionListeners: readonly SelectionListener[] = [];
  private touched = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private selection = 0;
  private registered: Promise<unknown> | null = null;
  /** What the listeners were shown last; readings that an action made for itself are not among it. */
  private shown: WorkbookState | undefined;

  constructor(
    private readonly readings: Readings,
    private readonly pause: number,
  ) {}

  onChange(listener: ChangeListener): () => void {
    this.changeListeners = [...this.changeListeners, listener];
    this.register();
    return () => (this.changeListeners = remove(this.changeListeners, listener));
  }

  onSelection(listener: SelectionListener): () => void {
    this.selectionListeners = [...this.selectionListeners, listener];
    this.register();
    void this.tellSelection();
    return () => (this.selectionListeners = remove(this.selectionListeners, listener));
  }

  /** A state that was handed out otherwise: only what differs from it is worth telling. */
  showed(state: WorkbookState): void {
    this.shown = state;
  }

  /** Once for the life of the runtime: Excel keeps no handler over a reload, and without listeners nothing is read. */
  private register(): void {
    this.registered ??= this.readings.host.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add((event) => this.changed(event));
      worksheets.onSelectionChanged.add((event) => this.selected(event.worksheetId, event.address));
      worksheets.onDeleted.add(() => this.changed(null));
      await context.sync();
    });
  }

  /** Where the person is already; several ranges or a chart are no place. */
  private async tellSelection(): Promise<void> {
    const outcome = await this.readings.host.run(selectedRange);
    // Whoever has moved on by now was told by the event.
    if (outcome.ok && this.selection === 0) await this.selected(outcome.value.sheetId, outcome.value.range);
  }

  private async changed(event: Excel.WorksheetChangedEventArgs | null): Promise<void> {
    if (event?.triggerSource === "ThisLocalAddin" || this.changeListeners.length === 0) return;
    this.touched.add(event?.worksheetId ?? "");
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.readTouched(), this.pause);
  }

  private async readTouched(): Promise<void> {
    this.timer = null;
    const sheetIds = this.touched;
    this.touched = new Set();
    const outcome = await this.readings.host.run((context) => {
      const last = this.readings.last();
      const also = last ? computedSheets(last) : [];
      return this.readings.read(context, sheetIds.has("") ? undefined : new Set([...sheetIds, ...also]));
    });
    if (!outcome.ok) {
      // A cell is being edited, or Excel is busy: the sheets stay marked and are read with the next edit.
      for (const id of sheetIds) this.touched.add(id);
      return;
    }
    const { state } = outcome.value;
    if (sameState(this.shown, state)) return;
    this.shown = state;
    for (const listener of this.changeListeners) listener(state);
  }

  private async selected(worksheetId: string, address: string): Promise<void> {
    if (this.selectionListeners.length === 0) return;
    this.selection += 1;
    const turn = this.selection;
    const known = this.readings.last();
    // Only the newest selection is worth a reading, and only a row that may have a number.
    const outcome =
      known && !numbersAt(known, worksheetId, address)
        ? success(null)
        : await this.readings.host.run((context) =>
            turn === this.selection ? this.numberIn(context, worksheetId, address) : Promise.resolve(null),
          );
    const reading = this.readings.last();
    if (!outcome.ok || !reading || turn !== this.selection) return;
    const sheet = reading.snapshot.sheets.find(({ id }) => id === worksheetId)?.name ?? "";
    const { row, column } = firstCell(address);
    for (const listener of this.selectionListeners)
      listener(indicatorIn(outcome.value, reading), { sheet, cell: cellAddress(row, column) });
  }

  /** One small read: the number in the selected row. */
  private async numberIn(context: Excel.RequestContext, worksheetId: string, address: string): Promise<unknown> {
    const reading = this.readings.last() ?? (await this.readings.read(context));
    const place = numbersAt(reading, worksheetId, address);
    if (!place) return null;
    const cell = context.workbook.worksheets.getItem(worksheetId).getCell(place.row, place.column).load("values");
    await context.sync();
    return cell.values[0]?.[0];
  }
}

/** Where the number of a selected row stands, on sheets that have one row per indicator or criterion. */
function numbersAt(reading: Reading, worksheetId: string, address: string): { row: number; column: number } | null {
  const { row } = firstCell(address);
  const numbers = numberColumns(reading).find(
    ({ sheetId, firstRow, lastRow }) => sheetId === worksheetId && row >= firstRow && row <= lastRow,
  );
  return numbers ? { row, column: numbers.column } : null;
}

/** Whether nothing that the pane shows differs, so that edits elsewhere in the workbook stay silent. */
function sameState(before: WorkbookState | undefined, after: WorkbookState): boolean {
  const plain = (state: WorkbookState | undefined): string =>
    JSON.stringify(state, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
  return plain(before) === plain(after);
}
