import type { Defect } from "./defect";
import type { Instrument, TestVector } from "./types";

/** Whether the regulation's worked examples come out. Computed here on integers, apart from the scoring that it guards. */
export const vectorDefects = (instrument: Instrument): readonly Defect[] =>
  instrument.testVectors.flatMap((vector): readonly Defect[] => {
    const parts = partsOf(instrument, vector);
    if (parts === null || parts.weights.length !== vector.values.length)
      return [
        {
          code: "pack.vectorShape",
          params: { source: vector.source, found: vector.values.length, expected: parts?.weights.length ?? 0 },
        },
      ];
    const found = weightedMean(vector.values, parts.weights, parts.whole);
    return found === vector.expected
      ? []
      : [{ code: "pack.vector", params: { source: vector.source, found, expected: vector.expected } }];
  });

/** The weights that the vector's values carry and the weight of the whole; null when its scope does not exist. */
function partsOf(instrument: Instrument, vector: TestVector): { weights: readonly number[]; whole: number } | null {
  const domain = vector.scope === "domain" ? instrument.domains[(vector.number ?? 0) - 1] : undefined;
  const domains = domain ? [domain] : instrument.domains;
  const aspect =
    vector.scope === "aspect"
      ? instrument.domains.flatMap(({ aspects }) => aspects).find(({ number }) => number === vector.number)
      : undefined;
  if ((vector.scope === "domain" && !domain) || (vector.scope === "aspect" && !aspect)) return null;
  const aspects = aspect ? [aspect] : domains.flatMap((one) => one.aspects);
  const parts = {
    levels: aspects.flatMap(({ indicators }) => indicators),
    aspects,
    domains: instrument.domains,
    // Sums of value × weight are in percent already: each counts as one percent of the whole.
    products: instrument.domains.map(() => ({ weight: 100 })),
  }[vector.from];
  return { weights: parts.map(({ weight }) => weight), whole: (aspect ?? domain)?.weight ?? 10000 };
}

/** Exact weighted mean of decimal texts, as text with two places, half up. */
function weightedMean(values: readonly string[], weights: readonly number[], whole: number): string {
  const sum = values.reduce((total, value, index) => total + tenThousandths(value) * BigInt(weights[index] ?? 0), 0n);
  const unit = BigInt(whole) * 10000n;
  const hundredths = (sum * 200n + unit) / (2n * unit);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

function tenThousandths(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(4, "0").slice(0, 4));
}
