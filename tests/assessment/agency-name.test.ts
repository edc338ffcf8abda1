import { isSameAgency } from "../../src/assessment/agency-name";

test.each([
  ["Pemerintah Kota Bandar Lampung", "PEMKOT  Bandar Lampung"],
  ["Pemerintah Kota Bandar Lampung", "Bandar Lampung"],
  ["Kota Metro", "Pemerintah Kota Metro, Provinsi Lampung"],
  ["Kota Metro", "Pemkot Metro Provinsi Lampung"],
  ["Kab. Toli-Toli", "Pemerintah Kabupaten Tolitoli"],
  ["Pemkab Lima Puluh Kota", "Pemerintah Kabupaten Lima Puluh Kota"],
  ["Dinas Kesehatan Kota Bandar Lampung", "Pemerintah Kota Bandar Lampung"],
  ["Pemerintah Kota Metro - Dinas Kesehatan", "Kota Metro"],
  ["Pemprov DKI Jakarta", "Pemerintah Provinsi Daerah Khusus Ibukota Jakarta"],
  ["Pemerintah Daerah Istimewa Yogyakarta", "Pemprov DIY"],
  ["Kementerian Kesehatan", "kementerian kesehatan "],
])("%s and %s are one agency", (one, other) => {
  expect([isSameAgency(one, other), isSameAgency(other, one)]).toEqual([true, true]);
});

test.each([
  ["Pemerintah Kota Bandar Lampung", "Pemerintah Kota Metro"],
  ["Kota Bandung", "Kabupaten Bandung"],
  ["Kabupaten Bandung", "Kabupaten Bandung Barat"],
  ["Provinsi Lampung", "Kota Bandar Lampung"],
  ["Kementerian Kesehatan", "Kementerian Keuangan"],
  ["Kementerian Kesehatan", "Kota Metro"],
])("%s and %s are two", (one, other) => {
  expect([isSameAgency(one, other), isSameAgency(other, one)]).toEqual([false, false]);
});
