import { SEVERITIES, type Finding } from "../../assessment/finding";
import type { Identity } from "../../assessment/assessment";
import { findingText } from "../../locale/findings";
import { localDate } from "../../locale/index";
import { COLUMNS, SHEET, TABLE } from "../layout";
import type { Cell, SheetSpec, Style } from "../sheet";
import { FINDINGS_TEXT, TEXT } from "../texts";
import { COLOR } from "../theme";
import { centered, indented, tableCanvas } from "./table";

type Column = (typeof COLUMNS.findings)[number];

const SMALL: Style = { font: { size: 10 } };
const COLUMN: Readonly<Record<Column, { readonly width: number; readonly style: Style }>> = {
  Keparahan: { width: 13, style: indented() },
  Kode: { width: 8, style: centered({ font: { color: COLOR.muted } }) },
  No: { width: 6, style: centered({ font: { bold: true } }) },
  Sel: { width: 20, style: indented({ font: { size: 10, color: COLOR.series } }) },
  Temuan: { width: 62, style: {} },
  Saran: { width: 58, style: SMALL },
};

export interface FindingsOptions {
  readonly name?: string;
  readonly identity: Pick<Identity, "agency" | "year">;
  /** ISO date and time of this validation; the clock's, handed in. */
  readonly validatedAt: string;
}

/** The sheet `Temuan`: what does not hold and what to do, each row with a jump to its cell. */
export function findingsSheet(findings: readonly Finding[], options: FindingsOptions): SheetSpec {
  const table = tableCanvas({
    name: options.name ?? SHEET.findings,
    table: TABLE.findings,
    title: FINDINGS_TEXT.title,
    subtitle: [validationStamp(options.validatedAt), countsText(findings)].join(TEXT.separator),
    columns: COLUMNS.findings.map((header) => ({ header, ...COLUMN[header] })),
    rows: findings.length > 0 ? findings.map(findingCells) : [[null, null, null, null, FINDINGS_TEXT.none, null]],
    identity: options.identity,
    leastHeight: 24,
  });
  const { canvas, column } = table;
  const colors = { kesalahan: COLOR.no, peringatan: COLOR.problem } as const;
  for (const [severity, color] of Object.entries(colors))
    canvas.format(column("Keparahan"), { kind: "equal", value: severity }, { font: { bold: true, color } });
  return table.finish();
}

function findingCells(finding: Finding): readonly Cell[] {
  const { message, advice } = findingText(finding, "id");
  const cells: Record<Column, Cell> = {
    Keparahan: finding.severity,
    Kode: finding.code,
    No: finding.indicator,
    Sel: finding.at && { text: `${finding.at.sheet} ${finding.at.cell}`, link: finding.at },
    Temuan: message,
    Saran: advice || null,
  };
  return COLUMNS.findings.map((column) => cells[column]);
}

const countsText = (findings: readonly Finding[]): string =>
  SEVERITIES.map((severity) => `${findings.filter((one) => one.severity === severity).length} ${severity}`).join(
    TEXT.separator,
  );

/** "Divalidasi 21 November 2023 14.32" of an ISO date and time, as that text gives them (no zone is applied). */
function validationStamp(iso: string): string {
  const time = iso.slice(11, 16).replace(":", ".");
  return [FINDINGS_TEXT.validated, localDate(iso, "id"), time].filter(Boolean).join(" ");
}
