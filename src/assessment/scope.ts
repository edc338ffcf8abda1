import type { Assessment, Entry } from "./assessment";

/**
 * Whether an indicator is another office's business: the workbook of one office holds only its own rows, and nothing is
 * to be said of the others. In a workbook of all offices a missing row is missing.
 */
export const isElsewhere = ({ identity }: Assessment, entry: Entry): boolean =>
  identity.opd !== "" && Object.keys(entry.cells).length === 0;

/** The entries that this workbook answers for. */
export const ownEntries = (assessment: Assessment): readonly Entry[] =>
  assessment.entries.filter((entry) => !isElsewhere(assessment, entry));

/** Whether this is the workbook of one office and holds only some of the indicators. */
export const isOfficeWorkbook = (assessment: Assessment): boolean =>
  ownEntries(assessment).length < assessment.entries.length;
