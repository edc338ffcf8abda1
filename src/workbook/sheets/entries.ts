import type { Assessment, Entry } from "../../assessment/assessment";
import type { Indicator, Instrument } from "../../instrument/types";
import { officeKey } from "../../assessment/offices";
import { columnName } from "../address";
import { blankEntry } from "../../assessment/blank";
import { COLUMNS, FIRST_ROW, TABLE } from "../layout";
import { levelFormats } from "../level-steps";
import { aboutCell, PROTECTED } from "../print";
import type { Cell, SheetSpec, Style } from "../sheet";
import type { TemplateLayout } from "../template-layout";
import { CHECK_TEXT, ENTRIES_TEXT } from "../texts";
import { COLOR, HAIR, INPUT, THIN_RULE, withStyle } from "../theme";
import { addIndexFigures, addShareFigures } from "./entries-figures";
import { levelAdvice, levelCell, levelNumbers, levelRule } from "./level-cells";
import { checkFormula, checkValue, metFormula, metValue, quoteText } from "./level-formulas";
import { centered, indented, tableCanvas, type TableCanvas } from "./table";

type Column = (typeof COLUMNS.entries)[number];

const SMALL: Style = { font: { size: 10 } };
const MUTED: Style = { font: { color: COLOR.muted } };
const NUMBER_INPUT = centered(INPUT);
const TEXT_INPUT = withStyle(INPUT, SMALL, { indent: 1 });
const HIDDEN_NAME: Style = { font: { size: 9, color: COLOR.muted } };

/** What an office neither fills in nor reads; the columns stay in the table. */
const NOT_IN_HANDOUTS: ReadonlySet<Column> = new Set(["Tingkat Asesor", "Catatan Asesor", "Taksiran"]);

/** Domain and aspect stay in the table only; so does, in a hand-out, an OPD column that repeats the title on every row. */
function isHidden(header: Column, handoutFor: string | undefined, entries: readonly Entry[]): boolean {
  if (header === "Domain" || header === "Aspek") return true;
  if (handoutFor === undefined) return false;
  const isOwn = (opd: string): boolean => officeKey(opd) === officeKey(handoutFor);
  return NOT_IN_HANDOUTS.has(header) || (header === "OPD" && entries.every(({ opd }) => opd.every(isOwn)));
}

/** Narrower in handed-out workbooks, so that the check stands on the screen of a small laptop too. */
const HANDOUT_WIDTHS: Partial<Record<Column, number>> = {
  Indikator: 34,
  OPD: 14,
  Penjelasan: 40,
  "Data Dukung": 24,
  Pemeriksaan: 22,
};

const WIDTHS: Readonly<Record<Column, number>> = {
  No: 6,
  Domain: 22,
  Aspek: 28,
  Indikator: 36,
  "Bobot (%)": 9,
  OPD: 18,
  Tingkat: 10,
  Terpenuhi: 11,
  Target: 9,
  Penjelasan: 44,
  "Data Dukung": 30,
  "Tingkat Asesor": 10,
  "Catatan Asesor": 28,
  Pemeriksaan: 26,
  Taksiran: 10,
};

/** Columns that a handed-out workbook closes: they are the coordinator's and the assessor's. */
const styleOf = (column: Column, handout: boolean): Style => {
  const ours = handout ? {} : INPUT;
  switch (column) {
    case "No":
      return centered({ font: { bold: true } });
    case "Domain":
    case "Aspek":
      return HIDDEN_NAME;
    case "Bobot (%)":
      return centered(withStyle(MUTED, { numberFormat: "0.00" }));
    case "OPD":
      return indented(withStyle(SMALL, ours));
    case "Tingkat":
      return withStyle(NUMBER_INPUT, { font: { size: 12, bold: true } });
    case "Terpenuhi":
      return centered({ font: { bold: true } });
    case "Target":
      return centered(ours);
    case "Penjelasan":
    case "Data Dukung":
      return TEXT_INPUT;
    case "Tingkat Asesor":
      return centered(ours);
    case "Catatan Asesor":
      return indented(withStyle(SMALL, ours));
    case "Pemeriksaan":
      return indented(SMALL);
    case "Taksiran":
      return centered(withStyle(MUTED, ours));
    case "Indikator":
      return {};
  }
};

const LEVELS: ReadonlySet<Column> = new Set(["Tingkat", "Target", "Tingkat Asesor"]);
export interface EntriesOptions {
  /** The office that a handed-out workbook belongs to. */
  readonly handoutFor?: string;
}

/** The sheet `Penilaian`: one row per indicator, with native formulas for what is met and what does not hold. */
export function entriesSheet(assessment: Assessment, layout: TemplateLayout, options: EntriesOptions = {}): SheetSpec {
  const { instrument, identity } = assessment;
  const handout = options.handoutFor !== undefined;
  const entries = new Map(assessment.entries.map((entry) => [entry.indicator, entry]));
  const shown = layout.indicators.map(({ number }) => entries.get(number) ?? blankEntry(number));
  const table = tableCanvas({
    name: layout.names.entries,
    table: TABLE.entries,
    title: handout ? ENTRIES_TEXT.handoutTitle(options.handoutFor ?? "") : ENTRIES_TEXT.title,
    subtitle: aboutCell(identity, ENTRIES_TEXT.count(layout.indicators.length)),
    hint: handout ? ENTRIES_TEXT.handoutHint : ENTRIES_TEXT.hint,
    columns: COLUMNS.entries.map((header) => ({
      header,
      width: (handout ? HANDOUT_WIDTHS[header] : undefined) ?? WIDTHS[header],
      hidden: isHidden(header, options.handoutFor, shown),
      style: withStyle(styleOf(header, handout), LEVELS.has(header) ? levelNumbers(instrument) : {}),
    })),
    rows: layout.indicators.map((indicator, index) =>
      entryRow(indicator, shown[index] ?? blankEntry(indicator.number), FIRST_ROW + index, layout),
    ),
    identity,
    leastHeight: 28,
    headerHeight: 36,
    freezeColumns: 4,
    protection: PROTECTED,
    printTo: "K",
  });
  addRules(table, instrument, handout);
  addValidations(table, instrument);
  if (handout) addShareFigures(table, assessment, layout);
  else addIndexFigures(table, assessment, layout);
  return table.finish();
}

