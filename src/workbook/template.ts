import type { Assessment, Evidence } from "../assessment/assessment";
import { aboutCell } from "./print";
import { templateNames } from "./names";
import { evidenceId, referencesOf } from "../assessment/findings/facts";
import { officeNumbers } from "../assessment/office-numbers";
import { officeKey } from "../assessment/offices";
import { programOf } from "./short-names";
import type { WorkbookSpec } from "./sheet";
import { criteriaSheet } from "./sheets/criteria";
import { entriesSheet } from "./sheets/entries";
import { evidenceSheet } from "./sheets/evidence";
import { identitySheet } from "./sheets/identity";
import { indexSheet, type LevelSource } from "./sheets/index-sheet";
import { templateLayout, type SheetNames, type TemplateLayout } from "./template-layout";
import { INDEX_TEXT, TEXT, WORKBOOK_TEXT } from "./texts";

export interface TemplateOptions {
  /** "full": all indicators and `Indeks`. "handout": one office's indicators, without an index or a predicate. */
  readonly mode: "full" | "handout";
  /** The office of a handed-out workbook. */
  readonly opd?: string;
  /**
   * The workbook that an office keeps itself: its indicators whatever the OPD column says, every document, and what its
   * document ids begin with where they were handed out ("DD-07-").
   */
  readonly own?: { readonly numbers: readonly number[]; readonly idPrefix: string | null };
  /** The index that the agency wants to reach ("2.6"), or null. */
  readonly targetIndex?: string | null;
  /** Other names for sheets whose names are taken by somebody else's sheet. */
  readonly names?: Partial<SheetNames>;
}

/** The workbook of an assessment, every entry kept: what the template is, what is handed out, what a merge writes. */
export function templateWorkbook(assessment: Assessment, options: TemplateOptions): WorkbookSpec {
  return options.mode === "handout" ? handoutWorkbook(assessment, options) : fullWorkbook(assessment, options);
}

function fullWorkbook(assessment: Assessment, options: TemplateOptions): WorkbookSpec {
  const { instrument, identity } = assessment;
  const layout = templateLayout(instrument, { ...(options.names && { names: options.names }) });
  return {
    sheets: [
      identitySheet(assessment, { name: layout.names.identity }),
      entriesSheet(assessment, layout),
      criteriaSheet(assessment, layout),
      evidenceSheet(assessment, { name: layout.names.evidence, marksExpired: true }),
      indexSheet(assessment, entriesSource(layout), {
        name: layout.names.index,
        targetIndex: options.targetIndex ?? null,
        subtitle: aboutCell(identity, INDEX_TEXT.source(layout.names.entries)),
      }),
    ],
    names: templateNames(layout, { withIndex: true }),
    properties: properties(assessment, ""),
  };
}

function handoutWorkbook(assessment: Assessment, options: TemplateOptions): WorkbookSpec {
  const { opd = "", own } = options;
  const key = officeKey(opd);
  const numbers =
    own?.numbers ??
    assessment.entries
      .filter((entry) => entry.opd.some((one) => officeKey(one) === key))
      .map(({ indicator }) => indicator);
  const layout = templateLayout(assessment.instrument, { numbers, ...(options.names && { names: options.names }) });
  const prefix = own ? own.idPrefix : `DD-${officeNumbers(assessment).get(key) ?? "00"}-`;
  const part: Assessment = {
    ...assessment,
    identity: { ...assessment.identity, opd },
    evidence: own || prefix === null ? assessment.evidence : evidenceOf(assessment, numbers, prefix),
  };
  return {
    sheets: [
      identitySheet(part, { name: layout.names.identity, handout: true, open: prefix === null, numbers }),
      entriesSheet(part, layout, { handoutFor: opd }),
      criteriaSheet(part, layout),
      evidenceSheet(part, {
        name: layout.names.evidence,
        ...(prefix && { idPrefix: prefix }),
        marksExpired: true,
        handout: true,
      }),
    ],
    names: templateNames(layout, { withIndex: false }),
    properties: properties(assessment, opd),
  };
}

/** Where `Indeks` of the template fetches its levels. */
export const entriesSource = (layout: TemplateLayout): LevelSource => ({
  no: layout.entries("No"),
  level: layout.entries("Tingkat"),
  target: layout.entries("Target"),
});

/** The register of one office: what its indicators refer to, and what carries its number. */
function evidenceOf(assessment: Assessment, numbers: readonly number[], prefix: string): readonly Evidence[] {
  const wanted = new Set(numbers);
  const referred = new Set(
    assessment.entries
      .filter(({ indicator }) => wanted.has(indicator))
      .flatMap(referencesOf)
      .map(evidenceId),
  );
  return assessment.evidence.filter(({ id }) => referred.has(evidenceId(id)) || evidenceId(id).startsWith(prefix));
}

const properties = ({ identity, instrument }: Assessment, opd: string): WorkbookSpec["properties"] => ({
  title: [WORKBOOK_TEXT.title, programOf(instrument), identity.year, opd].filter(Boolean).join(" "),
  subject: [identity.agency, instrument.citation].filter(Boolean).join(TEXT.separator),
  creator: WORKBOOK_TEXT.creator,
});
