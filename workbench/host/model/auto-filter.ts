import type { HostObject } from "../protocol";
import type { Worksheet } from "./worksheet";

/** Whether a filter hides rows of the sheet; the rows themselves stand in the sheet's state. */
export class AutoFilter implements HostObject {
  readonly kind = "AutoFilter";

  constructor(private readonly worksheet: Worksheet) {}

  get isDataFiltered(): boolean {
    return (this.worksheet.state.filteredRows ?? []).length > 0;
  }
  get enabled(): boolean {
    return this.isDataFiltered;
  }
}
