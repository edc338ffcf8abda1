import type { Message } from "./events";
import { type HostSettings, officeTheme, requirements } from "./settings";

/** The host as the pane's side of the transport needs it. */
export interface TransportHost {
  execute(body: string): Promise<string>;
  attach(pane: AttachedPane): void;
  commandCompleted(commandId: string): void;
}

/** What the host can send to the pane. */
export interface AttachedPane {
  deliver(message: Message): void;
  /** Presses a button of the add-in: calls the function associated with `action`. */
  invokeCommand(commandId: string, action: string, eventJson: string): void;
}

export interface TransportOptions {
  settings: HostSettings;
  /** A promise, because the pane's script tag runs before the page has its host. */
  host: Promise<TransportHost>;
  documentUrl: string;
  /** What `Office.context.document.settings` holds; written through `saveSettings`. */
  documentSettings: () => Record<string, string>;
  saveSettings: (settings: Record<string, string>) => void;
}

type Handler = (dispatchId: number, safeArray: unknown) => void;
type Done = (result: unknown) => void;

const RICH_API = 93;
const RICH_API_MESSAGE = 33;
const COMMAND_INVOKED = 39;
const COMMAND_COMPLETED = 94;
const NOT_SUPPORTED = 5001;

/** office.js on Windows expects arrays of the COM kind. */
const safeArray = (items: unknown[]): { toArray: () => unknown[]; dimensions: () => number } => ({
  toArray: () => items,
  dimensions: () => 1,
});

/** Gives a window the `window.external` that office.js talks to on Windows; must run before office.js. */
export function installTransport(window: object, options: TransportOptions): void {
  const { settings } = options;
  const handlers = new Map<number, Handler[]>();
  /** Buttons pressed before the client has come so far as to listen. */
  const early: unknown[][] = [];
  const answers: Record<string, unknown> = {
    GetAppType: 1,
    GetSolutionRef: "00000000-0000-4000-8000-000000000001",
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: settings.locale,
    GetAppDataLocale: settings.locale,
    GetDocUrl: options.documentUrl,
    GetAppCapabilities: 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: "",
    GetCorrelationId: "meja-kerja",
    GetInstanceId: "meja-kerja",
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(requirements(settings.apiVersion)),
    GetHostFullVersion: "16.0.17328.20000",
    GetDialogRequirementMatrix: undefined,
    GetHostCustomMessage: undefined,
    GetInitialDisplayMode: 0,
    GetOfficeThemeInfo: JSON.stringify(officeTheme(settings.theme)),
  };
  const context: Record<string, unknown> = {};
  for (const [name, answer] of Object.entries(answers)) context[name] = () => answer;
  context.GetSettings = () => ({
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of Object.entries(options.documentSettings())) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: string[], values: string[]) =>
      options.saveSettings(Object.fromEntries(Array.from(keys).map((key, i) => [key, values[i] ?? ""]))),
  });
  const raise = (dispatchId: number, items: unknown[]): void => {
    for (const handler of handlers.get(dispatchId) ?? []) handler(dispatchId, safeArray(items));
  };
  const external = {
    GetHostInfo: () => `Excel|Win32|16.01|${settings.locale}|meja-kerja||disableLogging|3`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (dispatchId: number, parameters: unknown[], done: Done) => {
      if (dispatchId === COMMAND_COMPLETED) {
        void options.host.then((host) => host.commandCompleted(String(parameters[0])));
        done(safeArray([0]));
        return;
      }
      if (dispatchId !== RICH_API) {
        done(safeArray([NOT_SUPPORTED]));
        return;
      }
      const message = (Array.isArray(parameters[0]) ? parameters[0] : parameters) as unknown[];
      options.host
        .then((host) => host.execute(String(message[4])))
        .then(
          (body) => done(safeArray([0, safeArray([200, safeArray([]), body])])),
          (error) => done(safeArray([NOT_SUPPORTED, String(error)])),
        );
    },
    RegisterEvent: (dispatchId: number, _target: string, handler: Handler, done: Done) => {
      handlers.set(dispatchId, [...(handlers.get(dispatchId) ?? []), handler]);
      setTimeout(() => {
        done(0);
        if (dispatchId === COMMAND_INVOKED) for (const command of early.splice(0)) raise(COMMAND_INVOKED, command);
      });
    },
    UnregisterEvent: (dispatchId: number, _target: string, done: Done) => {
      handlers.delete(dispatchId);
      setTimeout(() => done(0));
    },
  };
  Object.defineProperty(window, "external", { value: external, configurable: true });
  void options.host.then((host) =>
    host.attach({
      // One message a call: the client would take two for a table of data.
      deliver: (message) => raise(RICH_API_MESSAGE, [safeArray(message)]),
      invokeCommand: (...command) => {
        if (handlers.has(COMMAND_INVOKED)) raise(COMMAND_INVOKED, command);
        else early.push(command);
      },
    }),
  );
}
