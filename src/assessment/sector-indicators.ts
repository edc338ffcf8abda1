import type { Instrument } from "../instrument/types";
import type { IdentityField } from "./assessment";
import { indicatorsOf } from "./score";

/** Where the agency names the services of its own choice, in order. */
export const SECTOR_FIELDS = ["sectorService1", "sectorService2", "sectorService3"] as const satisfies IdentityField[];

/** The numbers of the indicators that assess those services (45 to 47 of SPBE 2020), in order; [] where there are none. */
export const sectorIndicators = (instrument: Instrument): readonly number[] =>
  indicatorsOf(instrument)
    .filter(({ shortName }) => /Sektor [123]$/.test(shortName))
    .map(({ number }) => number);
