import { EVIDENCE_STATUSES, type Assessment, type Evidence, type IsoDate } from "../../assessment/assessment";
import { evidenceId } from "../../assessment/findings/facts";
import { evidenceRulesOf } from "../../instrument/evidence-rules";
import { COLUMNS, FIRST_ROW, NAME, SHEET, TABLE } from "../layout";
import type { Cell, SheetSpec, Style } from "../sheet";
import { EVIDENCE_TEXT } from "../texts";
import { COLOR, DATE_FORMAT, INPUT, withStyle } from "../theme";
import { indented, tableCanvas } from "./table";

type Column = (typeof COLUMNS.evidence)[number];

const SMALL: Style = { font: { size: 10 } };
const DATE = withStyle(SMALL, { numberFormat: DATE_FORMAT });
/** What people type here may look like numbers or dates ("12/2020"), so it stays text. */
const AS_TYPED: Style = { ...SMALL, numberFormat: "@" };

const COLUMN: Readonly<Record<Column, { readonly width: number; readonly style: Style }>> = {
  ID: { width: 13, style: { font: { bold: true }, numberFormat: "@" } },
  "Nama Dokumen": { width: 36, style: {} },
  Jenis: { width: 16, style: SMALL },
  Nomor: { width: 16, style: AS_TYPED },
  Tanggal: { width: 13, style: DATE },
  "Penanda Tangan": { width: 19, style: SMALL },
  "Berlaku Sampai": { width: 14, style: DATE },
  "Berkas / Tautan": { width: 33, style: SMALL },
  "Halaman / Pasal": { width: 16, style: AS_TYPED },
  "Isi Wajib": { width: 20, style: SMALL },
  Status: { width: 20, style: SMALL },
};

export interface EvidenceOptions {
  readonly name?: string;
  /** "DD-07-": blank rows carry the next free numbers, so that ids of several offices never collide. */
  readonly idPrefix?: string;
  /** Whether a cell named `NAME.assessmentDate` exists, against which expiry is shown. */
  readonly marksExpired?: boolean;
  readonly handout?: boolean;
}

/** Blank rows are printed with the others: an office that fills in by hand needs many, the whole register a few. */
const ROWS = { handout: { least: 30, spare: 15 }, full: { least: 20, spare: 5 } } as const;

/** The sheet `Data Dukung`: the register, with blank rows to go on. It is never protected, so that the table can grow. */
export function evidenceSheet(assessment: Assessment, options: EvidenceOptions = {}): SheetSpec {
  const { least, spare } = options.handout ? ROWS.handout : ROWS.full;
  const count = Math.max(least, assessment.evidence.length + spare);
  const ids = freeIds(assessment.evidence, options.idPrefix);
  const rows = Array.from({ length: count }, (_, index) => {
    const item = assessment.evidence[index];
    return item ? evidenceCells(item) : blankCells(ids.next().value ?? null);
  });
  const table = tableCanvas({
    name: options.name ?? SHEET.evidence,
    table: TABLE.evidence,
    title: EVIDENCE_TEXT.title,
    subtitle: EVIDENCE_TEXT.subtitle,
    columns: COLUMNS.evidence.map((header) => ({
      header,
      width: COLUMN[header].width,
      style: indented(withStyle(INPUT, COLUMN[header].style)),
    })),
    rows,
    identity: assessment.identity,
    leastHeight: 24,
    headerHeight: 34,
    freezeColumns: 2,
    grows: true,
  });
  // Instruments without rules of evidence leave the kind to whoever types it.
  const rules = evidenceRulesOf(assessment.instrument.id);
  addRules(table, options, rules?.kinds.map(({ label }) => label) ?? []);
  if (rules)
    table.canvas.validate({
      range: table.column("Isi Wajib"),
      rule: { kind: "list", values: rules.mustHaves.map(({ label }) => label) },
      prompt: EVIDENCE_TEXT.mustHaves,
    });
  return table.finish();
}

function evidenceCells(item: Evidence): readonly Cell[] {
  const cells: Record<Column, Cell> = {
    ID: item.id || null,
    "Nama Dokumen": item.name || null,
    Jenis: item.kind || null,
    Nomor: item.number || null,
    Tanggal: dateCell(item.date) ?? item.unread?.date ?? null,
    "Penanda Tangan": item.signatory || null,
    "Berlaku Sampai": dateCell(item.validUntil) ?? item.unread?.validUntil ?? null,
    "Berkas / Tautan": item.file || null,
    "Halaman / Pasal": item.page || null,
    "Isi Wajib": item.mustHaves.join("; ") || null,
    Status: item.status ?? item.unread?.status ?? null,
  };
  return COLUMNS.evidence.map((column) => cells[column]);
}

const dateCell = (date: IsoDate | null): Cell => (date === null ? null : { date });

const blankCells = (id: string | null): readonly Cell[] =>
  COLUMNS.evidence.map((column) => (column === "ID" ? id : null));

/** The ids that follow the highest one with the prefix: "DD-07-004", "DD-07-005" … */
function* freeIds(evidence: readonly Evidence[], prefix: string | undefined): Generator<string, undefined> {
  if (prefix === undefined) return;
  const key = evidenceId(prefix);
  const used = evidence
    .map(({ id }) => evidenceId(id))
    .filter((id) => id.startsWith(key))
    .map((id) => Number(id.slice(key.length)))
    .filter((number) => Number.isInteger(number));
  const highest = used.reduce((most, number) => Math.max(most, number), 0);
  for (let number = highest + 1; ; number++) yield prefix + String(number).padStart(3, "0");
}

function addRules(
  { canvas, column, letter }: ReturnType<typeof tableCanvas>,
  options: EvidenceOptions,
  kinds: readonly string[],
): void {
  const { kind, date, status } = EVIDENCE_TEXT;
  const first = (header: Column): string => `$${letter(header)}${FIRST_ROW}`;
  for (const header of ["Tanggal", "Berlaku Sampai"])
    canvas.validate({
      range: column(header),
      rule: { kind: "date", min: "1945-08-17", max: "2100-12-31" },
      error: { ...date, style: "stop" },
    });
  canvas.validate({
    range: column("Status"),
    rule: { kind: "list", values: EVIDENCE_STATUSES },
    error: { ...status, style: "stop" },
  });
  if (kinds.length > 0)
    canvas.validate({
      range: column("Jenis"),
      rule: { kind: "list", values: kinds },
      error: { ...kind, style: "warning" },
    });
  // A number that nobody uses yet stays in the background.
  canvas.format(
    column("ID"),
    { kind: "formula", formula: `COUNTA($${letter("Nama Dokumen")}${FIRST_ROW}:$${letter("Status")}${FIRST_ROW})=0` },
    { font: { color: COLOR.muted, bold: false } },
  );
  if (options.marksExpired)
    canvas.format(
      column("Berlaku Sampai"),
      {
        kind: "formula",
        formula: `AND(ISNUMBER(${first("Berlaku Sampai")}),${NAME.assessmentDate}<>"",${first("Berlaku Sampai")}<${NAME.assessmentDate})`,
      },
      { font: { bold: true, color: COLOR.problem } },
    );
  const problem = `OR(${first("Status")}="belum",${first("Status")}="draf",${first("Status")}="revisi")`;
  canvas.format(
    column("Status"),
    { kind: "formula", formula: problem },
    {
      font: { bold: true, color: COLOR.problem },
    },
  );
}
