import { plainSheet } from "../tests/harness/plain-sheet";
import type { Cell, SheetSpec, WorkbookSpec } from "../src/workbook/sheet";

/** Words of the field, so that texts compress as real ones do. */
const WORDS =
  "tata kelola arsitektur layanan digital pemerintah kota kebijakan manajemen risiko keamanan informasi audit evaluasi penerapan inovasi proses bisnis terpadu data infrastruktur aplikasi pusat instansi pemantauan dokumen bukti dukung perencanaan anggaran SPBE".split(
    " ",
  );

const sheet = (name: string, cells: readonly (readonly Cell[])[], more: Partial<SheetSpec> = {}): SheetSpec =>
  plainSheet(name, cells, { columns: Array.from({ length: 14 }, (_, index) => ({ width: 12 + index })), ...more });

/**
 * A workbook as an office sends it back, of the size that the readers were first compared on: a styled table of 500 rows
 * and 14 columns, three smaller sheets, about 7,700 cells, 90 KB. `seed` makes each one different.
 */
export function sampleReturn(seed: number): WorkbookSpec {
  let state = seed + 7;
  const random = (): number => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
  const sentence = (length: number): string =>
    Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
  const day = (n: number): Cell => ({ date: `2026-06-${String(1 + (n % 28)).padStart(2, "0")}` });
  const rows = Array.from({ length: 500 }, (_, index): Cell[] => {
    const r = index + 5;
    const value = Math.round(random() * 5);
    return [
      index + 1,
      `D${1 + (r % 4)}`,
      `A${1 + (r % 8)}`,
      `I${1 + (r % 47)}`,
      sentence(6),
      sentence(25),
      1 + (r % 5),
      value,
      random() < 0.5 ? "Ya" : "Tidak",
      sentence(12),
      day(r),
      random() * 5,
      { formula: `G${r}*L${r}`, value: 1.5 * r },
      `${sentence(3)} ${seed}`,
    ];
  });
  const thin = { color: "#D3DCDC", style: "thin" } as const;
  const styles = Array.from({ length: 14 }, (_, index) => {
    const column = String.fromCharCode(65 + index);
    const border = { top: thin, bottom: thin, left: thin, right: thin };
    const shaded = (index + 1) % 3 === 0;
    return {
      range: `${column}5:${column}504`,
      style: { border, wrap: true, vertical: "top" as const, ...(shaded ? { fill: "#EEF5FF" } : {}) },
    };
  });
  return {
    names: [{ name: "Skor", refersTo: "Rekap!$C$1:$C$60" }],
    properties: { title: `Contoh ${seed}`, subject: "", creator: "SPBE" },
    sheets: [
      sheet("Penilaian", [[`Penilaian Mandiri Kantor ${seed}`], [], [], [], ...rows], {
        styles,
        merges: ["A1:N1"],
        freeze: { rows: 4, columns: 0 },
        validations: [{ range: "H5:H504", rule: { kind: "list", values: ["0", "1", "2", "3", "4", "5"] } }],
      }),
      sheet(
        "Rekap",
        Array.from({ length: 60 }, (_, n) => [
          n + 1,
          sentence(4),
          random() * 5,
          { formula: "SUM(Penilaian!G5:G504)", value: 1500 },
        ]),
      ),
      sheet(
        "Bukti",
        Array.from({ length: 120 }, (_, n) => [n + 1, sentence(10), `https://contoh.go.id/${n}`, day(n)]),
      ),
      sheet(
        "_meta",
        [
          ["schema", "1.0"],
          ["opd", seed],
        ],
        { hidden: true },
      ),
    ],
  };
}
