import type { Outcome } from "../locale/problem";
import type { Assessment, CriterionAnswer, Entry } from "./assessment";
import type { ReturnContent, ReturnedAnswer, ReturnedFile } from "./merge-types";
import { indicatorsOf } from "./score";

/** A read (or refused) file cut down to what merging needs. */
export const returnOf = (
  file: { readonly file: string; readonly sha256: string; readonly modified: string | null },
  reading: Outcome<Assessment>,
): ReturnedFile => ({ ...file, content: reading.ok ? { ok: true, value: contentOf(reading.value) } : reading });

function contentOf({ instrument, identity, entries, evidence, repairs }: Assessment): ReturnContent {
  const names = indicatorsOf(instrument);
  const rows = entries.filter((entry) => Object.keys(entry.cells).length > 0);
  return {
    instrument: instrument.id,
    agency: identity.agency,
    year: identity.year,
    opd: identity.opd,
    templateVersion: identity.templateVersion,
    sectorServices: identity.sectorServices,
    rows: rows.map(({ indicator, opd }) => ({ indicator, name: names[indicator - 1]?.name ?? "", opd })),
    answers: entries.flatMap((entry) => answerOf(entry) ?? []),
    evidence: evidence.map(({ cells: _cells, ...row }) => row),
    repairs,
  };
}

function answerOf(entry: Entry): ReturnedAnswer | null {
  const criteria = [...entry.criteria]
    .filter(([, answer]) => isAnswered(answer))
    .map(([id, { cells: _cells, ...answer }]) => [id, answer] as const);
  const { level, explanation, evidence, estimate, indicator, cells } = entry;
  if (level.kind === "blank" && explanation === "" && evidence.length === 0 && criteria.length === 0) return null;
  return {
    indicator,
    level,
    explanation,
    evidence,
    estimate,
    criteria,
    at: cells.level ?? cells.explanation ?? cells.no ?? null,
  };
}

const isAnswered = ({ answer, evidence, note }: CriterionAnswer): boolean =>
  answer !== null || evidence.length > 0 || note !== "";
