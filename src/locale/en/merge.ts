import type { Catalogue } from "..";

export const merge: Catalogue<typeof import("../id/merge").merge> = {
  "merge.status.merged": "Merged",
  "merge.status.refused": "Refused",
  "merge.status.superseded": "Superseded",
  "merge.status.held": "Held",
  "merge.reason.WRONG_YEAR": "Year {found}, this workbook is {expected}.",
  "merge.reason.WRONG_INSTRUMENT": "Instrument {found}, this workbook is {expected}.",
  "merge.reason.WRONG_AGENCY": "Agency {found}, this workbook is {expected}.",
  "merge.reason.UNKNOWN_AGE":
    "When it was changed is not known, and another file of this office was merged already: {other}.",
  "merge.reason.OLDER_FILE": "There is a newer file of this office: {newer}.",
  "merge.reason.DUPLICATE_FILE": "The same file was chosen already.",
  "merge.reason.OLDER_THAN_MERGED": "A newer one was merged before: {newer}.",
  "merge.reason.OTHER_CHOSEN": "Another file of this office was chosen: {newer}.",
  "merge.note.outside": "Answers indicators of other offices: {indicators}.",
  "merge.note.missing-rows": "This file holds no rows of the indicators {indicators}.",
  "merge.note.unreadable": "The level of indicator {indicator} cannot be read: “{raw}”.",
  "merge.note.kept": "The newer file leaves indicators {indicators} blank; the answers in this file stay.",
  "merge.note.renumbered": "{from} belongs to another document; it became {to}.",
  "merge.note.edited.explanation":
    "The explanation of indicator {indicator} was changed here and in the file; the one here stays.",
  "merge.note.edited.criterion":
    "Indicator {indicator}, criterion {id}: “{mine}” stays here; the file says “{theirs}”.",
  "merge.note.edited.document": "Document {id}: “{mine}” stays here; the file says “{theirs}”.",
  "merge.conflict.responsible-differ": "The responsible offices differ.",
  "merge.conflict.nobody-responsible": "No office is responsible yet, and the answers differ.",
  "merge.conflict.not-responsible": "Only other offices answered.",
  "merge.conflict.edited-since": "The value here was edited after the last merge, and the office changed its answer.",
  "merge.conflict.settled": "The answers agree by now; the earlier decision stays.",
  "merge.conflict.changed-since": "The answers changed since it was decided; the decision stays.",
  "problem.NO_ASSESSMENT.what": "No assessment table was found.",
  "problem.NO_ASSESSMENT.kept": "This workbook was not changed.",
  "problem.NO_ASSESSMENT.next": "Insert the template, or choose a range that holds numbers and levels of indicators.",
  "problem.WRONG_INSTRUMENT.what": "Instrument {instrument} is not known.",
  "problem.WRONG_INSTRUMENT.kept": "This workbook was not changed.",
  "problem.WRONG_INSTRUMENT.next": "Check the cell Instrumen on the sheet Identitas.",
};
