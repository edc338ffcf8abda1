/** Reading one office's workbook: the guarded reader beside the bare unzip and the readers that others would take. */
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { readWorkbook } from "../src/files/read";
import { writeWorkbook } from "../src/files/write";
import { sampleReturn } from "./sample-return";

type Read = (bytes: Uint8Array) => unknown;

interface Peer {
  readonly name: string;
  readonly module: string;
  readonly reader: (module: never) => Read;
}

/** From bench/node_modules only: the product itself depends on none of them. */
const PEERS: readonly Peer[] = [
  {
    name: "exceljs",
    module: "exceljs",
    reader:
      ({ Workbook }: { Workbook: new () => { xlsx: { load(data: Uint8Array): Promise<unknown> } } }) =>
      (bytes) =>
        new Workbook().xlsx.load(bytes),
  },
  {
    name: "xlsx (SheetJS)",
    module: "xlsx",
    reader:
      ({ read }: { read(data: Uint8Array, options: { type: "array" }): unknown }) =>
      (bytes) =>
        read(bytes, { type: "array" }),
  },
  {
    name: "read-excel-file",
    module: "read-excel-file/node",
    reader:
      (module: { default?: (data: Buffer) => Promise<unknown> } & ((data: Buffer) => Promise<unknown>)) => (bytes) =>
        (module.default ?? module)(Buffer.from(bytes)),
  },
];

export interface ReadRow {
  readonly reader: string;
  readonly milliseconds: number;
  /** Times the bare unzip. */
  readonly ratio: number;
}

export interface ReadResult {
  readonly rows: readonly ReadRow[];
  /** Peers that are not installed. */
  readonly missing: readonly string[];
  readonly bytes: number;
}

/**
 * Median times on `files` different workbooks. All readers take turns on the same bytes, so that whatever else the
 * machine does meanwhile slows all of them.
 */
export async function benchRead(files = 20, rounds = 8): Promise<ReadResult> {
  const books = await Promise.all(Array.from({ length: files }, (_, seed) => writeWorkbook(sampleReturn(seed))));
  const own = (bytes: Uint8Array, sheets?: (name: string) => boolean): void => {
    const outcome = readWorkbook(bytes, sheets ? { sheets } : {});
    if (!outcome.ok) throw new Error(outcome.problem.code);
  };
  const readers = new Map<string, Read>([
    [FLOOR, (bytes) => unzipSync(bytes)],
    [OWN, (bytes) => own(bytes)],
    [`${OWN}, satu lembar`, (bytes) => own(bytes, (name) => name === "Penilaian")],
  ]);
  readers.set(SAXES, unzipAndSaxes);
  const missing: string[] = [];
  const load = createRequire(resolve("bench", "package.json"));
  for (const peer of PEERS) {
    try {
      readers.set(peer.name, peer.reader(load(peer.module) as never));
    } catch {
      missing.push(peer.name);
    }
  }
  const times = new Map<string, number[]>([...readers.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const bytes of books)
      for (const [name, read] of readers) {
        const before = performance.now();
        await read(bytes);
        // The first rounds warm the engine up.
        if (round >= rounds / 4) times.get(name)?.push(performance.now() - before);
      }
  const floor = median(times.get(FLOOR) ?? []);
  const rows = [...times].map(([reader, of]) => ({ reader, milliseconds: median(of), ratio: median(of) / floor }));
  return { rows, missing, bytes: books[0]?.length ?? 0 };
}

const FLOOR = "fflate unzip";
const OWN = "readWorkbook";
const SAXES = "unzip + saxes, tanpa hasil";

/** What the reader would cost at least with saxes: its events, and nothing made of them, checked or kept. */
function unzipAndSaxes(bytes: Uint8Array): void {
  for (const [name, part] of Object.entries(unzipSync(bytes)))
    if (/^xl\/(?:worksheets\/[^/]+|sharedStrings|workbook|styles)\.xml$/.test(name)) {
      const parser = new SaxesParser({ xmlns: false, position: false });
      parser.on("opentag", () => undefined);
      parser.on("closetag", () => undefined);
      parser.on("text", () => undefined);
      parser.write(strFromU8(part)).close();
    }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Prints the table of issue 3 and says whether the goals are met. */
export async function printRead(): Promise<void> {
  const { rows, missing, bytes } = await benchRead();
  console.log(`Membaca satu buku kerja OPD (${Math.round(bytes / 1024)} KB), median:`);
  for (const { reader, milliseconds, ratio } of rows)
    console.log(
      `  ${reader.padEnd(28)} ${milliseconds.toFixed(2).padStart(8)} ms  ${ratio.toFixed(2).padStart(6)}x unzip`,
    );
  const of = (reader: string): number | undefined => rows.find((row) => row.reader === reader)?.milliseconds;
  const own = of("readWorkbook") ?? NaN;
  const exceljs = of("exceljs");
  console.log(`  sasaran: paling banyak 3.5x unzip: ${(own / (of("fflate unzip") ?? NaN)).toFixed(2)}x`);
  if (exceljs !== undefined)
    console.log(`  sasaran: paling sedikit 4x lebih cepat dari exceljs: ${(exceljs / own).toFixed(1)}x`);
  for (const name of missing) console.log(`  ${name}: tidak ada di bench/node_modules (npm ci --prefix bench)`);
}
