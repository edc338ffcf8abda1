import type { Choice, Option, Team } from "./plan-model";

/** Where one indicator stands while the rule works. */
interface Place {
  readonly team: Place[];
  readonly limits: Team;
  readonly choice: Choice;
  at: Option;
}

const spentBy = (places: readonly Place[]): number => places.reduce((sum, { at }) => sum + at.cost, 0);
const raisedBy = (places: readonly Place[]): number => places.reduce((sum, { at }) => sum + Number(at.gain > 0), 0);

/** Calls back for every single change that the limits allow, with its change of cost (the OPD's entry included) and gain. */
function eachMove(
  places: readonly Place[],
  call: (place: Place, option: Option, cost: number, gain: number) => void,
): void {
  let team: readonly Place[] | null = null;
  let spent = 0;
  let raised = 0;
  for (const place of places) {
    const { limits, at } = place;
    if (team !== place.team) {
      team = place.team;
      spent = spentBy(team);
      raised = raisedBy(team);
    }
    for (const option of place.choice.options) {
      if (option === at) continue;
      const raises = Number(option.gain > 0) - Number(at.gain > 0);
      const cost = option.cost - at.cost;
      if (raised + raises > limits.stepLimit || spent + cost > limits.effortLimit) continue;
      const entry = (Number(raised + raises > 0) - Number(raised > 0)) * limits.entry;
      call(place, option, cost + entry, option.gain - at.gain);
    }
  }
}

function placesOf(teams: readonly Team[]): Place[] | null {
  const all: Place[] = [];
  for (const limits of teams) {
    const team: Place[] = [];
    for (const choice of limits.choices) {
      const [at] = choice.options;
      if (!at) return null;
      team.push({ team, limits, choice, at });
    }
    if (spentBy(team) > limits.effortLimit || raisedBy(team) > limits.stepLimit) return null;
    all.push(...team);
  }
  return all;
}

/** Makes the change of the highest worth above 0; false when there is none. */
function improve(places: readonly Place[], worth: (cost: number, gain: number) => number): boolean {
  let best: { readonly place: Place; readonly option: Option } | null = null;
  let most = 0;
  eachMove(places, (place, option, cost, gain) => {
    const value = worth(cost, gain);
    if (value > most) {
      most = value;
      best = { place, option };
    }
  });
  // Assigned inside the callback, which the compiler does not follow.
  const found = best as { readonly place: Place; readonly option: Option } | null;
  if (found) found.place.at = found.option;
  return found !== null;
}

/**
 * The rule of thumb: always the rise with the best gain for its cost, until the need is met; then lower what turned out
 * needless. Answers the cost of that plan and of a second one beside it: upper limits for the exact search, and the
 * rule that the bench measures it against. Infinity where the rule finds none.
 */
export function greedyCosts(teams: readonly Team[], need: number): { readonly first: number; readonly second: number } {
  const none = { first: Infinity, second: Infinity };
  const places = placesOf(teams);
  if (!places) return none;
  const gained = (): number => places.reduce((sum, { at }) => sum + at.gain, 0);
  for (let missing = need - gained(); missing > 0; missing = need - gained())
    if (!improve(places, (cost, gain) => (gain > 0 ? Math.min(gain, missing) / Math.max(cost, 1e-6) : 0))) return none;
  for (let spare = gained() - need; improve(places, (cost, gain) => (spare + gain >= 0 ? -cost : 0));)
    spare = gained() - need;
  const entries = new Set(places.filter(({ at }) => at.gain > 0).map(({ limits }) => limits));
  const first = [...entries].reduce((sum, { entry }) => sum + entry, spentBy(places));
  let second = Infinity;
  const spare = gained() - need;
  eachMove(places, (_place, _option, cost, gain) => {
    if (spare + gain >= 0) second = Math.min(second, first + cost);
  });
  return { first, second };
}
