import type { Problem } from "../locale/problem";

/** What Excel calls an error, and what we call it. Codes of ours have their sentences in the catalogue `excel`. */
const CODES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: "CELL_EDITING",
  AccessDenied: "PROTECTED",
  ItemNotFound: "GONE",
  InvalidReference: "GONE",
  InvalidBinding: "GONE",
  ItemAlreadyExists: "SHEET_TAKEN",
  RequestPayloadSizeLimitExceeded: "TOO_MUCH",
  ResponsePayloadSizeLimitExceeded: "TOO_MUCH",
  RichApiResponseSizeLimitExceeded: "TOO_MUCH",
  RequestAborted: "BUSY",
  HostRestartNeeded: "BUSY",
  HostIsBusy: "BUSY",
  ServiceNotAvailable: "BUSY",
  Timeout: "BUSY",
  UnsupportedOperation: "UNSUPPORTED",
  UnsupportedFeature: "UNSUPPORTED",
  ApiNotFound: "UNSUPPORTED",
  ApiNotAvailable: "UNSUPPORTED",
  NotImplemented: "UNSUPPORTED",
};

const textOf = (error: unknown, field: "code" | "message"): string => {
  const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, field) : undefined;
  return typeof value === "string" ? value : "";
};

/** The problem behind anything that Office.js throws. `detail` is Excel's own code, for reports; people see our sentences. */
export function problemOf(error: unknown): Problem {
  const code = textOf(error, "code");
  const known = Object.hasOwn(CODES, code) ? CODES[code] : undefined;
  return { code: known ?? "EXCEL_ERROR", params: { detail: code || textOf(error, "message") || String(error) } };
}
