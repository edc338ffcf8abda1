import type { Instrument } from "../instrument/types";
import type { Assessment } from "./assessment";
import { BLANK_IDENTITY, blankEntry } from "./blank";
import type { ReturnContent, ReturnedFile } from "./merge-types";
import { officeKey } from "./offices";
import { indicatorsOf } from "./score";

/**
 * A base for merging where there is no workbook to merge into: blank entries, the instrument, year and agency that most
 * files name, and the offices that the files' own rows name. Null when no file was readable.
 */
export function baseOfReturns(
  returns: readonly ReturnedFile[],
  instruments: ReadonlyMap<string, Instrument>,
): Assessment | null {
  const contents = returns.flatMap(({ content }) => (content.ok ? [content.value] : []));
  const instrument = instruments.get(mostOf(contents.map((content) => content.instrument)) ?? "");
  if (!instrument) return null;
  const mine = contents.filter((content) => content.instrument === instrument.id);
  const year = mostOf(mine.flatMap((content) => content.year ?? []));
  return {
    instrument,
    identity: {
      ...BLANK_IDENTITY,
      agency: mostOf(mine.map(({ agency }) => agency).filter(Boolean)) ?? "",
      year: year ?? null,
      templateVersion: mostOf(mine.map(({ templateVersion }) => templateVersion).filter(Boolean)) ?? "",
    },
    entries: indicatorsOf(instrument).map(({ number }) => ({ ...blankEntry(number), opd: officesFor(number, mine) })),
    evidence: [],
    spareIds: [],
    stages: [],
    repairs: [],
  };
}

/** The most frequent value; of equally frequent ones the greatest, whatever their order. */
function mostOf<T extends string | number>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))[0]?.[0];
}

/** Every office that a file's row names for an indicator, alphabetically. */
function officesFor(number: number, contents: readonly ReturnContent[]): readonly string[] {
  const offices = new Map<string, string>();
  for (const { rows } of contents)
    for (const row of rows)
      if (row.indicator === number)
        for (const opd of row.opd) {
          const key = officeKey(opd);
          const known = offices.get(key);
          if (known === undefined || opd < known) offices.set(key, opd);
        }
  return [...offices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, opd]) => opd);
}