function entryRow(indicator: Indicator, entry: Entry, row: number, layout: TemplateLayout): readonly Cell[] {
  const { instrument } = layout;
  const { domain, aspect } = placeOf(instrument, indicator);
  const at = (column: Column): string => `${columnName(COLUMNS.entries.indexOf(column))}${row}`;
  const check = checkFormula(instrument, layout, {
    no: at("No"),
    level: at("Tingkat"),
    met: at("Terpenuhi"),
    evidence: at("Data Dukung"),
  });
  const cells: Record<Column, Cell> = {
    No: indicator.number,
    Domain: domain,
    Aspek: aspect,
    Indikator: indicator.shortName,
    "Bobot (%)": indicator.weight / 100,
    OPD: entry.opd.join("; ") || null,
    Tingkat: levelCell(entry.level),
    Terpenuhi: { formula: metFormula(indicator, layout, at("No")), value: metValue(indicator, entry) },
    Target: levelCell(entry.target),
    Penjelasan: entry.explanation || null,
    "Data Dukung": entry.evidence.join("; ") || null,
    "Tingkat Asesor": levelCell(entry.assessorLevel),
    "Catatan Asesor": entry.assessorNote || null,
    Pemeriksaan: { formula: check, value: checkValue(instrument, indicator, entry) },
    Taksiran: entry.estimate ? ENTRIES_TEXT.estimate : null,
  };
  return COLUMNS.entries.map((column) => cells[column]);
}

function placeOf(instrument: Instrument, indicator: Indicator): { domain: string; aspect: string } {
  for (const domain of instrument.domains)
    for (const aspect of domain.aspects)
      if (aspect.indicators.includes(indicator)) return { domain: domain.name, aspect: aspect.name };
  return { domain: "", aspect: "" };
}

function addRules(table: TableCanvas, instrument: Instrument, handout: boolean): void {
  const { canvas, column, letter, lastRow } = table;
  const first = (header: Column): string => `${letter(header)}${FIRST_ROW}`;
  const tinted = `${first("Tingkat")}:${letter("Terpenuhi")}${lastRow}`;
  for (const { range, rule, style } of [
    ...levelFormats(instrument, tinted, first("Tingkat")),
    ...levelFormats(instrument, column("Tingkat Asesor"), first("Tingkat Asesor")),
  ])
    canvas.format(range, rule, style);
  const check = first("Pemeriksaan");
  const quiet = [CHECK_TEXT.fine, CHECK_TEXT.missing, CHECK_TEXT.notAssessed].map(
    (text) => `${check}<>${quoteText(text)}`,
  );
  canvas.format(
    column("Pemeriksaan"),
    { kind: "formula", formula: `AND(${check}<>"",${quiet.join(",")})` },
    { font: { bold: true, color: COLOR.problem } },
  );
  // The rule above a new aspect is conditional, so that it is right after sorting too.
  const newAspect = { kind: "formula", formula: `$C${FIRST_ROW}<>$C${FIRST_ROW - 1}` } as const;
  const sides = { ...INPUT.border, top: THIN_RULE, bottom: HAIR };
  for (const { from, to, isInput } of inputRuns(handout))
    canvas.format(`${letter(from)}${FIRST_ROW}:${letter(to)}${lastRow}`, newAspect, {
      border: isInput ? sides : { top: THIN_RULE, bottom: HAIR },
    });
}

/** Neighbouring columns that are all input or all not, since a rule's border replaces all four sides. */
function inputRuns(handout: boolean): readonly { from: Column; to: Column; isInput: boolean }[] {
  const runs: { from: Column; to: Column; isInput: boolean }[] = [];
  for (const column of COLUMNS.entries) {
    const isInput = styleOf(column, handout).locked === false;
    const last = runs.at(-1);
    if (last?.isInput === isInput) last.to = column;
    else runs.push({ from: column, to: column, isInput });
  }
  return runs;
}

function addValidations({ canvas, column, letter }: TableCanvas, instrument: Instrument): void {
  const titles = {
    Tingkat: ENTRIES_TEXT.levelTitle,
    Target: ENTRIES_TEXT.targetTitle,
    "Tingkat Asesor": ENTRIES_TEXT.assessorTitle,
  };
  for (const [header, title] of Object.entries(titles))
    canvas.validate({
      range: column(header),
      rule: levelRule(instrument, `${letter(header)}${FIRST_ROW}`),
      error: { title, message: levelAdvice(instrument), style: "stop" },
      ...(header === "Tingkat" && { prompt: ENTRIES_TEXT.levelPrompt }),
    });
  canvas.validate({ range: column("Data Dukung"), rule: { kind: "any" }, prompt: ENTRIES_TEXT.evidencePrompt });
  canvas.validate({
    range: column("Taksiran"),
    rule: { kind: "list", values: [ENTRIES_TEXT.estimate] },
    error: { title: ENTRIES_TEXT.estimateTitle, message: ENTRIES_TEXT.estimateMessage, style: "stop" },
  });
}
