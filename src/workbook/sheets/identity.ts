import { STAGES, type Assessment, type Identity, type IdentityField } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import { SECTOR_FIELDS, sectorIndicators } from "../../assessment/sector-indicators";
import type { Instrument } from "../../instrument/types";
import { Canvas } from "../canvas";
import { IDENTITY_LABELS, SHEET } from "../layout";
import { printSetup, PROTECTED } from "../print";
import type { Cell, SheetSpec, Style } from "../sheet";
import { programOf } from "../short-names";
import { linesHeight, textLines } from "../text-height";
import { IDENTITY_TEXT, TEXT } from "../texts";
import {
  BODY,
  INPUT,
  LONG_DATE_FORMAT,
  NOTE,
  RULE,
  SUBTITLE,
  SUBTITLE_HEIGHT,
  TITLE,
  TITLE_HEIGHT,
  withStyle,
} from "../theme";

const groupsOf = (instrument: Instrument): readonly (readonly [string, readonly IdentityField[]])[] => {
  const { groups } = IDENTITY_TEXT;
  return [
    [groups.assessment, ["agency", "year", "assessmentDate", "instrument", "stage"]],
    [groups.people, ["opd", "pic", "contact", "coordinator"]],
    ...(sectorIndicators(instrument).length > 0 ? [[groups.sectors, SECTOR_FIELDS] as const] : []),
    [groups.documents, ["officialRecord", "publicationConsent"]],
    [groups.file, ["templateVersion"]],
  ];
};

const FIRST_GROUP_ROW = 4;

/** Where each value of `Identitas` stands: "C5" and so on. Fields that the instrument does not need are absent. */
export function identityCells(instrument: Instrument): ReadonlyMap<IdentityField, string> {
  const cells = new Map<IdentityField, string>();
  let row = FIRST_GROUP_ROW;
  for (const [, fields] of groupsOf(instrument)) {
    row++;
    for (const field of fields) cells.set(field, `C${row++}`);
  }
  return cells;
}

export interface IdentityOptions {
  readonly name?: string;
  /** In a handed-out workbook only the office's own fields are open. */
  readonly handout?: boolean;
  /** All fields are open nevertheless: the office began its workbook itself, and nobody filled them in for it. */
  readonly open?: boolean;
  /** The indicators that the workbook holds; sector services of others are closed. */
  readonly numbers?: readonly number[];
}

/** The sheet `Identitas`: label, value and a note per row, in groups. */
export function identitySheet({ instrument, identity }: Assessment, options: IdentityOptions = {}): SheetSpec {
  const canvas = new Canvas(options.name ?? SHEET.identity);
  canvas.put("B1", IDENTITY_TEXT.title, TITLE).height(1, TITLE_HEIGHT);
  canvas.put("B2", IDENTITY_TEXT.subtitle, SUBTITLE).height(2, SUBTITLE_HEIGHT).height(3, 8);
  const cells = identityCells(instrument);
  let row = FIRST_GROUP_ROW;
  for (const [title, fields] of groupsOf(instrument)) {
    canvas.put(`B${row}`, title).style(`B${row}:D${row}`, GROUP).height(row, 30);
    row++;
    for (const field of fields) {
      canvas.put(`B${row}`, IDENTITY_LABELS[field], BODY);
      canvas.put(`C${row}`, valueOf(field, identity, instrument), valueStyle(field, { instrument, identity }, options));
      const note = noteOf(field, instrument, options);
      canvas.put(`D${row}`, note, withStyle(BODY, NOTE));
      canvas.height(row, Math.max(24, linesHeight(textLines(note, WIDTHS[3] ?? 0, 10, 1), 10)));
      row++;
    }
  }
  addValidations(canvas, cells);
  return canvas.finish({
    columns: WIDTHS.map((width) => ({ width })),
    protection: PROTECTED,
    print: printSetup(canvas.name, identity, { area: `B1:D${canvas.lastRow}`, fit: { width: 1, height: 1 } }),
  });
}

