import type { Assessment } from "../../assessment/assessment";
import type { HistoryRow } from "../../assessment/history";
import type { PlanStep } from "../../assessment/plan-types";
import { roundHalfUp, type Ratio } from "../../assessment/ratio";
import type { Score } from "../../assessment/score";
import { localDecimal } from "../../locale/index";
import { columnName } from "../address";
import type { Canvas } from "../canvas";
import type { Style } from "../sheet";
import { textLines } from "../text-height";
import { COLOR, HAIR, RULE, withStyle } from "../theme";
import type { IndexLayout } from "./index-layout";

/** What the page tells of a plan, whether it was just made or stands in `Rencana`. */
export interface PlanFigures {
  readonly steps: readonly Pick<PlanStep, "indicator" | "to" | "opd" | "due">[];
  readonly to: Ratio;
  readonly effort: number;
  /** Whether it stands in `Rencana`. */
  readonly listed: boolean;
}

export interface SummaryOptions {
  readonly name?: string;
  /** The name of `Indeks`, from which the figures follow. */
  readonly indexName?: string;
  readonly targetIndex?: string | null;
  /** The newest earlier result, or null. */
  readonly previous?: (HistoryRow & { readonly instrumentTitle: string }) | null;
  /** Where the agency stands among published results, or null. */
  readonly rank?: {
    readonly rank: number;
    readonly of: number;
    readonly group: string;
    readonly median: Ratio;
    /** Of the results that it is ranked among. */
    readonly year: number;
  } | null;
  readonly plan?: PlanFigures | null;
}

/** The page is a grid of so many equal columns: together they are the scale of the index. */
export const GRID = 40;
export const COLUMN_WIDTH = 1.95;
/** The estimate of letters is generous; here a line too many would show. */
const TEXT_WIDTH = COLUMN_WIDTH * 1.04;

/** A page while it is laid out, from top to bottom. */
export interface Page {
  readonly canvas: Canvas;
  readonly assessment: Assessment;
  readonly options: SummaryOptions;
  readonly score: Score;
  readonly at: IndexLayout;
  /** A cell of `Indeks` as formulas write it. */
  readonly indexCell: (address: string) => string;
}

export const MUTED: Style = { font: { size: 10, color: COLOR.muted } };
export const NOTE: Style = { font: { size: 9, color: COLOR.muted } };
export const BIG: Style = { font: { size: 20, bold: true }, horizontal: "left" };
export const SECTION: Style = { font: { size: 11, bold: true }, horizontal: "left", border: { bottom: RULE } };
export const COLUMN_HEAD: Style = { font: { size: 9, color: COLOR.muted }, border: { bottom: RULE } };
export const ROW: Style = { font: { size: 10 }, horizontal: "left", border: { bottom: HAIR } };
export const RIGHT: Style = { horizontal: "right" };
export const STRONG: Style = { font: { size: 11, bold: true } };

/** The cells of a row from one grid column to another, both included (0-based). */
export const span = (row: number, from: number, to: number): string =>
  `${columnName(from)}${row}:${columnName(to)}${row}`;
export const decimal = (value: Ratio, places = 2): string => localDecimal(roundHalfUp(value, places), "id");

/** Puts a name, in smaller type on as many lines as it needs; answers the height that the row needs. */
export function putName(canvas: Canvas, row: number, from: number, to: number, text: string): number {
  const columns = to - from + 1;
  const fits = textLines(text, columns * TEXT_WIDTH, 10) === 1;
  canvas.put(span(row, from, to), text || null, fits ? ROW : withStyle(ROW, { font: { size: 9 }, wrap: true }));
  return fits ? 20 : Math.max(2, textLines(text, columns * COLUMN_WIDTH, 9)) * 12 + 4;
}
