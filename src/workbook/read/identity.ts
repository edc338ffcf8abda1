import { STAGES, type CellRef, type Identity, type IdentityField, type Stage } from "../../assessment/assessment";
import { parseReference } from "../address";
import type { Grid, GridSheet, GridValue } from "../grid";
import { IDENTITY_LABELS, NAME, SHEET } from "../layout";
import { cellRef, fold, textOf, valueAt } from "./cell";
import { readDate } from "./dates";

/** Labels (folded) that people write; the template's own come first from the contract. */
const LABELS: Readonly<Record<IdentityField, readonly string[]>> = {
  agency: [
    "nama instansi",
    "instansi pemerintah",
    "pemerintah daerah",
    "kementerian lembaga",
    "nama pemerintah daerah",
  ],
  year: ["tahun penilaian", "tahun evaluasi", "tahun anggaran", "periode"],
  assessmentDate: ["tanggal", "tgl penilaian"],
  instrument: ["instrumen penilaian", "dasar penilaian"],
  stage: ["tahapan", "tahap penilaian"],
  opd: [
    "nama opd",
    "perangkat daerah",
    "nama perangkat daerah",
    "skpd",
    "nama skpd",
    "unit kerja",
    "nama unit kerja",
    "dinas",
  ],
  pic: ["nama pic", "penanggung jawab", "narahubung", "responden", "nama responden", "pengisi"],
  contact: ["nomor kontak", "telepon", "no hp", "email", "surel"],
  coordinator: ["koordinator spbe", "nama koordinator"],
  sectorService1: ["sektor 1", "layanan publik sektor 1"],
  sectorService2: ["sektor 2", "layanan publik sektor 2"],
  sectorService3: ["sektor 3", "layanan publik sektor 3"],
  officialRecord: ["berita acara penilaian mandiri"],
  publicationConsent: ["pernyataan persetujuan publikasi"],
  templateVersion: [],
};

const FIELD_OF_LABEL: ReadonlyMap<string, IdentityField> = new Map(
  (Object.entries(IDENTITY_LABELS) as [IdentityField, string][]).flatMap(([field, label]) =>
    [fold(label), ...LABELS[field]].map((text): [string, IdentityField] => [text, field]),
  ),
);

const FIELD_OF_NAME: readonly (readonly [string, IdentityField])[] = [
  [NAME.agency, "agency"],
  [NAME.year, "year"],
  [NAME.instrument, "instrument"],
  [NAME.opd, "opd"],
  [NAME.stage, "stage"],
  [NAME.assessmentDate, "assessmentDate"],
];

interface Found {
  readonly value: GridValue;
  readonly at: CellRef;
  /** Said by the template's own label or name. */
  readonly isOwn: boolean;
}

/** What the identity sheet (or the lines above the table) says, with the instrument as it is written there. */
export interface IdentityReading {
  readonly identity: Identity;
  readonly instrument: string;
  /** Whether there is a sheet of that name or any label was found. */
  readonly found: boolean;
}

/** Labels are looked for in these many first rows of sheets that are not the identity sheet. */
const TOP_ROWS = 30;
/** A row with this many filled cells is a table's, not a label with its value. */
const TABLE_WIDTH = 5;

/** Reads labels with the value to their right, wherever the rows have moved; defined names are believed first. */
export function readIdentity(grid: Grid): IdentityReading {
  const found = new Map<IdentityField, Found>();
  for (const [name, field] of FIELD_OF_NAME) {
    const at = namedCell(grid, name);
    if (at) found.set(field, at);
  }
  const own = grid.sheets.find(({ name }) => fold(name) === fold(SHEET.identity));
  if (own) readLabels(own, own.values.length, Infinity, found);
  else for (const sheet of grid.sheets) readLabels(sheet, TOP_ROWS, TABLE_WIDTH, found);
  return {
    identity: identityOf(found, grid.date1904),
    instrument: textOf(found.get("instrument")?.value ?? null),
    found: own !== undefined || found.size > 0,
  };
}

