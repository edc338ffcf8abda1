import type { Instrument } from "../instrument/types";

/** What is assessed, without the year of its regulation: "SPBE", "Pemdi". */
export const programOf = ({ title }: Pick<Instrument, "title">): string => title.replace(/ \d{4}$/, "");

/** Names for one narrow line; the full name stands in the pack. */
export const shortIndicator = (name: string): string =>
  name.replace(/^Kebijakan Internal /, "Kebijakan ").replace(/^Jaringan Dokumentasi/, "Dokumentasi");

export const shortAspect = (name: string): string => name.replace(/ Berbasis Elektronik$/, "");

/** One or two words for the corner of a small chart. */
const SHORTEST: Readonly<Record<string, string>> = {
  "Kebijakan Internal Tata Kelola SPBE": "Kebijakan",
  "Kebijakan Internal Layanan SPBE": "Kebijakan layanan",
  "Perencanaan Strategis SPBE": "Perencanaan",
  "Strategi dan Perencanaan": "Strategi",
  "Teknologi Informasi dan Komunikasi": "TIK",
  "Penyelenggara SPBE": "Penyelenggara",
  "Penerapan Manajemen SPBE": "Manajemen",
  "Pelaksanaan Audit TIK": "Audit TIK",
  "Layanan Administrasi Pemerintahan": "Administrasi",
  "Tata Kelola dan Manajemen": "Tata kelola",
  "Keamanan Pemdi": "Keamanan",
  "Teknologi Pemdi": "Teknologi",
  "Keterpaduan Layanan Digital Pemerintah": "Keterpaduan",
  "Kepuasan Pengguna Layanan Digital Pemerintah": "Kepuasan",
};
export const shortestAspect = (name: string): string => SHORTEST[shortAspect(name)] ?? shortAspect(name);
