/** V17 layout damaged: only what may have cost an answer, a day or a status, or mistaken one, not what was read for certain. */
import type { Repair, RepairKind } from "../assessment";
import { finding, type WorkbookRule } from "./facts";

const DAMAGING: ReadonlySet<RepairKind> = new Set<RepairKind>([
  "missing-column",
  "missing-row",
  "duplicate-row",
  "unknown-row",
  "unread-date",
  "unread-status",
]);

/** A number told by an exact name or by a form's own sheet is certain; a near name, a number that disagrees or a place is not. */
const isDoubtful = ({ kind, params }: Repair): boolean =>
  kind === "guessed-indicator" && params.by !== "form" && !(params.by === "name" && params.found === "");

export const damagedLayout: WorkbookRule = ({ assessment }) =>
  assessment.repairs
    .filter((repair) => DAMAGING.has(repair.kind) || isDoubtful(repair))
    .map(({ kind, sheet, cell, params }) =>
      finding("V17", null, { variant: kind, at: { sheet, cell }, params: { ...params, sheet, cell } }),
    );