const WIDTHS = [3, 30, 56, 54];
const GROUP: Style = { font: { size: 12, bold: true }, vertical: "bottom", border: { bottom: RULE } };

/** Set by the template or by whoever hands the workbook out. */
const NEVER_TYPED: ReadonlySet<IdentityField> = new Set(["instrument", "templateVersion"]);
const OFFICE_FIELDS: ReadonlySet<IdentityField> = new Set(["pic", "contact"]);

function isOpen(
  field: IdentityField,
  { instrument, identity }: Pick<Assessment, "instrument" | "identity">,
  options: IdentityOptions,
): boolean {
  if (NEVER_TYPED.has(field)) return false;
  if (!options.handout || options.open) return true;
  // Whoever handed the workbook out left the day open, and without one no document is seen to have expired.
  if (field === "assessmentDate") return identity.assessmentDate === null;
  const sector = SECTOR_FIELDS.findIndex((one) => one === field);
  if (sector < 0) return OFFICE_FIELDS.has(field);
  return options.numbers?.includes(sectorIndicators(instrument)[sector] ?? 0) ?? false;
}

function valueStyle(
  field: IdentityField,
  assessment: Pick<Assessment, "instrument" | "identity">,
  options: IdentityOptions,
): Style {
  const style = withStyle(BODY, isOpen(field, assessment, options) ? INPUT : {}, { indent: 1 });
  return field === "assessmentDate" ? { ...style, numberFormat: LONG_DATE_FORMAT } : style;
}

function valueOf(field: IdentityField, identity: Identity, instrument: Instrument): Cell {
  switch (field) {
    case "instrument":
      return instrument.id;
    case "assessmentDate":
      return identity.assessmentDate === null ? null : { date: identity.assessmentDate };
    case "officialRecord":
    case "publicationConsent":
      return identity[field] ? TEXT.yes : TEXT.notYet;
    case "sectorService1":
    case "sectorService2":
    case "sectorService3":
      return identity.sectorServices[SECTOR_FIELDS.indexOf(field)] || null;
    default:
      return identity[field] || null;
  }
}

function noteOf(field: IdentityField, instrument: Instrument, { handout }: IdentityOptions): string {
  const { notes } = IDENTITY_TEXT;
  switch (field) {
    case "instrument":
      return IDENTITY_TEXT.instrumentNote(instrument.title, indicatorsOf(instrument).length, instrument.notice);
    case "coordinator":
      return IDENTITY_TEXT.coordinatorNote(programOf(instrument));
    case "sectorService1":
    case "sectorService2":
    case "sectorService3":
      return IDENTITY_TEXT.sectorNote(sectorIndicators(instrument)[SECTOR_FIELDS.indexOf(field)] ?? 0);
    case "opd":
      return handout ? notes.opdHandout : notes.opd;
    default:
      return notes[field];
  }
}

function addValidations(canvas: Canvas, cells: ReadonlyMap<IdentityField, string>): void {
  const at = (field: IdentityField): string => cells.get(field) ?? "";
  const { year, date, stage, yesNo } = IDENTITY_TEXT;
  canvas.validate({
    range: at("year"),
    rule: { kind: "wholeNumber", min: 2015, max: 2100 },
    error: { ...year, style: "stop" },
  });
  canvas.validate({
    range: at("assessmentDate"),
    rule: { kind: "date", min: "2015-01-01", max: "2100-12-31" },
    error: { ...date, style: "stop" },
  });
  canvas.validate({ range: at("stage"), rule: { kind: "list", values: STAGES }, error: { ...stage, style: "stop" } });
  for (const field of ["officialRecord", "publicationConsent"] as const)
    canvas.validate({
      range: at(field),
      rule: { kind: "list", values: [TEXT.yes, TEXT.notYet] },
      error: { ...yesNo, style: "stop" },
    });
}
