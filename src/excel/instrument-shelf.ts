import { DEFAULT_INSTRUMENT, INSTRUMENTS, loadInstrument } from "../instrument";
import type { Instrument } from "../instrument/types";
import { refuse } from "./host";

/** The packs that are loaded; others come when a workbook or the person asks for them. */
export class InstrumentShelf {
  private readonly loaded = new Map<string, Instrument>([[DEFAULT_INSTRUMENT.id, DEFAULT_INSTRUMENT]]);

  get all(): ReadonlyMap<string, Instrument> {
    return this.loaded;
  }

  /** The instrument of that id; refuses with UNKNOWN_INSTRUMENT. */
  async get(id: string): Promise<Instrument> {
    const known = this.loaded.get(id);
    if (known) return known;
    const instrument = await loadInstrument(id);
    if (!instrument) return refuse("UNKNOWN_INSTRUMENT", { instrument: id });
    this.loaded.set(id, instrument);
    return instrument;
  }

  /** Loads the pack that a workbook names, by id or title; what it does not know is the reader's to report. */
  async prepare(stated: string): Promise<void> {
    const wanted = stated.trim().toLowerCase();
    const entry = INSTRUMENTS.find(({ id, title }) => [id, title.toLowerCase()].includes(wanted));
    if (entry) await this.get(entry.id);
  }

  /** All packs: a table of the person's own may be of any instrument. */
  async prepareAll(): Promise<void> {
    await Promise.all(INSTRUMENTS.map(({ id }) => this.get(id)));
  }
}
