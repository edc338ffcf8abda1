/** Panes on a Mac (WKWebView) and on an iPad cannot download; there each workbook is opened instead. */
export function canDownload(): boolean {
  const platform = typeof Office === "undefined" ? undefined : Office.context?.platform;
  return platform === undefined || (platform !== Office.PlatformType?.Mac && platform !== Office.PlatformType?.iOS);
}

/** Hands bytes to the browser as a file. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers start reading only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const CHUNK = 0x8000;

/** Bytes as base64, for Excel's own "open as a new workbook". */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
