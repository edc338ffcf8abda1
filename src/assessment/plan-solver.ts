import { bestTwoPerGain, better, EMPTY, frontierOf, type Label } from "./plan-frontier";
import { greedyCosts } from "./plan-greedy";
import type { Team } from "./plan-model";
import { relax, type Points } from "./plan-relaxation";

/** Costs are whole numbers, so half a unit absorbs the floating point of the relaxation and cuts nothing that counts. */
const TOLERANCE = 0.5;

const choicesOf = (teams: readonly Team[]): Points[] =>
  teams.flatMap((team) => team.choices.map(({ options }) => options));

/** A cost that no plan of these teams can undercut, or Infinity when the need cannot be met even without limits. */
export const lowerBound = (teams: readonly Team[], need: number): number =>
  relax(choicesOf(teams), need)?.bound ?? Infinity;

/**
 * The best plan and the best other plan that gain at least `need`, best first; fewer when there are fewer, or when they
 * cost more than `limit`. Exact: each team's frontier first, then one team after the other, with everything cut off
 * that the linear relaxation proves to cost more than a plan that is known.
 */
export function bestTwo(teams: readonly Team[], need: number, limit: number): Label[] {
  const loose = relax(choicesOf(teams), need);
  if (!loose || loose.bound > limit + TOLERANCE) return [];
  const known = Math.min(limit, greedyCosts(teams, need).second);
  const cut = { price: loose.price, gap: known - loose.bound + TOLERANCE };
  const frontiers = teams.map((team) => frontierOf(team, cut));
  const tight = relax(frontiers, need);
  if (!tight) return [];
  return combine(frontiers, need, tight.price, known - tight.bound + TOLERANCE);
}

function combine(frontiers: readonly Label[][], need: number, price: number, gap: number): Label[] {
  let reachable = frontiers.reduce((sum, frontier) => sum + mostOf(frontier), 0);
  let labels: Label[] = [EMPTY];
  for (const frontier of frontiers) {
    const most = mostOf(frontier);
    reachable -= most;
    const least = Math.min(...frontier.map(({ cost, gain }) => cost - price * gain));
    const grown: Label[] = [];
    for (const part of frontier) {
      const extra = part.cost - price * part.gain - least;
      if (extra > gap) continue;
      for (const label of labels) {
        const gain = label.gain + part.gain;
        const excess = label.excess + extra;
        if (gain + reachable < need || excess + price * Math.max(0, gain - need) > gap) continue;
        const cost = label.cost + part.cost;
        grown.push({ cost, gain, order: label.order + part.order, excess, before: label, adds: part });
      }
    }
    labels = bestTwoPerGain(grown);
  }
  return labels
    .filter(({ gain }) => gain >= need)
    .sort(better)
    .slice(0, 2);
}

const mostOf = (frontier: readonly Label[]): number => frontier.reduce((most, { gain }) => Math.max(most, gain), 0);

/** The most that these teams can gain within their limits; null when a limit leaves a team nothing at all. */
export function mostGain(teams: readonly Team[]): number | null {
  let sum = 0;
  for (const team of teams) {
    const frontier = frontierOf(team, null);
    if (frontier.length === 0) return null;
    sum += mostOf(frontier);
  }
  return sum;
}

/** At most what these teams can gain, limits aside. */
export const gainBound = (teams: readonly Team[]): number =>
  choicesOf(teams).reduce((sum, points) => sum + (points.at(-1)?.gain ?? 0), 0);
