/** An agency's name as compared: which kind of government, and of where. */
interface AgencyName {
  /** "" where the name does not tell. */
  readonly kind: string;
  /** Lower case, words only. */
  readonly place: string;
}

const KIND_OF_WORD: Readonly<Record<string, string>> = {
  kota: "kota",
  pemkot: "kota",
  kabupaten: "kabupaten",
  kab: "kabupaten",
  pemkab: "kabupaten",
  provinsi: "provinsi",
  propinsi: "provinsi",
  prov: "provinsi",
  pemprov: "provinsi",
};

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bdaerah khusus ibu ?kota\b/g, "dki"],
  [/\bdaerah istimewa\b|\bd i\b/g, "diy"],
  [/\bdiy yogyakarta\b/g, "diy"],
];

/** "Pemkot Metro, Lampung" → kota, "metro": what stands before the kind and after a comma or a second kind says no more. */
function partsOf(agency: string): AgencyName {
  const [main = ""] = agency.toLowerCase().split(/[,;(/]| [-–] /);
  const plain = main.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const words = SHORT.reduce((text, [long, short]) => text.replace(long, short), plain).split(" ");
  const kindAt = (from: number): number =>
    words.findIndex((word, at) => at >= from && Object.hasOwn(KIND_OF_WORD, word) && at < words.length - 1);
  const first = kindAt(0);
  if (first < 0) return { kind: "", place: words.filter((word) => word !== "pemerintah").join(" ") };
  // "Pemkab Kab. Bandung" names its kind twice.
  const start = Object.hasOwn(KIND_OF_WORD, words[first + 1] ?? "") && words.length > first + 2 ? first + 2 : first + 1;
  const next = kindAt(start + 1);
  return {
    kind: KIND_OF_WORD[words[first] ?? ""] ?? "",
    place: words.slice(start, next < 0 ? undefined : next).join(" "),
  };
}

/** Whether two names may mean one agency: "Pemkot Metro" and "Pemerintah Kota Metro" do, Kota and Kabupaten Bandung do not. */
export function isSameAgency(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.place.replaceAll(" ", "") === b.place.replaceAll(" ", "")) return a.kind === b.kind || !a.kind || !b.kind;
  if (a.kind && b.kind) return false;
  return ` ${a.place} `.includes(` ${b.place} `) || ` ${b.place} `.includes(` ${a.place} `);
}
