import { evidenceRulesOf, type EvidenceRules } from "../../instrument/evidence-rules";
import type { Indicator } from "../../instrument/types";
import type { Assessment, CellRef, Entry, Evidence } from "../assessment";
import { SEVERITY_OF, type Finding, type FindingCode } from "../finding";
import { indicatorsOf } from "../score";

/** What every rule may look at. */
export interface Facts {
  readonly assessment: Assessment;
  /** The register by normalised id; of ids used twice, the first row. */
  readonly register: ReadonlyMap<string, Evidence>;
  /** Null for instruments whose evidence nobody has turned into rules. */
  readonly rules: EvidenceRules | null;
}

/** A rule about one indicator; it touches that indicator's entry and the register only, unless its file says more. */
export type EntryRule = (entry: Entry, indicator: Indicator, facts: Facts) => readonly Finding[];

/** A rule about the workbook as a whole. */
export type WorkbookRule = (facts: Facts) => readonly Finding[];

export const factsOf = (assessment: Assessment): Facts => ({
  assessment,
  register: registerOf(assessment.evidence),
  rules: evidenceRulesOf(assessment.instrument.id),
});

/** Ids are compared trimmed and case-blind. */
export const evidenceId = (reference: string): string => reference.trim().toUpperCase();

/** Every reference of an indicator: of its row and of its criteria. */
export const referencesOf = (entry: Entry): readonly string[] => [
  ...entry.evidence,
  ...[...entry.criteria.values()].flatMap(({ evidence }) => evidence),
];

/** Whether a reference means a row of the register; all else is a file name, folder or link. */
export const isRegisterId = (reference: string): boolean => evidenceId(reference).startsWith("DD-");

/** Cached, since live checking asks for it after every edit of a cell. */
export function registerOf(evidence: readonly Evidence[]): ReadonlyMap<string, Evidence> {
  const cached = registers.get(evidence);
  if (cached) return cached;
  const register = new Map<string, Evidence>();
  for (const item of evidence) {
    const id = evidenceId(item.id);
    if (id !== "" && !register.has(id)) register.set(id, item);
  }
  registers.set(evidence, register);
  return register;
}
const registers = new WeakMap<readonly Evidence[], ReadonlyMap<string, Evidence>>();

export const indicatorNumbered = ({ assessment }: Facts, number: number): Indicator | null =>
  indicatorsOf(assessment.instrument)[number - 1] ?? null;

export const entryOf = ({ assessment }: Facts, number: number): Entry | null =>
  assessment.entries.find(({ indicator }) => indicator === number) ?? null;

export interface FindingDetails {
  readonly variant?: string;
  readonly at?: CellRef | undefined;
  readonly params?: Finding["params"];
  readonly concerns?: readonly string[];
}

export const finding = (code: FindingCode, indicator: number | null, details: FindingDetails = {}): Finding => ({
  code,
  variant: details.variant ?? "",
  severity: SEVERITY_OF[code],
  indicator,
  at: details.at ?? null,
  params: details.params ?? {},
  concerns: details.concerns ?? [],
});
