import type { ConflictReason, FileStatus } from "../assessment/merge-types";

/**
 * What the sheets say. One language only: a workbook travels between offices, so its words are part of its layout and do
 * not follow the reader's display language. Texts that are made of facts are functions of them.
 */
export const TEXT = {
  pageOf: "Halaman &P dari &N",
  separator: " · ",
  yes: "Ya",
  notYet: "Belum",
  /** To be filled in by hand. */
  dots: "……………………",
  coordinator: (program: string): string => `Koordinator ${program}`,
  nameAndId: "Nama dan NIP",
  /** Below the room for a signature. */
  signer: (name: string): string => (/\bNIP\b/i.test(name) ? name : `${name}\nNIP ${TEXT.dots}`),
  placeAndDate: (place: string | null): string => `${place ?? TEXT.dots}, ${TEXT.dots}`,
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
    opd: "Kosongkan bila buku kerja ini mencakup seluruh OPD",
    opdHandout: "Buku kerja ini berisi indikator OPD ini saja",
    pic: "Pengisi buku kerja",
    contact: "Surel atau telepon",
    officialRecord: "Ya bila Berita Acara Penilaian Mandiri sudah ditandatangani",
    publicationConsent: "Ya bila Pernyataan Persetujuan Publikasi sudah ditandatangani",
    templateVersion: "Diisi oleh templat",
  },
  sectorNote: (indicator: number): string => `Nama layanan pada indikator ${indicator}; tidak sama dengan sektor lain`,
  coordinatorNote: (program: string): string => `${TEXT.coordinator(program)}; menandatangani Berita Acara`,
  instrumentNote: (regulation: string, indicators: number, notice: string | null): string =>
    [`${regulation}, ${indicators} indikator`, notice].filter(Boolean).join(". "),
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
  handoutHint: "Isi sel kuning, dan jawab syaratnya di lembar Kriteria.",
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
  levelPrompt: {
    title: "Tingkat",
    message: "Pilih tingkat tertinggi yang semua syaratnya terpenuhi. Pemeriksaan di kanan menyebut yang belum cocok.",
  },
  evidencePrompt: {
    title: "Data Dukung",
    message:
      "Tulis ID dari lembar Data Dukung, misalnya DD-07-001; beberapa ID dipisah titik koma. Nama berkas atau tautan juga boleh.",
  },
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
  answerPrompt: {
    title: "Terpenuhi",
    message: "Ya bila syarat ini terpenuhi dan ada buktinya. Sebagian dan Tidak belum memenuhi.",
  },
} as const;

export const EVIDENCE_TEXT = {
  title: "Data Dukung",
  subtitle:
    "Satu baris satu dokumen. Rujuk ID-nya di Penilaian dan Kriteria; dokumen yang sama boleh dipakai beberapa indikator.",
  kind: { title: "Jenis", message: "Pilih jenis dokumen dari daftar." },
  date: { title: "Tanggal", message: "Tulis tanggal, misalnya 21/11/2023." },
  status: { title: "Status", message: "Pilih belum, draf, proses, revisi, atau diterima." },
  mustHaves: {
    title: "Isi Wajib",
    message:
      "Pilih yang sudah diperiksa ada di dokumen ini. Lebih dari satu: tulis dipisah titik koma, misalnya Memuat masalah; Memuat rekomendasi.",
  },
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
  aspectChart: { target: "Aspek: nilai dan target", none: "Nilai aspek" },
} as const;

export const WORKBOOK_TEXT = {
  title: "Penilaian",
  creator: "SPBE",
} as const;

export const FINDINGS_TEXT = {
  title: "Temuan",
  validated: "Divalidasi",
  none: "Tidak ada temuan.",
} as const;

export const ANSWERS_TEXT = {
  title: "Jawaban OPD",
  subtitle: "Semua jawaban yang diterima, dengan berkas, lembar, dan sel asalnya. Ditulis oleh Gabung.",
} as const;

export const CONFLICTS_TEXT = {
  title: "Konflik",
  subtitle:
    "Pilih tingkat dan tulis alasannya, lalu jalankan Gabung lagi supaya masuk ke Penilaian. Keputusan tidak berubah bila berkas digabung lagi.",
  office: { title: "OPD Dipilih", message: "Pilih OPD yang jawabannya dipakai, atau kosongkan." },
  reasons: {
    "responsible-differ": "OPD penanggung jawab berbeda jawaban",
    "nobody-responsible": "Belum ada penanggung jawab, jawaban berbeda",
    "not-responsible": "Hanya dijawab OPD lain",
    "edited-since": "Diubah di buku kerja dan di berkas OPD",
    settled: "Jawaban kini sama; keputusan lama tetap berlaku",
  } satisfies Record<ConflictReason, string>,
  changedSince: "Jawaban berubah sejak diputuskan.",
  evidence: "Bukti:",
} as const;

export const MERGE_LOG_TEXT = {
  title: "Log Gabung",
  subtitle: "Satu baris per berkas dan penggabungan.",
  status: {
    merged: "digabung",
    refused: "ditolak",
    superseded: "digantikan",
    held: "ditahan",
  } satisfies Record<FileStatus, string>,
  reasons: {
    WRONG_YEAR: "Tahunnya bukan tahun buku ini.",
    WRONG_INSTRUMENT: "Instrumennya bukan instrumen buku ini.",
    OLDER_FILE: "Ada berkas yang lebih baru dari OPD ini.",
    DUPLICATE_FILE: "Berkas yang sama sudah dipilih.",
    OLDER_THAN_MERGED: "Berkas yang lebih baru sudah digabung sebelumnya.",
    ZIP_BOMB: "Isi berkas membengkak jauh di atas kewajaran.",
  },
} as const;

