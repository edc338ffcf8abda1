import type { Choice, Option, Team } from "./plan-model";

interface State {
  readonly chosen: Map<Choice, Option>;
  readonly spent: Map<Team, number>;
  readonly raised: Map<Team, number>;
  cost: number;
  gain: number;
}

/** The change in cost of moving one choice to an option, the OPD's entry included; null when a limit forbids it. */
function moveCost(state: State, team: Team, choice: Choice, option: Option): number | null {
  const now = state.chosen.get(choice);
  if (!now || now === option) return null;
  const raisedBefore = state.raised.get(team) ?? 0;
  const raised = raisedBefore + Number(option.gain > 0) - Number(now.gain > 0);
  const spent = (state.spent.get(team) ?? 0) + option.cost - now.cost;
  if (raised > team.stepLimit || spent > team.effortLimit) return null;
  return option.cost - now.cost + (Number(raised > 0) - Number(raisedBefore > 0)) * team.entry;
}

function move(state: State, team: Team, choice: Choice, option: Option, cost: number): void {
  const now = state.chosen.get(choice);
  if (!now) return;
  state.chosen.set(choice, option);
  state.spent.set(team, (state.spent.get(team) ?? 0) + option.cost - now.cost);
  state.raised.set(team, (state.raised.get(team) ?? 0) + Number(option.gain > 0) - Number(now.gain > 0));
  state.cost += cost;
  state.gain += option.gain - now.gain;
}

function* moves(state: State, teams: readonly Team[]) {
  for (const team of teams)
    for (const choice of team.choices)
      for (const option of choice.options) {
        const cost = moveCost(state, team, choice, option);
        const gain = option.gain - (state.chosen.get(choice)?.gain ?? 0);
        if (cost !== null) yield { team, choice, option, cost, gain };
      }
}

type Move = ReturnType<typeof moves> extends Generator<infer M> ? M : never;

/**
 * The rule of thumb: always the rise with the best gain for its cost, until the need is met; then lower what turned out
 * needless. Answers the cost of that plan and of a second one beside it: upper limits for the exact search, and the
 * rule that the bench measures it against. Infinity where the rule finds none.
 */
export function greedyCosts(teams: readonly Team[], need: number): { readonly first: number; readonly second: number } {
  const state: State = { chosen: new Map(), spent: new Map(), raised: new Map(), cost: 0, gain: 0 };
  for (const team of teams)
    for (const choice of team.choices) {
      const [cheapest] = choice.options;
      if (!cheapest) return { first: Infinity, second: Infinity };
      state.chosen.set(choice, cheapest);
      state.cost += cheapest.cost;
      state.gain += cheapest.gain;
      state.spent.set(team, (state.spent.get(team) ?? 0) + cheapest.cost);
      state.raised.set(team, (state.raised.get(team) ?? 0) + Number(cheapest.gain > 0));
    }
  for (const team of teams) {
    if ((state.raised.get(team) ?? 0) > 0) state.cost += team.entry;
    if ((state.spent.get(team) ?? 0) > team.effortLimit) return { first: Infinity, second: Infinity };
    if ((state.raised.get(team) ?? 0) > team.stepLimit) return { first: Infinity, second: Infinity };
  }
  const choose = (worth: (one: Move) => number): Move | null => {
    let best: Move | null = null;
    let bestWorth = 0;
    for (const one of moves(state, teams)) {
      const value = worth(one);
      if (value > bestWorth) [best, bestWorth] = [one, value];
    }
    if (best) move(state, best.team, best.choice, best.option, best.cost);
    return best;
  };
  while (state.gain < need) {
    const missing = need - state.gain;
    if (!choose(({ gain, cost }) => (gain > 0 ? Math.min(gain, missing) / Math.max(cost, 1e-6) : 0)))
      return { first: Infinity, second: Infinity };
  }
  while (choose(({ gain, cost }) => (state.gain + gain >= need ? -cost : 0)));
  let second = Infinity;
  for (const { cost, gain } of moves(state, teams))
    if (state.gain + gain >= need) second = Math.min(second, state.cost + cost);
  return { first: state.cost, second };
}
