import { peersOfAgency, rankOfAgency } from "../../src/assessment/agency-rank";
import type { Assessment } from "../../src/assessment/assessment";
import { PEER_YEARS, rankAmong, resultsOf } from "../../src/assessment/peers";
import { ratio } from "../../src/assessment/ratio";
import { levelsOf, scoreOf } from "../../src/assessment/score";
import { allInstruments } from "../../src/instrument/all";
import { blankAssessment } from "../../src/workbook/blank";

/** Every indicator at level 3. */
function assessment(agency: string, year: number, instrument = "spbe-2020"): Assessment {
  const pack = allInstruments.get(instrument);
  if (!pack) throw new Error("no pack");
  const blank = blankAssessment(pack, { agency, year });
  return { ...blank, entries: blank.entries.map((entry) => ({ ...entry, level: { kind: "level", level: 3 } })) };
}

test("an agency ranks among its own kind in its year, by its exact index", () => {
  const mine = assessment("Pemerintah Kota Pangkalpinang", 2023);
  const { index } = scoreOf(mine.instrument, levelsOf(mine));
  const peers = rankAmong({ group: "kota", year: 2023, index });
  expect(rankOfAgency(mine)).toEqual({
    rank: peers?.rank,
    of: 93,
    group: "kota",
    median: peers?.median,
    year: 2023,
  });
});

test("an agency's own published result is no peer of it, neither above nor in the rank", () => {
  const query = peersOfAgency({ agency: "Pemerintah Kota Bandar Lampung", year: 2023 });
  const below = rankAmong({ ...query, index: ratio(214, 100) });
  const published = rankAmong({ ...query, index: ratio(215, 100) });
  expect(below?.above?.name).not.toBe("Bandar Lampung");
  expect([below?.rank, below?.of]).toEqual([published?.rank, published?.of]);
  expect([published?.rank, published?.of, published?.equal]).toEqual([85, 93, []]);
  expect(rankOfAgency(assessment("Kota Pangkalpinang", 2025))?.year).toBe(2024);
});

test("a year without published results is compared with the newest one", () => {
  expect(peersOfAgency({ agency: "Kota Pangkalpinang", year: 2031 }).year).toBe(Math.max(...PEER_YEARS));
  expect(peersOfAgency({ agency: "Kota Pangkalpinang", year: 2023 }).year).toBe(2023);
});

test("the kind is told by the name where the agency was never published, and unknown where neither tells", () => {
  const groups = ["Kota Khayalan", "Kab. Khayalan", "Pemprov", "Provinsi Khayalan", "Badan Khayalan", "Khayalan"];
  expect(groups.map((agency) => peersOfAgency({ agency, year: 2023 }).group)).toEqual([
    "kota",
    "kabupaten",
    "provinsi",
    "provinsi",
    "pusat",
    null,
  ]);
});

test("a name may hold the word of another kind, and the short words of a government tell its kind too", () => {
  const names = [
    "Kabupaten 50 Kota",
    "Pemkab Lima Puluh Kota",
    "Pemkab Khayalan",
    "Pemkot Khayalan",
    "Pemprov Khayalan",
  ];
  expect(names.map((agency) => peersOfAgency({ agency, year: 2023 }).group)).toEqual([
    "kabupaten",
    "kabupaten",
    "kabupaten",
    "kota",
    "provinsi",
  ]);
  expect([resultsOf("Pemkot Bandung"), resultsOf("Pemkab Bandung")]).toEqual([
    resultsOf("Pemerintah Kota Bandung"),
    resultsOf("Kabupaten Bandung"),
  ]);
  expect(resultsOf("Pemkot Bandung").length).toBeGreaterThan(0);
});

test("there is no rank while a level is missing, under an instrument without published results, or without a group", () => {
  const whole = assessment("Kota Pangkalpinang", 2023);
  const [first, ...others] = whole.entries;
  if (!first) throw new Error("no entries");
  expect(rankOfAgency({ ...whole, entries: [{ ...first, level: { kind: "blank" } }, ...others] })).toBeNull();
  expect(rankOfAgency(assessment("Kota Pangkalpinang", 2023, "pemdi-2026"))).toBeNull();
  expect(rankOfAgency(assessment("Khayalan", 2023))).toBeNull();
});
