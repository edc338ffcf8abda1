import { success, type Outcome, type Problem } from "../locale/problem";
import { problemOf } from "./problems";

/** A refusal decided by our own rules, thrown so that it leaves a running operation at once. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export const refuse = (code: string, params: Problem["params"] = {}): never => {
  throw new Refusal({ code, params });
};

/**
 * Runs operations on the workbook one after the other, since two that interleave would each plan on what the other is
 * about to change. An error never leaves: it becomes the outcome's problem.
 */
export class Host {
  private last: Promise<unknown> = Promise.resolve();
  private running = 0;

  /** True while an operation of ours is under way. */
  get busy(): boolean {
    return this.running > 0;
  }

  run<T>(operation: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
    const turn = this.last.then(() => this.attempt(operation));
    this.last = turn;
    return turn;
  }

  private async attempt<T>(operation: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
    this.running += 1;
    try {
      return success(await Excel.run(operation));
    } catch (error) {
      return { ok: false, problem: error instanceof Refusal ? error.problem : problemOf(error) };
    } finally {
      this.running -= 1;
    }
  }
}
