import pack from "./packs/spbe-2020.json";
import type { Instrument } from "./types";

/**
 * The instrument that is meant when none is named. The pack is trusted here: the tests refuse one that does
 * not pass the schema and the checks, so what ships needs neither.
 */
export const DEFAULT_INSTRUMENT = pack as unknown as Instrument;