export const STAGES_TEXT = {
  title: "Nilai Tahap",
  subtitle: "Nilai per tahap penilaian. Indikator yang tidak disentuh mengikuti tahap sebelumnya.",
} as const;

export const HISTORY_TEXT = {
  title: "Riwayat",
  subtitle: "Hasil tahun-tahun sebelumnya.",
} as const;

export const PLAN_TEXT = {
  title: "Rencana",
  result: (from: string, to: string, predicate: string): string => `${from} menjadi ${to} ${predicate}`,
  target: (target: string): string => `target ${target}`,
  steps: (count: number): string => `${count} langkah`,
  effort: (effort: string): string => `upaya ${effort}`,
  /** Beside the sum of efforts: what they are counted in, and that they are estimates. */
  estimate: (unit: string): string => `perkiraan dalam ${unit}`,
  shared: (name: string, effort: string): string => `${name}: upaya ${effort}, dihitung sekali.`,
  runnerUp: (effort: string, to: string): string => `Pilihan kedua: upaya ${effort}, hasil ${to}.`,
  due: { title: "Tenggat", message: "Tulis tanggal, misalnya 30/06/2024." },
  status: { done: "selesai", late: "terlambat", started: "berjalan", open: "belum" },
  evidence: "Bukti yang diminta:",
} as const;

export const SUMMARY_TEXT = {
  about: (title: string, year: string): string => `Ringkasan Penilaian ${title} ${year}`.trim(),
  stage: (stage: string): string => (stage === "Mandiri" ? "penilaian mandiri" : `tahap ${stage}`),
  predicate: "Predikat",
  since: (year: number | null): string => (year === null ? "Perubahan" : `Sejak ${year}`),
  /** The year of the results where it is not that of the page. */
  rank: (year: number | null): string => (year === null ? "Peringkat" : `Peringkat ${year}`),
  rankOf: (rank: number, of: number): string => `${rank} dari ${of}`,
  rankNote: (group: string, median: string): string => `${group} · median ${median}`,
  noRank: "belum dibandingkan",
  noHistory: "belum ada di Riwayat",
  otherInstrument: (title: string): string => `instrumen lain: ${title}`,
  from: (index: string, predicate: string): string => `dari ${index} ${predicate}`.trim(),
  nothing: "–",
  target: "▽ Target ",
  short: ", kurang ",
  reached: ", tercapai",
  noTarget: "Target belum diisi",
  of: " dari ",
  filled: " terisi",
  domain: "Domain",
  aspect: "Aspek",
  weight: "Bobot",
  strongest: "Tiga terkuat",
  holding: "Tiga yang paling menahan",
  level: "Tingkat",
  chart: { target: "Aspek terhadap target", plan: "Aspek terhadap rencana", none: "Nilai aspek" },
  value: "Nilai",
  targetSeries: "Target",
  planSeries: "Rencana",
  decisions: (count: number): string =>
    count === 1 ? "Keputusan pertama" : `${DIGITS[count] ?? count} keputusan pertama`,
  noPlan: "Belum ada rencana. Isi target di panel, lalu tulis lembar Rencana.",
  opd: "OPD",
  due: "Tenggat",
  points: "Poin",
  planSteps: (steps: number, done: number, effort: string): string =>
    done === 0
      ? `Dari ${steps} langkah, upaya ${effort}`
      : `${done} dari ${steps} langkah selesai, upaya seluruhnya ${effort}`,
  planResult: (to: string): string => `, hasil ${to}.`,
  planOpen: ". Hasilnya dihitung setelah semua indikator terisi.",
  planListed: "Daftar lengkap ada di lembar Rencana.",
  planUnlisted: "Rencana ini belum ditulis ke lembar Rencana.",
  lowerBound: "indeks belum lengkap",
  nameOnly: "Nama",
} as const;

const DIGITS = ["", "", "Dua", "Tiga", "Empat", "Lima"];

export const RECORD_TEXT = {
  title: "BERITA ACARA PENILAIAN MANDIRI",
  about: (title: string, year: string): string => `${title} Tahun ${year}`.trim(),
  number: "Nomor:",
  opening: "Pada tanggal ",
  comma: ", ",
  done: (indicators: number, title: string): string =>
    ` telah menyelesaikan penilaian mandiri ${title} terhadap ${indicators} indikator, dengan hasil sebagai berikut.`,
  /** Before and after "45 dari 47". */
  notDone: (title: string): readonly [string, string] => [
    ` belum menyelesaikan penilaian mandiri ${title}: `,
    " indikator terisi. Naskah ini belum dapat ditandatangani; hasil sementara sebagai berikut.",
  ],
  noDate: "…",
  noAgency: "instansi",
  predicate: "Predikat",
  filled: "Indikator terisi",
  weight: "Bobot (%)",
  value: "Nilai",
  basis: (regulation: string): string => `Dasar penilaian: ${regulation}.`,
  closing:
    "Tingkat, penjelasan, dan data dukung setiap indikator tercatat pada lembar Penilaian dan Data Dukung buku kerja ini. Berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
  assessor: "Ketua Tim Asesor Internal",
} as const;

export const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;
