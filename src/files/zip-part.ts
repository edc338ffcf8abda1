import { Inflate, inflateSync } from "fflate";
import { holdsControl } from "./control-characters";
import { crc32 } from "./crc32";
import { Refusal, corrupt } from "./refusal";
import type { ZipEntry } from "./zip-guard";

/** Takes a part's text piece by piece. */
export type TextSink = (text: string, last: boolean) => void;

/** Parts up to this size are unpacked at once; larger ones flow through in slices, so that memory stays flat. */
const AT_ONCE = 4 * 1024 * 1024;
/** What a lying directory could unpack to in one go: no more than 256 MB are ever written past the end of the buffer. */
const AT_ONCE_PACKED = 256 * 1024;
const SLICE = 16 * 1024;

/** Unpacks a part, checks its size and checksum, and hands its text on. Throws a Refusal when either is not as declared. */
export function readText(entry: ZipEntry, sink: TextSink): void {
  const check = new Check(entry);
  if (entry.method === 0) {
    check.take(entry.packed);
    check.end();
    decodeAll(entry.packed, sink);
  } else if (entry.size <= AT_ONCE && entry.packed.length <= AT_ONCE_PACKED) {
    const bytes = inflateAll(entry);
    check.take(bytes);
    check.end();
    decodeAll(bytes, sink);
  } else {
    inflateInSlices(entry, check, sink);
  }
}

function inflateAll(entry: ZipEntry): Uint8Array {
  try {
    // One byte more than declared, so that a part that is longer than it says shows.
    return inflateSync(entry.packed, { out: new Uint8Array(entry.size + 1) });
  } catch (error) {
    throw corrupt(`${entry.name}: ${String(error)}`);
  }
}

/** The checksum of what came, and a stop as soon as more comes than was declared. */
class Check {
  private size = 0;
  private crc = 0;
  constructor(private readonly entry: ZipEntry) {}

  take(bytes: Uint8Array): void {
    this.size += bytes.length;
    if (this.size > this.entry.size) throw corrupt(`${this.entry.name}: more than declared`);
    this.crc = crc32(bytes, this.crc);
  }

  end(): void {
    if (this.size !== this.entry.size) throw corrupt(`${this.entry.name}: ${this.size} of ${this.entry.size} bytes`);
    if (this.crc !== this.entry.crc) throw corrupt(`${this.entry.name}: checksum`);
  }
}

function inflateInSlices(entry: ZipEntry, check: Check, sink: TextSink): void {
  let decoder: TextDecoder | null = null;
  const inflate = new Inflate((bytes, last) => {
    check.take(bytes);
    if (last) check.end();
    decoder ??= decoderFor(bytes);
    sink(decode(decoder, bytes, !last), last);
  });
  try {
    for (let at = 0; at < entry.packed.length; at += SLICE)
      inflate.push(entry.packed.subarray(at, at + SLICE), at + SLICE >= entry.packed.length);
  } catch (error) {
    throw error instanceof Refusal ? error : corrupt(`${entry.name}: ${String(error)}`);
  }
}

function decodeAll(bytes: Uint8Array, sink: TextSink): void {
  sink(decode(decoderFor(bytes), bytes, false), true);
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  if (decoder.encoding === "utf-8" && holdsControl(bytes)) throw corrupt("control character");
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw corrupt("not the text that it says it is");
  }
}

/** UTF-8, or UTF-16 where the first bytes say so: XML allows no other without naming it, and no spreadsheet writes one. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first = 0, second = 0] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8", { fatal: true });
}
