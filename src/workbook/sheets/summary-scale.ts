import { ratio, toNumber } from "../../assessment/ratio";
import { columnName } from "../address";
import type { FormulaCell } from "../sheet";
import { RAMP, withStyle } from "../theme";
import { INDEX_CELLS } from "./index-layout";
import { decimal, GRID, NOTE, RIGHT, span, type Page } from "./summary-page";
import { numberText } from "./text-formulas";

/** A limit in hundredths: whole ones without decimals. */
const limitText = (hundredths: number): FormulaCell =>
  numberText(decimal(ratio(hundredths, 100), hundredths % 100 === 0 ? 0 : 2));

/** The scale of the index in cells: the bands in proportion, ▼ where the index stands and ▽ where the target is. */
export function putScale({ canvas, assessment: { instrument }, options, score, indexCell }: Page): void {
  const { bands } = instrument;
  const low = Math.min(...bands.map(({ from }) => from)) / 100;
  const high = Math.max(...bands.map(({ to }) => to)) / 100;
  const columnOf = (value: number): number =>
    Math.max(0, Math.min(GRID - 1, Math.floor(Number((((value - low) / (high - low)) * GRID).toFixed(6)))));
  const columnFormula = (cell: string): string =>
    `MAX(0,MIN(${GRID - 1},INT(ROUND((${cell}-${low})/${high - low}*${GRID},6))))`;
  const index = indexCell(INDEX_CELLS.index);
  const target = indexCell(INDEX_CELLS.target);
  const wanted = options.targetIndex == null ? null : Number(options.targetIndex);
  const here = columnOf(toNumber(score.index));
  for (let column = 0; column < GRID; column++) {
    const atTarget = `IF(ISNUMBER(${target}),IF(${columnFormula(target)}=${column},"▽",""),"")`;
    canvas.put(`${columnName(column)}8`, {
      formula: `IF(${columnFormula(index)}=${column},"▼",${atTarget})`,
      value: column === here ? "▼" : wanted !== null && column === columnOf(wanted) ? "▽" : "",
    });
  }
  canvas.style(span(8, 0, 39), { font: { size: 9 }, horizontal: "center", vertical: "bottom" });
  bands.forEach(({ name, from, to }, position) => {
    const tint = RAMP[position] ?? RAMP[0];
    const [left, right] = [columnOf(from / 100), to / 100 >= high ? GRID - 1 : columnOf(to / 100) - 1];
    const edge = { color: RAMP[0].edge, style: "thin" } as const;
    const narrow = right - left < 6;
    canvas.put(span(9, left, right), name, {
      font: { size: narrow ? 8 : 10, bold: true, color: tint.text },
      fill: tint.fill,
      horizontal: "center",
      border: { top: edge, bottom: edge },
    });
    canvas.put(span(10, left, left + 2), limitText(from), { ...NOTE, horizontal: "left" });
  });
  canvas.put(`${columnName(GRID - 1)}10`, limitText(Math.round(high * 100)), withStyle(NOTE, RIGHT));
  canvas.height(8, 14).height(9, 20).height(10, 15).height(11, 10);
}
