import type { Instrument } from "../../instrument/types";
import type { ColumnRole } from "../layout";

export interface ReadOptions {
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** Read as this instrument, whatever the workbook says. */
  readonly instrument?: Instrument;
  /** The person's own table, where one is in use. */
  readonly adopted?: AdoptedTable;
}

/** A person's own table in use: where it lies and what its columns (letters) hold. */
export interface AdoptedTable {
  readonly sheet: string;
  /** With the header row, A1 style. */
  readonly range: string;
  readonly roles: Readonly<Record<string, ColumnRole>>;
  /** The headers of those columns when the table was taken into use, by which they are found after a move. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly instrument: string;
}
