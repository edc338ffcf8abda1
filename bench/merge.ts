/** Merging: the whole command on one city's files, many cities by the same readers, and the nation. */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Assessment } from "../src/assessment/assessment";
import { mergeReturns, NO_EARLIER_MERGE } from "../src/assessment/merge";
import type { ReturnedFile } from "../src/assessment/merge-types";
import { ReturnReaders } from "../src/cli/read-returns";
import { writeWorkbook } from "../src/files/write";
import { DEFAULT_INSTRUMENT } from "../src/instrument";
import { handouts } from "../src/workbook/assign";
import { blankAssessment } from "../src/workbook/blank";

/** One city has some 35 offices; the nation some 714 cities and other bodies. */
const OFFICES = 35;
const THOUSAND = 1000;
const NATION = 25_000;
const CITIES = Math.ceil(THOUSAND / OFFICES);
/** Cities that are read at a time, so that memory does not grow with their number. */
const AT_ONCE = 4;
const ROUNDS = 5;
const TIME = "2026-01-01T00:00:00Z";

interface City {
  readonly base: Assessment;
  readonly files: readonly string[];
}

/** A master whose indicators are shared out over 35 offices, every level answered. */
function master(seed: number): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: "Kota Contoh", year: 2025 });
  const office = (n: number): string => `OPD ${seed} ${String(1 + (n % OFFICES)).padStart(2, "0")}`;
  return {
    ...blank,
    entries: blank.entries.map((entry, n) => ({
      ...entry,
      opd: [office(n)],
      level: { kind: "level", level: 1 + ((n * 7 + seed) % 5) },
      explanation: `Penjelasan indikator ${n + 1} oleh ${office(n)}`,
    })),
  };
}

/** Real .xlsx files as handed out, on disk: a thousand and some, no two alike. */
async function writeCities(folder: string): Promise<City[]> {
  const made: City[] = [];
  for (let city = 0; city < CITIES; city++) {
    const base = master(city);
    const files: string[] = [];
    for (const { fileName, spec } of handouts(base)) {
      const at = path.join(folder, `${city} ${fileName}`);
      await writeFile(at, await writeWorkbook(spec));
      files.push(at);
    }
    made.push({ base, files });
  }
  return made;
}

const megabytes = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

/** Reads and merges `count` workbooks city by city; milliseconds, and the peak of memory in megabytes. */
async function mergeMany(cities: readonly City[], count: number, readers: ReturnReaders) {
  let peak = megabytes();
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 20);
  const before = performance.now();
  const list: City[] = [];
  for (let left = count; left > 0; left -= OFFICES) {
    const { base, files } = cities[list.length % cities.length] as City;
    list.push({ base, files: files.slice(0, left) });
  }
  const read = (from: number): Promise<ReturnedFile[]> =>
    readers.read(list.slice(from, from + AT_ONCE).flatMap(({ files }) => files));
  let merged = 0;
  const ahead = [read(0), read(AT_ONCE)];
  for (let from = 0; from < list.length; from += AT_ONCE) {
    const returns = (await ahead.shift()) ?? [];
    // The other threads read on while this one merges.
    ahead.push(read(from + 2 * AT_ONCE));
    for (const { base, files } of list.slice(from, from + AT_ONCE))
      merged += mergedOf(base, returns.splice(0, files.length));
  }
  clearInterval(watch);
  if (merged !== count) throw new Error(`${merged} of ${count} merged`);
  return { milliseconds: performance.now() - before, peak };
}

function mergedOf(base: Assessment, returns: readonly ReturnedFile[]): number {
  const draft = mergeReturns({ base, returns, earlier: NO_EARLIER_MERGE, accepted: [], decisions: [], time: TIME });
  return draft.files.filter(({ status }) => status === "merged").length;
}

/** Prints the peak of memory in kilobytes as the last thing of a process. */
const SAY_PEAK = "data:text/javascript,process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";

/** `spbe merge` as a person starts it, from the start of the process to the written workbook. */
function runCommand(folder: string, jobs: number) {
  const before = performance.now();
  const command = path.join(__dirname, "spbe.js");
  const out = path.join(folder, "..", "gabungan.xlsx");
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", SAY_PEAK, command, "merge", folder, "--out", out, "--force", "--jobs", String(jobs)],
    { encoding: "utf8" },
  );
  if (status === null || status > 1) throw new Error(stderr);
  return { milliseconds: performance.now() - before, peak: Math.round(Number(stderr.trim().split("\n").pop()) / 1024) };
}

interface Measured {
  readonly milliseconds: number;
  readonly peak: number;
}

/** Both measured in turns, the quickest of each: what else the machine does slows single rounds. */
async function race(one: () => Measured | Promise<Measured>, two: () => Measured | Promise<Measured>) {
  const ones: number[] = [];
  const twos: number[] = [];
  let peak = 0;
  for (let round = 0; round < ROUNDS; round++) {
    ones.push((await one()).milliseconds);
    const second = await two();
    twos.push(second.milliseconds);
    peak = Math.max(peak, second.peak);
  }
  return { one: Math.min(...ones), two: Math.min(...twos), peak };
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const ratio = ({ one, two, peak }: { one: number; two: number; peak: number }): string =>
  `satu pekerja ${seconds(one)}, dua pekerja ${seconds(two)}: ${(one / two).toFixed(2)}x (sasaran 1,7x); memori puncak ${peak} MB (sasaran 300 MB)`;

/** 1,000 workbooks with one worker and with two, then the nation's 25,000. A worker is a thread that reads; the first one is the process's own. */
export async function printMerge(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "spbe-bench-"));
  const [alone, both] = [new ReturnReaders(1), new ReturnReaders(2)];
  try {
    const returned = path.join(folder, "kembali");
    await mkdir(returned);
    const cities = await writeCities(returned);
    // Warm for both alike.
    for (const readers of [alone, both]) await mergeMany(cities, OFFICES * AT_ONCE * 2, readers);
    const warm = await race(
      () => mergeMany(cities, THOUSAND, alone),
      () => mergeMany(cities, THOUSAND, both),
    );
    console.log(`Gabung 1.000 buku kerja, ${CITIES} kota: ${ratio(warm)}`);
    const command = await race(
      () => runCommand(returned, 1),
      () => runCommand(returned, 2),
    );
    console.log(`  perintah spbe merge atas ${CITIES * OFFICES} buku kerja satu kota, dari awal: ${ratio(command)}`);
    const nation = await mergeMany(cities, NATION, both);
    console.log(`  25.000 buku kerja (nasional): ${seconds(nation.milliseconds)}, memori puncak ${nation.peak} MB`);
  } finally {
    await Promise.all([alone.close(), both.close()]);
    await rm(folder, { recursive: true });
  }
}
