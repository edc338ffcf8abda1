import type { Assessment, CellRef, Entry, LevelReading } from "../assessment/assessment";
import { BLANK_CRITERION } from "../assessment/blank";
import { askedCriteria } from "../assessment/maturity";
import { splitOffices } from "../assessment/offices";
import { indicatorsOf } from "../assessment/score";
import { asText } from "./cell-input";
import { refuse } from "./host";
import { meanwhile, shown, type EditedCell, type FieldValue } from "./meanwhile";
import type { CriterionEdit, EntryEdit, EvidenceReference } from "./session";

/** Where to write, or a refusal that names the missing column. */
export function place(at: CellRef | undefined, column: string): CellRef {
  return at ?? refuse("NO_COLUMN", { column });
}

function entryOf(assessment: Assessment, indicator: number): Entry {
  const entry = assessment.entries.find((one) => one.indicator === indicator);
  if (!entry || Object.keys(entry.cells).length === 0) return refuse("NO_ROW", { indicator });
  return entry;
}

const ENTRY_COLUMNS = {
  level: "Tingkat",
  target: "Target",
  opd: "OPD",
  explanation: "Penjelasan",
  evidence: "Data Dukung",
  estimate: "Taksiran",
} as const;

const CRITERION_COLUMNS = { answer: "Terpenuhi", evidence: "Data Dukung", note: "Catatan" } as const;

/** The cells of the fields that an edit names. */
function fieldWrites<Field extends string>(
  columns: Readonly<Record<Field, string>>,
  cells: Partial<Record<Field, CellRef>>,
  edit: Partial<Record<Field, FieldValue>> & { readonly was?: Partial<Record<Field, FieldValue>> },
  now: Readonly<Record<Field, FieldValue>>,
): readonly EditedCell[] {
  return (Object.keys(columns) as Field[]).flatMap((field) => {
    const wanted: FieldValue | undefined = edit[field];
    if (wanted === undefined) return [];
    const value = typeof wanted === "number" ? wanted : asText(shown(wanted));
    return [
      { ...place(cells[field], columns[field]), value, meanwhile: meanwhile(edit.was?.[field], now[field], wanted) },
    ];
  });
}

/** The level that people see; one that cannot be read counts as none, or it could never be mended. */
const seenLevel = (reading: LevelReading): number | null => (reading.kind === "level" ? reading.level : null);

/** The cells of one indicator's row that an edit changes, found by its number wherever the row lies now. */
export function entryWrites(assessment: Assessment, edit: EntryEdit): readonly EditedCell[] {
  const entry = entryOf(assessment, edit.indicator);
  const { was } = edit;
  // As a reading separates them, so that "A;B" is "A; B".
  return fieldWrites<keyof typeof ENTRY_COLUMNS>(
    ENTRY_COLUMNS,
    entry.cells,
    { ...edit, ...(was && { was: { ...was, ...(was.opd !== undefined && { opd: splitOffices(was.opd) }) } }) },
    { ...entry, level: seenLevel(entry.level), target: seenLevel(entry.target) },
  );
}

export function criterionWrites(assessment: Assessment, edit: CriterionEdit): readonly EditedCell[] {
  const { criteria } = entryOf(assessment, edit.indicator);
  const indicator = indicatorsOf(assessment.instrument).find(({ number }) => number === edit.indicator);
  const isAsked = indicator?.levels.some((level) =>
    askedCriteria(indicator, level).some(({ id }) => id === edit.criterion),
  );
  const { cells, ...now } = criteria.get(edit.criterion) ?? BLANK_CRITERION;
  // What is derived or only described has no answer of its own.
  if (!criteria.has(edit.criterion) || !isAsked)
    return refuse("NO_ROW", { indicator: `${edit.indicator} (${edit.criterion})` });
  return fieldWrites<keyof typeof CRITERION_COLUMNS>(CRITERION_COLUMNS, cells, edit, now);
}

/** The cells that attaching documents changes. */
export const referenceWrites = (
  assessment: Assessment,
  references: readonly EvidenceReference[],
): readonly EditedCell[] =>
  references.flatMap((edit) =>
    "criterion" in edit ? criterionWrites(assessment, edit) : entryWrites(assessment, edit),
  );
