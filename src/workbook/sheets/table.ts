import type { Identity } from "../../assessment/assessment";
import { columnName } from "../address";
import { Canvas } from "../canvas";
import { FIRST_ROW, HEADER_ROW } from "../layout";
import { printSetup } from "../print";
import type { Cell, PrintSetup, Protection, SheetSpec, Style } from "../sheet";
import { linesHeight, textLines } from "../text-height";
import { BODY, HEADER, SUBTITLE, SUBTITLE_HEIGHT, TITLE, TITLE_HEIGHT, withStyle } from "../theme";

/** One column of a table sheet: its header, width in characters and how its cells look. */
export interface TableColumn {
  readonly header: string;
  readonly width: number;
  readonly hidden?: boolean;
  readonly style?: Style;
}

export interface TableSheet {
  readonly name: string;
  readonly table: string;
  readonly title: string;
  readonly subtitle: Cell;
  /** A third line above the table. */
  readonly hint?: string;
  readonly columns: readonly TableColumn[];
  /** One blank row is written where there is none, since a table needs one. */
  readonly rows: readonly (readonly Cell[])[];
  readonly identity: Pick<Identity, "agency" | "year">;
  readonly leastHeight?: number;
  readonly headerHeight?: number;
  readonly freezeColumns?: number;
  readonly protection?: Protection;
  /** The last column that is printed; all by default. */
  readonly printTo?: string;
  /** People add rows below: all that is there is printed, so no area is fixed. */
  readonly grows?: boolean;
  readonly print?: Partial<PrintSetup>;
}

/** A table sheet as far as all of them are alike; the sheet's own file adds rules to the canvas and finishes it. */
export interface TableCanvas {
  readonly canvas: Canvas;
  readonly lastRow: number;
  /** The data cells of a column: "G6:G52". */
  readonly column: (header: string) => string;
  /** The letters of a column. */
  readonly letter: (header: string) => string;
  readonly finish: () => SheetSpec;
}

export function tableCanvas(sheet: TableSheet): TableCanvas {
  const { columns } = sheet;
  const rows = sheet.rows.length > 0 ? sheet.rows : [columns.map((): Cell => null)];
  const lastRow = FIRST_ROW + rows.length - 1;
  const lastColumn = columnName(columns.length - 1);
  const canvas = new Canvas(sheet.name);
  putBanner(canvas, sheet.title, sheet.subtitle, sheet.hint);

  canvas
    .putRow(
      `A${HEADER_ROW}`,
      columns.map(({ header }) => header),
    )
    .height(HEADER_ROW, sheet.headerHeight ?? 26);
  canvas.style(`A${HEADER_ROW}:${lastColumn}${HEADER_ROW}`, HEADER);
  rows.forEach((row, index) => {
    canvas.putRow(`A${FIRST_ROW + index}`, row);
    canvas.height(FIRST_ROW + index, rowHeight(row, columns, sheet.leastHeight ?? 20));
  });
  canvas.style(`A${FIRST_ROW}:${lastColumn}${lastRow}`, BODY);
  columns.forEach(({ style }, index) => {
    if (!style) return;
    const letter = columnName(index);
    const { horizontal, indent } = style;
    if (horizontal || indent)
      canvas.style(`${letter}${HEADER_ROW}`, { ...(horizontal && { horizontal }), ...(indent && { indent }) });
    canvas.style(`${letter}${FIRST_ROW}:${letter}${lastRow}`, style);
  });
  canvas.table(sheet.table, `A${HEADER_ROW}:${lastColumn}${lastRow}`);

  const letter = (header: string): string => {
    const index = columns.findIndex((column) => column.header === header);
    if (index < 0) throw new RangeError(`${sheet.name} has no column ${header}`);
    return columnName(index);
  };
  return {
    canvas,
    lastRow,
    letter,
    column: (header) => `${letter(header)}${FIRST_ROW}:${letter(header)}${lastRow}`,
    finish: () =>
      canvas.finish({
        columns: columns.map(({ width, hidden }) => ({ width, ...(hidden && { hidden }) })),
        freeze: { rows: HEADER_ROW, columns: sheet.freezeColumns ?? 0 },
        ...(sheet.protection && { protection: sheet.protection }),
        print: printSetup(sheet.name, sheet.identity, {
          ...(!sheet.grows && { area: `A1:${sheet.printTo ?? lastColumn}${lastRow}` }),
          titleRows: `${HEADER_ROW}:${HEADER_ROW}`,
          ...sheet.print,
        }),
      }),
  };
}

/** Title, one line below it, and a hint; leaves row 4 as air above the header. */
function putBanner(canvas: Canvas, title: string, subtitle: Cell, hint?: string): void {
  canvas.put("A1", title, TITLE).height(1, TITLE_HEIGHT);
  canvas.put("A2", subtitle, SUBTITLE).height(2, SUBTITLE_HEIGHT);
  if (hint) canvas.put("A3", hint, SUBTITLE);
  canvas.height(3, hint ? 20 : 6).height(4, 6);
}

/** Points; spreadsheets refuse more. */
const MOST_HEIGHT = 409;

/** The height that the longest text of a row needs. */
function rowHeight(row: readonly Cell[], columns: readonly TableColumn[], least: number): number {
  const heights = row.map((cell, index) => {
    const column = columns[index];
    const text = shownText(cell);
    if (!column || column.hidden || text === "" || column.style?.wrap === false) return 0;
    const size = column.style?.font?.size ?? 11;
    return linesHeight(textLines(text, column.width, size, column.style?.indent ?? 0), size);
  });
  return Math.min(MOST_HEIGHT, Math.max(least, ...heights));
}

/** What may take several lines. A number shows as its format says, on one line whatever its digits. */
function shownText(cell: Cell): string {
  const shown = cell !== null && typeof cell === "object" && "formula" in cell ? cell.value : cell;
  if (shown === null || typeof shown === "number") return "";
  if (typeof shown !== "object") return String(shown);
  return "date" in shown ? "00/00/0000" : shown.text;
}

export const centered = (style: Style = {}): Style => withStyle(style, { horizontal: "center" });
export const indented = (style: Style = {}): Style => withStyle({ indent: 1 }, style);
