import type { Assessment } from "../../src/assessment/assessment";
import { blankEntry } from "../../src/assessment/blank";
import { sampleCity, type SampleOptions } from "./sample";

export const OFFICE = "Dinas Kesehatan";
/** The numbers whose rows the office's workbook holds. */
export const OWN = [33, 34, 40, 42, 46, 47];

/** One office's workbook as it is read: its own rows with their cells, every other indicator without any. */
export function sampleOffice(options: SampleOptions = {}): Assessment {
  const city = sampleCity(options);
  return {
    ...city,
    identity: { ...city.identity, opd: OFFICE },
    entries: city.entries.map((entry) => {
      if (!OWN.includes(entry.indicator)) return blankEntry(entry.indicator);
      const row = OWN.indexOf(entry.indicator) + 6;
      return { ...entry, opd: [OFFICE], cells: { level: { sheet: "Penilaian", cell: `G${row}` } } };
    }),
  };
}
