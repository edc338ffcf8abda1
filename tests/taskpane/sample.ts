import { blankEvidence } from "../../src/assessment/blank";
import type {
  Answer,
  Assessment,
  CriterionAnswer,
  Entry,
  Evidence,
  LevelReading,
} from "../../src/assessment/assessment";
import { askedCriteria } from "../../src/assessment/maturity";
import { indicatorsOf } from "../../src/assessment/score";
import { DEFAULT_INSTRUMENT } from "../../src/instrument";
import { blankAssessment } from "../../src/workbook/blank";

/** Bandar Lampung 2023, levels as published; offices, criteria and documents are made up for the pictures. */
const LEVELS = "1 1 2 1 1 2 1 1 1 3 1 1 1 2 1 2 3 1 2 3 1 1 1 1 1 1 1 1 1 1 1 4 4 4 4 4 4 3 1 4 3 4 3 4 1 1 1"
  .split(" ")
  .map(Number);
const OFFICES: Readonly<Record<number, string>> = {
  2: "Bappeda",
  9: "Inspektorat",
  12: "Bappeda",
  13: "Bappeda; BPKAD",
  39: "Inspektorat",
  45: "Dinas Kesehatan",
  46: "Disdukcapil",
  47: "DPMPTSP",
};

const level = (value: number | null): LevelReading =>
  value === null ? { kind: "blank" } : { kind: "level", level: value };

export const document = (id: string, fields: Partial<Evidence>): Evidence => ({
  ...blankEvidence(id),
  status: "diterima",
  cells: {
    id: { sheet: "Data Dukung", cell: `A${Number(id.slice(-3)) + 5}` },
    validUntil: { sheet: "Data Dukung", cell: `G${Number(id.slice(-3)) + 5}` },
  },
  ...fields,
});

const answer = (value: Answer, evidence: readonly string[]): CriterionAnswer => ({
  answer: value,
  evidence,
  note: "",
  cells: { evidence: { sheet: "Kriteria", cell: "H409" } },
});

/** Every criterion up to a level answered Ya with one document, so that the claim holds. */
const upTo = (entry: Entry, value: number): Entry["criteria"] => {
  const indicator = indicatorsOf(DEFAULT_INSTRUMENT)[entry.indicator - 1];
  if (!indicator) return new Map();
  return new Map(
    indicator.levels
      .filter((one) => one.level <= value)
      .flatMap((one) => askedCriteria(indicator, one))
      .map(({ id }) => [id, answer("Ya", [`${entry.indicator}.${id.slice(-1)}.Bukti.pdf`])]),
  );
};

export interface SampleOptions {
  readonly missing?: readonly number[];
  /** Answer criteria wherever the claim is above the lowest level. */
  readonly answered?: boolean;
}

