import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PEER_GROUPS, peersOf, rankAmong, readPeerGroup, resultsOf } from "../../src/assessment/peers";
import { rankDocument } from "../../src/assessment/rank-document";
import { exactText, parseRatio, ratio, roundHalfUp, toNumber } from "../../src/assessment/ratio";

const of = (index: string) => parseRatio(index) ?? ratio(0);

describe("the published results", () => {
  test("are all there: 1,236 results, by group and year as in the national reports", () => {
    const counts = [2023, 2024].map((year) => PEER_GROUPS.map((group) => peersOf({ group, year }).length));
    expect(counts).toEqual([
      [93, 37, 398, 93],
      [93, 37, 392, 93],
    ]);
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(1236);
  });

  test("say where the report lost a value: the first domain of three agencies in 2024", () => {
    const lost = [2023, 2024].flatMap((year) =>
      peersOf({ group: null, year }).filter(({ domains }) => domains.includes(null)),
    );
    expect(lost.map(({ name, year, domains }) => [name, year, domains.findIndex((value) => value === null)])).toEqual([
      ["Jawa Timur", 2024, 0],
      ["Kementerian Pertanian", 2024, 0],
      ["Kementerian Energi dan Sumber Daya Mineral", 2024, 0],
    ]);
  });

  test("agree with themselves: the weighted domains give the index to within their rounding", () => {
    const weights = [13, 25, 16.5, 45.5];
    const off = [2023, 2024]
      .flatMap((year) => peersOf({ group: null, year }))
      .filter(({ domains }) => !domains.includes(null))
      .filter(({ index, domains }) => {
        const sum =
          domains.reduce(
            (total, value, position) => total + (value ? toNumber(value) : 0) * (weights[position] ?? 0),
            0,
          ) / 100;
        return Math.abs(sum - toNumber(index)) > 0.0101;
      });
    expect(off.map(({ name, year }) => `${name} ${year}`)).toEqual([]);
  });

  test("stay a small file that names its source", () => {
    const path = join(__dirname, "../../src/assessment/peers-data.json");
    expect(statSync(path).size).toBeLessThan(60_000);
    expect(readFileSync(path, "utf8")).toContain("KemenPANRB");
  });
});

describe("a rank", () => {
  test("Bandar Lampung 2023 is 85th of 93 cities, median 3.00", () => {
    const rank = rankAmong({ index: of("2.1545"), group: "kota", year: 2023 });
    expect([rank?.rank, rank?.of, roundHalfUp(rank?.median ?? ratio(0), 2)]).toEqual([85, 93, "3.00"]);
    expect(rank?.equal.map(({ name }) => name)).toContain("Bandar Lampung");
  });

  test("is never beyond the number of those ranked: an index below all is one more", () => {
    const last = rankAmong({ index: of("1"), group: "kota", year: 2023 });
    expect([last?.rank, last?.of, last?.equal]).toEqual([94, 94, []]);
  });

  test("compares as published: an index that shows as 2.15 ties with a published 2.15", () => {
    const exact = rankAmong({ index: of("2.1545"), group: "kota", year: 2023 });
    expect(exact?.rank).toBe(rankAmong({ index: of("2.15"), group: "kota", year: 2023 })?.rank);
  });

  test("counts by the plain definition, for every peer of a group", () => {
    const peers = peersOf({ group: "provinsi", year: 2024 });
    const values = peers.map(({ index }) => Math.round(toNumber(index) * 100));
    for (const [position, { index }] of peers.entries()) {
      const value = values[position] ?? 0;
      const rank = rankAmong({ index, group: "provinsi", year: 2024 });
      expect(rank?.rank).toBe(values.filter((other) => other > value).length + 1);
      expect(toNumber(rank?.share ?? ratio(0))).toBeCloseTo(values.filter((other) => other <= value).length / 37, 12);
      const higher = values.filter((other) => other > value);
      expect(rank?.above && Math.round(toNumber(rank.above.index) * 100)).toBe(
        higher.length > 0 ? Math.min(...higher) : null,
      );
      const lower = values.filter((other) => other < value);
      expect(rank?.below && Math.round(toNumber(rank.below.index) * 100)).toBe(
        lower.length > 0 ? Math.max(...lower) : null,
      );
    }
  });

  test("says which index reaches the top quarter, and that index does", () => {
    const rank = rankAmong({ index: of("2.87"), group: "kota", year: 2023 });
    const there = rankAmong({ index: rank?.topQuarter ?? ratio(0), group: "kota", year: 2023 });
    expect(there?.rank).toBeLessThanOrEqual(23);
    expect(there?.toTopQuarter).toEqual(ratio(0));
    const step = ratio(Math.round(toNumber(rank?.topQuarter ?? ratio(0)) * 100) - 1, 100);
    expect(rankAmong({ index: step, group: "kota", year: 2023 })?.rank).toBeGreaterThan(23);
  });

  test("can be taken within a province, of one group or of all governments", () => {
    const cities = rankAmong({ index: of("2.84"), group: "kota", province: "sumatera utara", year: 2023 });
    const everyone = rankAmong({ index: of("2.84"), group: null, province: "Sumatera Utara", year: 2023 });
    expect(cities?.of).toBe(8);
    expect(everyone?.of).toBe(34);
    expect(everyone?.rank).toBeGreaterThanOrEqual(cities?.rank ?? 99);
  });

  test("is null where nothing was published, and the document then says null for all", () => {
    expect(rankAmong({ index: of("3"), group: "kota", year: 2022 })).toBeNull();
    expect(rankDocument(null)).toEqual({ rank: null, of: null, share: null, median: null, best: null });
  });

  test("the command's document writes decimals as texts", () => {
    const document = rankDocument(rankAmong({ index: of("5"), group: "kota", year: 2023 }));
    expect(document).toEqual({
      rank: 1,
      of: 93,
      share: "1",
      median: "3",
      best: exactText(peersOf({ group: "kota", year: 2023 })[0]?.index ?? ratio(0)),
    });
  });
});

test("groups are read as people write them, and nothing else is", () => {
  expect(["Kota", "kab.", "PEMPROV", "K/L", "Instansi Pusat", "desa", "constructor"].map(readPeerGroup)).toEqual([
    "kota",
    "kabupaten",
    "provinsi",
    "pusat",
    "pusat",
    null,
    null,
  ]);
});

test("an agency is found by its official name, with or without the space that the report has", () => {
  const found = resultsOf("Pemerintah Kota Pangkalpinang");
  expect(found.map(({ year, index }) => [year, exactText(index)])).toEqual([
    [2023, "2.87"],
    [2024, "3.81"],
  ]);
  expect(resultsOf("Pemerintah Kab. Bengkulu Utara").map(({ group }) => group)).toEqual(["kabupaten", "kabupaten"]);
  expect(resultsOf("Kota Khayalan")).toEqual([]);
});
