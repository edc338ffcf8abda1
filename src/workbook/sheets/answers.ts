import type { Identity } from "../../assessment/assessment";
import type { OfficeAnswer } from "../../assessment/merge-types";
import type { Instrument } from "../../instrument/types";
import { COLUMNS, FIRST_ROW, SHEET, TABLE } from "../layout";
import { criteriaCell } from "../recorded";
import { levelFormats } from "../level-steps";
import type { Cell, SheetSpec, Style } from "../sheet";
import { ANSWERS_TEXT } from "../texts";
import { COLOR } from "../theme";
import { levelCell } from "./level-cells";
import { centered, indented, tableCanvas } from "./table";

type Column = (typeof COLUMNS.answers)[number];

const SMALL: Style = { font: { size: 10 } };
/** Long marks that nobody reads on paper stay on one line. */
const FINGERPRINT: Style = { font: { size: 8, color: COLOR.muted }, wrap: false };

const COLUMN: Readonly<Record<Column, { readonly width: number; readonly style: Style }>> = {
  OPD: { width: 26, style: {} },
  No: { width: 6, style: centered({ font: { bold: true } }) },
  Tingkat: { width: 10, style: centered({ font: { bold: true } }) },
  Penjelasan: { width: 48, style: indented(SMALL) },
  "Data Dukung": { width: 28, style: indented(SMALL) },
  Berkas: { width: 34, style: indented(SMALL) },
  Lembar: { width: 14, style: indented(SMALL) },
  Sel: { width: 8, style: centered(SMALL) },
  "SHA-256": { width: 20, style: FINGERPRINT },
  Waktu: { width: 22, style: indented({ font: { size: 10, color: COLOR.muted } }) },
  // For the next merge alone.
  Kriteria: { width: 20, style: FINGERPRINT },
};

export interface AnswersOptions {
  readonly name?: string;
  readonly instrument: Instrument;
  readonly identity: Pick<Identity, "agency" | "year">;
}

/** The sheet `Jawaban OPD`: every office's answer with the file, sheet and cell that it came from. */
export function answersSheet(answers: readonly OfficeAnswer[], options: AnswersOptions): SheetSpec {
  const table = tableCanvas({
    name: options.name ?? SHEET.answers,
    table: TABLE.answers,
    title: ANSWERS_TEXT.title,
    subtitle: ANSWERS_TEXT.subtitle,
    columns: COLUMNS.answers.map((header) => ({ header, ...COLUMN[header], hidden: header === "Kriteria" })),
    rows: answers.map(answerCells),
    identity: options.identity,
    freezeColumns: 2,
    // Where it came from is on paper too; the fingerprint is for the next merge.
    printTo: "H",
  });
  const first = `${table.letter("Tingkat")}${FIRST_ROW}`;
  for (const { range, rule, style } of levelFormats(options.instrument, table.column("Tingkat"), first))
    table.canvas.format(range, rule, style);
  return table.finish();
}

function answerCells(answer: OfficeAnswer): readonly Cell[] {
  const cells: Record<Column, Cell> = {
    OPD: answer.opd,
    No: answer.indicator,
    Tingkat: levelCell(answer.level),
    Penjelasan: answer.explanation || null,
    "Data Dukung": answer.evidence.join("; ") || null,
    Berkas: answer.file,
    Lembar: answer.at?.sheet ?? null,
    Sel: answer.at?.cell ?? null,
    "SHA-256": answer.sha256,
    Waktu: answer.time || null,
    Kriteria: criteriaCell(answer.criteria),
  };
  return COLUMNS.answers.map((column) => cells[column]);
}
