import type { Assessment, Entry } from "../assessment/assessment";
import { isOfficeWorkbook, ownEntries } from "../assessment/scope";
import type { Instrument } from "../instrument/types";
import { blankAssessment, TEMPLATE_VERSION } from "../workbook/blank";
import { SHEET, TABLE } from "../workbook/layout";
import { templateWorkbook } from "../workbook/template";
import type { Change } from "./change";
import { refuse } from "./host";
import { refuseToLose } from "./nothing-lost";
import { ownSheet, placeSheets, sheetNames } from "./place";
import { targetIndex, type Reading } from "./reading";
import { KEY, renamedSheets } from "./remembered";
import type { TemplateChoice } from "./session";
import type { Snapshot } from "./snapshot";

/** What the template is made from: the entries that are there, in the template or in an adopted table, under the agency and year that were chosen. */
function assessmentFor(reading: Reading, choice: TemplateChoice, instrument: Instrument): Assessment {
  const known = reading.checked?.assessment ?? null;
  if (known && known.instrument.id !== instrument.id)
    return refuse("OTHER_INSTRUMENT", { instrument: known.instrument.title });
  const base = known ?? blankAssessment(instrument);
  return {
    ...base,
    entries: known ? base.entries : base.entries.map((entry) => withOffice(entry, choice)),
    identity: {
      ...base.identity,
      agency: choice.agency.trim() || base.identity.agency,
      year: choice.year,
      opd: choice.opd?.trim() || base.identity.opd,
      templateVersion: TEMPLATE_VERSION,
    },
  };
}

const withOffice = (entry: Entry, { opd, indicators }: TemplateChoice): Entry =>
  opd && indicators?.includes(entry.indicator) ? { ...entry, opd: [opd.trim()] } : entry;

/** The indicators that the workbook holds: those that are there already, and those that were chosen. */
function numbersFor({ checked }: Reading, { opd, indicators }: TemplateChoice): readonly number[] | null {
  const known = checked?.assessment ?? null;
  const own = known ? ownEntries(known).map(({ indicator }) => indicator) : [];
  if (known && !isOfficeWorkbook(known)) return null;
  return known || (opd?.trim() && indicators) ? [...new Set([...own, ...(indicators ?? [])])] : null;
}

/** What the ids of a handed-out register begin with: "DD-07-". */
function idPrefix(snapshot: Snapshot): string | null {
  const ids = ownSheet(snapshot, SHEET.evidence, TABLE.evidence)?.used?.values.flat() ?? [];
  return ids.flatMap((value) => /^(DD-\d{2}-)\d+$/.exec(String(value))?.[1] ?? [])[0] ?? null;
}

/** Inserts the template, or brings the one that is there up to date with every entry kept; an office's own workbook stays one. */
export function templateChange(reading: Reading, choice: TemplateChoice, instrument: Instrument): Change {
  const { snapshot } = reading;
  const assessment = assessmentFor(reading, choice, instrument);
  const names = sheetNames(snapshot, choice.renamed);
  const numbers = numbersFor(reading, choice);
  const spec = templateWorkbook(
    assessment,
    numbers
      ? { mode: "handout", opd: assessment.identity.opd, own: { numbers, idPrefix: idPrefix(snapshot) }, names }
      : { mode: "full", targetIndex: targetIndex(snapshot), names },
  );
  const sheets = placeSheets(snapshot, spec.sheets, names);
  for (const sheet of sheets) refuseToLose(sheet, instrument);
  const isUpdate = sheets.some(({ ours, existing }) => ours === SHEET.entries && existing !== null);
  const renamed = { ...renamedSheets(snapshot.settings), ...choice.renamed };
  return {
    summary: isUpdate ? "excel.wrote.update" : "excel.wrote.template",
    params: { instrument: instrument.title },
    sheets,
    names: spec.names,
    settings: {
      // The template is in use from now on, not a table of the person's own.
      [KEY.table]: null,
      ...(Object.keys(renamed).length > 0 && { [KEY.renamed]: JSON.stringify(renamed) }),
    },
    activate: SHEET.entries,
    repaint: isUpdate && reading.checked?.assessment.identity.templateVersion !== TEMPLATE_VERSION,
  };
}