/** The cell of a defined name where it holds something. */
function namedCell(grid: Grid, name: string): Found | null {
  const formula = grid.names.find((one) => one.name.toLowerCase() === name.toLowerCase())?.formula;
  const reference = formula ? parseReference(formula) : null;
  const sheet = reference && grid.sheets.find((one) => one.name.toLowerCase() === reference.sheet.toLowerCase());
  if (!reference || !sheet) return null;
  const { top, left } = reference.area;
  const value = valueAt(sheet, top, left);
  return textOf(value) === "" ? null : { value, at: cellRef(sheet, top, left), isOwn: true };
}

function readLabels(sheet: GridSheet, rows: number, width: number, found: Map<IdentityField, Found>): void {
  const { origin } = sheet;
  sheet.values.slice(0, rows).forEach((cells, r) => {
    if (cells.filter((cell) => cell !== null && cell !== "").length >= width) return;
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c];
      if (typeof cell !== "string" || cell.length > 200) continue;
      const [row, column] = [origin.row + r, origin.column + c];
      const field = FIELD_OF_LABEL.get(fold(cell));
      if (field) {
        const right = textOf(valueAt(sheet, row, column + 1)) === ":" ? column + 2 : column + 1;
        keep(found, field, {
          value: valueAt(sheet, row, right),
          at: cellRef(sheet, row, right),
          isOwn: fold(cell) === fold(IDENTITY_LABELS[field]),
        });
        break;
      }
      const inCell = /^([^:]{2,40}):\s*(\S.*)$/s.exec(cell);
      const inField = inCell ? FIELD_OF_LABEL.get(fold(inCell[1] ?? "")) : undefined;
      if (inField) keep(found, inField, { value: inCell?.[2] ?? "", at: cellRef(sheet, row, column), isOwn: false });
    }
  });
}

/** The first that holds something stays; of blank ones, the template's own label. */
function keep(found: Map<IdentityField, Found>, field: IdentityField, next: Found): void {
  // A value that is itself a label belongs to the next field: this one was left blank.
  const isLabel = typeof next.value === "string" && FIELD_OF_LABEL.has(fold(next.value));
  const value = isLabel ? null : next.value;
  const known = found.get(field);
  const isBlank = known !== undefined && textOf(known.value) === "";
  if (!known || (isBlank && (textOf(value) !== "" || (next.isOwn && !known.isOwn))))
    found.set(field, { ...next, value });
}

function identityOf(found: ReadonlyMap<IdentityField, Found>, date1904: boolean): Identity {
  const text = (field: IdentityField): string => textOf(found.get(field)?.value ?? null);
  const cells: Partial<Record<IdentityField, CellRef>> = {};
  for (const [field, { at }] of found) cells[field] = at;
  return {
    agency: text("agency"),
    year: yearOf(text("year")),
    assessmentDate: readDate(found.get("assessmentDate")?.value ?? null, date1904),
    stage: stageOf(text("stage")),
    opd: text("opd"),
    pic: text("pic"),
    contact: text("contact"),
    coordinator: text("coordinator"),
    sectorServices: [text("sectorService1"), text("sectorService2"), text("sectorService3")],
    officialRecord: isYes(text("officialRecord")),
    publicationConsent: isYes(text("publicationConsent")),
    templateVersion: text("templateVersion"),
    cells,
  };
}

function yearOf(text: string): number | null {
  const year = /(?<!\d)(?:19|20|21)\d\d(?!\d)/.exec(text)?.[0];
  return year === undefined ? null : Number(year);
}

/** "Penilaian Mandiri", "interview", "Visitasi" as one of the four stages; null when it is none or blank. */
export function stageOf(text: string): Stage | null {
  const folded = fold(text);
  if (/\binter(?:viu|view|vieu)\b|wawancara/.test(folded)) return "Interviu";
  return STAGES.find((stage) => folded.includes(stage.toLowerCase())) ?? null;
}

const isYes = (text: string): boolean => /^(?:ya|y|sudah|ada|true|1)\b/.test(fold(text));
