import type { Assessment, CriterionAnswer, Evidence } from "../../../src/assessment/assessment";
import { askedCriteria } from "../../../src/assessment/maturity";
import { officeNumbers } from "../../../src/assessment/office-numbers";
import { officeKey } from "../../../src/assessment/offices";
import { indicatorsOf } from "../../../src/assessment/score";
import { allInstruments } from "../../../src/instrument/all";
import type { Instrument } from "../../../src/instrument/types";
import { blankAssessment } from "../../../src/workbook/blank";

export const SPBE_2020: Instrument = allInstruments.get("spbe-2020") ?? missing();
function missing(): never {
  throw new Error("no spbe-2020");
}

/** A small generator of repeatable numbers (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const OFFICES: readonly string[] = Array.from(
  { length: 35 },
  (_, i) => `Dinas Contoh ${String(i + 1).padStart(2, "0")}`,
);

/** The agency's workbook before handing out: every indicator has one responsible office, all 35 offices have some. */
export function baseAssessment(): Assessment {
  const base = blankAssessment(SPBE_2020, {
    agency: "Kota Contoh",
    year: 2023,
    assessmentDate: "2023-11-21",
    coordinator: "Sekretaris Daerah",
  });
  return {
    ...base,
    entries: base.entries.map((entry, i) => ({ ...entry, opd: [OFFICES[(i * 11) % OFFICES.length] ?? ""] })),
  };
}

/** The same with every answer given: the known truth. */
export function filled(base: Assessment, seed: number): Assessment {
  const next = random(seed);
  const numbers = officeNumbers(base);
  const evidence: Evidence[] = [];
  const entries = base.entries.map((entry, i) => {
    const indicator = indicatorsOf(base.instrument)[i];
    const office = numbers.get(officeKey(entry.opd[0] ?? "")) ?? "00";
    const count = evidence.filter(({ id }) => id.startsWith(`DD-${office}-`)).length + 1;
    const id = `DD-${office}-${String(count).padStart(3, "0")}`;
    evidence.push(document(id, entry.indicator));
    const criteria = new Map<string, CriterionAnswer>();
    for (const level of indicator?.levels ?? [])
      for (const criterion of indicator ? askedCriteria(indicator, level) : [])
        criteria.set(criterion.id, {
          answer: (["Ya", "Sebagian", "Tidak"] as const)[Math.floor(next() * 3)] ?? "Ya",
          evidence: next() < 0.5 ? [id] : [],
          note: next() < 0.2 ? `Catatan ${criterion.id}` : "",
          cells: {},
        });
    return {
      ...entry,
      level: { kind: "level" as const, level: 1 + Math.floor(next() * 5) },
      explanation: `Peraturan Wali Kota Nomor ${entry.indicator} Tahun 2022, pasal ${1 + Math.floor(next() * 40)}.`,
      evidence: next() < 0.5 ? [id, `${entry.indicator}.c.Reviu.pdf`] : [id],
      criteria,
    };
  });
  return { ...base, entries, evidence };
}

const document = (id: string, indicator: number): Evidence => ({
  id,
  name: `Dokumen indikator ${indicator}`,
  kind: "",
  number: `${indicator}/2022`,
  date: "2022-05-17",
  signatory: "Wali Kota",
  validUntil: indicator % 3 === 0 ? "2026-12-31" : null,
  file: `${indicator}.a.pdf`,
  page: "Pasal 4",
  mustHaves: [],
  status: "diterima",
  cells: {},
});

/** What a reading must give back; cells and repairs apart, and criteria only where they are answered. */
export function essence(assessment: Assessment): unknown {
  const { instrument, identity, entries, evidence, stages } = assessment;
  return {
    instrument: instrument.id,
    identity: { ...identity, cells: {} },
    entries: entries.map((entry) => ({ ...entry, cells: {}, criteria: answered(entry.criteria) })),
    evidence: evidence.map((row) => ({ ...row, cells: {} })),
    stages,
  };
}

const answered = (criteria: ReadonlyMap<string, CriterionAnswer>): unknown =>
  [...criteria]
    .filter(([, one]) => one.answer !== null || one.evidence.length > 0 || one.note !== "")
    .map(([id, { answer, evidence, note }]) => ({ id, answer, evidence, note }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
