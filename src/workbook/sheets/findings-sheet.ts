import { SEVERITIES, type Finding } from "../../assessment/finding";
import type { Entry, Identity } from "../../assessment/assessment";
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
  Saran: { width: 50, style: indented(SMALL) },
  OPD: { width: 26, style: indented(SMALL) },
};

export interface FindingsOptions {
  readonly name?: string;
  readonly identity: Pick<Identity, "agency" | "year">;
  /** ISO date and time of this validation; the clock's, handed in. */
  readonly validatedAt: string;
  /** Whose indicators they are, so that each finding can be forwarded. */
  readonly entries: readonly Pick<Entry, "indicator" | "opd">[];
}

/** The sheet `Temuan`: what does not hold and what to do, the gravest first, each row with a jump to its cell. */
export function findingsSheet(findings: readonly Finding[], options: FindingsOptions): SheetSpec {
  const offices = new Map(options.entries.map(({ indicator, opd }) => [indicator, opd.join("; ")]));
  const sorted = SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity));
  const table = tableCanvas({
    name: options.name ?? SHEET.findings,
    table: TABLE.findings,
    title: FINDINGS_TEXT.title,
    subtitle: [validationStamp(options.validatedAt), countsText(findings)].join(TEXT.separator),
    columns: COLUMNS.findings.map((header) => ({ header, ...COLUMN[header] })),
    rows:
      sorted.length > 0
        ? sorted.map((one) => findingCells(one, offices))
        : [[null, null, null, null, FINDINGS_TEXT.none]],
    identity: options.identity,
    leastHeight: 24,
  });
  const { canvas, column } = table;
  const colors = { kesalahan: COLOR.no, peringatan: COLOR.problem } as const;
  for (const [severity, color] of Object.entries(colors))
    canvas.format(column("Keparahan"), { kind: "equal", value: severity }, { font: { bold: true, color } });
  return table.finish();
}

function findingCells(finding: Finding, offices: ReadonlyMap<number, string>): readonly Cell[] {
  const { message, advice } = findingText(finding, "id");
  const cells: Record<Column, Cell> = {
    Keparahan: finding.severity,
    Kode: finding.code,
    No: finding.indicator,
    Sel: finding.at && { text: `${finding.at.sheet} ${finding.at.cell}`, link: finding.at },
    Temuan: message,
    Saran: advice || null,
    OPD: (finding.indicator !== null && offices.get(finding.indicator)) || null,
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
