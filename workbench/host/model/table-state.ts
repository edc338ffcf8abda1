import type { TableState } from "../state";

/** What Excel gives a new table. */
export const defaultTableState = (): TableState => ({
  style: "TableStyleMedium2",
  showBandedRows: true,
  showBandedColumns: false,
  showFilterButton: true,
  highlightFirstColumn: false,
  highlightLastColumn: false,
});
