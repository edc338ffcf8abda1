import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { columnOf, type Block } from "./block";
import { fold, textOf, valueAt } from "./cell";
import { numberOf } from "./entry-rows";
import { namesIn } from "./indicator-names";

const DEFAULT_ID = "spbe-2020";

/**
 * The instrument that a workbook was made for: as its identity says, else whose indicators its rows name, else whose
 * count its highest number is, else the default. "unknown" when the identity names one that there is no pack for.
 */
export function chooseInstrument(
  stated: string,
  blocks: readonly Block[],
  instruments: ReadonlyMap<string, Instrument>,
): Instrument | "unknown" {
  const all = [...instruments.values()];
  const wanted = fold(stated);
  if (wanted !== "") {
    const named = all.find(
      ({ id, title, regulation }) =>
        fold(id) === wanted ||
        fold(title) === wanted ||
        fold(regulation).startsWith(wanted) ||
        wanted.includes(fold(id)),
    );
    if (named) return named;
    if (/^[a-z]+ \d{4}$/.test(wanted)) return "unknown";
  }
  const names: string[] = [];
  let highest = 0;
  for (const block of blocks.filter(({ kind }) => kind === "entries")) {
    const [no, name] = [columnOf(block, "no"), columnOf(block, "indicator")];
    for (let row = block.firstRow; row <= block.lastRow && names.length < 200; row++) {
      const text = name < 0 ? "" : textOf(valueAt(block.sheet, row, name));
      if (text !== "") names.push(text);
      if (no >= 0) highest = Math.max(highest, numberOf(valueAt(block.sheet, row, no)) ?? 0);
    }
  }
  const byNames = all
    .map((instrument) => ({ instrument, matches: namesIn(instrument, names) }))
    .sort((a, b) => b.matches - a.matches)[0];
  if (byNames && byNames.matches > 0) return byNames.instrument;
  const byCount = all.find((instrument) => indicatorsOf(instrument).length === highest);
  const fallback = byCount ?? instruments.get(DEFAULT_ID) ?? all[0];
  return fallback ?? "unknown";
}
