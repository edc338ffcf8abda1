import pack from "../../src/instrument/packs/spbe-2020.json";
import pemdi from "../../src/instrument/packs/pemdi-2026.json";
import { pack as en } from "../../src/locale/en/pack";
import { pack as id } from "../../src/locale/id/pack";
import { defectText, type Defect } from "../../src/instrument/defect";
import { parseInstrument } from "../../src/instrument/parse";

type Pack = typeof pack;
type Edit = (copy: Pack) => void;

const broken = (edit: Edit, from: unknown = pack): readonly Defect[] => {
  const copy = structuredClone(from) as Pack;
  edit(copy);
  const parsed = parseInstrument(copy);
  return parsed.ok ? [] : parsed.defects;
};
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error("empty list");
  return one;
};
const at = <T>(list: readonly T[], index: number): T => first(list.slice(index));
const aspect1 = (copy: Pack) => first(first(copy.domains).aspects);
const indicator1 = (copy: Pack) => first(aspect1(copy).indicators);
const levelOf = (copy: Pack, level: number) => at(indicator1(copy).levels, level - 1);
const externalIndexOf5 = (copy: Pack) => {
  const five = at(at(first(copy.domains).aspects, 2).indicators, 0) as unknown as {
    externalIndex: { breaks: number[]; values: number[] };
  };
  return five.externalIndex;
};

