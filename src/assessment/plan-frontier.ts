import type { Choice, Option, Team } from "./plan-model";

/** One raised indicator. */
export interface Pick {
  readonly indicator: number;
  readonly option: Option;
}

/**
 * A partial plan, as a chain of what was decided. `order` is the sum of the numbers of the raised indicators, the last
 * goal; `excess` is how much it costs above the relaxation's bound, the measure by which it can be cut off.
 */
export interface Label {
  readonly cost: number;
  readonly gain: number;
  readonly order: number;
  readonly excess: number;
  readonly before: Label | null;
  /** What this link adds: one raised indicator, or a whole team's partial plan. */
  readonly adds: Pick | Label | null;
}

export const EMPTY: Label = { cost: 0, gain: 0, order: 0, excess: 0, before: null, adds: null };

/** The goals in order: less cost (effort, then OPDs), more gain, lower numbers. */
export const better = (a: Label, b: Label): number => a.cost - b.cost || b.gain - a.gain || a.order - b.order;

/**
 * What is left of labels when each must not have two others that are at least as good in every goal. Two and not one,
 * so that the best plan and the best other plan both survive. Ascending in cost.
 */
export function bestTwoPerGain(labels: Label[]): Label[] {
  labels.sort(better);
  const kept: Label[] = [];
  let first = -1;
  let second = -1;
  for (const label of labels) {
    if (label.gain <= second) continue;
    kept.push(label);
    if (label.gain > first) {
      second = first;
      first = label.gain;
    } else second = label.gain;
  }
  return kept;
}

/** How labels are cut off while a team's frontier grows. */
export interface Cut {
  /** What one unit of gain costs in the relaxation. */
  readonly price: number;
  /** A label whose excess is above this cannot be part of the two best plans. */
  readonly gap: number;
}

/** Everything a team can do within its limits, by ascending cost, without what two others make needless. */
export function frontierOf(team: Team, cut: Cut | null): Label[] {
  const countsSteps = team.stepLimit < team.choices.length;
  // By number of raised indicators where that is limited, else all in one list.
  let lists: Label[][] = [[EMPTY]];
  for (const choice of team.choices) lists = extend(team, choice, lists, countsSteps, cut);
  return lists.length === 1 ? (lists[0] ?? []) : bestTwoPerGain(lists.flat());
}

function extend(team: Team, choice: Choice, lists: Label[][], countsSteps: boolean, cut: Cut | null): Label[][] {
  const least = cut ? Math.min(...choice.options.map(({ cost, gain }) => cost - cut.price * gain)) : 0;
  const grown: Label[][] = lists.map(() => []);
  if (countsSteps && lists.length <= team.stepLimit) grown.push([]);
  for (const option of choice.options) {
    const raises = option.gain > 0;
    const excess = cut ? option.cost - cut.price * option.gain - least : 0;
    const pick: Pick = { indicator: choice.indicator, option };
    lists.forEach((list, steps) => {
      const into = grown[countsSteps && raises ? steps + 1 : steps];
      if (!into || (raises && team.stepLimit < 1)) return;
      for (const label of list) {
        if (cut && label.excess + excess > cut.gap) continue;
        if (!raises && excess === 0) {
          into.push(label);
          continue;
        }
        const entry = raises && label.before === null ? team.entry : 0;
        const cost = label.cost + option.cost + entry;
        if (cost > team.effortLimit + team.entry) continue;
        into.push({
          cost,
          gain: label.gain + option.gain,
          order: label.order + (raises ? choice.indicator : 0),
          excess: label.excess + excess,
          before: raises ? label : label.before,
          adds: raises ? pick : label.adds,
        });
      }
    });
  }
  return grown.map(bestTwoPerGain);
}

/** The raised indicators of a label, ascending. */
export function picksOf(label: Label): Pick[] {
  const picks: Pick[] = [];
  const walk = (from: Label | null): void => {
    for (let link = from; link !== null; link = link.before) {
      if (link.adds === null) continue;
      if ("option" in link.adds) picks.push(link.adds);
      else walk(link.adds);
    }
  };
  walk(label);
  return picks.sort((a, b) => a.indicator - b.indicator);
}
