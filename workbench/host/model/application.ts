import type { HostContext } from "../context";
import type { HostObject } from "../protocol";

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** `context.application`, with the culture that follows the host's language. */
export function application(host: HostContext): HostObject {
  const isComma = (): boolean => host.locale.startsWith("id");
  const culture = {
    kind: "CultureInfo",
    get name() {
      return host.locale;
    },
    numberFormat: {
      kind: "NumberFormatInfo",
      get numberDecimalSeparator() {
        return isComma() ? "," : ".";
      },
      get numberGroupSeparator() {
        return isComma() ? "." : ",";
      },
    },
    datetimeFormat: {
      kind: "DatetimeFormatInfo",
      dateSeparator: "/",
      timeSeparator: ":",
      get shortDatePattern() {
        return isComma() ? "dd/MM/yyyy" : "M/d/yyyy";
      },
      get longDatePattern() {
        return isComma() ? "dddd, d MMMM yyyy" : "dddd, MMMM d, yyyy";
      },
      longTimePattern: "HH:mm:ss",
    },
  };
  const application = {
    kind: "Application",
    calculationMode: "Automatic",
    calculationState: "Done",
    calculationEngineVersion: 191_029,
    useSystemSeparators: true,
    get decimalSeparator() {
      return isComma() ? "," : ".";
    },
    get thousandsSeparator() {
      return isComma() ? "." : ",";
    },
    cultureInfo: culture,
    calculate: () => host.calculation.recalculate(),
    suspendApiCalculationUntilNextSync: () => host.calculation.suspend(),
    // Nothing is painted before a batch has ended anyway.
    suspendScreenUpdatingUntilNextSync: () => undefined,
    createWorkbook: (base64File?: string | null) => {
      const file = base64File ? fromBase64(base64File) : null;
      return { kind: "WorkbookCreated", id: host.newId("buku"), open: () => host.surface.openNewWorkbook(file) };
    },
  };
  return application;
}
