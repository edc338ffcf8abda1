import type { Host } from "../host/host";
import type { TransportOptions } from "../host/transport";

/** What the page offers to its pane, and to tests that drive it. */
export interface WorkbenchBridge {
  transport: TransportOptions;
  /** The pane's first script has run; its own scripts follow. */
  paneLoading(pane: Window): void;
  /** Resolves when the grid shows the workbook. */
  ready: Promise<Host>;
  /** Set once `ready`. */
  host?: Host;
  /** Names of the custom functions that cells can call, once the pane has associated them. */
  functions: string[];
  /** Saves now what is otherwise saved a moment after each change. */
  save(): Promise<void>;
}
