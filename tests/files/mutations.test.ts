import { strToU8, unzipSync, zipSync } from "fflate";
import { REFUSALS } from "../../src/files/refusal";
import { readWorkbook } from "../../src/files/read";
import { writeWorkbook } from "../../src/files/write";
import type { Grid } from "../../src/workbook/grid";
import { DATE_STYLES, inline, pack, parts } from "./hostile-files";
import { sampleWorkbook } from "./sample-workbook";

/** The same sequence in every run. */
function randomSequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Mutate = (bytes: Uint8Array, random: (below: number) => number) => Uint8Array;

/** What happens to files on the way, and what somebody would do to them. */
const MUTATIONS: Readonly<Record<string, Mutate>> = {
  "one bit flipped": (bytes, random) => {
    const copy = bytes.slice();
    const at = random(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    return copy;
  },
  "bytes overwritten": (bytes, random) => {
    const copy = bytes.slice();
    for (let at = random(copy.length), n = 1 + random(40); n > 0 && at < copy.length; n--) copy[at++] = random(256);
    return copy;
  },
  "cut off": (bytes, random) => bytes.slice(0, random(bytes.length)),
  "a piece missing": (bytes, random) => {
    const at = random(bytes.length);
    return new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1 + random(60))]);
  },
  "a piece repeated": (bytes, random) => {
    const at = random(bytes.length);
    return new Uint8Array([
      ...bytes.slice(0, at),
      ...bytes.slice(Math.max(0, at - 1 - random(60)), at),
      ...bytes.slice(at),
    ]);
  },
};

const shown = (grid: Grid): string =>
  JSON.stringify(
    grid.sheets.map((sheet) => ({
      ...sheet,
      formulas: [...sheet.formulas],
      hiddenRows: [...sheet.hiddenRows],
      hiddenColumns: [],
    })),
  );

const inline1904 = (): Uint8Array =>
  pack(
    parts({
      properties: '<workbookPr date1904="1"/>',
      styles: DATE_STYLES,
      rows: `<row r="1">${inline("A1", "Tingkat")}<c r="B1" s="1"><v>44717</v></c></row><row r="2">${inline("A2", "3,00")}<c r="B2"><v>4</v></c></row>`,
    }),
  );

describe.each(Object.entries(MUTATIONS))("%s", (_name, mutate) => {
  test("is refused or changes nothing that is read, 250 times", async () => {
    const random = randomSequence(2026);
    const files = [await writeWorkbook(sampleWorkbook()), inline1904()];
    const originals = files.map((bytes) => {
      const outcome = readWorkbook(bytes);
      if (!outcome.ok) throw new Error(outcome.problem.code);
      return shown(outcome.value);
    });
    let refused = 0;
    for (let n = 0; n < 250; n++) {
      const index = n % files.length;
      const bytes = mutate(files[index] ?? new Uint8Array(), random);
      const before = performance.now();
      const outcome = readWorkbook(bytes);
      expect(performance.now() - before).toBeLessThan(10_000);
      if (outcome.ok) expect(shown(outcome.value)).toBe(originals[index]);
      else {
        expect(REFUSALS).toContain(outcome.problem.code);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});

test("XML changed at random and packed soundly is read or refused, never a crash, 500 times", async () => {
  const random = randomSequence(7);
  const good = unzipSync(await writeWorkbook(sampleWorkbook()));
  const names = Object.keys(good).filter((name) => /\.(xml|rels)$/.test(name));
  const letters = "<>&\"'=/ 0Ac:\u0000\u00ff";
  for (let n = 0; n < 500; n++) {
    const name = names[random(names.length)] ?? "";
    const xml = (good[name] ?? new Uint8Array()).slice();
    for (let change = 1 + random(4); change > 0; change--)
      xml[random(xml.length)] = letters.charCodeAt(random(letters.length)) & 255;
    const before = performance.now();
    const outcome = readWorkbook(zipSync({ ...good, [name]: xml }, { level: 1 }));
    expect(performance.now() - before).toBeLessThan(10_000);
    if (!outcome.ok) expect(REFUSALS).toContain(outcome.problem.code);
  }
}, 120_000);

test("any bytes at all are refused by a code", () => {
  const random = randomSequence(11);
  for (let n = 0; n < 300; n++) {
    const bytes = Uint8Array.from({ length: random(400) }, () => random(256));
    if (n % 3 === 0) bytes.set(strToU8("PK\u0003\u0004").subarray(0, bytes.length));
    const outcome = readWorkbook(bytes);
    expect(outcome.ok).toBe(false);
    if (!outcome.ok) expect(REFUSALS).toContain(outcome.problem.code);
  }
});
