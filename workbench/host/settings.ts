/** What the host tells the client about itself before the first request. */
export interface HostSettings {
  /** Language of Excel's own interface and of numbers and dates. */
  locale: string;
  theme: "light" | "dark";
  /** Highest version of the ExcelApi set that the host admits to. */
  apiVersion: string;
}

/** How blank cells reach custom functions: as null, or as 0 like older versions of Excel. */
export type Profile = "blank-is-null" | "blank-is-zero";

export const DEFAULT_SETTINGS: HostSettings = { locale: "id-ID", theme: "light", apiVersion: "1.14" };

/** The requirement sets that the manifest and the add-in may ask for. */
export const requirements = (apiVersion: string): Record<string, string> => ({
  ExcelApi: apiVersion,
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.4",
  SharedRuntime: "1.2",
  DialogApi: "1.2",
  RibbonApi: "1.1",
  Settings: "1.1",
  RichApiRuntime: "1.1",
});

const hex = (color: string): number => Number.parseInt(color.slice(1), 16);

/** Excel's own surfaces, as numbers, the way Windows hands them over. */
export function officeTheme(theme: HostSettings["theme"]): Record<string, number> {
  const [body, text, control, controlText] =
    theme === "dark" ? ["#262626", "#FFFFFF", "#1F1F1F", "#FFFFFF"] : ["#FFFFFF", "#222222", "#F3F2F1", "#222222"];
  return {
    bodyBackgroundColor: hex(body ?? ""),
    bodyForegroundColor: hex(text ?? ""),
    controlBackgroundColor: hex(control ?? ""),
    controlForegroundColor: hex(controlText ?? ""),
  };
}
