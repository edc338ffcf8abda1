import { quoteSheet } from "../workbook/address";
import type { Cell, SheetSpec, WorkbookSpec } from "../workbook/sheet";

/** Our sheet names → the names that the sheets bear in this workbook. */
export type SheetNames = ReadonlyMap<string, string>;

/** Sheet references outside of text literals: 'Data Dukung'!A1, Penilaian!$G$6. */
const REFERENCE = /'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** The formula with its references following the sheets' names. */
export function renameInFormula(formula: string, names: SheetNames): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(REFERENCE, (whole, quoted?: string, plain?: string) => {
            const name = names.get(quoted?.replace(/''/g, "'") ?? plain ?? "");
            return name === undefined ? whole : `${quoteSheet(name)}!`;
          }),
    )
    .join("");
}

function renameInCell(cell: Cell, names: SheetNames): Cell {
  if (cell === null || typeof cell !== "object") return cell;
  if ("link" in cell) return { ...cell, link: { ...cell.link, sheet: names.get(cell.link.sheet) ?? cell.link.sheet } };
  if (!("formula" in cell)) return cell;
  return {
    ...cell,
    formula: renameInFormula(cell.formula, names),
    ...(cell.custom !== undefined && { custom: renameInFormula(cell.custom, names) }),
  };
}

function renameInSheet(spec: SheetSpec, names: SheetNames): SheetSpec {
  const formula = (text: string): string => renameInFormula(text, names);
  return {
    ...spec,
    name: names.get(spec.name) ?? spec.name,
    cells: spec.cells.map((row) => row.map((cell) => renameInCell(cell, names))),
    validations: spec.validations.map((one) => {
      if (one.rule.kind === "listFrom") return { ...one, rule: { ...one.rule, source: formula(one.rule.source) } };
      return one.rule.kind === "custom" ? { ...one, rule: { ...one.rule, formula: formula(one.rule.formula) } } : one;
    }),
    conditionalFormats: spec.conditionalFormats.map((one) =>
      one.rule.kind === "formula" ? { ...one, rule: { ...one.rule, formula: formula(one.rule.formula) } } : one,
    ),
    charts: spec.charts.map((chart) => ({
      ...chart,
      categories: formula(chart.categories),
      series: chart.series.map((series) => ({ ...series, values: formula(series.values) })),
    })),
  };
}

/** The same sheets under other names, with every formula, rule, link and name following. */
export function renameSheets(spec: WorkbookSpec, names: SheetNames): WorkbookSpec {
  if ([...names].every(([ours, actual]) => ours === actual)) return spec;
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => renameInSheet(sheet, names)),
    names: spec.names.map((name) => ({ ...name, refersTo: renameInFormula(name.refersTo, names) })),
  };
}
