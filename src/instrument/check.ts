/**
 * What a pack must satisfy beyond its shape: weights close per aspect, domain and total, numbers run without gaps, every
 * level has criteria, bands and ranges are contiguous, ids are unique, alternatives replace something that exists, and
 * the regulation's own worked examples come out. Each defect says exactly what does not close.
 */
import { vectorDefects } from "./check-vectors";
import type { Defect } from "./defect";
import type { Domain, Indicator, Instrument } from "./types";

/** Everything that does not close; empty for a sound pack. */
export const checkInstrument = (instrument: Instrument): readonly Defect[] => [
  ...weightDefects(instrument),
  ...numberDefects(instrument),
  ...idDefects(instrument),
  ...bandDefects(instrument),
  ...instrument.domains
    .flatMap((domain) => domain.aspects.flatMap((aspect) => aspect.indicators))
    .flatMap((indicator) => indicatorDefects(indicator, instrument)),
  ...vectorDefects(instrument),
];

const places = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(".", ",");
const sumOf = (parts: readonly { readonly weight: number }[]): number =>
  parts.reduce((sum, { weight }) => sum + weight, 0);

function weightDefects({ domains }: Instrument): readonly Defect[] {
  const aspects = domains.flatMap((domain) => domain.aspects);
  const total = sumOf(domains);
  return [
    ...aspects
      .filter((aspect) => sumOf(aspect.indicators) !== aspect.weight)
      .map((aspect): Defect => ({
        code: "pack.aspectWeight",
        params: { aspect: aspect.number, sum: places(sumOf(aspect.indicators)), weight: places(aspect.weight) },
      })),
    ...domains
      .filter((domain) => sumOf(domain.aspects) !== domain.weight)
      .map((domain): Defect => ({
        code: "pack.domainWeight",
        params: { domain: domain.number, sum: places(sumOf(domain.aspects)), weight: places(domain.weight) },
      })),
    ...(total === 10000 ? [] : [{ code: "pack.totalWeight", params: { sum: places(total) } } as const]),
  ];
}

function numberDefects({ domains }: Instrument): readonly Defect[] {
  const misplaced = (code: Defect["code"], list: readonly { readonly number: number }[]): readonly Defect[] =>
    list.flatMap(({ number }, index) =>
      number === index + 1 ? [] : [{ code, params: { found: number, expected: index + 1 } }],
    );
  const aspects = domains.flatMap((domain) => domain.aspects);
  return [
    ...misplaced("pack.domainNumber", domains),
    ...misplaced("pack.aspectNumber", aspects),
    ...misplaced(
      "pack.indicatorNumber",
      aspects.flatMap((aspect) => aspect.indicators),
    ),
  ];
}

function idDefects({ domains }: Instrument): readonly Defect[] {
  const idsOf = (domain: Domain): readonly string[] => [
    domain.id,
    ...domain.aspects.flatMap((aspect) => [aspect.id, ...aspect.indicators.map((indicator) => indicator.id)]),
  ];
  return repeated(domains.flatMap(idsOf)).map((one) => ({ code: "pack.duplicateId", params: { id: one } }));
}

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

function bandDefects({ bands, scale }: Instrument): readonly Defect[] {
  const first = bands[0];
  const last = bands.at(-1);
  return [
    ...(first && first.from !== scale.min * 100
      ? [{ code: "pack.bandStart", params: { from: places(first.from), min: scale.min } } as const]
      : []),
    ...bands.flatMap((band, index): readonly Defect[] => {
      const before = bands[index - 1]?.to ?? band.from;
      return before !== band.from || band.to <= band.from
        ? [{ code: "pack.bandGap", params: { band: band.name, from: places(band.from), before: places(before) } }]
        : [];
    }),
    ...(last && last.to !== scale.max * 100
      ? [{ code: "pack.bandEnd", params: { to: places(last.to), max: scale.max } } as const]
      : []),
  ];
}

function indicatorDefects(indicator: Indicator, { scale, levelNames }: Instrument): readonly Defect[] {
  const number = indicator.number;
  const expected = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
  const found = indicator.levels.map(({ level }) => level);
  const allIds = indicator.levels.flatMap(({ criteria }) => criteria.map((criterion) => criterion.id));
  const external = indicator.externalIndex;
  return [
    ...(found.join() === expected.join()
      ? []
      : [
          {
            code: "pack.levelsMissing",
            params: { indicator: number, found: found.join(", "), expected: expected.join(", ") },
          } as const,
        ]),
    ...expected
      .filter((level) => levelNames[indicator.family]?.[level] === undefined)
      .map((level): Defect => ({ code: "pack.levelName", params: { level, family: indicator.family } })),
    ...repeated(allIds).map((criterion): Defect => ({
      code: "pack.duplicateCriterion",
      params: { indicator: number, criterion },
    })),
    ...indicator.levels.flatMap((_, index) => levelDefects(indicator, index, scale)),
    ...indicator.evidence
      .filter(({ level }) => !found.includes(level))
      .map(({ item, level }): Defect => ({ code: "pack.evidenceLevel", params: { indicator: number, item, level } })),
    ...(external &&
    !(external.breaks.length === external.values.length && rises(external.breaks) && rises(external.values))
      ? [{ code: "pack.externalIndex", params: { indicator: number, name: external.name } } as const]
      : []),
  ];
}

const rises = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));

function levelDefects(indicator: Indicator, index: number, scale: Instrument["scale"]): readonly Defect[] {
  const level = indicator.levels[index];
  if (!level) return [];
  const defect = (code: Defect["code"], params: Defect["params"] = {}): Defect => ({
    code,
    params: { indicator: indicator.number, level: level.level, ...params },
  });
  const requirements = level.criteria.filter(({ kind }) => kind === "syarat").map(({ id }) => id);
  const start = index === 0 ? scale.min * 100 : indicator.levels[index - 1]?.range?.[1];
  const end = index === indicator.levels.length - 1 ? scale.max * 100 : level.range?.[1];
  const ranged = scale.decimals > 0;
  const rangeHolds = level.range
    ? ranged && level.range[0] === start && level.range[1] === end && level.range[0] < level.range[1]
    : !ranged;
  return [
    ...(level.criteria.length === 0 ? [defect("pack.criteriaMissing")] : []),
    ...(rangeHolds ? [] : [defect("pack.range")]),
    ...level.criteria.flatMap((criterion) => {
      const { id: code, kind, replaces } = criterion;
      return [
        ...(code.startsWith(String(level.level)) ? [] : [defect("pack.criterionLevel", { criterion: code })]),
        ...(kind === "alternatif" && !requirements.includes(replaces ?? "")
          ? [defect("pack.replacesMissing", { criterion: code, replaces: replaces ?? "–" })]
          : []),
        ...(kind !== "alternatif" && replaces !== undefined
          ? [defect("pack.replacesUnused", { criterion: code, kind })]
          : []),
      ];
    }),
  ];
}
