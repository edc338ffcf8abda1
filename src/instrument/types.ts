/**
 * What a regulation asks for, as data. Everything below is read from a pack (packs/*.json) and never changes at run time.
 * Units: weights are whole hundredths of a percent (1.30 % = 130, all together 10000); band limits and level ranges are
 * whole hundredths of an index point (1.80 = 180); levels are in level units (1 … 5).
 */

/** How a text of a level takes part in meeting the level. */
export type CriterionKind =
  /** Must be met. */
  | "syarat"
  /** "All of the level below": derived, never asked. */
  | "prasyarat"
  /** The state that holds an office at this level: shown, never asked. */
  | "kondisi"
  /** Another way to meet the requirement named in `replaces`. */
  | "alternatif";

export interface Criterion {
  /** Display code, unique within its indicator: level and letter, "2b". Our own, the regulation numbers none. */
  readonly id: string;
  readonly kind: CriterionKind;
  readonly text: string;
  /** The id of the requirement that this alternative stands in for. */
  readonly replaces?: string;
}

/**
 * An index of another body that feeds an indicator: a value of it between two `breaks` is the value between the two
 * `values` (hundredths) at the same places. `role` says whether it sets the value or is one of several evidences.
 */
export interface ExternalIndex {
  readonly name: string;
  readonly owner: string;
  readonly breaks: readonly number[];
  readonly values: readonly number[];
  readonly role: "value" | "evidence";
  readonly note: string | null;
}

/** An item of evidence that the guideline asks for at a level. */
export interface EvidenceItem {
  readonly level: number;
  readonly item: string;
  /** Supports only; never required. */
  readonly optional: boolean;
  /** One of several and/or items of the same level. */
  readonly alternative: boolean;
}

export interface Level {
  readonly level: number;
  /** On decimal scales: the band of values that count as this level, lower bound inclusive, in hundredths. */
  readonly range?: readonly [number, number];
  readonly criteria: readonly Criterion[];
}

export interface Indicator {
  /** Stable across display changes: "spbe-2020/17". */
  readonly id: string;
  /** Display number, 1 … N in the instrument's order. */
  readonly number: number;
  readonly name: string;
  /** Name without the words that every indicator shares, for narrow places. */
  readonly shortName: string;
  /** Hundredths of a percent. */
  readonly weight: number;
  readonly family: string;
  readonly question: string;
  readonly levels: readonly Level[];
  readonly evidence: readonly EvidenceItem[];
  readonly assessmentNote: string | null;
  readonly note: string | null;
  readonly externalIndex?: ExternalIndex;
  readonly confidence: string;
  readonly sources: readonly string[];
}

export interface Aspect {
  readonly id: string;
  /** 1-based over the whole instrument. */
  readonly number: number;
  readonly name: string;
  readonly weight: number;
  readonly indicators: readonly Indicator[];
}

export interface Domain {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly weight: number;
  readonly aspects: readonly Aspect[];
}

/** A predicate and the interval of the exact index that it names; `from` inclusive, `to` exclusive but for the last band. */
export interface Band {
  readonly name: string;
  /** Hundredths of an index point. */
  readonly from: number;
  readonly to: number;
}

export interface TestVector {
  readonly scope: "aspect" | "domain" | "index";
  /** Aspect or domain number; absent for the index. */
  readonly number?: number;
  /** What `values` are: levels of indicators, values of aspects or of domains, or sums of value × weight per domain. */
  readonly from: "levels" | "aspects" | "domains" | "products";
  /** Decimal strings, in order. */
  readonly values: readonly string[];
  /** Decimal string with two places, rounded half up. */
  readonly expected: string;
  readonly source: string;
}

export interface LevelName {
  readonly name: string;
  readonly description: string;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Decimal places that a level may have: 0 or 2. */
  readonly decimals: 0 | 2;
}

export interface Instrument {
  readonly id: string;
  /** Short title for people: "SPBE 2020". */
  readonly title: string;
  /** What its index is called: "Indeks SPBE", "Indeks Pemdi". */
  readonly indexName: string;
  /** What the pack was made from, in short, with what is known about it. */
  readonly regulation: string;
  /** The regulation as an official document names it. */
  readonly citation: string;
  readonly status: string;
  /** A caution to show with every use, when the pack was made without reading the regulation itself. */
  readonly notice: string | null;
  readonly scale: Scale;
  /** By family, then by level. */
  readonly levelNames: Readonly<Record<string, Readonly<Record<string, LevelName>>>>;
  /** Ascending and contiguous. */
  readonly bands: readonly Band[];
  readonly domains: readonly Domain[];
  readonly testVectors: readonly TestVector[];
  /** Where the pack's facts come from. */
  readonly sources: readonly string[];
}

/** How the evidence of one instrument serves its successor. Numbers are display numbers. */
export interface Crosswalk {
  /** Ids of the instruments. */
  readonly from: string;
  readonly to: string;
  readonly confidence: string;
  readonly source: string;
  /** What each status means, for people. */
  readonly statuses: Readonly<Record<CrosswalkStatus, string>>;
  readonly map: readonly {
    readonly to: number;
    readonly status: CrosswalkStatus;
    readonly from: readonly number[];
  }[];
}
export type CrosswalkStatus = "reuse" | "update" | "new";
