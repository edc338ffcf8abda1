import { installTransport } from "../host/transport";
import type { WorkbenchBridge } from "./bridge";

/** First script of the pane, put there by the server; the page around the pane holds the host. */
declare global {
  interface Window {
    workbench?: WorkbenchBridge;
  }
}

const bridge = window.parent.workbench;
if (bridge !== undefined) {
  installTransport(window, bridge.transport);
  bridge.paneLoading(window);
}