const CASES: readonly [string, Edit, string, unknown?][] = [
  [
    "an indicator's weight off by a hundredth",
    (c) => (indicator1(c).weight = 131),
    "Aspek 1: bobot indikator berjumlah 13,01%, seharusnya 13,00%.",
  ],
  [
    "a hundredth that an indicator lost",
    (c) => (indicator1(c).weight = 129),
    "Aspek 1: bobot indikator berjumlah 12,99%, seharusnya 13,00%.",
  ],
  [
    "an aspect's weight",
    (c) => (at(at(c.domains, 1).aspects, 2).weight = 400),
    "Domain 2: bobot aspek berjumlah 24,00%, seharusnya 25,00%.",
  ],
  [
    "an aspect that weighs too much",
    (c) => (at(at(c.domains, 1).aspects, 2).weight = 600),
    "Domain 2: bobot aspek berjumlah 26,00%, seharusnya 25,00%.",
  ],
  ["the total", (c) => (first(c.domains).weight = 1200), "Bobot domain berjumlah 99,00%, seharusnya 100,00%."],
  ["an indicator's number", (c) => (indicator1(c).number = 48), "Nomor indikator 48 berada di urutan 1."],
  ["an aspect's number", (c) => (aspect1(c).number = 9), "Nomor aspek 9 berada di urutan 1."],
  ["a domain's number", (c) => (first(c.domains).number = 2), "Nomor domain 2 berada di urutan 1."],
  [
    "a level left out",
    (c) => indicator1(c).levels.splice(2, 1),
    "Indikator 1: tingkat yang ada 1, 2, 4, 5, seharusnya 1, 2, 3, 4, 5.",
  ],
  ["a level without criteria", (c) => (levelOf(c, 3).criteria = []), "Indikator 1 tingkat 3 tidak mempunyai kriteria."],
  [
    "a criterion of another level",
    (c) => (first(levelOf(c, 5).criteria).id = "4z"),
    "Indikator 1: kriteria 4z berada di tingkat 5.",
  ],
  [
    "a criterion code used twice",
    (c) => (at(levelOf(c, 2).criteria, 1).id = "2a"),
    "Indikator 1: penanda kriteria 2a berulang.",
  ],
  ["an id used twice", (c) => (indicator1(c).id = "spbe-2020/2"), "Penanda spbe-2020/2 berulang."],
  [
    "an alternative to nothing",
    (c) => Object.assign(at(levelOf(c, 4).criteria, 2), { kind: "alternatif", replaces: "4z" }),
    "Indikator 1: 4c menggantikan 4z, yang bukan syarat tingkat yang sama.",
  ],
  [
    "a requirement that replaces",
    (c) => Object.assign(at(levelOf(c, 4).criteria, 2), { replaces: "4b" }),
    "Indikator 1: 4c (syarat) tidak boleh menggantikan kriteria lain.",
  ],
  [
    "a gap between bands",
    (c) => (at(c.bands, 2).from = 261),
    "Predikat Baik mulai 2,61, padahal predikat sebelumnya berakhir 2,60.",
  ],
  [
    "bands that overlap",
    (c) => (at(c.bands, 2).from = 259),
    "Predikat Baik mulai 2,59, padahal predikat sebelumnya berakhir 2,60.",
  ],
  [
    "a band that ends where it begins",
    (c) => (at(c.bands, 2).to = at(c.bands, 3).from = 260),
    "Predikat Baik mulai 2,60, padahal predikat sebelumnya berakhir 2,60.",
  ],
  [
    "a first band that ends where it begins",
    (c) => (at(c.bands, 0).to = at(c.bands, 1).from = 100),
    "Predikat Kurang mulai 1,00, padahal predikat sebelumnya berakhir 1,00.",
  ],
  ["the first band's start", (c) => (first(c.bands).from = 110), "Predikat pertama mulai 1,10, padahal skala mulai 1."],
  [
    "the last band's end",
    (c) => (at(c.bands, 4).to = 499),
    "Predikat terakhir berakhir 4,99, padahal skala berakhir 5.",
  ],
  [
    "a level without a name",
    (c) => Reflect.deleteProperty(c.levelNames.proses, "4"),
    "Tingkat 4 keluarga proses tidak mempunyai nama.",
  ],
  [
    "a lowest level without a name",
    (c) => Reflect.deleteProperty(c.levelNames.layanan, "1"),
    "Tingkat 1 keluarga layanan tidak mempunyai nama.",
  ],
  [
    "evidence of a level that is not there",
    (c) => (first(indicator1(c).evidence).level = 7),
    "menyebut tingkat 7 yang tidak ada.",
  ],
  [
    "a worked example that does not come out",
    (c) => (first(c.testVectors).expected = "3.01"),
    "Contoh hitung Permen PANRB 59/2020 Tabel 10 menghasilkan 3.00, seharusnya 3.01.",
  ],
  [
    "a worked example with a value too few",
    (c) => first(c.testVectors).values.pop(),
    "Contoh hitung Permen PANRB 59/2020 Tabel 10 memuat 3 nilai, seharusnya 4.",
  ],
  [
    "a worked example of an aspect that is not there",
    (c) => (first(c.testVectors).number = 9),
    "Contoh hitung Permen PANRB 59/2020 Tabel 10 memuat 4 nilai, seharusnya 0.",
  ],
  [
    "ranges with a gap",
    (c) => ((levelOf(c, 2) as unknown as { range: number[] }).range = [151, 250]),
    "Indikator 1 tingkat 2: rentang nilai tidak bersambung.",
    pemdi,
  ],
  [
    "a last range that ends below the scale",
    (c) => ((levelOf(c, 5) as unknown as { range: number[] }).range = [400, 499]),
    "Indikator 1 tingkat 5: rentang nilai tidak bersambung.",
    pemdi,
  ],
  [
    "an external index whose breaks do not rise",
    (c) => (externalIndexOf5(c).breaks[1] = 0),
    "Indikator 5: batas indeks Indeks SDI tidak menaik atau jumlahnya tidak sama.",
    pemdi,
  ],
  [
    "an external index whose values do not rise",
    (c) => (externalIndexOf5(c).values[1] = 100),
    "Indikator 5: batas indeks Indeks SDI tidak menaik atau jumlahnya tidak sama.",
    pemdi,
  ],
  [
    "an external index with a value too few",
    (c) => externalIndexOf5(c).values.pop(),
    "Indikator 5: batas indeks Indeks SDI tidak menaik atau jumlahnya tidak sama.",
    pemdi,
  ],
  ["an unknown field", (c) => Object.assign(c, { extra: 1 }), 'Unrecognized key: "extra"'],
  ["a weight that is no integer", (c) => (indicator1(c).weight = 1.3), "domains.0.aspects.0.indicators.0.weight"],
];

test.each(CASES.map(([name, ...rest]) => ({ name, rest })))(
  "a pack is refused for $name, and the message names it",
  ({ rest: [edit, message, from] }) => {
    expect(
      broken(edit, from)
        .map((defect) => defectText(defect, "id"))
        .join("\n"),
    ).toContain(message);
  },
);

test("every check has a case here, and says the same in English", () => {
  const seen = new Set(CASES.flatMap(([, edit, , from]) => broken(edit, from).map(({ code }) => code)));
  expect([...seen].sort()).toEqual(Object.keys(id).sort());
  expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
  for (const [, edit, , from] of CASES)
    for (const defect of broken(edit, from)) expect(defectText(defect, "en")).not.toMatch(/\{\w+\}/);
});
