import { index } from "../src/functions/index-values";
import { DEFAULT_INSTRUMENT } from "../src/instrument";
import { indicatorsOf } from "../src/assessment/score";

const CALLS = 10_000;
const ROUNDS = 15;

/** Milliseconds of the fastest of some rounds: what the code costs when nothing else runs. */
function fastest(work: () => number): number {
  let sum = 0;
  const times = Array.from({ length: ROUNDS }, () => {
    const before = performance.now();
    sum += work();
    return performance.now() - before;
  });
  // Uses the results, so that the engine cannot leave the work out.
  if (!Number.isFinite(sum)) throw new Error("no sum");
  return Math.min(...times);
}

/** 10,000 SPBE.INDEX over 47 cells beside a bare loop over the same numbers. */
export function printFunctions(): void {
  const weights = indicatorsOf(DEFAULT_INSTRUMENT).map(({ weight }) => weight);
  const columns = Array.from({ length: 100 }, (_, seed) => weights.map((_, n) => [1 + ((seed * 7 + n * 3) % 5)]));
  const column = (call: number): number[][] => columns[call % columns.length] ?? [];
  const ours = fastest(() => {
    let sum = 0;
    for (let call = 0; call < CALLS; call++) sum += index(column(call));
    return sum;
  });
  const bare = fastest(() => {
    let sum = 0;
    for (let call = 0; call < CALLS; call++) {
      const cells = column(call);
      let points = 0;
      for (let n = 0; n < weights.length; n++) points += (cells[n]?.[0] ?? 0) * (weights[n] ?? 0);
      sum += points / 10000;
    }
    return sum;
  });
  console.log(
    `10.000 SPBE.INDEX atas 47 sel: ${ours.toFixed(2)} ms, ${(ours / bare).toFixed(2)}x perulangan polos (sasaran 3x)`,
  );
}
