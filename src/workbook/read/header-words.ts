import type { ColumnRole } from "../layout";

/** The tables that an assessment workbook holds; "other" are those of ours that hold no answers. */
export type TableKind = "entries" | "criteria" | "evidence" | "stages" | "other";

export type CriteriaRole =
  "no" | "indicator" | "level" | "code" | "kind" | "criterion" | "answer" | "evidence" | "note";
export type EvidenceRole =
  "id" | "name" | "kind" | "number" | "date" | "signatory" | "validUntil" | "file" | "page" | "mustHaves" | "status";
export type StageRole = "no" | "stage" | "level" | "explanation" | "assessor" | "time";

type Words<Role extends string> = Readonly<Record<Role, readonly string[]>>;

/**
 * Header texts (folded) that offices really write, the likeliest first: when two columns claim a role, the earlier word
 * wins. The first word of each role is the template's own.
 */
export const ENTRY_WORDS: Words<ColumnRole> = {
  no: [
    "no",
    "nomor",
    "no indikator",
    "nomor indikator",
    "indikator ke",
    "no ind",
    "ind",
    "kode indikator",
    "kode",
    "#",
    "no urut",
    "nomor urut",
  ],
  domain: ["domain", "nama domain"],
  aspect: ["aspek", "nama aspek"],
  indicator: [
    "indikator",
    "nama indikator",
    "indikator spbe",
    "indikator penilaian",
    "uraian indikator",
    "judul indikator",
    "pertanyaan",
  ],
  weight: ["bobot %", "bobot", "bobot indikator"],
  opd: [
    "opd",
    "perangkat daerah",
    "opd penanggung jawab",
    "opd pengampu",
    "perangkat daerah penanggung jawab",
    "skpd",
    "unit kerja",
    "pengampu",
    "penanggung jawab",
    "unit penanggung jawab",
    "opd terkait",
    "dinas",
    "instansi",
  ],
  level: [
    "tingkat",
    "tingkat kematangan",
    "level",
    "level kematangan",
    "tingkat mandiri",
    "nilai mandiri",
    "penilaian mandiri",
    "capaian",
    "capaian level",
    "tingkat capaian",
    "skor",
    "nilai",
    "nilai indikator",
    "nilai kematangan",
    "kematangan",
    "maturity level",
    "lv",
    "jawaban",
    "hasil penilaian",
  ],
  met: ["terpenuhi", "tingkat terpenuhi"],
  target: ["target", "target tingkat", "target level", "target nilai", "target capaian"],
  explanation: [
    "penjelasan",
    "uraian",
    "uraian penjelasan",
    "penjelasan capaian",
    "penjelasan mandiri",
    "deskripsi",
    "narasi",
    "justifikasi",
    "keterangan",
    "kondisi saat ini",
    "analisis",
  ],
  evidence: [
    "data dukung",
    "bukti",
    "bukti dukung",
    "data pendukung",
    "bukti pendukung",
    "eviden",
    "evidence",
    "evidens",
    "link",
    "tautan",
    "link bukti",
    "link eviden",
    "link data dukung",
    "dokumen pendukung",
    "dokumen",
    "berkas",
    "file",
    "nama file",
  ],
  assessorLevel: [
    "tingkat asesor",
    "nilai asesor",
    "level asesor",
    "tingkat assessor",
    "nilai assessor",
    "nilai evaluator",
    "nilai eksternal",
  ],
  assessorNote: ["catatan asesor", "catatan assessor", "catatan evaluator", "rekomendasi", "catatan"],
  check: ["pemeriksaan"],
  estimate: ["taksiran", "perkiraan"],
};

export const CRITERIA_WORDS: Words<CriteriaRole> = {
  no: ["no", "nomor", "no indikator", "nomor indikator", "indikator ke"],
  indicator: ["indikator", "nama indikator"],
  level: ["tingkat", "level", "tingkat kematangan"],
  code: ["kode", "kode kriteria", "butir", "kode butir"],
  kind: ["jenis", "jenis kriteria"],
  criterion: ["kriteria", "uraian kriteria", "kriteria pemenuhan"],
  answer: ["terpenuhi", "terpenuhi ya sebagian tidak", "jawaban", "pemenuhan", "status pemenuhan", "ya sebagian tidak"],
  evidence: ["data dukung", "bukti", "bukti dukung", "eviden", "tautan", "link"],
  note: ["catatan", "keterangan"],
};

export const EVIDENCE_WORDS: Words<EvidenceRole> = {
  id: ["id", "id bukti", "id dokumen", "kode bukti", "kode dokumen", "kode"],
  name: ["nama dokumen", "nama bukti", "nama data dukung", "judul dokumen", "dokumen"],
  kind: ["jenis", "jenis dokumen", "jenis bukti"],
  number: ["nomor", "nomor dokumen", "no dokumen"],
  date: ["tanggal", "tanggal dokumen", "tanggal terbit", "tanggal penetapan", "tgl"],
  signatory: ["penanda tangan", "penandatangan", "ditandatangani oleh"],
  validUntil: ["berlaku sampai", "masa berlaku", "berlaku s d", "berlaku hingga"],
  file: ["berkas tautan", "berkas", "tautan", "nama berkas", "nama file", "file", "link"],
  page: ["halaman pasal", "halaman", "pasal"],
  mustHaves: ["isi wajib", "muatan wajib"],
  status: ["status", "status dokumen"],
};

export const STAGE_WORDS: Words<StageRole> = {
  no: ["no", "nomor", "no indikator", "nomor indikator", "indikator ke"],
  stage: ["tahap", "tahapan"],
  level: ["tingkat", "level", "nilai", "skor"],
  explanation: ["penjelasan", "uraian", "keterangan"],
  assessor: ["penilai", "asesor", "assessor", "evaluator"],
  time: ["waktu", "tanggal"],
};

/** Longer headers, read by the words in them; the first rule that fits decides. */
export const ENTRY_PATTERNS: readonly (readonly [RegExp, ColumnRole])[] = [
  [
    /(?:asesor|assessor|evaluator|eksternal).*(?:catatan|penjelasan|rekomendasi)|(?:catatan|penjelasan|rekomendasi).*(?:asesor|assessor|evaluator)/,
    "assessorNote",
  ],
  [
    /(?:tingkat|level|nilai|skor).*(?:asesor|assessor|evaluator|eksternal)|(?:asesor|assessor|evaluator|eksternal).*(?:tingkat|level|nilai|skor)/,
    "assessorLevel",
  ],
  [/\bbobot\b/, "weight"],
  [/\b(?:no|nomor|kode)\b.*\bindikator\b/, "no"],
  [/\b(?:target|diharapkan)\b/, "target"],
  [/\b(?:bukti|eviden\w*|data dukung|data pendukung|dokumen pendukung|tautan|link)\b/, "evidence"],
  [/\b(?:penjelasan|uraian|deskripsi|narasi|justifikasi)\b/, "explanation"],
  [/\b(?:opd|skpd|perangkat daerah|pengampu|penanggung jawab)\b/, "opd"],
  [/\b(?:tingkat|level|kematangan|capaian|skor)\b/, "level"],
  [/\bindikator\b/, "indicator"],
];
