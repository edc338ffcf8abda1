import type { Assessment, Entry, Stage, StageValue } from "./assessment";
import { STAGES } from "./assessment";
import { levelOf } from "./level";
import { officeKey } from "./offices";

/** One indicator's value at one stage; `inherited` when the stage left it untouched and the one before holds. */
export interface StageLevel {
  readonly stage: Stage;
  readonly level: number | null;
  readonly inherited: boolean;
  readonly explanation: string;
  readonly assessor: string;
}

/**
 * The levels of one indicator over all stages, the office's own claim first. A stage that left the indicator untouched
 * inherits the level of the stage before (Permen PANRB 59/2020: external stages keep their own value per indicator).
 */
export function stageLevels(assessment: Assessment, entry: Entry): readonly StageLevel[] {
  let before: number | null = null;
  return STAGES.map((stage, place) => {
    const own = valueAt(assessment, entry.indicator, stage);
    const recorded = own ? levelOf(own.level) : null;
    const level: number | null = recorded ?? (place === 0 ? levelOf(entry.level) : before);
    before = level;
    return {
      stage,
      level,
      inherited: place > 0 && recorded === null,
      explanation: own?.explanation ?? "",
      assessor: own?.assessor ?? "",
    };
  });
}

/** The latest level that an assessor gave: of the external stages, else of the column Tingkat Asesor; null when none did. */
export function assessorLevel(assessment: Assessment, entry: Entry): number | null {
  const given = STAGES.slice(1)
    .map((stage) => valueAt(assessment, entry.indicator, stage))
    .map((value) => (value ? levelOf(value.level) : null))
    .filter((level) => level !== null);
  return given.at(-1) ?? levelOf(entry.assessorLevel);
}

/** The last row counts where a stage was entered twice. */
const valueAt = (assessment: Assessment, indicator: number, stage: Stage): StageValue | undefined =>
  assessment.stages.filter((value) => value.indicator === indicator && value.stage === stage).at(-1);

export interface OverClaim {
  /** "" gathers the indicators that nobody is responsible for. */
  readonly opd: string;
  /** Indicators that an assessor has judged. */
  readonly judged: number;
  readonly lowered: readonly {
    readonly indicator: number;
    readonly claimed: number;
    readonly assessed: number;
    readonly note: string;
  }[];
}

/** Where each office claimed more than the assessor gave, the most lowered office first. Shared indicators count for each. */
export function overClaims(assessment: Assessment): readonly OverClaim[] {
  const offices = new Map<string, { opd: string; judged: number; lowered: OverClaim["lowered"][number][] }>();
  for (const entry of assessment.entries) {
    const claimed = levelOf(entry.level);
    const assessed = assessorLevel(assessment, entry);
    if (claimed === null || assessed === null) continue;
    for (const opd of entry.opd.length > 0 ? entry.opd : [""]) {
      const key = officeKey(opd);
      const office = offices.get(key) ?? { opd: opd.trim(), judged: 0, lowered: [] };
      offices.set(key, office);
      office.judged++;
      if (claimed > assessed)
        office.lowered.push({ indicator: entry.indicator, claimed, assessed, note: entry.assessorNote });
    }
  }
  return [...offices.values()].sort((a, b) => b.lowered.length - a.lowered.length || a.opd.localeCompare(b.opd, "id"));
}
