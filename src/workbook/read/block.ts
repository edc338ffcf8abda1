import type { GridSheet } from "../grid";
import type { TableKind } from "./header-words";

/** How a table was found, the surest first. */
export type FoundBy = "table" | "names" | "header" | "indicator-names" | "adopted";

export interface BlockColumn {
  /** 0-based, absolute. */
  readonly column: number;
  /** As written in the header; "" where there is none. */
  readonly header: string;
}

/** A table of an assessment as it lies in a sheet. Rows and columns are 0-based and absolute. */
export interface Block {
  readonly kind: TableKind;
  readonly sheet: GridSheet;
  readonly foundBy: FoundBy;
  /** First header row, or the row before the data where there is no header. */
  readonly headerRow: number;
  readonly firstRow: number;
  /** Inclusive; rows below may belong to the next block. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<string, BlockColumn>;
  /** Columns that stand for one level each and are ticked: column → level. */
  readonly ticks: ReadonlyMap<number, number>;
}

export const columnOf = (block: Block, role: string): number => block.columns.get(role)?.column ?? -1;
