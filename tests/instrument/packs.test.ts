import { allInstruments } from "../../src/instrument/all";
import { defectText } from "../../src/instrument/defect";
import { DEFAULT_INSTRUMENT, INSTRUMENTS, loadCrosswalk, loadInstrument } from "../../src/instrument";
import { parseInstrument } from "../../src/instrument/parse";
import { crosswalkSchema } from "../../src/instrument/schema";
import type { Criterion, Indicator, Instrument } from "../../src/instrument/types";

const get = (id: string): Instrument => {
  const instrument = allInstruments.get(id);
  if (!instrument) throw new Error(`no pack ${id}`);
  return instrument;
};
const indicators = (id: string): readonly Indicator[] =>
  get(id).domains.flatMap((domain) => domain.aspects.flatMap((aspect) => aspect.indicators));
const indicator = (id: string, number: number): Indicator => {
  const found = indicators(id)[number - 1];
  if (!found) throw new Error(`no indicator ${number}`);
  return found;
};
const criteria = (one: Indicator, level: number): readonly Criterion[] =>
  one.levels.find((candidate) => candidate.level === level)?.criteria ?? [];

describe("the shipped packs", () => {
  test.each(INSTRUMENTS.map(({ id }) => id))("%s loads without a defect", (id) => {
    const parsed = parseInstrument(JSON.parse(JSON.stringify(get(id))));
    expect(parsed.ok ? [] : parsed.defects.map((defect) => defectText(defect, "id"))).toEqual([]);
  });

  test.each(INSTRUMENTS.map(({ id }) => id))("%s names its regulation in full, without notes", (id) => {
    expect(get(id).citation).toMatch(/^Peraturan Menteri PANRB Nomor \d+ Tahun \d{4} tentang [A-Z][^();:]+[a-z]$/);
  });

  test.each(INSTRUMENTS)(
    "the light list tells the truth about $id, and loading by id gives that pack",
    async (entry) => {
      const instrument = await loadInstrument(entry.id);
      expect(instrument).toEqual(get(entry.id));
      expect({ title: instrument?.title, indexName: instrument?.indexName }).toEqual({
        title: entry.title,
        indexName: entry.indexName,
      });
      expect(indicators(entry.id)).toHaveLength(entry.indicators);
    },
  );

  test("an unknown id loads nothing", async () => expect(await loadInstrument("spbe-1999")).toBeNull());

  test("the default is spbe-2020 and first in the list", () => {
    expect(DEFAULT_INSTRUMENT.id).toBe("spbe-2020");
    expect(INSTRUMENTS[0]?.id).toBe("spbe-2020");
    expect([...allInstruments.keys()].sort()).toEqual(INSTRUMENTS.map(({ id }) => id).sort());
  });

  test("short names drop the words that all indicators share", () => {
    for (const id of allInstruments.keys())
      for (const { shortName } of indicators(id))
        expect(shortName).not.toMatch(/^Tingkat Kematangan|Instansi Pusat\/Pemerintah Daerah/);
    expect(indicator("spbe-2020", 6).shortName).toBe("Kebijakan Internal Layanan Jaringan Intra");
  });
});

