/** What the pages that are signed take from an agency's name. */

const REGION =
  /^(?:pemerintah\s+)?(?:daerah\s+)?(?:(kota)|(kab(?:upaten|\.))|(prov(?:insi|\.)|daerah\s+(?:istimewa|khusus)|(?:istimewa|khusus)|aceh))(?:\s+(.*))?$/i;

/** Who leads it: "Wali Kota", "Bupati" or "Gubernur"; other agencies have a "Pimpinan Instansi". */
export function leaderOf(agency: string): string {
  const [, city, regency, province] = REGION.exec(agency.trim()) ?? [];
  if (city) return "Wali Kota";
  if (regency) return "Bupati";
  return province ? "Gubernur" : "Pimpinan Instansi";
}

/** Where it signs: a city in itself; of any other agency the name does not tell, null. */
export function placeOf(agency: string): string | null {
  const [, city, , , place = ""] = REGION.exec(agency.trim()) ?? [];
  return city && place !== "" ? place : null;
}
