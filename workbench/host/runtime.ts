import type { HostContext } from "./context";
import { EventType } from "./events";
import type { HostObject } from "./protocol";

/** State of the shared runtime, as `Office.addin` sees it. */
type RuntimeState = "Inactive" | "Background" | "Visible";

/** The shared runtime that the pane lives in: whether it shows, and whether it starts with the workbook. */
export class Runtime {
  visible = true;
  startState: RuntimeState = "Inactive";
  /** Whether the pane can be called by ribbon commands. */
  actionsReady = false;

  constructor(private readonly host: HostContext) {}

  show(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.host.surface.showPane(visible);
    this.host.events.send(
      65536,
      EventType.runtimeVisibility,
      "",
      JSON.stringify({ visibility: visible ? "Visible" : "Hidden" }),
    );
  }
}

/** The services that the client creates by name, apart from the workbook. */
export function hostServices(runtime: Runtime): Record<string, HostObject> {
  const services: Record<string, HostObject & Record<string, unknown>> = {
    "Microsoft.AppRuntime.AppRuntimeService": {
      kind: "AppRuntimeService",
      getAppRuntimeState: (): RuntimeState => (runtime.visible ? "Visible" : "Background"),
      setAppRuntimeState: (state: RuntimeState) => runtime.show(state === "Visible"),
    },
    "Microsoft.AppRuntime.AppRuntimePersistenceService": {
      kind: "AppRuntimePersistenceService",
      getAppRuntimeStartState: () => runtime.startState,
      setAppRuntimeStartState: (state: RuntimeState) => void (runtime.startState = state),
    },
    "Microsoft.InternalService.AddinInternalService": {
      kind: "AddinInternalService",
      notifyActionHandlerReady: () => void (runtime.actionsReady = true),
    },
    // Functions are called in the pane's window directly (functions.ts); the client only needs to hear that it may come.
    "Microsoft.ExcelServices.CustomFunctions": {
      kind: "CustomFunctions",
      _SetOsfControlContainerReadyForCustomFunctions: () => null,
      _GetEnabledFeatures: () => [2, 4],
    },
  };
  return services;
}