describe("facts of spbe-2020 against Permen PANRB 59/2020", () => {
  test("weights per domain, aspect and indicator are those of tables 3 to 9", () => {
    const { domains } = get("spbe-2020");
    expect(domains.map(({ weight }) => weight)).toEqual([1300, 2500, 1650, 4550]);
    expect(domains.flatMap(({ aspects }) => aspects.map(({ weight }) => weight))).toEqual([
      1300, 1000, 1000, 500, 1200, 450, 2750, 1800,
    ]);
    const weightOf = (number: number): number =>
      number <= 10 ? 130 : number <= 20 ? 250 : number <= 31 ? 150 : number <= 41 ? 275 : 300;
    for (const one of indicators("spbe-2020")) expect(one.weight).toBe(weightOf(one.number));
  });

  test("bands are those of table 13", () => {
    expect(get("spbe-2020").bands.map(({ name, from }) => [name, from])).toEqual([
      ["Kurang", 100],
      ["Cukup", 180],
      ["Baik", 260],
      ["Sangat Baik", 350],
      ["Memuaskan", 420],
    ]);
  });

  test("level names are the official ones", () => {
    const { proses, layanan } = get("spbe-2020").levelNames;
    expect(Object.values(proses ?? {}).map(({ name }) => name)).toEqual([
      "Rintisan",
      "Terkelola",
      "Terdefinisi",
      "Terpadu dan Terukur",
      "Optimum",
    ]);
    expect(Object.values(layanan ?? {}).map(({ name }) => name)).toEqual([
      "Informasi",
      "Interaksi",
      "Transaksi",
      "Kolaborasi",
      "Optimum",
    ]);
  });

  test("indicator 3 keeps the regulation's shifted rows: partial at 3, all six at 4, review only at 5", () => {
    const three = indicator("spbe-2020", 3);
    expect(criteria(three, 3).some(({ kind, text }) => kind === "kondisi" && /Belum seluruh enam/.test(text))).toBe(
      true,
    );
    expect(criteria(three, 4).some(({ text }) => /[Rr]eviu/.test(text))).toBe(false);
    expect(criteria(three, 5).some(({ text }) => /direviu/.test(text))).toBe(true);
    expect(three.note).toMatch(/pergeseran baris/);
  });

  test("the review asked at level 4 of indicators 1-2 and 4-31, and at level 5 of 3 and 32-47, is under two years old", () => {
    for (const one of indicators("spbe-2020")) {
      const level = one.number === 3 || one.number >= 32 ? 5 : 4;
      const texts = [
        ...one.evidence.filter((item) => item.level === level).map(({ item }) => item),
        ...criteria(one, level).map(({ text }) => text),
      ];
      expect([one.number, texts.some((text) => /kurang dari 2 tahun/.test(text))]).toEqual([one.number, true]);
      const asked = criteria(one, level).filter(({ kind }) => kind === "syarat");
      expect([one.number, asked.some(({ text }) => /reviu|audit/i.test(text))]).toEqual([one.number, true]);
    }
  });

  test("each level asks for as many documents as the regulation lists there", () => {
    const counts = indicators("spbe-2020").map(({ evidence }) =>
      [1, 2, 3, 4, 5].map((asked) => evidence.filter(({ level }) => level === asked).length).join(""),
    );
    const policies = [...Array<string>(10).keys()].map((n) => (n === 2 ? "41116" : "41144"));
    const governance = ["41154", "41154", "32243", "41143", "31244", "42244", "32244", "42243", "31143", "32343"];
    const management = [
      "41253",
      "41153",
      "41153",
      "41253",
      "41143",
      "41253",
      "41253",
      "41253",
      "42143",
      "42143",
      "42143",
    ];
    const services = [...Array<string>(13).fill("11114"), "11125", "11125", "11125"];
    expect(counts).toEqual([...policies, ...governance, ...management, ...services]);
  });

  test("what repeats the level below is derived and never asked", () => {
    for (const one of indicators("spbe-2020"))
      for (const { kind, text, id } of one.levels.flatMap((level) => level.criteria))
        expect([one.number, id, kind === "prasyarat"]).toEqual([
          one.number,
          id,
          /^Seluruh kriteria tingkat/.test(text),
        ]);
  });

  test("management indicators 21 to 31 ask at level 2 for a Peta Rencana in force", () => {
    for (let number = 21; number <= 31; number++)
      expect(
        indicator("spbe-2020", number).evidence.some(
          ({ level, item }) => level === 2 && /Peta Rencana SPBE yang masih berlaku/.test(item),
        ),
      ).toBe(true);
  });

  test("alternatives stand in for a requirement of the same level", () => {
    expect(criteria(indicator("spbe-2020", 45), 4)).toContainEqual(
      expect.objectContaining({ id: "4c", kind: "alternatif", replaces: "4b" }),
    );
  });
});

describe("facts of the other packs", () => {
  test("spbe-2018 has 35 indicators, levels 0 to 5 and weights 1, 4 and 5", () => {
    const list = indicators("spbe-2018");
    expect(get("spbe-2018").scale).toEqual({ min: 0, max: 5, decimals: 0 });
    expect(get("spbe-2018").bands.map(({ from }) => from)).toEqual([0, 180, 260, 350, 420]);
    expect(list.map(({ weight }) => weight)).toEqual([
      ...Array.from({ length: 17 }, () => 100),
      ...Array.from({ length: 7 }, () => 400),
      ...Array.from({ length: 11 }, () => 500),
    ]);
    expect(get("spbe-2018").notice).toMatch(/periksa naskah resmi/);
  });

  test("pemdi-2026 has 20 indicators on a decimal scale, with external indices and a caution", () => {
    const pemdi = get("pemdi-2026");
    expect(pemdi.scale.decimals).toBe(2);
    expect(pemdi.notice).toMatch(/periksa naskah resmi/);
    expect(pemdi.bands.map(({ from }) => from)).toEqual([100, 150, 250, 350, 400]);
    expect(
      indicators("pemdi-2026")
        .filter(({ externalIndex }) => externalIndex?.role === "value")
        .map(({ number }) => number),
    ).toEqual([5, 6, 7, 18]);
    expect(indicator("pemdi-2026", 7).externalIndex).toMatchObject({
      owner: "BPS",
      breaks: [1, 1.8, 2.6, 3.5, 4.2, 5],
    });
  });

  test("the crosswalk names every Pemdi indicator once and only indicators that exist", async () => {
    const crosswalk = crosswalkSchema.parse(await loadCrosswalk());
    expect(crosswalk.map.map(({ to }) => to)).toEqual(indicators("pemdi-2026").map(({ number }) => number));
    for (const { from } of crosswalk.map) for (const number of from) expect(number).toBeLessThanOrEqual(47);
    expect(crosswalk.map.find(({ to }) => to === 9)?.from).toEqual([9, 29, 30, 31]);
  });
});
