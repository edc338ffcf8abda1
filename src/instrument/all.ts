/** Every pack at once, for the faces that must answer without waiting (custom functions, command, tests). */
import { DEFAULT_INSTRUMENT } from "./default";
import spbe2018 from "./packs/spbe-2018.json";
import pemdi2026 from "./packs/pemdi-2026.json";
import type { Instrument } from "./types";

export const allInstruments: ReadonlyMap<string, Instrument> = new Map(
  [DEFAULT_INSTRUMENT, spbe2018 as unknown as Instrument, pemdi2026 as unknown as Instrument].map((instrument) => [
    instrument.id,
    instrument,
  ]),
);
