import type { Assessment, CriterionAnswer } from "../../assessment/assessment";
import { ANSWERS } from "../../assessment/assessment";
import { COLUMNS, FIRST_ROW, TABLE } from "../layout";
import { levelSteps, levelTint } from "../level-steps";
import { PROTECTED } from "../print";
import type { Cell, ConditionalFormat, SheetSpec, Style } from "../sheet";
import type { CriterionRow, TemplateLayout } from "../template-layout";
import { linesHeight, textLines } from "../text-height";
import { CRITERIA_TEXT, ENTRIES_TEXT } from "../texts";
import { COLOR, HAIR, INPUT, THIN_RULE, withStyle } from "../theme";
import { holdingFormula, quoteText } from "./level-formulas";
import { centered, indented, tableCanvas, type TableCanvas } from "./table";

type Column = (typeof COLUMNS.criteria)[number];

const MUTED: Style = { font: { color: COLOR.muted } };
const SMALL: Style = { font: { size: 10 } };
/** White on white: some programs print "###" from hidden number columns. */
const UNSEEN: Style = { font: { size: 8, color: COLOR.paper }, numberFormat: ";;;" };

const COLUMN: Readonly<Record<Column, { readonly width: number; readonly style: Style }>> = {
  No: { width: 6, style: centered(MUTED) },
  Indikator: { width: 28, style: { font: { size: 9, color: COLOR.muted } } },
  Tingkat: { width: 9, style: centered({ font: { bold: true } }) },
  Kode: { width: 8, style: centered() },
  Jenis: { width: 12, style: withStyle(SMALL, MUTED) },
  Kriteria: { width: 62, style: {} },
  Terpenuhi: { width: 14, style: indented() },
  "Data Dukung": { width: 22, style: indented(SMALL) },
  Catatan: { width: 24, style: indented(SMALL) },
  Menahan: { width: 9, style: UNSEEN },
};

/** The sheet `Kriteria`: every text of every level; those that are asked take an answer, evidence and a note. */
export function criteriaSheet(assessment: Assessment, layout: TemplateLayout): SheetSpec {
  const answers = new Map(assessment.entries.map(({ indicator, criteria }) => [indicator, criteria]));
  const table = tableCanvas({
    name: layout.names.criteria,
    table: TABLE.criteria,
    title: CRITERIA_TEXT.title,
    subtitle: CRITERIA_TEXT.subtitle,
    columns: COLUMNS.criteria.map((header) => ({ header, ...COLUMN[header], hidden: header === "Menahan" })),
    rows: layout.criteria.map((row, index) =>
      criterionCells(row, answers.get(row.indicator.number), FIRST_ROW + index, layout),
    ),
    identity: assessment.identity,
    freezeColumns: 2,
    protection: PROTECTED,
    printTo: "I",
  });
  openAskedRows(table, layout.criteria);
  enlargeFirstRows(table, layout.criteria);
  addRules(table, layout);
  table.canvas.validate({
    range: table.column("Terpenuhi"),
    rule: { kind: "list", values: ANSWERS },
    error: { ...CRITERIA_TEXT.answer, style: "stop" },
    prompt: CRITERIA_TEXT.answerPrompt,
  });
  table.canvas.validate({
    range: table.column("Data Dukung"),
    rule: { kind: "any" },
    prompt: ENTRIES_TEXT.evidencePrompt,
  });
  return table.finish();
}

/** Where an indicator begins, its name is as large as the text beside it. */
function enlargeFirstRows({ canvas }: TableCanvas, rows: readonly CriterionRow[]): void {
  rows.forEach(({ indicator, criterion }, index) => {
    if (rows[index - 1]?.indicator === indicator) return;
    const row = FIRST_ROW + index;
    canvas.style(`B${row}`, { font: { size: 11 } });
    const lines = Math.max(
      textLines(indicator.shortName, COLUMN.Indikator.width - 1, 11.5),
      textLines(criterion.text, COLUMN.Kriteria.width),
    );
    canvas.height(row, linesHeight(lines));
  });
}

type AnswersById = ReadonlyMap<string, CriterionAnswer>;

