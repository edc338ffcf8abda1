import type { Area, GridSheet, GridValue } from "../grid";
import { columnOf, type Block } from "./block";
import { fold, mergeAt, textOf, valueAt } from "./cell";
import type { IndicatorNames, NameMatch } from "./indicator-names";
import type { Repairs } from "./repairs";

/** One indicator's row, with the rows that continue it (merged number cells, lines below without a number). */
export interface EntryRow {
  readonly block: Block;
  readonly indicator: number;
  /** 0-based; the first is the row itself. */
  readonly rows: readonly number[];
}

const NUMBER_TEXT = /^(?:indikator|ind|no|nomor|i)?[\s.\-–:]*(?:ke[\s-]*)?0*(\d{1,3})\s*[.)]?$/i;

/** The number that a No cell means ("17", "17.", "Indikator 17", "I-17"), or null. */
export function numberOf(value: GridValue): number | null {
  if (typeof value === "number") return Number.isInteger(value) && value > 0 ? value : null;
  const match = typeof value === "string" ? NUMBER_TEXT.exec(value.trim()) : null;
  return match ? Number(match[1]) : null;
}

/** Words of rows under a table that are no indicator: totals and signatures. */
const FOOTER = /^(?:jumlah|total|rata rata|indeks|nilai akhir|predikat|mengetahui|catatan|keterangan)\b/;

/** Column roles whose content makes a row worth reporting when nobody can tell its indicator. */
const CONTENT = ["level", "explanation", "evidence"] as const;
/** Roles that a row without number and name may continue. */
const CONTINUED = ["explanation", "evidence"] as const;

/**
 * Tells which rows of a block belong to which indicator: by number, by name where the number is missing, wrong or
 * contradicted by an exact name. Everything but a plain right number is reported.
 */
export function entryRows(block: Block, count: number, names: IndicatorNames, repairs: Repairs): EntryRow[] {
  const { sheet } = block;
  const noColumn = columnOf(block, "no");
  const nameColumn = columnOf(block, "indicator");
  const content = CONTENT.map((role) => columnOf(block, role)).filter((column) => column >= 0);
  const all = [...block.columns.values()].map(({ column }) => column);
  const found: { indicator: number; rows: number[]; block: Block }[] = [];
  let isBelow = false;
  let open: { indicator: number; rows: number[]; block: Block } | null = null;
  for (let row = block.firstRow; row <= block.lastRow; row++) {
    const cells = sheet.values[row - sheet.origin.row];
    if (!cells || cells.length === 0) {
      open = null;
      continue;
    }
    const number = at(sheet, row, noColumn);
    const area = noColumn >= 0 ? verticalMerge(sheet, row, noColumn) : undefined;
    if (open && area && area.top < row && open.rows[0] === area.top) {
      open.rows.push(row);
      repairs.add("merged-cells", sheet, area.top, noColumn, {}, `${area.top},${area.left}`);
      continue;
    }
    const name = textOf(at(sheet, row, nameColumn));
    if (isBlank(number) && name === "") {
      // Under totals and signatures nothing without a number is an answer any more.
      isBelow ||= isFooter(sheet, row);
      const filled = all.filter((column) => !isBlank(valueAt(sheet, row, column)));
      const continues = filled.length > 0 && filled.every((column) => isContinued(block, column));
      if (open && continues) {
        open.rows.push(row);
        repairs.add(
          "guessed-indicator",
          sheet,
          row,
          filled[0] ?? 0,
          { indicator: open.indicator, by: "below" },
          `below ${row}`,
        );
      } else {
        if (!isBelow && (ticked(block, row) || filled.some((column) => content.includes(column))))
          reportUnknown(block, row, filled, repairs);
        open = null;
      }
      continue;
    }
    const indicator = identify(block, row, number, name, count, names, repairs);
    open = indicator === null ? null : { indicator, rows: [row], block };
    if (open) found.push(open);
    isBelow = open === null && (isBelow || isFooter(sheet, row));
  }
  return found;
}

const at = (sheet: GridSheet, row: number, column: number): GridValue =>
  column < 0 ? null : valueAt(sheet, row, column);

const isBlank = (value: GridValue): boolean => value === null || (typeof value === "string" && value.trim() === "");

function verticalMerge(sheet: GridSheet, row: number, column: number): Area | undefined {
  const area = mergeAt(sheet, row, column);
  return area && area.bottom > area.top ? area : undefined;
}

const isContinued = (block: Block, column: number): boolean =>
  CONTINUED.some((role) => columnOf(block, role) === column);

const ticked = (block: Block, row: number): boolean =>
  [...block.ticks.keys()].some((column) => !isBlank(valueAt(block.sheet, row, column)));

const isFooter = (sheet: GridSheet, row: number): boolean =>
  (sheet.values[row - sheet.origin.row] ?? []).some((value) => typeof value === "string" && FOOTER.test(fold(value)));

function reportUnknown(block: Block, row: number, filled: readonly number[], repairs: Repairs): void {
  repairs.add("unknown-row", block.sheet, row, filled[0] ?? block.sheet.origin.column, { row: row + 1 }, "rows");
}

function identify(
  block: Block,
  row: number,
  value: GridValue,
  name: string,
  count: number,
  names: IndicatorNames,
  repairs: Repairs,
): number | null {
  const { sheet } = block;
  const noColumn = columnOf(block, "no");
  const number = numberOf(value);
  const byName: NameMatch = name === "" ? { kind: "none" } : names.match(name);
  if (byName.kind === "heading") return null;
  const isValid = number !== null && number <= count;
  if (byName.kind !== "none" && byName.number !== number) {
    const by = byName.kind === "exact" ? "name" : "close-name";
    const column = noColumn >= 0 ? noColumn : columnOf(block, "indicator");
    const subject = noColumn < 0 && byName.kind === "exact" ? "no number" : undefined;
    repairs.add(
      "guessed-indicator",
      sheet,
      row,
      column,
      { indicator: byName.number, by, found: textOf(value) },
      subject,
    );
    return byName.number;
  }
  if (isValid) {
    if (typeof value === "string") repairs.add("number-as-text", sheet, row, noColumn, { column: "No" }, "no");
    return number;
  }
  const filled = CONTENT.map((role) => columnOf(block, role)).filter(
    (column) => column >= 0 && !isBlank(valueAt(sheet, row, column)),
  );
  const isHeading = number === null && filled.length === 0;
  if (!isHeading && !isFooter(sheet, row)) {
    const column = noColumn >= 0 ? noColumn : columnOf(block, "indicator");
    repairs.add("unknown-row", sheet, row, column, { row: row + 1 }, "rows");
  }
  return null;
}
