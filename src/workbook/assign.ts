import type { Assessment } from "../assessment/assessment";
import { indicatorsOf } from "../assessment/score";
import type { Instrument } from "../instrument/types";
import { failure, success, type Outcome } from "../locale/problem";
import { officeNumbers } from "../assessment/office-numbers";
import { officeKey, officesOf, splitOffices } from "../assessment/offices";
import { programOf } from "./short-names";
import type { WorkbookSpec } from "./sheet";
import { templateWorkbook } from "./template";

/** The offices responsible for each indicator, by number. */
export type Assignment = ReadonlyMap<number, readonly string[]>;

/**
 * An assignment from rows of "no, opd"; a header row and blank rows are skipped, several rows of one indicator add up,
 * and a cell may name several offices separated by ";".
 * Problems: ASSIGNMENT_NO_INDICATOR (row, value) for a number that the instrument does not have, ASSIGNMENT_EMPTY.
 */
export function parseAssignment(rows: readonly (readonly string[])[], instrument: Instrument): Outcome<Assignment> {
  const known = new Set(indicatorsOf(instrument).map(({ number }) => number));
  const offices = new Map<number, readonly string[]>();
  for (const [index, [no = "", opd = ""]] of rows.entries()) {
    const text = no.trim();
    if (text === "" && opd.trim() === "") continue;
    const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(number) && index === 0) continue;
    if (!known.has(number)) return failure("ASSIGNMENT_NO_INDICATOR", { row: index + 1, value: text });
    offices.set(number, splitOffices([...(offices.get(number) ?? []), opd].join(";")));
  }
  return offices.size === 0 ? failure("ASSIGNMENT_EMPTY") : success(offices);
}

/** The assessment with the offices of an assignment; indicators that it does not name keep theirs. */
export const withAssignment = (assessment: Assessment, assignment: Assignment): Assessment => ({
  ...assessment,
  entries: assessment.entries.map((entry) => ({ ...entry, opd: assignment.get(entry.indicator) ?? entry.opd })),
});

/** One office's workbook. */
export interface Handout {
  readonly opd: string;
  /** "07": its evidence is numbered DD-07-001. */
  readonly number: string;
  readonly indicators: readonly number[];
  readonly fileName: string;
  /** Made when it is asked for. */
  readonly spec: WorkbookSpec;
}

/** One workbook per office that the OPD column names, in alphabetical order. */
export function handouts(assessment: Assessment): readonly Handout[] {
  const numbers = officeNumbers(assessment);
  return officesOf(assessment).map((opd) => {
    const key = officeKey(opd);
    const number = numbers.get(key) ?? "";
    let spec: WorkbookSpec | undefined;
    return {
      opd,
      number,
      indicators: assessment.entries
        .filter((entry) => entry.opd.some((one) => officeKey(one) === key))
        .map(({ indicator }) => indicator),
      fileName: handoutFileName(assessment, number, opd),
      // Lists of offices are shown often, their workbooks made once.
      get spec() {
        return (spec ??= templateWorkbook(assessment, { mode: "handout", opd }));
      },
    };
  });
}

const LONGEST_NAME = 100;

/** "SPBE 2023 - 07 Dinas Kesehatan.xlsx", without anything that Windows refuses. The number keeps it unique. */
export function handoutFileName({ identity, instrument }: Assessment, number: string, opd: string): string {
  const about = [programOf(instrument), identity.year].filter(Boolean).join(" ");
  const name = `${about} - ${number} ${opd}`
    .replace(/[<>:"/\\|?*\u0000-\u001f]+/g, "-")
    .replace(/\s+/g, " ")
    .slice(0, LONGEST_NAME)
    .replace(/[. ]+$/, "");
  return `${name}.xlsx`;
}
