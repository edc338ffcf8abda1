import { STAGES, type Assessment, type Entry, type Evidence, type Stage } from "../../assessment/assessment";
import { expectedLevels } from "../../assessment/expected";
import { evidenceId, referencesOf } from "../../assessment/findings/facts";
import { officeKey } from "../../assessment/offices";
import type { Ratio } from "../../assessment/ratio";
import { indexOf, levelsOf } from "../../assessment/score";
import { overClaims, stageLevels, type OverClaim, type StageLevel } from "../../assessment/stages";
import { belongsTo } from "./filter";

export interface StageRow {
  readonly entry: Entry;
  readonly levels: readonly StageLevel[];
}

export interface StageTable {
  readonly rows: readonly StageRow[];
  /** Index of each stage with what it inherits; `given` = indicators that the stage gave a value itself. */
  readonly stages: readonly { readonly stage: Stage; readonly index: Ratio; readonly given: number }[];
}

/** The levels of all stages side by side. */
export function stageTable(assessment: Assessment): StageTable {
  const rows = assessment.entries.map((entry) => ({ entry, levels: stageLevels(assessment, entry) }));
  return {
    rows,
    stages: STAGES.map((stage, place) => ({
      stage,
      index: indexOf(
        assessment.instrument,
        rows.map(({ levels }) => levels[place]?.level ?? null),
      ),
      given: rows.filter(({ levels }) => levels[place]?.inherited === false && levels[place]?.level !== null).length,
    })),
  };
}

/** The index as claimed beside what stands if only accepted evidence counts. */
export function expectedIndex(assessment: Assessment): { readonly claimed: Ratio; readonly accepted: Ratio } {
  return {
    claimed: indexOf(assessment.instrument, levelsOf(assessment)),
    accepted: indexOf(assessment.instrument, expectedLevels(assessment)),
  };
}

/** Whether an assessor has accepted anything: before that, accepted evidence alone says nothing. */
export const hasJudgedEvidence = ({ evidence }: Assessment): boolean =>
  evidence.some(({ status }) => status === "diterima");

/** What an office gets back: indicators that the assessor lowered, and documents to revise. */
export interface ReturnSlip extends OverClaim {
  readonly documents: readonly { readonly document: Evidence; readonly indicators: readonly number[] }[];
}

/** One slip per office that has something to do, the most lowered office first. */
export function returnSlips(assessment: Assessment): readonly ReturnSlip[] {
  const judged = overClaims(assessment);
  const names = new Map(judged.map(({ opd }) => [officeKey(opd), opd]));
  for (const opd of assessment.entries.flatMap((entry) => (entry.opd.length > 0 ? entry.opd : [""])))
    if (!names.has(officeKey(opd))) names.set(officeKey(opd), opd.trim());
  return [...names]
    .map(([key, opd]): ReturnSlip => {
      const claim = judged.find((one) => officeKey(one.opd) === key);
      return { opd, judged: claim?.judged ?? 0, lowered: claim?.lowered ?? [], documents: sentBack(assessment, opd) };
    })
    .filter(({ lowered, documents }) => lowered.length > 0 || documents.length > 0);
}

function sentBack(assessment: Assessment, opd: string): ReturnSlip["documents"] {
  const mine = assessment.entries.filter((entry) => (opd === "" ? entry.opd.length === 0 : belongsTo(entry, opd)));
  return assessment.evidence
    .filter(({ status }) => status === "revisi")
    .map((document) => ({
      document,
      indicators: mine.filter((entry) => isNamedBy(entry, document)).map(({ indicator }) => indicator),
    }))
    .filter(({ indicators }) => indicators.length > 0);
}

const isNamedBy = (entry: Entry, { id }: Evidence): boolean =>
  referencesOf(entry).some((reference) => evidenceId(reference) === evidenceId(id));
