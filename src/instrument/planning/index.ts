/**
 * What planning needs beside the pack: how heavy and how long each step is by default, which indicator must come first,
 * and which documents serve several steps. Effort and months are our estimates, made to be edited; gates have a source.
 */
import any from "./any.json";
import spbe2020 from "./spbe-2020.json";

export interface PlanningKind {
  readonly name: string;
  /** First and last display number. */
  readonly indicators: readonly number[];
  /** By the level that the step reaches. */
  readonly steps: Readonly<Record<string, { readonly effort: number; readonly months: number }>>;
}

/** The `gated` indicators can be raised to `gatedLevel` or above only when `indicator` is at `level` or above. */
export interface PlanningGate {
  readonly indicator: number;
  readonly level: number;
  readonly gated: readonly number[];
  readonly gatedLevel: number;
}

/** One document that several steps need, made once. */
export interface SharedDocument {
  readonly id: string;
  readonly name: string;
  /** Paid once, when any of the steps is taken. */
  readonly effort: number;
  /** What each of the steps no longer costs, since the document is counted here. */
  readonly saves: number;
  /** Whose capacity it uses, or null. */
  readonly opd: string | null;
  /** The steps that need it, each by the level that it reaches. */
  readonly steps: readonly { readonly indicator: number; readonly level: number }[];
}

export interface PlanningRules {
  readonly unit: string;
  readonly source: string;
  readonly kinds: readonly PlanningKind[];
  readonly gates: readonly PlanningGate[];
  /** Offered as "made once"; a plan counts only those that its request names. */
  readonly documents: readonly SharedDocument[];
}

const RULES: ReadonlyMap<string, PlanningRules> = new Map([["spbe-2020", spbe2020]]);

/** The planning rules of an instrument; one without its own has the general estimate and no gate. */
export const planningOf = (instrumentId: string): PlanningRules => RULES.get(instrumentId) ?? any;

/** Default effort and duration of the step that reaches `level` of an indicator. */
export function defaultStep(
  rules: PlanningRules,
  indicator: number,
  level: number,
): { readonly effort: number; readonly months: number } {
  const kind = rules.kinds.find(({ indicators: [first = 0, last = 0] }) => indicator >= first && indicator <= last);
  return kind?.steps[String(level)] ?? { effort: level, months: level };
}
