import type { Instrument } from "../../instrument/types";
import type { Style } from "../sheet";
import { BODY, COLOR, withStyle } from "../theme";
import { centered } from "./table";

export const MUTED: Style = { font: { color: COLOR.muted } };
export const big = (size: number): Style => ({ font: { size, bold: true }, horizontal: "left" });
export const NUMBER: Style = centered(BODY);
export const WEIGHT = withStyle(NUMBER, MUTED, { numberFormat: "0.00" });
export const VALUE = withStyle(NUMBER, { font: { bold: true }, numberFormat: "0.00" });
export const POINTS = withStyle(NUMBER, { numberFormat: "0.0000" });

/** The format of a figure in which 0 says that nothing is answered yet: it shows nothing. On scales from 0 it is a value. */
export const figureFormat = ({ scale }: Instrument, format: string): Style => ({
  numberFormat: scale.min > 0 ? `${format};-${format};` : format,
});
