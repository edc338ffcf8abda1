import { IFormulaDependencyGenerator } from "@univerjs/engine-formula";
import type { Engine } from "./engine";

const TIMEOUT_MS = 60_000;

/** The one private step of the engine's dependency search that the host shortens. */
interface DependencySearch {
  _calculateListByFunctionRefNode?(trees: { addressFunctionNodes: unknown[] }[]): Promise<void>;
}

/**
 * Before every calculation the engine indexes all formulas one by one, for the sake of those that compute addresses
 * (OFFSET, INDIRECT). Where there is none the index is never asked, and building it took half of a test's time.
 */
function skipIdleIndex(search: DependencySearch): void {
  const original = search._calculateListByFunctionRefNode;
  if (original === undefined) return;
  search._calculateListByFunctionRefNode = async (trees) => {
    if (trees.some((tree) => tree.addressFunctionNodes.length > 0)) await original.call(search, trees);
  };
}

/**
 * Univer waits 100 ms after the last change and then calculates asynchronously; nothing tells a reader that it is
 * too early. This keeps the one bit that does: whether something has changed since the last result.
 */
export class Calculation {
  private dirty = false;
  private changedSinceStart = false;
  private suspended = false;

  constructor(private readonly engine: Engine) {
    skipIdleIndex(engine.injector.get(IFormulaDependencyGenerator) as unknown as DependencySearch);
    engine.api.getFormula().calculationResultApplied(() => {
      if (!this.changedSinceStart) this.dirty = false;
    });
  }

  /** Something has changed that a formula may depend on. */
  touch(): void {
    this.dirty = true;
    this.changedSinceStart = true;
  }

  started(): void {
    this.changedSinceStart = false;
  }

  /** `suspendApiCalculationUntilNextSync`: until the batch ends, reads do not wait. */
  suspend(): void {
    this.suspended = true;
  }

  resume(): void {
    this.suspended = false;
  }

  /** Resolves when every formula shows the result of the last change. */
  async finish(): Promise<void> {
    if (!this.dirty || this.suspended) return;
    await this.engine.api.getFormula().onCalculationResultApplied(TIMEOUT_MS);
    this.dirty = false;
  }

  /** Calculates everything anew. */
  recalculate(): void {
    this.touch();
    this.engine.api.getFormula().executeCalculation();
  }
}
