import type { CellRef } from "./assessment";

export const SEVERITIES = ["kesalahan", "peringatan", "saran"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const FINDING_CODES = [
  "V01",
  "V02",
  "V03",
  "V04",
  "V05",
  "V06",
  "V07",
  "V08",
  "V09",
  "V10",
  "V11",
  "V12",
  "V13",
  "V14",
  "V15",
  "V16",
  "V17",
  "V18",
  "V19",
  "V20",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/**
 * One thing that does not hold. Texts come from the catalogue: `finding.<code>.<variant>.message` and `.advice`,
 * filled with `params`; nothing here is a sentence.
 */
export interface Finding {
  readonly code: FindingCode;
  /** Which of the code's sentences: "" when it has only one. */
  readonly variant: string;
  readonly severity: Severity;
  /** Display number, null when the finding is about the whole workbook or the register. */
  readonly indicator: number | null;
  readonly at: CellRef | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** Criterion ids or evidence ids that the finding names, for links in the pane. */
  readonly concerns: readonly string[];
}

export const SEVERITY_OF: Readonly<Record<FindingCode, Severity>> = {
  V01: "kesalahan",
  V02: "peringatan",
  V03: "kesalahan",
  V04: "peringatan",
  V05: "kesalahan",
  V06: "peringatan",
  V07: "peringatan",
  V08: "saran",
  V09: "saran",
  V10: "kesalahan",
  V11: "peringatan",
  V12: "peringatan",
  V13: "peringatan",
  V14: "saran",
  V15: "peringatan",
  V16: "peringatan",
  V17: "kesalahan",
  V18: "saran",
  V19: "peringatan",
  V20: "kesalahan",
};
