import type { IdentityField } from "../assessment/assessment";

/** What a column of an assessment table holds, whatever its header says. */
export type ColumnRole =
  | "no"
  | "domain"
  | "aspect"
  | "indicator"
  | "weight"
  | "opd"
  | "level"
  | "met"
  | "target"
  | "explanation"
  | "evidence"
  | "assessorLevel"
  | "assessorNote"
  | "check"
  | "estimate";

/** The sheets of the workbook; names are a contract, files travel between versions. */
export const SHEET = {
  identity: "Identitas",
  entries: "Penilaian",
  criteria: "Kriteria",
  evidence: "Data Dukung",
  index: "Indeks",
  findings: "Temuan",
  answers: "Jawaban OPD",
  conflicts: "Konflik",
  plan: "Rencana",
  summary: "Ringkasan",
  history: "Riwayat",
  stages: "Nilai Tahap",
  mergeLog: "Log Gabung",
  officialRecord: "Berita Acara",
} as const;

/** The sheets of the template: of the whole assessment, and of one office's part, which has no index. */
export const TEMPLATE_SHEETS = {
  full: [SHEET.identity, SHEET.entries, SHEET.criteria, SHEET.evidence, SHEET.index],
  handout: [SHEET.identity, SHEET.entries, SHEET.criteria, SHEET.evidence],
} as const;

export const TABLE = {
  entries: "SPBE_Penilaian",
  criteria: "SPBE_Kriteria",
  evidence: "SPBE_DataDukung",
  index: "SPBE_Indeks",
  findings: "SPBE_Temuan",
  answers: "SPBE_Jawaban",
  conflicts: "SPBE_Konflik",
  plan: "SPBE_Rencana",
  history: "SPBE_Riwayat",
  stages: "SPBE_NilaiTahap",
  mergeLog: "SPBE_LogGabung",
} as const;

/** The header texts of each table, in order: a contract too. */
export const COLUMNS = {
  entries: [
    "No",
    "Domain",
    "Aspek",
    "Indikator",
    "Bobot (%)",
    "OPD",
    "Tingkat",
    "Terpenuhi",
    "Target",
    "Penjelasan",
    "Data Dukung",
    "Tingkat Asesor",
    "Catatan Asesor",
    "Pemeriksaan",
    "Taksiran",
  ],
  criteria: [
    "No",
    "Indikator",
    "Tingkat",
    "Kode",
    "Jenis",
    "Kriteria",
    "Terpenuhi",
    "Data Dukung",
    "Catatan",
    "Menahan",
  ],
  evidence: [
    "ID",
    "Nama Dokumen",
    "Jenis",
    "Nomor",
    "Tanggal",
    "Penanda Tangan",
    "Berlaku Sampai",
    "Berkas / Tautan",
    "Halaman / Pasal",
    "Isi Wajib",
    "Status",
  ],
  index: ["No", "Indikator", "Bobot", "Tingkat", "Target", "Sumbangan"],
  findings: ["Keparahan", "Kode", "No", "Sel", "Temuan", "Saran", "OPD"],
  answers: [
    "OPD",
    "No",
    "Tingkat",
    "Penjelasan",
    "Data Dukung",
    "Berkas",
    "Lembar",
    "Sel",
    "SHA-256",
    "Waktu",
    "Kriteria",
  ],
  /** Further columns "Jawaban 3", "Jawaban 4" … stand after "Jawaban 2" where more offices answered. */
  conflicts: [
    "No",
    "Indikator",
    "Sebab",
    "Jawaban 1",
    "Jawaban 2",
    "Tingkat Dipilih",
    "OPD Dipilih",
    "Alasan",
    "Diputuskan Oleh",
    "Waktu",
    "Jawaban Saat Itu",
  ],
  plan: ["No", "Indikator", "OPD", "Dari", "Ke", "Upaya", "Tambahan", "Yang harus dipenuhi", "Tenggat", "Status"],
  /** Followed by one column per domain: "Domain 1" … */
  history: ["Tahun", "Instrumen", "Indeks", "Predikat"],
  stages: ["No", "Tahap", "Tingkat", "Penjelasan", "Penilai", "Waktu"],
  mergeLog: ["Waktu", "Berkas", "OPD", "Status", "Kode", "Jawaban", "SHA-256", "Keterangan", "Dokumen"],
} as const;

export const NAME = {
  agency: "SPBE_Instansi",
  year: "SPBE_Tahun",
  instrument: "SPBE_Instrumen",
  opd: "SPBE_OPD",
  stage: "SPBE_Tahap",
  no: "SPBE_No",
  level: "SPBE_Tingkat",
  target: "SPBE_Target",
  assessorLevel: "SPBE_TingkatAsesor",
  /** One cell of `Indeks`: the index that the agency wants to reach; blank when it set none. */
  targetIndex: "SPBE_TargetIndeks",
  /** One cell of `Identitas`: the day that the age of evidence counts to. */
  assessmentDate: "SPBE_TanggalPenilaian",
} as const;

/** The labels of `Identitas`, in its first text column; the value stands right of its label. */
export const IDENTITY_LABELS = {
  agency: "Instansi",
  year: "Tahun",
  assessmentDate: "Tanggal Penilaian",
  instrument: "Instrumen",
  stage: "Tahap",
  opd: "OPD",
  pic: "PIC",
  contact: "Kontak",
  coordinator: "Koordinator",
  sectorService1: "Layanan Sektor 1",
  sectorService2: "Layanan Sektor 2",
  sectorService3: "Layanan Sektor 3",
  officialRecord: "Berita Acara",
  publicationConsent: "Persetujuan Publikasi",
  templateVersion: "Versi templat",
} as const satisfies Record<IdentityField, string>;

/** Header row and first data row, 1-based, of every sheet that holds one table. */
export const HEADER_ROW = 5;
export const FIRST_ROW = 6;
