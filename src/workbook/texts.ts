/**
 * What the sheets say. One language only: a workbook travels between offices, so its words are part of its layout and do
 * not follow the reader's display language. Texts that are made of facts are functions of them.
 */
export const TEXT = {
  footer: "SPBE",
  pageOf: "Halaman &P dari &N",
  separator: " · ",
  yes: "Ya",
  notYet: "Belum",
} as const;

export const IDENTITY_TEXT = {
  title: "Identitas",
  subtitle: "Isi sel berwarna kuning.",
  groups: {
    assessment: "Penilaian",
    people: "Penanggung jawab",
    sectors: "Layanan publik sektor",
    documents: "Dokumen pengantar",
    file: "Berkas",
  },
  notes: {
    agency: "Nama resmi seperti pada kop surat",
    year: "Tahun yang dinilai",
    assessmentDate: "Umur bukti dihitung terhadap tanggal ini",
    stage: "Mandiri, Dokumen, Interviu, atau Visitasi",
    opd: "Kosongkan bila buku ini mencakup seluruh OPD",
    opdHandout: "Buku kerja ini berisi indikator OPD ini saja",
    pic: "Pengisi buku kerja",
    contact: "Surel atau telepon",
    coordinator: "Koordinator SPBE; menandatangani Berita Acara",
    officialRecord: "Ya bila Berita Acara Penilaian Mandiri sudah ditandatangani",
    publicationConsent: "Ya bila Pernyataan Persetujuan Publikasi sudah ditandatangani",
    templateVersion: "Diisi oleh templat",
  },
  sectorNote: (indicator: number): string => `Nama layanan pada indikator ${indicator}; tidak sama dengan sektor lain`,
  instrumentNote: (regulation: string, indicators: number): string => `${regulation}, ${indicators} indikator`,
  year: { title: "Tahun", message: "Tulis tahun dengan empat angka, misalnya 2023." },
  date: { title: "Tanggal", message: "Tulis tanggal, misalnya 21/11/2023." },
  stage: { title: "Tahap", message: "Pilih Mandiri, Dokumen, Interviu, atau Visitasi." },
  yesNo: { title: "Dokumen", message: "Pilih Ya atau Belum." },
} as const;

export const ENTRIES_TEXT = {
  title: "Penilaian",
  handoutTitle: (opd: string): string => `Penilaian – ${opd}`,
  count: (indicators: number): string => `${indicators} indikator`,
  hint: "Isi sel kuning. Warna tingkat: makin gelap makin matang; angkanya selalu tercetak.",
  handoutHint: "Isi Tingkat, Penjelasan, dan Data Dukung; jawab syaratnya di lembar Kriteria.",
  filled: "Terisi",
  index: "Indeks",
  lowerBound: "Batas bawah",
  predicate: "Predikat",
  contribution: "Sumbangan",
  weightedMean: "Rata-rata tertimbang",
  estimate: "Ya",
  level: (choices: string): string => `Isi dengan ${choices}.`,
  levelTitle: "Tingkat",
  targetTitle: "Target",
  assessorTitle: "Tingkat Asesor",
  estimateTitle: "Taksiran",
  estimateMessage: "Pilih Ya atau kosongkan.",
} as const;

/** What `Pemeriksaan` says. The words inside a sentence are joined to numbers by the formula, so they come in pieces. */
export const CHECK_TEXT = {
  missing: "Belum diisi",
  unreadable: (min: number, max: number): string => `Tulis angka ${min}–${max}`,
  notAssessed: "Kriteria belum dinilai",
  claimed: "Tertulis ",
  butMet: ", terpenuhi ",
  metUpTo: "Terpenuhi sampai ",
  noEvidence: "Data dukung kosong",
  fine: "Sesuai",
} as const;

export const CRITERIA_TEXT = {
  title: "Kriteria",
  subtitle: "Jawab tiap syarat dengan Ya, Sebagian, atau Tidak. Baris abu-abu hanya keterangan.",
  kinds: { syarat: "syarat", prasyarat: "prasyarat", kondisi: "keadaan", alternatif: "alternatif" },
  replaces: (criterion: string): string => `pengganti ${criterion}`,
  answer: { title: "Terpenuhi", message: "Pilih Ya, Sebagian, atau Tidak." },
} as const;

export const EVIDENCE_TEXT = {
  title: "Data Dukung",
  subtitle:
    "Satu baris satu dokumen. Rujuk ID-nya di Penilaian dan Kriteria; dokumen yang sama boleh dipakai beberapa indikator.",
  kind: { title: "Jenis", message: "Pilih jenis dokumen dari daftar." },
  date: { title: "Tanggal", message: "Tulis tanggal, misalnya 21/11/2023." },
  status: { title: "Status", message: "Pilih belum, draf, proses, revisi, atau diterima." },
} as const;

export const INDEX_TEXT = {
  title: "Indeks",
  source: (sheet: string): string => `dihitung dari lembar ${sheet}`,
  lowerBound: (indexName: string): string => `${indexName}, batas bawah`,
  predicate: "Predikat",
  incomplete: "belum lengkap",
  filled: "Terisi",
  target: "Target",
  gap: "Sampai target",
  targetRule: (min: number, max: number) => ({
    title: "Target",
    message: `Tulis indeks sasaran antara ${min} dan ${max}.`,
  }),
  domain: "Domain",
  aspect: "Aspek",
  level: "Tingkat",
  columns: { weight: "Bobot", value: "Nilai", target: "Target", contribution: "Sumbangan" },
  counts: "Jumlah indikator per tingkat",
  levelBars: (min: number, max: number): string => `Tingkat ${min}–${max}`,
  aspectChart: "Aspek: nilai dan target",
} as const;

export const WORKBOOK_TEXT = {
  title: "Penilaian SPBE",
  fileTitle: "SPBE",
  creator: "SPBE",
} as const;
