import type { Identity } from "../../assessment/assessment";
import type { Conflict, OfficeAnswer } from "../../assessment/merge-types";
import { indicatorsOf } from "../../assessment/score";
import type { Instrument } from "../../instrument/types";
import { COLUMNS, FIRST_ROW, SHEET, TABLE } from "../layout";
import type { Cell, SheetSpec, Style } from "../sheet";
import { shortIndicator } from "../short-names";
import { CONFLICTS_TEXT } from "../texts";
import { COLOR, INPUT, withStyle } from "../theme";
import { levelAdvice, levelRule } from "./level-cells";
import { centered, indented, tableCanvas, type TableCanvas, type TableColumn } from "./table";

const SMALL: Style = { font: { size: 10 } };
const TEXT_INPUT = indented(withStyle(INPUT, SMALL));
const ANSWER_COLUMN = /^Jawaban \d+$/;

const COLUMN: Readonly<Record<string, { readonly width: number; readonly style: Style }>> = {
  No: { width: 6, style: centered({ font: { bold: true } }) },
  Indikator: { width: 24, style: {} },
  Sebab: { width: 20, style: indented(SMALL) },
  "Tingkat Dipilih": { width: 10, style: withStyle(centered(INPUT), { font: { size: 12, bold: true } }) },
  "OPD Dipilih": { width: 20, style: TEXT_INPUT },
  Alasan: { width: 28, style: TEXT_INPUT },
  "Diputuskan Oleh": { width: 18, style: TEXT_INPUT },
  Waktu: { width: 20, style: indented({ font: { size: 10, color: COLOR.muted } }) },
  "Jawaban Saat Itu": { width: 20, style: { font: { size: 8, color: COLOR.muted }, wrap: false } },
};
const ANSWER = { width: 32, style: indented(SMALL) };

export interface ConflictsOptions {
  readonly name?: string;
  readonly instrument: Instrument;
  readonly identity: Pick<Identity, "agency" | "year">;
}

/** The headers for so many answers side by side; at least the two of the contract. */
function conflictColumns(answers: number): readonly string[] {
  const second = COLUMNS.conflicts.indexOf("Jawaban 2");
  const more = Array.from({ length: Math.max(0, answers - 2) }, (_, index) => `Jawaban ${index + 3}`);
  return [...COLUMNS.conflicts.slice(0, second + 1), ...more, ...COLUMNS.conflicts.slice(second + 1)];
}

/** The sheet `Konflik`: the answers side by side and what was decided; it may be decided here as well as in the pane. */
export function conflictsSheet(conflicts: readonly Conflict[], options: ConflictsOptions): SheetSpec {
  const { instrument } = options;
  const headers = conflictColumns(Math.max(0, ...conflicts.map(({ answers }) => answers.length)));
  const table = tableCanvas({
    name: options.name ?? SHEET.conflicts,
    table: TABLE.conflicts,
    title: CONFLICTS_TEXT.title,
    subtitle: CONFLICTS_TEXT.subtitle,
    columns: headers.map((header): TableColumn => ({
      header,
      ...(COLUMN[header] ?? ANSWER),
      hidden: header === "Jawaban Saat Itu",
    })),
    rows: conflicts.map((conflict) => conflictCells(conflict, headers, instrument)),
    identity: options.identity,
    leastHeight: 28,
    headerHeight: 34,
    freezeColumns: 2,
  });
  table.canvas.validate({
    range: table.column("Tingkat Dipilih"),
    rule: levelRule(instrument, `${table.letter("Tingkat Dipilih")}${FIRST_ROW}`),
    error: { title: "Tingkat", message: levelAdvice(instrument), style: "stop" },
  });
  addOffices(table, conflicts);
  return table.finish();
}

/** Longer lists, and names with the list's own separator, no drop-down can hold; the name is typed there. */
const LIST_MAX = 250;

/** Each row offers the offices that answered it. */
function addOffices({ canvas, letter }: TableCanvas, conflicts: readonly Conflict[]): void {
  conflicts.forEach(({ answers }, index) => {
    const values = [...new Set(answers.map(({ opd }) => opd))].filter((opd) => opd !== "");
    const fits = values.join(",").length <= LIST_MAX && !values.some((opd) => opd.includes(","));
    if (values.length > 0 && fits)
      canvas.validate({
        range: `${letter("OPD Dipilih")}${FIRST_ROW + index}`,
        rule: { kind: "list", values },
        error: { ...CONFLICTS_TEXT.office, style: "stop" },
      });
  });
}

function conflictCells(conflict: Conflict, headers: readonly string[], instrument: Instrument): readonly Cell[] {
  const { decision } = conflict;
  const indicator = indicatorsOf(instrument)[conflict.indicator - 1];
  const reason = CONFLICTS_TEXT.reasons[conflict.reason];
  const cells: Readonly<Record<string, Cell>> = {
    No: conflict.indicator,
    Indikator: indicator ? shortIndicator(indicator.shortName) : null,
    Sebab: conflict.changedSince ? `${reason}. ${CONFLICTS_TEXT.changedSince}` : reason,
    "Tingkat Dipilih": decision?.level ?? null,
    "OPD Dipilih": decision?.opd || null,
    Alasan: decision?.reason ?? null,
    "Diputuskan Oleh": decision?.by || null,
    Waktu: decision?.time || null,
    "Jawaban Saat Itu": decision?.answersThen || null,
  };
  return headers.map((header) => {
    if (!ANSWER_COLUMN.test(header)) return cells[header] ?? null;
    const answer = conflict.answers[Number(header.slice("Jawaban ".length)) - 1];
    return answer ? answerText(answer) : null;
  });
}

/** Office and level on the first line, then what it explains and shows. */
function answerText({ opd, level, explanation, evidence }: OfficeAnswer): string {
  const value =
    level.kind === "level" ? String(level.level).replace(".", ",") : level.kind === "invalid" ? level.raw : "–";
  const shown = evidence.length > 0 ? [`${CONFLICTS_TEXT.evidence} ${evidence.join("; ")}`] : [];
  return [`${opd}: ${value}`, ...(explanation ? [explanation] : []), ...shown].join("\n");
}
