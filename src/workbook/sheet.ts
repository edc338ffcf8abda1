/**
 * A sheet is data: each sheet of the product is described once with these shapes, and both excel/ (Office.js) and
 * files/ (.xlsx) render the same description. Addresses are A1 style without dollar signs; widths are in characters of
 * the default font, heights in points.
 */

/** A formula cell. Formulas are English, with commas, without "=", and use defined names and A1 references only. */
export interface FormulaCell {
  /** Works in any Excel 2013+, WPS and LibreOffice: what files and handed-out workbooks carry. */
  readonly formula: string;
  /** The same through the add-in's functions ("SPBE.INDEX(SPBE_Tingkat)"): what the add-in writes in Excel. */
  readonly custom?: string;
  /** The value when it was written, so that readers that do not calculate see it. */
  readonly value: string | number | boolean | null;
}

/** A text is always text: renderers make sure that one beginning with =, +, - or @ never becomes a formula. */
export type Cell = string | number | boolean | null | FormulaCell | DateCell | LinkCell;

/** A calendar day, written as a serial number with a date format. */
export interface DateCell {
  readonly date: string;
}

/** A text that jumps to a cell of this workbook. */
export interface LinkCell {
  readonly text: string;
  readonly link: { readonly sheet: string; readonly cell: string };
}

export interface Line {
  readonly color: string;
  readonly style: "thin" | "medium" | "thick";
}

/** Absent properties leave what earlier regions set. Colours are "#RRGGBB". Borders are those of every cell of the region. */
export interface Style {
  readonly font?: {
    readonly name?: string;
    readonly size?: number;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly color?: string;
  };
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: { readonly top?: Line; readonly bottom?: Line; readonly left?: Line; readonly right?: Line };
  readonly numberFormat?: string;
  /** False: the person may type here although the sheet is protected. */
  readonly locked?: boolean;
}

/** Painted in order; a later region adds to and overrides an earlier one. */
export interface StyleRegion {
  readonly range: string;
  readonly style: Style;
}

export type ValidationRule =
  /** Whatever a person types; for its prompt. */
  | { readonly kind: "any" }
  | { readonly kind: "list"; readonly values: readonly string[] }
  /** A range or name: "SPBE_DaftarOPD", "$A$1:$A$9". */
  | { readonly kind: "listFrom"; readonly source: string }
  | { readonly kind: "wholeNumber"; readonly min: number; readonly max: number }
  | { readonly kind: "decimal"; readonly min: number; readonly max: number }
  | { readonly kind: "date"; readonly min: string; readonly max: string }
  | { readonly kind: "custom"; readonly formula: string };

export interface Validation {
  readonly range: string;
  readonly rule: ValidationRule;
  /** Without one a list only offers, and other texts are taken too. */
  readonly error?: { readonly title: string; readonly message: string; readonly style: "stop" | "warning" };
  readonly prompt?: { readonly title: string; readonly message: string };
}

export interface ConditionalFormat {
  readonly range: string;
  readonly rule:
    | { readonly kind: "equal"; readonly value: number | string }
    /** Relative to the range's first cell. */
    | { readonly kind: "formula"; readonly formula: string };
  readonly style: Pick<Style, "font" | "fill" | "border" | "numberFormat">;
}

export interface TableSpec {
  readonly name: string;
  /** With its header row; the header texts are the sheet's cells there. */
  readonly range: string;
}

export interface ChartSpec {
  /** Stable, so that writing again finds it. */
  readonly name: string;
  readonly kind: "radar" | "bar" | "column";
  /** "" = none. */
  readonly title: string;
  readonly categories: string;
  readonly series: readonly { readonly name: string; readonly values: string; readonly color: string }[];
  /** Ranges with their sheet, "Indeks!B14:B21". `from` and `to` are the corner cells that it covers, inclusive. */
  readonly from: string;
  readonly to: string;
  readonly axis?: { readonly min: number; readonly max: number; readonly step?: number };
  readonly legend: boolean;
  /** Number format of the values beside the marks; absent = none shown. */
  readonly dataLabels?: string;
  /** Only the marks: no title, axes or frame, and the plot fills its area, so that bars align with the rows beside them. */
  readonly bare?: boolean;
}

export interface PrintSetup {
  readonly orientation: "portrait" | "landscape";
  /** Absent: whatever the sheet holds, also what people add below later. */
  readonly area?: string;
  /** "1:5" style rows repeated on each page. */
  readonly titleRows?: string;
  /** Pages; 0 = as many as needed. */
  readonly fit: { readonly width: number; readonly height: number };
  /** Inches. */
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** In Excel's header and footer codes (&P page, &N pages, && an ampersand). */
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
  readonly centerHorizontally: boolean;
  /** 1-based rows that start a new page. */
  readonly breaksBefore?: readonly number[];
}

/** What stays allowed on a protected sheet; never a password. */
export interface Protection {
  readonly autoFilter: boolean;
  readonly sort: boolean;
  readonly formatColumns: boolean;
  readonly formatRows: boolean;
}

export interface SheetSpec {
  readonly name: string;
  /** Row 1 first; rows may be shorter than the widest; null leaves the cell empty. */
  readonly cells: readonly (readonly Cell[])[];
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** First heights in points by 1-based row; a row with input text may grow beyond. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly styles: readonly StyleRegion[];
  readonly merges: readonly string[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly table: TableSpec | null;
  readonly charts: readonly ChartSpec[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly protection: Protection | null;
  readonly print: PrintSetup;
  readonly tabColor?: string;
  readonly hidden?: boolean;
}

export interface NameSpec {
  readonly name: string;
  /** Without "=": "Penilaian!$G$6:$G$52". */
  readonly refersTo: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  readonly names: readonly NameSpec[];
  /** Document properties. */
  readonly properties: { readonly title: string; readonly subject: string; readonly creator: string };
}
