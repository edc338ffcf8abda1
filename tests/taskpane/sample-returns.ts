import type { Assessment, Entry } from "../../src/assessment/assessment";
import { writeWorkbook } from "../../src/files/write";
import { handouts } from "../../src/workbook/assign";
import { sampleCity } from "./sample";

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const asFile = (name: string, bytes: Uint8Array): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { type: WORKBOOK });

const told = (assessment: Assessment, change: (entry: Entry) => Partial<Entry>): Assessment => ({
  ...assessment,
  entries: assessment.entries.map((entry) => ({ ...entry, ...change(entry) })),
});

/** What one office sends back: its handed-out workbook, filled in. */
async function returned(assessment: Assessment, opd: string, name: string): Promise<File> {
  const handout = handouts(assessment).find((one) => one.opd === opd);
  if (!handout) throw new Error(`no office ${opd}`);
  return asFile(name, await writeWorkbook(handout.spec));
}

/** Six files: three plain, one of last year, one locked, one that is no workbook; two of them disagree on indicator 13. */
export async function sampleReturns(): Promise<readonly File[]> {
  const city = sampleCity({ answered: false });
  const lastYear: Assessment = { ...city, identity: { ...city.identity, year: 2022 } };
  const bappeda = told(city, ({ indicator }) =>
    indicator === 13
      ? {
          level: { kind: "level", level: 2 },
          explanation: "Anggaran SPBE tercantum dalam DPA; sebagian dikonsultasikan kepada Diskominfo.",
          evidence: ["13.a.DPA-2023.pdf", "13.b.Konsultasi-TIK.pdf"],
        }
      : {},
  );
  const bpkad = told(city, ({ indicator }) =>
    indicator === 13
      ? {
          explanation: "Anggaran SPBE belum dikonsultasikan kepada unit pengelola TIK.",
          evidence: ["13.a.DPA-2023.pdf"],
        }
      : {},
  );
  const locked = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(1024).fill(0)]);
  return [
    await returned(bappeda, "Bappeda", "02_Bappeda.xlsx"),
    await returned(bpkad, "BPKAD", "04_BPKAD.xlsx"),
    await returned(city, "Inspektorat", "09_Inspektorat.xlsx"),
    await returned(lastYear, "Dinas Kesehatan", "07_Dinkes_2022.xlsx"),
    asFile("SPBE kedaton final.xls", locked),
    asFile("LKE_Dinsos.xlsx", new TextEncoder().encode("<html><body>Masuk</body></html>")),
  ];
}

/** Two different workbooks of one office. */
export async function sampleTwice(): Promise<readonly File[]> {
  const city = sampleCity({ answered: false });
  const other = told(city, () => ({ explanation: "Dilengkapi setelah reviu." }));
  return [
    await returned(city, "Inspektorat", "09_Inspektorat.xlsx"),
    await returned(other, "Inspektorat", "09_Inspektorat (1).xlsx"),
  ];
}
