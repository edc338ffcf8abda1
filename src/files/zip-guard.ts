import { LIMITS } from "./limits";
import { Refusal, corrupt, megabytes } from "./refusal";

/** One file of the package, as its directory declares it and its local header confirms it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: Uint8Array;
  /** Bytes when unpacked. */
  readonly size: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UNKNOWN_32 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** Names of parts are compared without case, and some writers use backslashes. */
export const partKey = (name: string): string => name.replace(/\\/g, "/").replace(/^\//, "").toLowerCase();

/**
 * The package's directory, after every check that needs no unpacking: complete, unambiguous, not encrypted, and within
 * the limits. Throws a Refusal otherwise.
 */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, offset } = findDirectory(view);
  if (count > LIMITS.parts) throw new Refusal("TOO_LARGE", `${count} parts`);
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let at = offset;
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(bytes, view, at);
    at = next;
    total += entry.size;
    demandSane(entry, total);
    const key = partKey(entry.name);
    // Two parts of one name: which one is meant is anybody's guess.
    if (entries.has(key)) throw corrupt(`part ${entry.name} twice`);
    entries.set(key, entry);
  }
  return entries;
}

function demandSane({ name, size, packed, method }: ZipEntry, total: number): void {
  if (method !== STORED && method !== DEFLATED) throw corrupt(`${name}: method ${method}`);
  if (method === STORED && size !== packed.length) throw corrupt(`${name}: stored size`);
  const bomb = size > LIMITS.ratioFromBytes && size > packed.length * LIMITS.ratio;
  if (bomb) throw new Refusal("ZIP_BOMB", `${name}: ${packed.length} to ${size}`, { size: megabytes(size) });
  if (size > LIMITS.partBytes || total > LIMITS.totalBytes)
    throw new Refusal("TOO_LARGE", `${name}: ${size} of ${total}`);
}

function findDirectory(view: DataView): { count: number; offset: number } {
  const last = view.byteLength - 22;
  // The end record may be followed by a comment of up to 65,535 bytes.
  const first = Math.max(0, last - 0xffff);
  let end = last;
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw new Refusal("TRUNCATED", "no end of directory");
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (offset !== UNKNOWN_32 && count !== 0xffff) return demandInside(view, { count, offset }, end);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR)
    return demandInside(view, { count, offset }, end);
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_64) throw corrupt("zip64 end record");
  const wide = {
    count: Number(view.getBigUint64(end64 + 32, true)),
    offset: Number(view.getBigUint64(end64 + 48, true)),
  };
  return demandInside(view, wide, end);
}

function demandInside(view: DataView, directory: { count: number; offset: number }, end: number) {
  if (directory.offset + 46 * directory.count > end) throw corrupt("directory outside the file");
  if (directory.count > 0 && view.getUint32(directory.offset, true) !== CENTRAL) throw corrupt("directory signature");
  return directory;
}

const NAME = new TextDecoder();

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw corrupt("directory entry");
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) throw corrupt("directory entry beyond the end");
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = NAME.decode(nameBytes);
  if (flags & 1) throw new Refusal("ENCRYPTED", name);
  const sizes = wideSizes(view, at + 46 + nameLength, extraLength, {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  });
  const start = dataStart(bytes, view, sizes.offset, nameBytes);
  if (start + sizes.packed > bytes.length) throw corrupt(`${name} beyond the end`);
  const packed = bytes.subarray(start, start + sizes.packed);
  const method = view.getUint16(at + 10, true);
  return { entry: { name, method, crc: view.getUint32(at + 16, true), packed, size: sizes.size }, next };
}

/** Sizes that do not fit 32 bits stand in the zip64 field, in this order; some writers put small ones there too. */
function wideSizes(
  view: DataView,
  from: number,
  length: number,
  narrow: { size: number; packed: number; offset: number },
) {
  const sizes = { ...narrow };
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const end = Math.min(field + view.getUint16(at + 2, true), from + length);
    for (const key of ["size", "packed", "offset"] as const)
      if (sizes[key] === UNKNOWN_32 && field + 8 <= end) {
        sizes[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
  }
  return sizes;
}

/** Where the part's bytes begin. Its local header must tell the same name, or two readers would see two files. */
function dataStart(bytes: Uint8Array, view: DataView, at: number, name: Uint8Array): number {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw corrupt("local header");
  const nameLength = view.getUint16(at + 26, true);
  const same = nameLength === name.length && name.every((byte, index) => bytes[at + 30 + index] === byte);
  if (!same) throw corrupt("local name differs");
  return at + 30 + nameLength + view.getUint16(at + 28, true);
}
