import type { Assessment } from "../assessment/assessment";
import type { HistoryRow } from "../assessment/history";
import { parseRatio, ratio } from "../assessment/ratio";
import { DEFAULT_INSTRUMENT } from "../instrument/default";
import { blankAssessment } from "./blank";
import sample from "./sample-bandar-lampung-2023.json";

/**
 * Kota Bandar Lampung 2023 with the 47 levels of its published evaluation report, and nothing else: no office, evidence,
 * explanation or criterion was published, so none is made up, and validation says so. Index 2.1545.
 */
export function sampleAssessment(): Assessment {
  const blank = blankAssessment(DEFAULT_INSTRUMENT, { agency: sample.agency, year: sample.year, stage: null });
  return {
    ...blank,
    entries: blank.entries.map((entry, index) => {
      const level = sample.levels[index];
      return level === undefined ? entry : { ...entry, level: { kind: "level", level } };
    }),
  };
}

/** The city's earlier published result, for `Riwayat` and the change on the leader's page. */
export const sampleHistory = (): readonly HistoryRow[] =>
  sample.history.map(({ year, instrument, index, predicate, domains }) => ({
    year,
    instrument,
    index: parseRatio(index) ?? ratio(0),
    predicate,
    domains: domains.map((value) => parseRatio(value)),
  }));
