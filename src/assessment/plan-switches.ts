import type { PlanningGate } from "../instrument/planning";
import { picksOf, type Pick } from "./plan-frontier";
import type { PlanModel, Team } from "./plan-model";
import { bestTwo, gainBound, lowerBound, mostGain } from "./plan-solver";

/** A whole plan in the model's units. */
export interface Candidate {
  readonly picks: readonly Pick[];
  readonly cost: number;
  readonly gain: number;
  readonly order: number;
}

const betterCandidate = (a: Candidate, b: Candidate): number => a.cost - b.cost || b.gain - a.gain || a.order - b.order;

/**
 * What ties teams together: whether a gate opens, and which shared documents are made. With all of it decided the teams
 * are independent. Bits set in `made` are made, in `undecided` neither yet.
 */
interface Decided {
  readonly made: number;
  readonly undecided: number;
  /** One per gate; null = not decided yet. */
  readonly open: readonly (boolean | null)[];
}

function allows(gate: PlanningGate, open: boolean | null, indicator: number, level: number, raises: boolean): boolean {
  if (open === null) return true;
  if (indicator === gate.indicator) return open ? level >= gate.level : level < gate.level;
  return open || !raises || level < gate.gatedLevel || !gate.gated.includes(indicator);
}

/** The teams with only the options that agree with what was decided, and their limits less the documents they make. */
function restrict(model: PlanModel, { made, undecided, open }: Decided): Team[] {
  const forbidden = ~(made | undecided);
  return model.teams.map((team) => {
    const own = model.documents.filter(({ opd }, bit) => opd !== null && opd === team.opd && made & (1 << bit));
    const choices = team.choices.map(({ indicator, options }) => ({
      indicator,
      options: options.filter(
        (option) =>
          (option.documents & forbidden) === 0 &&
          model.gates.every((gate, index) =>
            allows(gate, open[index] ?? null, indicator, option.level, option.gain > 0),
          ),
      ),
    }));
    return {
      ...team,
      choices,
      effortLimit: team.effortLimit - own.reduce((sum, { cost }) => sum + cost, 0),
      entry: own.length > 0 ? 0 : team.entry,
    };
  });
}

/** A gate that should open needs its indicator among the choices; a team must be able to pay for its documents. */
const isPossible = (model: PlanModel, decided: Decided, teams: readonly Team[]): boolean =>
  teams.every((team) => team.effortLimit >= 0 && team.choices.every(({ options }) => options.length > 0)) &&
  model.gates.every(
    (gate, index) =>
      decided.open[index] !== true ||
      teams.some((team) => team.choices.some(({ indicator }) => indicator === gate.indicator)),
  );

/** Cost of the documents in a bit set, with the OPDs that only they involve left to the caller. */
const documentCost = (model: PlanModel, set: number): number =>
  model.documents.reduce((sum, { cost }, bit) => sum + (set & (1 << bit) ? cost : 0), 0);

/** The true cost of some raised indicators: steps, the documents that they need, and the OPDs that have work. */
function assess(model: PlanModel, picks: readonly Pick[]): Candidate {
  let cost = 0;
  let gain = 0;
  let order = 0;
  let documents = 0;
  const opds = new Set<string>();
  const teamOf = new Map(model.teams.flatMap(({ opd, choices }) => choices.map(({ indicator }) => [indicator, opd])));
  for (const { indicator, option } of picks) {
    cost += option.cost;
    gain += option.gain;
    order += indicator;
    documents |= option.documents;
    const opd = teamOf.get(indicator);
    if (opd) opds.add(opd);
  }
  model.documents.forEach(({ opd }, bit) => {
    if (documents & (1 << bit) && opd !== null) opds.add(opd);
  });
  return { picks, cost: cost + documentCost(model, documents) + opds.size, gain, order };
}

/** Walks over all decisions, depth first, as long as `enter` says that a branch may still hold something. */
function visit(
  model: PlanModel,
  decided: Decided,
  enter: (teams: Team[], decided: Decided) => boolean,
  leaf: (teams: Team[], decided: Decided) => void,
): void {
  const teams = restrict(model, decided);
  if (!isPossible(model, decided, teams) || !enter(teams, decided)) return;
  const gate = decided.open.indexOf(null);
  if (gate >= 0) {
    for (const open of [false, true]) visit(model, { ...decided, open: decided.open.with(gate, open) }, enter, leaf);
    return;
  }
  if (decided.undecided === 0) return leaf(teams, decided);
  const bit = decided.undecided & -decided.undecided;
  const undecided = decided.undecided & ~bit;
  visit(model, { ...decided, undecided }, enter, leaf);
  visit(model, { ...decided, undecided, made: decided.made | bit }, enter, leaf);
}

const nothingDecided = (model: PlanModel): Decided => ({
  made: 0,
  undecided: model.documents.length === 0 ? 0 : 2 ** model.documents.length - 1,
  open: model.gates.map(() => null),
});

/** The best plan and the best other plan of the model; empty when the need cannot be met. */
export function bestPlans(model: PlanModel): Candidate[] {
  let best: Candidate[] = [];
  const limit = (): number => best[1]?.cost ?? Infinity;
  visit(
    model,
    nothingDecided(model),
    (teams, { made }) => {
      const bound = lowerBound(teams, model.need) + documentCost(model, made);
      return Number.isFinite(bound) && bound <= limit() + 0.5;
    },
    (teams, { made }) => {
      const found = bestTwo(teams, model.need, limit() - documentCost(model, made));
      const all = [...best, ...found.map((label) => assess(model, picksOf(label)))].sort(betterCandidate);
      const distinct = new Map(all.map((one) => [nameOf(one), one] as const).reverse());
      best = [...distinct.values()].sort(betterCandidate).slice(0, 2);
    },
  );
  return best;
}

const nameOf = ({ picks }: Candidate): string =>
  picks.map(({ indicator, option }) => `${indicator}:${option.level}`).join(" ");

/** The most that can be gained within all limits, in 1/POINT index points. */
export function mostReachable(model: PlanModel): number {
  let most = 0;
  visit(
    model,
    nothingDecided(model),
    (teams) => gainBound(teams) > most,
    (teams) => {
      most = Math.max(most, mostGain(teams) ?? 0);
    },
  );
  return most;
}
