import type { IWorkbookData } from "@univerjs/core";
import type { Area } from "../host/model/address";
import type { ConditionalFormatState, SideState, TableState, ValidationState } from "../host/state";

/** What the engine takes only through commands, once the workbook stands. Sheets by the engine's id. */
export interface Additions {
  names: { name: string; formula: string; sheetId: string | null; comment: string }[];
  tables: { name: string; sheetId: string; area: Area; state: TableState }[];
  validations: { sheetId: string; areas: Area[]; state: ValidationState }[];
  /** In the order of their priority, the first wins. */
  formats: { sheetId: string; areas: Area[]; state: ConditionalFormatState }[];
}

/** A workbook as plain data: what the page stores, and what reading a file gives. */
export interface OpenedWorkbook {
  snapshot: IWorkbookData;
  state: SideState;
  /** Id of the sheet that shows; the first if it is not said. */
  activeSheet?: string;
  /** null once they are part of the snapshot. */
  additions: Additions | null;
}
