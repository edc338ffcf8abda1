/**
 * What a regulation asks of evidence, as data: which kind of document, how old it may be, what must be enacted, what an
 * item must contain, what an explanation has to say. The texts are ours; each rule names the place that it follows.
 */
import spbe2020 from "./packs/spbe-2020.rules.json";

/** Indicator numbers, as inclusive ranges: [[1, 2], [4, 31]]. */
export type Ranges = readonly (readonly [number, number])[];

/** A kind of document (column Jenis). */
export interface EvidenceKind {
  readonly id: string;
  /** What the drop-down shows and the register holds. */
  readonly label: string;
  /** Recognises the kind in a document's or a file's name, where Jenis is empty. Case-blind; "" = never guessed. */
  readonly pattern: string;
}

/** Something that an item of evidence must contain (column Isi Wajib). */
export interface MustHave {
  readonly id: string;
  /** What the register holds once it is confirmed. */
  readonly label: string;
  /** What to look for, for the list of what to collect. */
  readonly text: string;
  /** Recognises other wordings of the confirmation. Case-blind. */
  readonly pattern: string;
}

/** V06: documents of a kind that must not be older than some years when the level is claimed. */
export interface AgeRule {
  readonly indicators: Ranges;
  readonly level: number;
  readonly kind: string;
  readonly years: number;
  /** True: a document exactly so old is too old ("under 2 years"); false: it still counts ("within 2 years"). */
  readonly under: boolean;
  readonly source: string;
}

/** V07: where only something enacted counts; `criteria` null = all of the level. */
export interface EnactedRule {
  readonly indicators: Ranges;
  readonly fromLevel: number;
  readonly criteria: readonly string[] | null;
  readonly source: string;
}

/** V08: a part that the explanation of some indicators has to have, and how it is recognised. */
export interface ExplanationPart {
  readonly id: string;
  readonly pattern: string;
}
export interface ExplanationRule {
  readonly indicators: Ranges;
  readonly parts: readonly ExplanationPart[];
  readonly source: string;
}

/** V09: kinds that prove little, but for the indicators in `properFor`. */
export interface WeakKindRule {
  readonly kind: string;
  readonly properFor: Ranges;
  readonly source: string;
}
/** V09: a document that looks like the one that is asked. */
export interface LookalikeRule {
  readonly id: string;
  readonly indicators: Ranges;
  readonly pattern: string;
  readonly unless: string;
  readonly source: string;
}
/** V09: the words by which documents of one group of indicators are told apart. */
export interface ObjectGroup {
  readonly indicators: Readonly<Record<string, string>>;
  /** Documents that serve several objects by nature. */
  readonly general: string;
}

/** V11: the indicators whose service the agency names, and the services that others cover already. */
export interface SectorRule {
  readonly indicators: readonly [number, number, number];
  /** From this level up the service must be named: without one, the lowest level holds. */
  readonly fromLevel: number;
  readonly covered: Readonly<Record<string, string>>;
  readonly source: string;
}

/** V12: indicators that from a level up need another one at a level, and their programme in its document. */
export interface GateRule {
  readonly indicators: Ranges;
  readonly fromLevel: number;
  readonly gate: number;
  readonly gateLevel: number;
  readonly kind: string;
  /** By indicator: how its programme is called in the confirmations of the document. */
  readonly programmes: Readonly<Record<string, string>>;
  readonly source: string;
}

/** V19: what documents must contain when a level is claimed: of a kind, or those attached to criteria of that level. */
export interface MustHaveRule {
  readonly indicators: Ranges;
  readonly level: number;
  /** Null: whatever is attached to the criteria of the level. */
  readonly kind: string | null;
  /** All of these groups, each by any of its must-haves. */
  readonly needs: readonly (readonly string[])[];
  readonly source: string;
}

/** V20: criteria of a level that follow a review up. */
export interface FollowUpRule {
  readonly indicators: Ranges;
  readonly level: number;
  readonly reviewKind: string;
  readonly followUpKind: string;
  readonly source: string;
}

export interface EvidenceRules {
  readonly instrument: string;
  readonly kinds: readonly EvidenceKind[];
  readonly mustHaves: readonly MustHave[];
  readonly draftKinds: readonly string[];
  readonly policyKinds: readonly string[];
  /** Kinds whose name carries the years that they are in force: "Peta Rencana SPBE 2020-2024". */
  readonly periodKinds: readonly string[];
  readonly age: readonly AgeRule[];
  readonly enacted: readonly EnactedRule[];
  readonly explanations: readonly ExplanationRule[];
  readonly weakKinds: readonly WeakKindRule[];
  readonly lookalikes: readonly LookalikeRule[];
  readonly objects: readonly ObjectGroup[];
  readonly sectorServices: SectorRule;
  readonly gate: GateRule;
  readonly contents: readonly MustHaveRule[];
  readonly followUps: readonly FollowUpRule[];
}

/** The evidence rules of an instrument; null where nobody has written them yet. */
export const evidenceRulesOf = (instrument: string): EvidenceRules | null =>
  instrument === SPBE_2020.instrument ? SPBE_2020 : null;

/** Trusted here, checked by the tests like the packs. */
const SPBE_2020 = spbe2020 as unknown as EvidenceRules;

export const inRanges = (ranges: Ranges, number: number): boolean =>
  ranges.some(([from, to]) => number >= from && number <= to);

/** A rule's pattern, case-blind; compiled once. "" matches nothing. */
export function matches(pattern: string, text: string): boolean {
  if (pattern === "") return false;
  let compiled = patterns.get(pattern);
  if (!compiled) {
    compiled = new RegExp(pattern, "i");
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}
const patterns = new Map<string, RegExp>();
