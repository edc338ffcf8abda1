import fc from "fast-check";
import type { Answer, Assessment, Evidence } from "../../../src/assessment/assessment";
import type { Finding } from "../../../src/assessment/finding";
import { findingsOf } from "../../../src/assessment/findings";
import { askedCriteria } from "../../../src/assessment/maturity";
import { indicatorsOf } from "../../../src/assessment/score";
import { DEFAULT_INSTRUMENT as SPBE } from "../../../src/instrument";
import { evidenceRulesOf } from "../../../src/instrument/evidence-rules";
import { documentAt, build, type EntryInput, type Input } from "./world";

const RUNS = { seed: 23, numRuns: 150 };
const rules = evidenceRulesOf("spbe-2020");
const kinds = (rules?.kinds ?? []).map(({ label }) => label);
const mustHaves = (rules?.mustHaves ?? []).map(({ label }) => label);
const day = fc
  .tuple(fc.integer({ min: 2019, max: 2023 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, "0")}-15`);
const IDS = ["DD-01-001", "DD-01-002", "DD-01-003", "DD-01-004"];

const evidence = fc.record({
  // Reviews and follow-ups often enough that they meet in one indicator.
  kind: fc.oneof(fc.constantFrom("", ...kinds), fc.constantFrom("Reviu/Evaluasi", "Tindak Lanjut")),
  name: fc.constantFrom("", "Perwal SPBE", "Laporan Reviu", "Rancangan", "SK Tim Asesor", "Manajemen Aset TIK"),
  number: fc.constantFrom("", "12"),
  date: fc.option(day, { nil: null }),
  validUntil: fc.option(day, { nil: null, freq: 4 }),
  mustHaves: fc.subarray(mustHaves),
  status: fc.constantFrom(null, "draf", "diterima", "belum"),
}) as fc.Arbitrary<Partial<Evidence>>;

/** Indicators of every family of rules, with few enough criteria that rules really fire. */
const NUMBERS = [1, 3, 12, 13, 16, 21, 22, 29, 32, 45];
const entry = (number: number): fc.Arbitrary<EntryInput> => {
  const indicator = indicatorsOf(SPBE)[number - 1];
  const asked = (indicator?.levels ?? [])
    .flatMap((level) => askedCriteria(indicator as never, level))
    .map(({ id }) => id);
  const answer = fc.record({
    answer: fc.constantFrom<(Answer | null)[]>("Ya", "Ya", "Sebagian", "Tidak", null),
    evidence: fc.subarray(IDS),
  });
  return fc.record({
    level: fc.constantFrom(null, 1, 2, 3, 4, 5, 5),
    explanation: fc.constantFrom("", "Perwal Nomor 1 Tahun 2022 Pasal 3 halaman 4, 1.a.pdf, memenuhi tingkat 2"),
    evidence: fc.subarray([...IDS, "berita.pdf", "DD-99-999"]),
    assessorLevel: fc.constantFrom(null, null, 1, 2, 3),
    criteria: fc.dictionary(fc.constantFrom(...asked), answer),
  });
};
const world: fc.Arbitrary<Input> = fc
  .tuple(
    fc.tuple(...IDS.map(() => evidence)),
    fc.tuple(...NUMBERS.map(entry)),
    fc.constantFrom<[string, string, string]>(["", "Perizinan", "Perizinan"], ["Pengaduan", "Pajak", "Kesehatan"]),
  )
  .map(([items, entries, sectorServices]) => ({
    identity: { sectorServices },
    evidence: items.map((item, place) => ({ ...item, id: IDS[place] ?? "" })),
    entries: Object.fromEntries(entries.map((one, place) => [NUMBERS[place], one])),
  }));

const key = ({ code, variant, indicator, concerns }: Finding): string =>
  // V03 names more criteria when more is claimed, V06 and V19 the level that asks: still the same finding.
  code === "V03" ? `${code} ${indicator}` : `${code} ${variant} ${indicator} ${concerns.join()}`;
const keys = (assessment: Assessment): Set<string> => new Set(findingsOf(assessment).map(key));

test("the generated worlds make every code but V01, V10, V15, V16 and V17 fire", () => {
  const seen = new Set(
    fc.sample(world, { seed: 23, numRuns: 150 }).flatMap((input) => findingsOf(build(input)).map(({ code }) => code)),
  );
  expect([...seen].sort().join(" ")).toBe("V02 V03 V04 V05 V06 V07 V08 V09 V11 V12 V13 V14 V18 V19 V20");
});

test("raising a claim removes no finding but V02 and V14 (and what waited for indicator 12, when 12 is raised)", () => {
  fc.assert(
    fc.property(world, fc.constantFrom(...NUMBERS), fc.integer({ min: 1, max: 5 }), (input, number, to) => {
      const from = input.entries?.[number]?.level;
      if (typeof from === "number" && from >= to) return;
      const before = findingsOf(build(input));
      const after = keys(
        build({ ...input, entries: { ...input.entries, [number]: { ...input.entries?.[number], level: to } } }),
      );
      const gone = before
        .filter(({ code }) => code !== "V02" && code !== "V14")
        .filter(({ code }) => !(code === "V12" && number === 12))
        .filter((finding) => !after.has(key(finding)));
      expect(gone).toEqual([]);
    }),
    RUNS,
  );
});

test("adding an accepted document in force adds no finding", () => {
  fc.assert(
    fc.property(
      world,
      fc.constantFrom(...NUMBERS),
      fc.nat(),
      fc.constantFrom(...kinds),
      fc.subarray(mustHaves),
      fc.boolean(),
      (input, number, pick, kind, confirmed, onRow) => {
        const added: Evidence = {
          ...documentAt("DD-01-050"),
          kind,
          mustHaves: confirmed,
          status: "diterima",
          date: "2023-10-01",
          validUntil: "2027-12-31",
        };
        const criteria = input.entries?.[number]?.criteria ?? {};
        const ids = Object.keys(criteria);
        const chosen = onRow ? undefined : ids[pick % Math.max(ids.length, 1)];
        const attach = (list: readonly string[] = []): string[] => [...list, added.id];
        const old = input.entries?.[number] ?? {};
        const with_: EntryInput =
          chosen === undefined
            ? { ...old, evidence: attach(old.evidence) }
            : {
                ...old,
                criteria: {
                  ...criteria,
                  [chosen]: { ...criteria[chosen], evidence: attach(criteria[chosen]?.evidence) },
                },
              };
        const before = keys(build(input));
        const after = build({
          ...input,
          evidence: [...(input.evidence ?? []), added],
          entries: { ...input.entries, [number]: with_ },
        });
        expect([...keys(after)].filter((one) => !before.has(one))).toEqual([]);
      },
    ),
    { ...RUNS, numRuns: 300 },
  );
});
