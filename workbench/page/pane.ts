import type { FunctionsFile, PaneWindow } from "../host/functions";
import type { Host } from "../host/host";

const POLL_MS = 20;
const NAMESPACE = "SPBE";

/** Once the add-in has associated its custom functions, cells can call them. */
export async function connectFunctions(pane: PaneWindow & Window, host: Host): Promise<string[]> {
  const response = await fetch("/addin/functions.json");
  if (!response.ok) return [];
  const file = (await response.json()) as FunctionsFile;
  while (Object.keys(pane.CustomFunctions?._association?.mappings ?? {}).length === 0) {
    if (pane.closed || pane.parent !== window) return [];
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const names = host.registerFunctions(pane, file, NAMESPACE);
  host.calculation.recalculate();
  return names;
}
