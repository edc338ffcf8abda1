/** What in a workbook's layout was not as handed out, and how it was read all the same. */
export const repair = {
  "repair.moved-column": "Kolom {column} bergeser ke {to}; terbaca dari judulnya.",
  "repair.renamed-column": "Judul kolom {from} menjadi {to}; tetap dibaca sebagai {from}.",
  "repair.missing-column": "Kolom {column} tidak ada; isinya dianggap kosong.",
  "repair.moved-header": "Judul tabel bergeser dari baris {from} ke baris {to}; terbaca di sana.",
  "repair.moved-sheet": "Urutan lembar {sheet} berubah; terbaca dari namanya.",
  "repair.renamed-sheet": "Lembar {from} berganti nama menjadi {to}; terbaca dari tabelnya.",
  "repair.merged-cells": "Sel gabungan di {cell}; nilainya dibaca untuk setiap baris yang dicakup.",
  "repair.hidden-rows": "{count} baris tersembunyi, mulai baris {row}; tetap dibaca.",
  "repair.hidden-columns": "Kolom {column} tersembunyi; tetap dibaca.",
  "repair.number-as-text": "{count} angka di kolom {column} tersimpan sebagai teks; dibaca sebagai angka.",
  "repair.duplicate-row":
    "Indikator {indicator} tertulis lebih dari sekali ({first} dan {second}). Sisakan satu baris yang benar.",
  "repair.missing-row": "Baris indikator {indicator} tidak ada; dianggap kosong.",
  "repair.unknown-row": "{count} baris tidak dikenali indikatornya, mulai baris {row}; tidak dibaca. Periksa nomornya.",
  "repair.guessed-indicator.name":
    "Nomornya “{found}”, namanya indikator {indicator}; dibaca sebagai indikator {indicator}.",
  "repair.guessed-indicator.close-name":
    "Nama indikator salah ketik; dibaca sebagai indikator {indicator}. Periksa apakah benar.",
  "repair.guessed-indicator.below": "Baris tanpa nomor dibaca sebagai sambungan indikator {indicator}.",
  "repair.guessed-indicator.form": "Lembar {found} dibaca sebagai isian indikator {indicator}.",
  "repair.formula-as-level": "{count} tingkat berupa rumus; dibaca nilai terakhirnya.",
  "repair.unread-date": "“{found}” di kolom {column} bukan tanggal yang terbaca; disimpan sebagai teks.",
  "repair.unread-status": "Status “{found}” tidak dikenal; disimpan sebagai teks.",
  "repair.protected-sheet": "Lembar {sheet} diproteksi; tetap dibaca.",
  "repair.template-changed.header": "Tabel bukan dari templat; terbaca dari judul kolomnya.",
  "repair.template-changed.names": "Tabel tanpa judul; terbaca dari nama indikator.",
} as const;
