import { LIMITS } from "./limits";
import { Refusal, corrupt } from "./refusal";

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** Throws the reason why the bytes are no zip package, by what they begin with. */
export function demandZip(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refusal("EMPTY", "no bytes");
  if (startsWith(bytes, ZIP)) return;
  if (startsWith(bytes, OLE)) throw oleRefusal(bytes);
  throw textRefusal(bytes);
}

/** The old container holds either a workbook with a password, a workbook of Excel 97, or something else. */
function oleRefusal(bytes: Uint8Array): Refusal {
  if (hasName(bytes, "EncryptedPackage")) return new Refusal("ENCRYPTED", "EncryptedPackage");
  if (hasName(bytes, "Workbook") || hasName(bytes, "Book")) return new Refusal("LEGACY_XLS", "BIFF");
  return bytes.length < 4096 ? corrupt("short OLE container") : new Refusal("NOT_WORKBOOK", "OLE container");
}

/** Whether a stream of this name (UTF-16, ended by a zero) is in the container. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const codes = [...`${name}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const [first = 0] = codes;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  return false;
}

/** The text of a file that should be one: UTF-8 or UTF-16, else the old Windows encoding. Throws a Refusal for anything else. */
export function demandText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Refusal("EMPTY", "no bytes");
  if (bytes.length > LIMITS.textBytes) throw new Refusal("TOO_LARGE", "text file");
  if (startsWith(bytes, ZIP) || startsWith(bytes, OLE)) throw new Refusal("NOT_TEXT", "a workbook");
  const wide = startsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
  const text = new TextDecoder(wide ?? encodingOf(bytes)).decode(bytes);
  if (text.includes("\0")) throw new Refusal("NOT_TEXT", "zero bytes");
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

function textRefusal(bytes: Uint8Array): Refusal {
  const head = bytes.subarray(0, 8192);
  const wide = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
  const text = new TextDecoder(wide ? (head[0] === 0xff ? "utf-16le" : "utf-16be") : "latin1").decode(head);
  const lower = text.toLowerCase();
  if (/<(?:!doctype html|html|head|body|table|meta)\b/.test(lower) || lower.includes("content-type: text/html"))
    return new Refusal("HTML", "markup of a web page");
  const printable = !Array.from(text).some((letter) => letter < " " && !"\t\r\n\f".includes(letter));
  if (printable && !lower.trimStart().startsWith("<") && /^[^\n]*[,;\t][^\n]*\r?\n/.test(text.trimStart()))
    return new Refusal("CSV", "text with separators");
  return new Refusal("NOT_WORKBOOK", "unknown beginning");
}
