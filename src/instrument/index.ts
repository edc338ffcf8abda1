/** The door for the pane: the default instrument is part of the first script, the others load when they are asked for. */
import { DEFAULT_INSTRUMENT } from "./default";
import type { Crosswalk, Instrument } from "./types";

export { DEFAULT_INSTRUMENT };

/** What choosing an instrument needs to know before any pack is loaded. */
export interface InstrumentEntry {
  readonly id: string;
  readonly title: string;
  readonly indexName: string;
  /** Years of use, for "which instrument was it in 2019?"; `to` null = still in use. */
  readonly from: number;
  readonly to: number | null;
  readonly indicators: number;
}

/** In the order in which they are offered: the default first. A test holds it against the packs. */
export const INSTRUMENTS: readonly InstrumentEntry[] = [
  { id: "spbe-2020", title: "SPBE 2020", indexName: "Indeks SPBE", from: 2021, to: 2025, indicators: 47 },
  { id: "pemdi-2026", title: "Pemdi 2026", indexName: "Indeks Pemdi", from: 2026, to: null, indicators: 20 },
  { id: "spbe-2018", title: "SPBE 2018", indexName: "Indeks SPBE", from: 2018, to: 2020, indicators: 35 },
];

/** The name of an instrument as people know it, or the id itself where none has it. */
export const instrumentTitle = (id: string): string => INSTRUMENTS.find((one) => one.id === id)?.title ?? id;

/** The instrument of that id, or null when there is none. */
export async function loadInstrument(id: string): Promise<Instrument | null> {
  switch (id) {
    case DEFAULT_INSTRUMENT.id:
      return DEFAULT_INSTRUMENT;
    case "spbe-2018":
      return (await import("./packs/spbe-2018.json")).default as unknown as Instrument;
    case "pemdi-2026":
      return (await import("./packs/pemdi-2026.json")).default as unknown as Instrument;
    default:
      return null;
  }
}

/** How the evidence of SPBE 2020 serves Pemdi 2026. */
export const loadCrosswalk = async (): Promise<Crosswalk> =>
  (await import("./packs/crosswalk-spbe-2020-pemdi-2026.json")).default as unknown as Crosswalk;
