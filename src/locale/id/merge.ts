/** Merging: what becomes of each file, why an answer needs a decision, and what will be written. */
export const merge = {
  "merge.status.merged": "Digabung",
  "merge.status.refused": "Ditolak",
  "merge.status.superseded": "Digantikan",
  "merge.status.held": "Ditahan",
  "merge.reason.WRONG_YEAR": "Tahun {found}, buku ini {expected}.",
  "merge.reason.WRONG_INSTRUMENT": "Instrumen {found}, buku ini {expected}.",
  "merge.reason.WRONG_AGENCY": "Instansi {found}, buku ini {expected}.",
  "merge.reason.UNKNOWN_AGE":
    "Waktu perubahannya tidak diketahui, dan berkas lain dari OPD ini sudah digabung: {other}.",
  "merge.reason.OLDER_FILE": "Ada berkas yang lebih baru dari OPD ini: {newer}.",
  "merge.reason.DUPLICATE_FILE": "Berkas yang sama sudah dipilih.",
  "merge.reason.OLDER_THAN_MERGED": "Yang lebih baru sudah digabung sebelumnya: {newer}.",
  "merge.reason.OTHER_CHOSEN": "Berkas lain dari OPD ini yang dipilih: {newer}.",
  "merge.note.outside": "Mengisi indikator OPD lain: {indicators}.",
  "merge.note.missing-rows": "Berkas ini tidak memuat baris indikator {indicators}.",
  "merge.note.unreadable": "Tingkat indikator {indicator} tidak terbaca: “{raw}”.",
  "merge.note.kept": "Berkas yang lebih baru mengosongkan indikator {indicators}; jawaban di berkas ini dipertahankan.",
  "merge.note.renumbered": "{from} sudah dipakai dokumen lain; menjadi {to}.",
  "merge.note.edited.explanation":
    "Penjelasan indikator {indicator} diubah di buku ini dan di berkas; yang di buku ini dipertahankan.",
  "merge.note.edited.criterion":
    "Indikator {indicator}, kriteria {id}: “{mine}” di buku ini dipertahankan; berkas menulis “{theirs}”.",
  "merge.note.edited.document": "Dokumen {id}: “{mine}” di buku ini dipertahankan; berkas menulis “{theirs}”.",
  "merge.conflict.responsible-differ": "OPD penanggung jawab menjawab berbeda.",
  "merge.conflict.nobody-responsible": "Belum ada OPD penanggung jawab, dan jawabannya berbeda.",
  "merge.conflict.not-responsible": "Hanya OPD lain yang menjawab.",
  "merge.conflict.edited-since":
    "Nilai di buku kerja ini diubah setelah penggabungan terakhir, dan OPD mengubah jawabannya.",
  "merge.conflict.settled": "Jawaban OPD kini sama; keputusan sebelumnya dipertahankan.",
  "merge.conflict.changed-since": "Jawaban OPD berubah sejak diputuskan; keputusan dipertahankan.",
  "problem.NO_ASSESSMENT.what": "Tidak ditemukan tabel penilaian.",
  "problem.NO_ASSESSMENT.kept": "Isi buku kerja ini tidak diubah.",
  "problem.NO_ASSESSMENT.next": "Sisipkan templat, atau pilih rentang yang memuat nomor dan tingkat indikator.",
  "problem.WRONG_INSTRUMENT.what": "Instrumen {instrument} tidak dikenal.",
  "problem.WRONG_INSTRUMENT.kept": "Isi buku kerja ini tidak diubah.",
  "problem.WRONG_INSTRUMENT.next": "Periksa sel Instrumen di lembar Identitas.",
} as const;
