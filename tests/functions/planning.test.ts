import "./custom-functions";
import { index } from "../../src/functions/index-values";
import { plan, rank } from "../../src/functions/planning";

const column = (cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const TWOS = Array.from({ length: 47 }, () => 2);

describe("PLAN", () => {
  test("spills levels that reach the target and lower none, in the shape of what was given", () => {
    const spilled = plan(column(TWOS), 2.6);
    expect(spilled).toHaveLength(47);
    expect(index(spilled)).toBeGreaterThanOrEqual(2.6);
    for (const [level] of spilled) expect(Number(level)).toBeGreaterThanOrEqual(2);
    expect(plan([TWOS], 2.6)).toEqual([spilled.map(([level]) => level)]);
    const numbered = TWOS.map((level, place) => [place + 1, level]);
    expect(plan([...numbered].reverse(), 2.6)).toEqual([...spilled].reverse());
  });

  test("nothing is raised when the target is met", () => expect(plan(column(TWOS), 2)).toEqual(column(TWOS)));

  test("effort of one's own changes what is cheapest", () => {
    const cheap = plan(column(TWOS), 2.05, [
      [42, 3, 0.01],
      [43, 3, 0.01],
      ["", null, 0],
    ]);
    expect([cheap[41], cheap[42]]).toEqual([[3], [3]]);
  });

  test("unanswered indicators stay blank", () => {
    const spilled = plan(column([null, ...TWOS.slice(1)]), 2.2);
    expect(spilled[0]).toEqual([""]);
    expect(index(spilled)).toBeGreaterThanOrEqual(2.2);
  });

  test("says the most that is possible, and which effort row is wrong", () => {
    expect(() => plan(column([null, ...TWOS.slice(1)]), 5)).toThrow(
      "Target 5,00 tidak tercapai; tertinggi 4,94 selama indikator 1 belum diisi.",
    );
    expect(() => plan(column(TWOS), 2.6, [[1, 3, "mahal"]])).toThrow(
      "Upaya baris 1 harus berisi No, Tingkat, dan Upaya 0 atau lebih.",
    );
    expect(() => plan(column(TWOS), 2.6, [[45, 2, -1]])).toThrow("Upaya baris 1 harus berisi");
    expect(() =>
      plan(column(TWOS), 2.6, [
        [1, 3, 1],
        [99, 3, 1],
      ]),
    ).toThrow("Upaya baris 2: indikator 99 tidak ada. Tulis nomor 1 sampai 47.");
    expect(() => plan(column(TWOS), 2.6, [[1, 9, 1]])).toThrow("Upaya baris 1: indikator 1 tidak punya tingkat 9.");
    expect(() => plan(column(TWOS), "tinggi")).toThrow('Target "tinggi" bukan angka antara 1 dan 5.');
  });
});

describe("RANK", () => {
  test("is the share of the published peers at or below the index", () => {
    expect(rank(5, "kota", 2024)).toBe(1);
    expect(rank(1, "kota", 2023)).toBe(0);
    const [low, high] = [rank(2.5, "kota", 2023), rank(3.5, "kota", 2023)];
    expect(low).toBeGreaterThan(0);
    expect(high).toBeGreaterThan(low);
    expect(rank("2,5", "Kota", "2023")).toBe(low);
  });

  test("says which group and which year there is", () => {
    expect(() => rank(2.5, "desa", 2023)).toThrow(
      'Kelompok "desa" tidak dikenal. Tulis pusat, provinsi, kabupaten, kota.',
    );
    expect(() => rank(2.5, "kota", 2019)).toThrow('Hasil tahun "2019" tidak ada. Yang ada: 2023, 2024.');
    expect(() => rank(null, "kota", 2023)).toThrow("bukan indeks antara 1 dan 5");
    expect(() => rank(0, "kota", 2023)).toThrow('"0" bukan indeks antara 1 dan 5.');
  });
});
