import "./custom-functions";
import { readFileSync } from "fs";
import path from "path";
import fc from "fast-check";
import { toNumber } from "../../src/assessment/ratio";
import { indexOf } from "../../src/assessment/score";
import { aspect, domain, gap, index, predicate, round } from "../../src/functions/index-values";
import { level } from "../../src/functions/level";
import { criteria, indicator, weight } from "../../src/functions/regulation";
import { DEFAULT_INSTRUMENT as SPBE } from "../../src/instrument";

const bandarLampung = JSON.parse(
  readFileSync(path.join(__dirname, "../golden/cases/bandar-lampung_2023.json"), "utf8"),
) as { indicators: Record<string, number> };
const LEVELS = Array.from({ length: 47 }, (_, place) => bandarLampung.indicators[place + 1] ?? 0);
const column = (cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const row = (cells: readonly unknown[]): unknown[][] => [[...cells]];
const numbered = (cells: readonly unknown[]): unknown[][] => cells.map((cell, place) => [place + 1, cell]);
const withCell = (number: number, cell: unknown): unknown[] =>
  LEVELS.map((one, place) => (place === number - 1 ? cell : one));
const message = (call: () => unknown): string => {
  try {
    return `no error but ${String(call())}`;
  } catch (error) {
    const { code, message: text } = error as { code: string; message: string };
    return `${code} ${text}`;
  }
};

describe("INDEX", () => {
  test("answers the exact index of a published city from a column, a row, and two columns in any order", () => {
    expect(index(column(LEVELS))).toBe(2.1545);
    expect(index(row(LEVELS))).toBe(2.1545);
    expect(index(numbered(LEVELS))).toBe(2.1545);
    expect(index([...numbered(LEVELS)].reverse())).toBe(2.1545);
    expect(index(column(LEVELS.map(String)), "spbe-2020")).toBe(2.1545);
    expect(index(column(LEVELS), " SPBE-2020 ")).toBe(2.1545);
  });

  test("omitted arguments arrive as null, blank cells as null, empty text or 0, and contribute 0", () => {
    const full = 2.1545 - 0.03;
    for (const blank of [null, "", 0]) expect(index(column(withCell(47, blank)))).toBeCloseTo(full, 12);
    expect(index(column(LEVELS), null as unknown as string)).toBe(2.1545);
  });

  test("the same level in any form gives the same index", () => {
    for (const form of [
      4,
      "4",
      "4,00",
      " 4 ",
      "Level 4",
      "Tingkat 4",
      "Lv. 4",
      "IV",
      "Kolaborasi",
      { basicType: "Double", basicValue: 4 },
    ])
      expect(index(column(withCell(40, form)))).toBe(2.1545);
  });

  test("the path for plain numbers agrees with the parser on whatever the cells hold", () => {
    const cell = fc.oneof(fc.constantFrom(null, 0, 1, 2, 3, 4, 5), fc.constantFrom("1", "5", ""));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 47, maxLength: 47 }), (cells) => {
        const exact = cells.map((one) => (one === null || one === 0 || one === "" ? null : Number(one)));
        expect(index(column(cells))).toBe(toNumber(indexOf(SPBE, exact)));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test("decimal scales and scales from 0 work", () => {
    const pemdi = [2, 1.5, 1.26, 1.3, 1, 1, 1, 1, 1, 1, 1.5, "1,25", 1.17, 1, 1, 1, 2.5, 1, 1, 1.3];
    expect(round(index(column(pemdi), "pemdi-2026"))).toBe(1.24);
    expect(index(column(Array.from({ length: 35 }, () => 0)), "spbe-2018")).toBe(0);
    expect(index(column(Array.from({ length: 35 }, () => 5)), "spbe-2018")).toBe(5);
  });

  test.each([
    ["no levels", () => index(), "#VALUE! Tulis =SPBE.INDEX(SPBE_Tingkat)"],
    [
      "46 cells",
      () => index(column(LEVELS.slice(1))),
      "47 sel, atau dua kolom No dan Tingkat dengan 47 baris; yang diberikan 46 baris × 1 kolom",
    ],
    ["48 cells", () => index(column([...LEVELS, 3])), "yang diberikan 48 baris × 1 kolom"],
    ["48 cells in a row", () => index([[...LEVELS, 3]]), "yang diberikan 1 baris × 48 kolom"],
    ["three columns", () => index(LEVELS.map((one) => [one, one, one])), "47 baris × 3 kolom"],
    ["two rows", () => index([LEVELS, LEVELS]), "2 baris × 47 kolom"],
    ["one cell", () => index(3 as unknown as unknown[][]), "1 baris × 1 kolom"],
    [
      "a number twice",
      () => index(numbered(LEVELS).map((cells, place) => (place === 46 ? [46, 1] : cells))),
      "Indikator 46 ditulis dua kali (baris 47)",
    ],
    [
      "a number that is none",
      () => index(numbered(LEVELS).map((cells, place) => (place === 2 ? ["x", 1] : cells))),
      'Baris 3: "x" bukan nomor indikator 1 sampai 47',
    ],
    ["6", () => index(column(withCell(5, 6))), "#VALUE! Indikator 5: 6 di luar tingkat 1 sampai 5."],
    ['"0"', () => index(column(withCell(5, "0"))), "Indikator 5: 0 di luar tingkat 1 sampai 5."],
    ["2.5", () => index(column(withCell(17, 2.5))), "Indikator 17: 2.5 bukan tingkat bulat 1 sampai 5."],
    [
      "words",
      () => index(column(withCell(17, "tiga setengah"))),
      'Indikator 17: "tiga setengah" bukan tingkat 1 sampai 5.',
    ],
    ["TRUE", () => index(column(withCell(17, true))), "Indikator 17: TRUE bukan tingkat 1 sampai 5."],
    ["a date", () => index(column(withCell(17, 45245))), "Indikator 17: 45245 terbaca sebagai tanggal, bukan tingkat."],
    [
      "an error of newer Excel",
      () => index(column(withCell(17, { type: "Error", basicType: "Error", basicValue: "#FIELD!" }))),
      "Indikator 17: selnya berisi galat #FIELD!.",
    ],
    ["an error cell", () => index(column(withCell(17, { code: "#N/A" }))), "Indikator 17: selnya berisi galat #N/A."],
    [
      "an error data type",
      () => index(column(withCell(17, { type: "Error", basicType: "Error", basicValue: "#DIV/0!" }))),
      "Indikator 17: selnya berisi galat #DIV/0!.",
    ],
    [
      "an instrument that is none",
      () => index(column(LEVELS), "spbe-1999"),
      'Instrumen "spbe-1999" tidak dikenal. Yang ada: spbe-2020, spbe-2018, pemdi-2026.',
    ],
  ])("says what is wrong with %s", (_, call, text) => expect(message(call)).toContain(text));
});

test.each([
  [1.7999, "Kurang"],
  [1.8, "Cukup"],
  [2.1545, "Cukup"],
  [2.5955, "Cukup"],
  [2.6, "Baik"],
  [0.1 + 2.5, "Baik"],
  [2.5999999999999996, "Baik"],
  [3.4985, "Baik"],
  [3.5, "Sangat Baik"],
  [4.2, "Memuaskan"],
  ["2,60", "Baik"],
])("PREDICATE of %p is %s", (value, name) => expect(predicate(value)).toBe(name));

test("PREDICATE follows the instrument and refuses what is no index", () => {
  expect(predicate(3.5, "pemdi-2026")).toBe("Sangat Baik");
  expect(predicate(4, "pemdi-2026")).toBe("Memuaskan");
  for (const wrong of [null, "", "baik", -1, 5.01, true, { code: "#REF!" }])
    expect(message(() => predicate(wrong))).toMatch(/^#VALUE! ".*" bukan indeks antara 0 dan 5\.$/);
});

test.each([
  [2.1545, 2.15],
  [2.675, 2.68],
  [1.005, 1.01],
  [1.165, 1.17],
  [4.515, 4.52],
  [3.4985, 3.5],
  ["2,155", 2.16],
])("ROUND of %p is %p, halves upwards", (value, rounded) => expect(round(value)).toBe(rounded));

test("DOMAIN and ASPECT answer by number or name and name what does not exist", () => {
  expect([1, 2, 3, 4].map((number) => round(domain(number, column(LEVELS))))).toEqual([1.4, 1.7, 1, 3.04]);
  expect(round(domain("layanan spbe", column(LEVELS)))).toBe(3.04);
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((number) => round(aspect(number, column(LEVELS))))).toEqual([
    1.4, 1.25, 1.75, 2.5, 1, 1, 3.5, 2.33,
  ]);
  expect(round(aspect("Penyelenggara SPBE", row(LEVELS)))).toBe(2.5);
  expect(message(() => domain(5, column(LEVELS)))).toBe(
    '#VALUE! Domain "5" tidak ada. Tulis nomor 1 sampai 4 atau namanya.',
  );
  expect(message(() => aspect("Layanan", column(LEVELS)))).toContain('Aspek "Layanan" tidak ada');
});

test("GAP is what is still missing, exactly, and 0 when met", () => {
  expect(gap(column(LEVELS), 2.6)).toBe(0.4455);
  expect(gap(column(LEVELS), "2,6")).toBe(0.4455);
  expect(gap(column(LEVELS), 2.1545)).toBe(0);
  expect(gap(column(LEVELS), 1.8)).toBe(0);
  for (const wrong of [0.5, 6, "banyak", null])
    expect(message(() => gap(column(LEVELS), wrong))).toMatch(/bukan angka antara 1 dan 5/);
});

test("WEIGHT, INDICATOR and CRITERIA tell what the regulation says", () => {
  expect([1, 11, "21", 32, 42].map((number) => weight(number))).toEqual([1.3, 2.5, 1.5, 2.75, 3]);
  expect(weight(20, "pemdi-2026")).toBe(15);
  expect(indicator(17)).toBe("Tingkat Kematangan Layanan Jaringan Intra Instansi Pusat/Pemerintah Daerah");
  expect(criteria(1, 3)).toMatch(/^3a Seluruh kriteria tingkat 2 terpenuhi\.\n3b Pengaturan referensi arsitektur/);
  expect(criteria(1, "Terdefinisi")).toBe(criteria(1, 3));
  expect(criteria(1, 2.3, "pemdi-2026")).toBe(criteria(1, 2, "pemdi-2026"));
  expect(criteria(1, 0, "spbe-2018")).toMatch(/^0a /);
  for (const call of [() => weight(0), () => indicator(48), () => criteria("tujuh", 2)])
    expect(message(call)).toMatch(/Tulis nomor 1 sampai 47\.$/);
  expect(message(() => criteria(9, 6))).toContain("Indikator 9: 6 di luar tingkat 1 sampai 5.");
  expect(message(() => criteria(9, null))).toContain("Tulis tingkat 1 sampai 5 untuk indikator 9.");
});

describe("LEVEL", () => {
  const codes = ["2a", "3b", "4b", "4c", "5b"];
  const of = (answers: readonly unknown[], from: readonly unknown[] = codes) => level(1, column(from), column(answers));

  test("is the highest level whose requirements, and all below, are Ya", () => {
    expect(of(["Ya", "Ya", "Ya", "Ya", "Ya"])).toBe(5);
    expect(of(["Ya", "Ya", "Ya", "Sebagian", "Ya"])).toBe(3);
    expect(of(["ya", " YA ", "Tidak", "Ya", "Ya"])).toBe(3);
    expect(of(["Tidak", "Ya", "Ya", "Ya", "Ya"])).toBe(1);
    expect(of([null, 0, "", null, null])).toBe(1);
    expect(of(["Ya"], ["2A"])).toBe(2);
  });

  test("an alternative stands in for the requirement that it replaces", () =>
    expect(level(45, column(["2b", "3b", "4c"]), column(["Ya", "Ya", "Ya"]))).toBe(4));

  test("says which code or answer is wrong", () => {
    expect(message(() => of(["Ya"]))).toContain("Kode berjumlah 5 sel dan jawaban 1 sel");
    expect(message(() => of(["Ya"], ["9z"]))).toBe('#VALUE! Indikator 1 tidak mempunyai kriteria "9z".');
    expect(message(() => of(["Ya", "Ya"], ["2a", "2A"]))).toContain("kriteria 2a ditulis dua kali");
    expect(message(() => of(["mungkin"], ["2a"]))).toBe(
      '#VALUE! Indikator 1, kriteria 2a: "mungkin" bukan Ya, Sebagian, atau Tidak.',
    );
    expect(message(() => of([true], ["2a"]))).toContain('"true" bukan Ya');
  });
});
