/** V17 layout damaged: only what may have cost an answer, not what was read all the same. */
import type { RepairKind } from "../assessment";
import { finding, type WorkbookRule } from "./facts";

const DAMAGING: ReadonlySet<RepairKind> = new Set<RepairKind>([
  "missing-column",
  "missing-row",
  "duplicate-row",
  "unknown-row",
  "guessed-indicator",
  "formula-as-level",
  "template-changed",
]);

export const damagedLayout: WorkbookRule = ({ assessment }) =>
  assessment.repairs
    .filter(({ kind }) => DAMAGING.has(kind))
    .map(({ kind, sheet, cell, params }) =>
      finding("V17", null, { variant: kind, at: { sheet, cell }, params: { ...params, sheet, cell } }),
    );
