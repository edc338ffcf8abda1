import type { SharedDocument } from "../instrument/planning";
import type { Instrument } from "../instrument/types";
import type { IsoDate } from "./assessment";
import type { Ratio } from "./ratio";
import type { LevelVector } from "./score";

/** Effort of the step that reaches `level` from the level below, in the person's own unit; up to two decimals. */
export interface StepEffort {
  readonly indicator: number;
  readonly level: number;
  readonly effort: number;
  /** How long the step takes; absent = the default of its kind. */
  readonly months?: number;
}

/** What one OPD can take on. An absent limit is no limit. */
export interface Capacity {
  readonly opd: string;
  /** Sum of the effort of its steps. */
  readonly effort?: number;
  /** How many indicators it can raise. */
  readonly steps?: number;
}

export interface PlanRequest {
  readonly instrument: Instrument;
  /** Where the agency stands. An unanswered indicator brings 0 and is never raised; the plan names it. */
  readonly levels: LevelVector;
  /** The exact index to reach: 3 means 3.000…, not 2.995 which is only shown as 3.00. */
  readonly target: Ratio;
  /** By position in the instrument's order. The first OPD leads: the effort is its, and it is the one counted. */
  readonly owners?: readonly (readonly string[])[];
  /**
   * The highest level whose criteria are met, by position; null or absent where nothing was answered. By default its steps
   * cost neither effort nor time: only the claim is left to write.
   */
  readonly met?: LevelVector;
  /** What differs from the default effort. */
  readonly effort?: readonly StepEffort[];
  /** Indicators that stay where they are. */
  readonly locks?: readonly number[] | undefined;
  /** No indicator is raised above it. */
  readonly maxLevel?: number | undefined;
  readonly capacities?: readonly Capacity[];
  /** Documents that several steps share, counted once; at most 30. */
  readonly documents?: readonly SharedDocument[];
  /** When work begins; needed for due dates and for `deadline`. */
  readonly start?: IsoDate;
  /** Only steps that end by this day; work on different indicators runs side by side, but 21–31 wait for 12. */
  readonly deadline?: IsoDate | undefined;
}

/** One indicator that is raised. */
export interface PlanStep {
  readonly indicator: number;
  readonly from: number;
  readonly to: number;
  /** Without the documents that it shares. */
  readonly effort: number;
  /** Index points. */
  readonly gain: Ratio;
  /** The first one leads. */
  readonly opd: readonly string[];
  /** Of its own work, without what it waits for. */
  readonly months: number;
  /** The day on which it ends, what it waits for included. Null when the request has no start. */
  readonly due: IsoDate | null;
  /** Ids of the shared documents that it needs. */
  readonly documents: readonly string[];
}

/** A set of steps and what it comes to. */
export interface PlanChoice {
  readonly steps: readonly PlanStep[];
  /** The exact index afterwards. */
  readonly to: Ratio;
  /** Steps and shared documents. */
  readonly effort: number;
  /** The leading OPDs that have work, in order of their first step. */
  readonly opds: readonly string[];
  readonly documents: readonly SharedDocument[];
  /** Every indicator's level afterwards. */
  readonly levels: LevelVector;
}

/** The first goal in which the runner-up is worse; "order" when it is equal in all and only its numbers are higher. */
export type RunnerUpReason = "effort" | "opds" | "margin" | "order";

export interface RunnerUp extends PlanChoice {
  readonly reason: RunnerUpReason;
  /** Steps of the plan that it does without, or takes to another level. */
  readonly without: readonly PlanStep[];
  /** Steps that it takes instead. */
  readonly instead: readonly PlanStep[];
}

export interface Plan extends PlanChoice {
  readonly request: PlanRequest;
  readonly from: Ratio;
  readonly target: Ratio;
  /** By how much `to` lies above the target. */
  readonly margin: Ratio;
  /** Unanswered indicators; while there are any, `from` and `to` are lower bounds. */
  readonly missing: readonly number[];
  /** The best plan with other steps, or null when there is none. */
  readonly runnerUp: RunnerUp | null;
}

/** What keeps the target out of reach, and the highest index once it alone is lifted. */
export interface Blocker {
  readonly kind: "lock" | "max-level" | "capacity" | "deadline";
  /** For a lock. */
  readonly indicator: number | null;
  /** For a capacity. */
  readonly opd: string | null;
  readonly most: Ratio;
  readonly reaches: boolean;
}

export interface Unreachable {
  readonly request: PlanRequest;
  readonly from: Ratio;
  readonly target: Ratio;
  /** The highest index within the limits. */
  readonly most: Ratio;
  /** The highest index without any of the limits; what it is short of 5 is up to unanswered indicators. */
  readonly unlimited: Ratio;
  /** Only those whose lifting raises `most`, the most helpful first. */
  readonly blockers: readonly Blocker[];
  readonly missing: readonly number[];
}

export type PlanOutcome =
  { readonly kind: "plan"; readonly plan: Plan } | { readonly kind: "unreachable"; readonly unreachable: Unreachable };
