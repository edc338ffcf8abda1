import type { WriteSheet } from "hucre/xlsx";
import { absolute, parseArea, quoteSheet } from "../workbook/address";
import type { ConditionalFormat, PrintSetup, SheetSpec, TableSpec, Validation } from "../workbook/sheet";
import { serialOf } from "./serial";
import { cellsOf } from "./write-cells";
import { chartOf } from "./write-chart";
import { conditionalStyle, paint, rgb, type Painting } from "./write-style";
import { CELL_TEXT_MAX, fileFormula, fileText } from "./write-text";

type Named = { readonly name: string; readonly scope: string; readonly range: string };
type HucreValidation = NonNullable<WriteSheet["dataValidations"]>[number];
type HucreRule = NonNullable<WriteSheet["conditionalRules"]>[number];

/** A sheet as the writer takes it, and what it cannot take with the sheet. */
export interface RenderedSheet {
  readonly sheet: WriteSheet;
  /** Print area and titles as names of the sheet: the writer itself would not quote "Data Dukung". */
  readonly names: readonly Named[];
  /** 1-based rows that may grow when a person types more, so their height must not be fixed. */
  readonly growing: ReadonlySet<number>;
}

const LIST_MAX = 255;
const plainRange = (range: string): string => range.replace(/\$/g, "").replace(/,\s*/g, " ");

export function renderSheet(spec: SheetSpec): RenderedSheet {
  const painting = paint(spec.styles);
  const { print } = spec;
  const sheet: WriteSheet = {
    name: spec.name,
    cells: cellsOf(spec, painting),
    columns: spec.columns.map(({ width, hidden }) => ({ width, ...(hidden ? { hidden } : {}) })),
    rowDefs: new Map([...spec.rowHeights].map(([row, height]) => [row - 1, { height }])),
    merges: spec.merges.map(mergeOf),
    dataValidations: spec.validations.map(validationOf),
    conditionalRules: spec.conditionalFormats.map(ruleOf),
    view: { showGridLines: false, zoomScale: 100, ...(spec.tabColor ? { tabColor: rgb(spec.tabColor) } : {}) },
    pageSetup: {
      paperSize: "a4",
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: print.fit.width,
      fitToHeight: print.fit.height,
      horizontalCentered: print.centerHorizontally,
      margins: { ...print.margins, header: 0.25, footer: 0.25 },
    },
    headerFooter: { oddFooter: footerOf(print.footer) },
    ...(spec.freeze ? { freezePane: { rows: spec.freeze.rows, columns: spec.freeze.columns } } : {}),
    ...(spec.table ? { tables: [tableOf(spec.table, spec)] } : {}),
    ...(spec.charts.length > 0 ? { charts: spec.charts.map(chartOf) } : {}),
    ...(spec.protection ? { protection: { sheet: true, objects: true, scenarios: true, ...spec.protection } } : {}),
    // The writer counts rows from 0 and breaks after a row.
    ...(print.breaksBefore?.length ? { rowBreaks: print.breaksBefore.map((row) => row - 2) } : {}),
    ...(spec.hidden ? { hidden: true } : {}),
  };
  return { sheet, names: printNames(spec.name, print), growing: growingRows(spec, painting) };
}

function mergeOf(range: string): NonNullable<WriteSheet["merges"]>[number] {
  const area = parseArea(range);
  if (!area) throw new RangeError(`merge ${range}`);
  return { startRow: area.top, startCol: area.left, endRow: area.bottom, endCol: area.right };
}

function printNames(sheet: string, print: PrintSetup): Named[] {
  const here = quoteSheet(sheet);
  const titles = print.titleRows?.replace(/\$?(\d+)/g, "$$$1");
  return [
    ...(print.area === undefined
      ? []
      : [{ name: "_xlnm.Print_Area", scope: sheet, range: `${here}!${absolute(print.area)}` }]),
    ...(titles ? [{ name: "_xlnm.Print_Titles", scope: sheet, range: `${here}!${titles}` }] : []),
  ];
}

/** Footer texts use Excel's codes (&P page, &N pages, && an ampersand). A digit right after the size would belong to it. */
function footerOf({ left, center, right }: PrintSetup["footer"]): string {
  const part = (place: string, text: string): string =>
    text === "" ? "" : `&${place}&"Calibri,Regular"&8${/^\d/.test(text) ? " " : ""}${text}`;
  return part("L", left) + part("C", center) + part("R", right);
}

function tableOf(table: TableSpec, spec: SheetSpec): NonNullable<WriteSheet["tables"]>[number] {
  const area = parseArea(table.range);
  if (!area) throw new RangeError(`table ${table.range}`);
  const header = spec.cells[area.top] ?? [];
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, index) => {
    const cell = header[area.left + index];
    if (typeof cell !== "string" || cell === "") throw new RangeError(`table ${table.name}: header ${index + 1}`);
    return { name: fileText(cell).replace(/\n/g, "_x000a_") };
  });
  return { name: table.name, displayName: table.name, range: plainRange(table.range), columns };
}

/** Rows where people write wrapped text. */
function growingRows(spec: SheetSpec, painting: Painting): Set<number> {
  const rows = new Set<number>();
  for (const [key, { wrap, locked }] of painting)
    if (wrap && (locked === false || spec.protection === null)) rows.add(Number(key.slice(0, key.indexOf(","))) + 1);
  return rows;
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

function validationOf({ range, rule, error, prompt }: Validation): HucreValidation {
  return {
    range: plainRange(range),
    ...conditionOf(rule),
    allowBlank: true,
    ...(error
      ? { showErrorMessage: true, errorTitle: error.title, errorMessage: error.message, errorStyle: error.style }
      : {}),
    ...(prompt ? { showInputMessage: true, inputTitle: prompt.title, inputMessage: prompt.message } : {}),
  };
}

function conditionOf(rule: Validation["rule"]): Pick<HucreValidation, "type" | "operator" | "formula1" | "formula2"> {
  switch (rule.kind) {
    case "list": {
      const formula1 = quoted(rule.values.join(","));
      if (formula1.length > LIST_MAX || rule.values.some((one) => one.includes(",")))
        throw new RangeError(`list of ${rule.values.length} values does not fit a validation; use listFrom`);
      return { type: "list", formula1 };
    }
    case "listFrom":
      return { type: "list", formula1: rule.source.replace(/^=/, "") };
    case "wholeNumber":
      return { type: "whole", operator: "between", formula1: String(rule.min), formula2: String(rule.max) };
    case "decimal":
      return { type: "decimal", operator: "between", formula1: String(rule.min), formula2: String(rule.max) };
    case "date":
      return {
        type: "date",
        operator: "between",
        formula1: String(serialOf(rule.min) ?? 1),
        formula2: String(serialOf(rule.max) ?? 2_958_465),
      };
    case "custom":
      return { type: "custom", formula1: fileFormula(rule.formula) };
    // The writer has no rule that takes everything; every text is as long as a cell can hold.
    case "any":
      return { type: "textLength", operator: "between", formula1: "0", formula2: String(CELL_TEXT_MAX) };
  }
}

/** Earlier formats win over later ones, as in the sheet's description. */
function ruleOf({ range, rule, style }: ConditionalFormat, index: number): HucreRule {
  const common = { range: plainRange(range), priority: index + 1, style: conditionalStyle(style) };
  if (rule.kind === "formula") return { ...common, type: "expression", formula: fileFormula(rule.formula) };
  const formula = typeof rule.value === "number" ? String(rule.value) : quoted(rule.value);
  return { ...common, type: "cellIs", operator: "equal", formula };
}
