import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { mergeReturns, NO_EARLIER_MERGE } from "../src/assessment/merge";
import { readReturns } from "../src/cli/read-returns";
import { writeWorkbook } from "../src/files/write";
import { DEFAULT_INSTRUMENT } from "../src/instrument";
import type { Assessment } from "../src/assessment/assessment";
import { handouts } from "../src/workbook/assign";
import { blankAssessment } from "../src/workbook/blank";

/** One city has some 35 offices; the nation some 714 cities and other bodies. */
const OFFICES = 35;
const THOUSAND = 1000;
const NATION = 25_000;
const TIME = "2026-01-01T00:00:00Z";

/** A master whose indicators are shared out over 35 offices, every level answered. */
function master(seed: number): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: `Kota Contoh ${seed}`, year: 2025 });
  const office = (n: number): string => `OPD ${String(1 + (n % OFFICES)).padStart(2, "0")}`;
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

/** Real .xlsx files as handed out, on disk: `cities` masters with their 35 returns each. */
async function writeCities(folder: string, cities: number): Promise<{ base: Assessment; files: string[] }[]> {
  const made: { base: Assessment; files: string[] }[] = [];
  for (let city = 0; city < cities; city++) {
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

/** Reads and merges `count` workbooks city by city, as it is done; milliseconds and the peak of memory. */
async function mergeMany(cities: readonly { base: Assessment; files: string[] }[], count: number, jobs: number) {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 50);
  const before = performance.now();
  const list: string[] = [];
  for (let city = 0; list.length < count; city++) list.push(...(cities[city % cities.length]?.files ?? []));
  let merged = 0;
  // A region's files arrive together; twenty cities at a time keep both threads busy and the memory flat.
  for (let from = 0; from < count; from += OFFICES * 20) {
    const returns = await readReturns(list.slice(from, Math.min(count, from + OFFICES * 20)), jobs, () => undefined);
    for (let at = 0; at < returns.length; at += OFFICES) {
      const base = cities[Math.floor((from + at) / OFFICES) % cities.length]?.base;
      if (!base) throw new Error("no city");
      const draft = mergeReturns({
        base,
        returns: returns.slice(at, at + OFFICES),
        earlier: NO_EARLIER_MERGE,
        accepted: [],
        decisions: [],
        time: TIME,
      });
      merged += draft.files.filter(({ status }) => status === "merged").length;
    }
  }
  clearInterval(watch);
  if (merged !== count) throw new Error(`${merged} of ${count} merged`);
  return { milliseconds: performance.now() - before, peak: Math.max(peak, megabytes()) };
}

/** 1,000 workbooks with one worker and with two, then the nation's 25,000. */
export async function printMerge(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "spbe-bench-"));
  try {
    const cities = await writeCities(folder, 4);
    await mergeMany(cities, OFFICES * 4, 2);
    const one = await mergeMany(cities, THOUSAND, 1);
    const two = await mergeMany(cities, THOUSAND, 2);
    const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
    console.log(
      `Gabung 1.000 buku kerja: satu pekerja ${seconds(one.milliseconds)}, dua pekerja ${seconds(two.milliseconds)}`,
    );
    console.log(
      `  ${(one.milliseconds / two.milliseconds).toFixed(2)}x lebih cepat (sasaran 1,7x); memori puncak ${two.peak} MB (sasaran 300 MB)`,
    );
    const nation = await mergeMany(cities, NATION, 2);
    console.log(`  25.000 buku kerja (nasional): ${seconds(nation.milliseconds)}, memori puncak ${nation.peak} MB`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
