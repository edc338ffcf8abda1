import { EVIDENCE_STATUSES, type Assessment, type EvidenceStatus, type IsoDate } from "../../assessment/assessment";
import { evidenceUse, type EvidenceUse } from "../../assessment/evidence-use";
import { lastDay } from "../../assessment/findings/documents";
import { officeKey } from "../../assessment/offices";
import { evidenceRulesOf } from "../../instrument/evidence-rules";

/** A row of the register with all that the pane says of it. */
export interface RegisterRow extends EvidenceUse {
  /** Last day in force, by its own date or by the years in its name; null where it has no end. */
  readonly until: IsoDate | null;
  /** In force no more on the day of the assessment. */
  readonly expired: boolean;
}

/** The register, the document that unlocks most first. */
export function registerRows(assessment: Assessment): readonly RegisterRow[] {
  const rules = evidenceRulesOf(assessment.instrument.id);
  const { assessmentDate } = assessment.identity;
  return evidenceUse(assessment).map((use) => {
    const until = lastDay(use.document, rules);
    return { ...use, until, expired: until !== null && assessmentDate !== null && until < assessmentDate };
  });
}

/** "none" = rows without a status, "expired" = in force no more, "unused" = attached to nothing, "" = all. */
export type StatusFilter = EvidenceStatus | "none" | "expired" | "unused" | "";
export const STATUS_FILTERS: readonly StatusFilter[] = ["", ...EVIDENCE_STATUSES, "none", "expired", "unused"];

export interface RegisterFilter {
  readonly status: StatusFilter;
  /** "" = all offices. */
  readonly opd: string;
  readonly query: string;
}

const hasStatus = (row: RegisterRow, status: StatusFilter): boolean => {
  if (status === "") return true;
  if (status === "none") return row.document.status === null;
  if (status === "expired") return row.expired;
  return status === "unused" ? row.uses.length === 0 : row.document.status === status;
};

/** What passes the filter; a document that nothing names belongs to no office. */
export function filteredRegister(rows: readonly RegisterRow[], filter: RegisterFilter): readonly RegisterRow[] {
  const words = filter.query.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { id, name, number, file, kind } = row.document;
    const text = `${id} ${name} ${number} ${file} ${kind}`.toLocaleLowerCase("id");
    return (
      hasStatus(row, filter.status) &&
      (filter.opd === "" || row.offices.some((opd) => officeKey(opd) === officeKey(filter.opd))) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** How many rows each choice of the status filter shows within an office. */
export const statusCounts = (rows: readonly RegisterRow[], opd: string): ReadonlyMap<StatusFilter, number> =>
  new Map(STATUS_FILTERS.map((status) => [status, filteredRegister(rows, { status, opd, query: "" }).length]));
