import type { Instrument } from "../instrument/types";

/** Where a value stands, for findings, links and provenance. Address in A1 style without dollar signs: "G22". */
export interface CellRef {
  readonly sheet: string;
  readonly cell: string;
}

/** A level as it was found in a cell. `level` is in level units (3, or 1.26 on a decimal scale). */
export type LevelReading =
  | { readonly kind: "blank" }
  | { readonly kind: "level"; readonly level: number }
  | { readonly kind: "invalid"; readonly raw: string; readonly reason: LevelProblem };

export type LevelProblem =
  "outside-scale" | "not-whole" | "too-many-decimals" | "not-a-level" | "error-value" | "boolean" | "date";

export type Answer = "Ya" | "Sebagian" | "Tidak";
export const ANSWERS: readonly Answer[] = ["Ya", "Sebagian", "Tidak"];

/** The answer to one criterion. `raw` is kept where the cell held something that is none of the three. */
export interface CriterionAnswer {
  readonly answer: Answer | null;
  readonly raw?: string;
  /** Register ids and free references, in order. */
  readonly evidence: readonly string[];
  readonly note: string;
  readonly cells: Partial<Record<"answer" | "evidence" | "note", CellRef>>;
}

export const ENTRY_FIELDS = [
  "no",
  "opd",
  "level",
  "target",
  "explanation",
  "evidence",
  "assessorLevel",
  "assessorNote",
  "estimate",
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** What is claimed for one indicator. */
export interface Entry {
  readonly indicator: number;
  /** Trimmed, in the order written; several when the cell separates them with ";". */
  readonly opd: readonly string[];
  readonly level: LevelReading;
  readonly target: LevelReading;
  readonly explanation: string;
  /** Register ids ("DD-07-001") and free references (file names, folders, links), in order. */
  readonly evidence: readonly string[];
  readonly assessorLevel: LevelReading;
  readonly assessorNote: string;
  /** Marked as an estimate by quick mode. */
  readonly estimate: boolean;
  /** By criterion id; a criterion without a row is absent. */
  readonly criteria: ReadonlyMap<string, CriterionAnswer>;
  readonly cells: Partial<Record<EntryField, CellRef>>;
}

/** Dates are ISO texts ("2023-11-21") so that no time zone can move them. */
export type IsoDate = string;

export const EVIDENCE_STATUSES = ["belum", "draf", "proses", "revisi", "diterima"] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

/** The columns of the register, in order. */
export const EVIDENCE_FIELDS = [
  "id",
  "name",
  "kind",
  "number",
  "date",
  "signatory",
  "validUntil",
  "file",
  "page",
  "mustHaves",
  "status",
] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** The columns of which only some texts can be read. */
export const UNREAD_FIELDS = ["date", "validUntil", "status"] as const satisfies readonly EvidenceField[];
export type UnreadField = (typeof UNREAD_FIELDS)[number];

/** One row of the register `Data Dukung`. */
export interface Evidence {
  readonly id: string;
  readonly name: string;
  /** Jenis, as chosen from the pack's kinds. */
  readonly kind: string;
  readonly number: string;
  readonly date: IsoDate | null;
  readonly signatory: string;
  readonly validUntil: IsoDate | null;
  readonly file: string;
  readonly page: string;
  /** Isi Wajib: the must-haves that were confirmed, as written, split at ";" and line breaks. */
  readonly mustHaves: readonly string[];
  readonly status: EvidenceStatus | null;
  /** What stands where no day or status can be read: kept as written, and written back where the field is null. */
  readonly unread?: Partial<Record<UnreadField, string>>;
  readonly cells: Partial<Record<EvidenceField, CellRef>>;
}

export const STAGES = ["Mandiri", "Dokumen", "Interviu", "Visitasi"] as const;
export type Stage = (typeof STAGES)[number];

export type IdentityField =
  | "agency"
  | "year"
  | "assessmentDate"
  | "instrument"
  | "stage"
  | "opd"
  | "pic"
  | "contact"
  | "coordinator"
  | "sectorService1"
  | "sectorService2"
  | "sectorService3"
  | "officialRecord"
  | "publicationConsent"
  | "templateVersion";

/** The sheet `Identitas`. Texts are "" when missing. */
export interface Identity {
  readonly agency: string;
  readonly year: number | null;
  readonly assessmentDate: IsoDate | null;
  readonly stage: Stage | null;
  /** The one office that this workbook belongs to; "" when it covers all. */
  readonly opd: string;
  readonly pic: string;
  readonly contact: string;
  readonly coordinator: string;
  /** Names of the services behind indicators 45 to 47. */
  readonly sectorServices: readonly [string, string, string];
  /** Berita Acara Penilaian Mandiri signed / Pernyataan Persetujuan Publikasi signed. */
  readonly officialRecord: boolean;
  readonly publicationConsent: boolean;
  readonly templateVersion: string;
  readonly cells: Partial<Record<IdentityField, CellRef>>;
}

/** A stage's value of one indicator (sheet `Nilai Tahap`). */
export interface StageValue {
  readonly indicator: number;
  readonly stage: Stage;
  readonly level: LevelReading;
  readonly explanation: string;
  readonly assessor: string;
  /** ISO date and time, or "". */
  readonly time: string;
}

export type RepairKind =
  | "moved-column"
  | "renamed-column"
  | "missing-column"
  | "moved-header"
  | "moved-sheet"
  | "renamed-sheet"
  | "merged-cells"
  | "hidden-rows"
  | "hidden-columns"
  | "number-as-text"
  | "duplicate-row"
  | "missing-row"
  | "unknown-row"
  | "guessed-indicator"
  | "formula-as-level"
  | "unread-date"
  | "unread-status"
  | "protected-sheet"
  | "template-changed";

/** Something in the layout that was not as handed out, and how it was read all the same. */
export interface Repair {
  readonly kind: RepairKind;
  readonly sheet: string;
  readonly cell: string;
  /** Values for the message `repair.<kind>`. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** One assessment, as read from a workbook, a CSV or built anew. One entry per indicator, in the instrument's order. */
export interface Assessment {
  readonly instrument: Instrument;
  readonly identity: Identity;
  readonly entries: readonly Entry[];
  readonly evidence: readonly Evidence[];
  /** Ids that blank rows of the register carry already, in order: what the next documents are called. */
  readonly spareIds: readonly string[];
  readonly stages: readonly StageValue[];
  readonly repairs: readonly Repair[];
}
