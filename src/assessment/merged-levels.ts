import { levelOf } from "./level";
import type { EarlierMerge, OfficeAnswer } from "./merge-types";
import type { Assessment } from "./assessment";
import { officeKey, splitOffices } from "./offices";
import type { LevelVector } from "./score";

/** What an earlier merge made of the offices' answers. */
export interface MergedLevels {
  readonly levels: LevelVector;
  /** Numbers of indicators that the merge left as they were: nobody answered, or nobody decided. Their level is today's. */
  readonly untouched: readonly number[];
}

/**
 * The levels as the merge left them in `Jawaban OPD` and `Konflik`, by the rules of merging: a decision, else the one
 * level that the responsible offices agree on (all offices where nobody is responsible). Null where there was no merge.
 */
export function mergedLevels({ answers, decisions }: EarlierMerge, now: Assessment): MergedLevels | null {
  if (answers.length === 0) return null;
  const found = now.entries.map(({ indicator, opd }) => {
    const decision = decisions.find((one) => one.indicator === indicator);
    const responsible = opd.map(officeKey);
    const isResponsible = ({ opd: offices }: OfficeAnswer): boolean =>
      responsible.length === 0 || splitOffices(offices).some((one) => responsible.includes(officeKey(one)));
    const mine = answers.filter((answer) => answer.indicator === indicator && isResponsible(answer));
    return decision?.level ?? agreed(mine);
  });
  return {
    levels: found.map((level, position) => {
      const entry = now.entries[position];
      return level ?? (entry ? levelOf(entry.level) : null);
    }),
    untouched: now.entries.flatMap(({ indicator }, position) => (found[position] === null ? [indicator] : [])),
  };
}

/** The one level of some answers; null when there is none, or when they differ. */
function agreed(answers: readonly OfficeAnswer[]): number | null {
  const [level = null, ...others] = new Set(answers.flatMap((answer) => levelOf(answer.level) ?? []));
  return others.length === 0 ? level : null;
}
