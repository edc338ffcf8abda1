import { accessDenied } from "../errors";
import { EventType } from "../events";
import type { HostObject } from "../protocol";
import type { ProtectionOptions } from "../state";
import type { Worksheet } from "./worksheet";

const NOTHING_ALLOWED: ProtectionOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** Sheet protection: kept by the host, asked by every write through the add-in and by hand. */
export class WorksheetProtection implements HostObject {
  readonly kind = "WorksheetProtection";

  constructor(private readonly worksheet: Worksheet) {}

  get protected(): boolean {
    return this.worksheet.state.protection !== null;
  }
  get options(): ProtectionOptions {
    return this.worksheet.state.protection?.options ?? NOTHING_ALLOWED;
  }

  protect(options: Partial<ProtectionOptions> = {}, password?: string): void {
    if (this.protected) throw accessDenied("The sheet is already protected.");
    this.worksheet.state.protection = {
      options: { ...NOTHING_ALLOWED, ...options },
      ...(password ? { password } : {}),
    };
    this.tell(true);
  }

  unprotect(password?: string): void {
    const held = this.worksheet.state.protection?.password;
    if (held !== undefined && held !== password) throw accessDenied("The password you supplied is not correct.");
    if (!this.protected) return;
    this.worksheet.state.protection = null;
    this.tell(false);
  }

  private tell(isProtected: boolean): void {
    const { id, host } = this.worksheet;
    host.events.emit(EventType.protectionChanged, id, { isProtected, source: "Local", worksheetId: id });
  }
}