function criterionCells(
  place: CriterionRow,
  answers: AnswersById | undefined,
  row: number,
  layout: TemplateLayout,
): readonly Cell[] {
  const { indicator, level, criterion } = place;
  const answer = answers?.get(criterion.id);
  const cells: Record<Column, Cell> = {
    No: indicator.number,
    Indikator: indicator.shortName,
    Tingkat: level,
    Kode: criterion.id,
    Jenis: kindText(place),
    Kriteria: criterion.text,
    Terpenuhi: answer?.answer ?? answer?.raw ?? null,
    "Data Dukung": answer?.evidence.join("; ") || null,
    Catatan: answer?.note || null,
    Menahan: holdingCell(place, answers, row, layout),
  };
  return COLUMNS.criteria.map((column) => cells[column]);
}

/** What kind of text it is; the lowest level holds by definition, so all of its texts only describe. */
function kindText({ criterion, asked }: CriterionRow): string {
  if (criterion.kind === "alternatif" && criterion.replaces) return CRITERIA_TEXT.replaces(criterion.replaces);
  return CRITERIA_TEXT.kinds[criterion.kind === "syarat" && !asked ? "kondisi" : criterion.kind];
}

/** Only a requirement can hold an office back, and only while no alternative stands in for it. */
function holdingCell(
  { indicator, criterion, asked }: CriterionRow,
  answers: AnswersById | undefined,
  row: number,
  layout: TemplateLayout,
): Cell {
  if (!asked || criterion.kind !== "syarat") return null;
  const alternatives = layout.criteria
    .filter((other) => other.indicator === indicator && other.asked && other.criterion.replaces === criterion.id)
    .map((other) => other.criterion.id);
  const met = [criterion.id, ...alternatives].some((id) => answers?.get(id)?.answer === "Ya");
  return { formula: holdingFormula(alternatives, layout, row), value: met ? 0 : 1 };
}

/** Runs of neighbouring rows that are asked get open cells; all other rows stay closed. */
function openAskedRows({ canvas }: TableCanvas, rows: readonly CriterionRow[]): void {
  rows.forEach(({ asked }, index) => {
    if (!asked || rows[index - 1]?.asked) return;
    const length = rows.slice(index).findIndex((row) => !row.asked);
    const from = FIRST_ROW + index;
    const to = FIRST_ROW + (length < 0 ? rows.length : index + length) - 1;
    canvas.style(`G${from}:I${to}`, INPUT);
  });
}

/**
 * Levels are tinted once they are reached: something is answered and no requirement at or below them is unmet. The first
 * row of an indicator stands out. All of it is conditional, so that it is right after sorting too.
 */
function addRules({ canvas, column, lastRow }: TableCanvas, layout: TemplateLayout): void {
  const all = (letter: string): string => `$${letter}$${FIRST_ROW}:$${letter}$${lastRow}`;
  const row = FIRST_ROW;
  const unmet = `COUNTIFS(${all("A")},$A${row},${all("C")},"<="&$C${row},${all("J")},1)`;
  const answered = `COUNTIFS(${all("A")},$A${row},${all("G")},"?*")`;
  for (const { level } of levelSteps(layout.instrument)) {
    const tint = levelTint(level);
    const formula = `AND($C${row}=${level},${unmet}=0,${answered}>0)`;
    canvas.format(
      column("Tingkat"),
      { kind: "formula", formula },
      { fill: tint.fill, font: { color: tint.text, bold: true } },
    );
  }
  const colors: Readonly<Record<(typeof ANSWERS)[number], string>> = {
    Ya: COLOR.yes,
    Sebagian: COLOR.problem,
    Tidak: COLOR.no,
  };
  for (const answer of ANSWERS)
    canvas.format(
      column("Terpenuhi"),
      { kind: "equal", value: answer },
      { font: { bold: true, color: colors[answer] } },
    );
  const first: ConditionalFormat["rule"] = { kind: "formula", formula: `$A${row}<>$A${row - 1}` };
  const border = { top: THIN_RULE, bottom: HAIR };
  canvas.format(`A${row}:B${lastRow}`, first, { font: { bold: true, color: COLOR.ink }, border });
  canvas.format(`C${row}:C${lastRow}`, first, { border });
  // Some programs apply one rule per cell, so this one mutes too: the first text is always of the lowest level.
  canvas.format(`D${row}:F${lastRow}`, first, { border, font: { color: COLOR.muted } });
  canvas.format(`G${row}:I${lastRow}`, first, { border });
  const { syarat } = CRITERIA_TEXT.kinds;
  const replaces = CRITERIA_TEXT.replaces("");
  const formula = `AND($E${row}<>${quoteText(syarat)},LEFT($E${row},${replaces.length})<>${quoteText(replaces)})`;
  canvas.format(`D${row}:F${lastRow}`, { kind: "formula", formula }, { font: { color: COLOR.muted } });
}
