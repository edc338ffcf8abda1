import { indicatorsOf } from "../../assessment/score";
import { DEFAULT_INSTRUMENT } from "../../instrument/default";
import type { Instrument } from "../../instrument/types";
import { columnOf, type Block } from "./block";
import { fold, textOf, valueAt } from "./cell";
import { numberOf } from "./entry-rows";
import { namesIn } from "./indicator-names";

/** A regulation however it is cited: "Peraturan Menteri PANRB Nomor 5 Tahun 2018" → "permen panrb 5 2018". */
const cited = (text: string): string =>
  fold(text)
    .replace(/peraturan menteri|permen(?=pan)/g, "permen ")
    .replace(/\b(?:pan rb|panrb|pendayagunaan aparatur negara dan reformasi birokrasi)\b/g, "panrb")
    .replace(/\b(?:nomor|no|tahun)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Whether all words of `part` stand in `whole`, one after the other. */
const holds = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);

/** The instruments that a text may mean: by id, title or regulation, whole words only. */
function namedBy(stated: string, { id, title, regulation }: Instrument): boolean {
  const wanted = fold(stated);
  if (wanted === fold(title) || holds(wanted, fold(id))) return true;
  const [short = ""] = regulation.split(" tentang ");
  return holds(cited(stated), cited(short)) || `${cited(regulation)} `.startsWith(`${cited(stated)} `);
}

/**
 * The instrument that a workbook was made for: the only one that its identity may mean, else whose indicators its rows name, else whose
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
    const named = all.filter((one) => namedBy(stated, one));
    if (named.length === 1 && named[0]) return named[0];
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
  const fallback = byCount ?? instruments.get(DEFAULT_INSTRUMENT.id) ?? all[0];
  return fallback ?? "unknown";
}