export function sampleCity({ missing = [], answered = true }: SampleOptions = {}): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT, {
    agency: "Pemerintah Kota Bandar Lampung",
    year: 2023,
    assessmentDate: "2023-11-21",
    stage: "Mandiri",
    pic: "Rina Wijaya",
    contact: "spbe@contoh.go.id",
    coordinator: "Sekretaris Daerah",
    sectorServices: ["Pendaftaran puskesmas daring", "", "Perizinan daring"],
    officialRecord: false,
    publicationConsent: true,
    cells: { officialRecord: { sheet: "Identitas", cell: "C9" } },
  });
  const entries = blank.entries.map((entry): Entry => {
    const value = missing.includes(entry.indicator) ? null : (LEVELS[entry.indicator - 1] ?? null);
    const filled: Entry = {
      ...entry,
      level: level(value),
      target: level(value === null ? null : Math.min(5, value + 1)),
      opd: (OFFICES[entry.indicator] ?? "Diskominfo").split("; "),
      cells: {
        level: { sheet: "Penilaian", cell: `G${entry.indicator + 5}` },
        evidence: { sheet: "Penilaian", cell: `K${entry.indicator + 5}` },
      },
    };
    return answered && value !== null && value > 1 ? { ...filled, criteria: upTo(filled, value) } : filled;
  });
  return {
    ...blank,
    entries: entries.map((entry) => SPECIAL[entry.indicator]?.(entry) ?? entry),
    evidence: [
      document("DD-07-009", {
        name: "DPA Diskominfo 2023",
        file: "13.a.DPA-2023.pdf",
        date: "2023-01-09",
        number: "9/2023",
      }),
      document("DD-07-012", {
        name: "SOP Jaringan Intra",
        file: "17.b.SOP-Jaringan-Intra-JIP.pdf",
        date: "2022-03-14",
        number: "12/2022",
        page: "hlm. 4–6",
      }),
      document("DD-07-018", {
        name: "Perjanjian layanan pengaduan",
        file: "42.a.Perjanjian-SP4N.pdf",
        date: "2021-01-04",
        number: "18/2021",
        validUntil: "2022-12-31",
      }),
      document("DD-07-021", {
        name: "Laporan reviu jaringan intra",
        kind: "Laporan reviu",
        file: "17.c.Reviu-Jaringan-Intra.pdf",
        date: "2020-10-14",
        number: "21/2020",
      }),
    ],
  };
}

const SPECIAL: Readonly<Record<number, (entry: Entry) => Entry>> = {
  17: (entry) => ({
    ...entry,
    criteria: new Map([
      ...entry.criteria,
      ["4b", answer("Ya", ["DD-07-012"])],
      ["4c", answer("Sebagian", ["DD-07-021"])],
    ]),
  }),
  20: (entry) => ({ ...entry, criteria: new Map([...entry.criteria, ["3b", answer("Tidak", [])]]) }),
  33: (entry) => ({ ...entry, evidence: ["DD-02-014"] }),
  35: (entry) => ({ ...entry, criteria: new Map([...entry.criteria, ["4b", answer("Ya", [])]]) }),
  42: (entry) => ({ ...entry, evidence: ["DD-07-018"] }),
};

/** The city after document check and interview: three levels lowered, one document sent back, one shared by offices. */
export function judgedCity(): Assessment {
  const city = sampleCity();
  const stage = (indicator: number, name: "Dokumen" | "Interviu", value: number, explanation: string) => ({
    indicator,
    stage: name,
    level: level(value),
    explanation,
    assessor: "Asesor 12",
    time: "2023-12-01T10:00:00",
  });
  return {
    ...city,
    entries: city.entries.map((entry) => {
      if (entry.indicator === 17)
        return { ...entry, assessorNote: "Reviu 2020 sudah lebih dari dua tahun. Unggah reviu yang baru." };
      if (entry.indicator === 2)
        return {
          ...entry,
          evidence: ["DD-07-030"],
          criteria: new Map([...entry.criteria, ["2a", answer("Ya", ["DD-07-030"])]]),
        };
      if (entry.indicator === 12)
        return { ...entry, criteria: new Map([...entry.criteria, ["2a", answer("Sebagian", ["DD-07-030"])]]) };
      return entry;
    }),
    evidence: [
      ...city.evidence.map((row) => (row.id === "DD-07-021" ? { ...row, status: "revisi" as const } : row)),
      document("DD-07-030", {
        name: "Peta Rencana SPBE 2020-2024",
        kind: "Peta Rencana",
        number: "44/2020",
        date: "2020-12-30",
        file: "12.a.Peta-Rencana-SPBE.pdf",
        status: "proses",
      }),
      document("DD-07-031", { name: "Undangan rapat evaluasi", kind: "Notula/Undangan", status: "draf" }),
    ],
    stages: [
      stage(17, "Dokumen", 2, "Reviu tidak terunggah."),
      stage(17, "Interviu", 3, ""),
      stage(33, "Dokumen", 3, "Bukti DD-02-014 tidak ditemukan."),
      stage(42, "Interviu", 2, "Perjanjian layanan sudah habis berlaku."),
    ],
  };
}
