/** Evidence rules of the instruments that have them. */
export interface EvidenceRules {
  readonly instrument: string;
}
export const evidenceRulesOf = (_instrument: string): EvidenceRules | null => null;
