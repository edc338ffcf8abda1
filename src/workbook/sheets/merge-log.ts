import type { Identity } from "../../assessment/assessment";
import type { FileStatus, LogRow } from "../../assessment/merge-types";
import { files } from "../../locale/id/files";
import { merge } from "../../locale/id/merge";
import { clockSerial } from "../clock-serial";
import { COLUMNS, SHEET, TABLE } from "../layout";
import type { Cell, SheetSpec, Style } from "../sheet";
import { documentsCell } from "../recorded";
import { MERGE_LOG_TEXT } from "../texts";
import { CLOCK_FORMAT, COLOR } from "../theme";
import { centered, indented, tableCanvas } from "./table";

type Column = (typeof COLUMNS.mergeLog)[number];

const SMALL: Style = { font: { size: 10 } };
const COLUMN: Readonly<Record<Column, { readonly width: number; readonly style: Style }>> = {
  Waktu: {
    width: 24,
    style: { font: { size: 10, color: COLOR.muted }, numberFormat: CLOCK_FORMAT, horizontal: "left" },
  },
  Berkas: { width: 44, style: {} },
  OPD: { width: 28, style: indented() },
  Status: { width: 14, style: indented() },
  Kode: { width: 20, style: indented(SMALL) },
  Jawaban: { width: 10, style: centered() },
  "SHA-256": { width: 24, style: indented({ font: { size: 8, color: COLOR.muted }, wrap: false }) },
  Keterangan: { width: 44, style: indented(SMALL) },
  // For the next merge alone.
  Dokumen: { width: 20, style: { font: { size: 8, color: COLOR.muted }, wrap: false } },
};

const REASONS: Readonly<Record<string, string>> = { ...files, ...merge };

/** What a code says, in words; nothing where the sentence would need facts that the log does not keep. */
function reasonText(code: string | null): string | null {
  if (code === null) return null;
  const own: Readonly<Record<string, string>> = MERGE_LOG_TEXT.reasons;
  const text = own[code] ?? REASONS[`problem.${code}.what`] ?? "";
  return text === "" || text.includes("{") ? null : text;
}

/** A file's fate as the sheet says it. */
const fileStatusText = (status: FileStatus): string => MERGE_LOG_TEXT.status[status];

export interface MergeLogOptions {
  readonly name?: string;
  readonly identity: Pick<Identity, "agency" | "year">;
}

/** The sheet `Log Gabung`: one row per file and merge, in the order given. The fingerprint is for the next merge, not for paper. */
export function mergeLogSheet(log: readonly LogRow[], options: MergeLogOptions): SheetSpec {
  const table = tableCanvas({
    name: options.name ?? SHEET.mergeLog,
    table: TABLE.mergeLog,
    title: MERGE_LOG_TEXT.title,
    subtitle: MERGE_LOG_TEXT.subtitle,
    columns: COLUMNS.mergeLog.map((header) => ({
      header,
      ...COLUMN[header],
      hidden: header === "SHA-256" || header === "Dokumen",
    })),
    rows: log.map(logCells),
    identity: options.identity,
  });
  for (const status of ["refused", "held"] as const)
    table.canvas.format(
      table.column("Status"),
      { kind: "equal", value: fileStatusText(status) },
      { font: { bold: true, color: COLOR.problem } },
    );
  return table.finish();
}

function logCells(row: LogRow): readonly Cell[] {
  const cells: Record<Column, Cell> = {
    Waktu: clockSerial(row.time) ?? row.time,
    Berkas: row.file,
    OPD: row.opd || null,
    Status: fileStatusText(row.status),
    Kode: row.code,
    Jawaban: row.answers,
    "SHA-256": row.sha256,
    Keterangan: reasonText(row.code),
    Dokumen: documentsCell(row.documents),
  };
  return COLUMNS.mergeLog.map((column) => cells[column]);
}
