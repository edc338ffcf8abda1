import { STAGES, type Assessment } from "../../assessment/assessment";
import { COLUMNS, FIRST_ROW, SHEET, TABLE } from "../layout";
import { levelFormats } from "../level-steps";
import type { Cell, SheetSpec, Style } from "../sheet";
import { IDENTITY_TEXT, STAGES_TEXT } from "../texts";
import { INPUT, withStyle } from "../theme";
import { levelAdvice, levelCell, levelRule } from "./level-cells";
import { centered, indented, tableCanvas } from "./table";

type Column = (typeof COLUMNS.stages)[number];

const TEXT_INPUT: Style = indented(withStyle(INPUT, { font: { size: 10 } }));
const COLUMN: Readonly<Record<Column, { readonly width: number; readonly style: Style }>> = {
  No: { width: 6, style: withStyle(centered(INPUT), { font: { bold: true } }) },
  Tahap: { width: 14, style: indented(INPUT) },
  Tingkat: { width: 10, style: withStyle(centered(INPUT), { font: { bold: true } }) },
  Penjelasan: { width: 62, style: TEXT_INPUT },
  Penilai: { width: 26, style: TEXT_INPUT },
  Waktu: { width: 22, style: TEXT_INPUT },
};

/** The sheet `Nilai Tahap`: what each stage of the evaluation gave an indicator. An untouched indicator keeps the stage before. */
export function stagesSheet(assessment: Assessment, options: { readonly name?: string } = {}): SheetSpec {
  const { instrument } = assessment;
  const table = tableCanvas({
    name: options.name ?? SHEET.stages,
    table: TABLE.stages,
    title: STAGES_TEXT.title,
    subtitle: STAGES_TEXT.subtitle,
    columns: COLUMNS.stages.map((header) => ({ header, ...COLUMN[header] })),
    rows: assessment.stages.map((value) => {
      const cells: Record<Column, Cell> = {
        No: value.indicator,
        Tahap: value.stage,
        Tingkat: levelCell(value.level),
        Penjelasan: value.explanation || null,
        Penilai: value.assessor || null,
        Waktu: value.time || null,
      };
      return COLUMNS.stages.map((column) => cells[column]);
    }),
    identity: assessment.identity,
    leastHeight: 24,
    freezeColumns: 1,
  });
  const { canvas, column, letter } = table;
  const first = `${letter("Tingkat")}${FIRST_ROW}`;
  canvas.validate({
    range: column("Tahap"),
    rule: { kind: "list", values: STAGES },
    error: { ...IDENTITY_TEXT.stage, style: "stop" },
  });
  canvas.validate({
    range: column("Tingkat"),
    rule: levelRule(instrument, first),
    error: { title: "Tingkat", message: levelAdvice(instrument), style: "stop" },
  });
  for (const { range, rule, style } of levelFormats(instrument, column("Tingkat"), first))
    canvas.format(range, rule, style);
  return table.finish();
}
