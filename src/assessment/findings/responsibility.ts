/** V15 no OPD responsible. */
import { finding, type EntryRule } from "./facts";

export const nobodyResponsible: EntryRule = (entry) =>
  entry.opd.every((name) => name.trim() === "") ? [finding("V15", entry.indicator, { at: entry.cells.opd })] : [];
