import type { Style } from "../sheet";
import { BODY, COLOR, withStyle } from "../theme";
import { centered } from "./table";

export const MUTED: Style = { font: { color: COLOR.muted } };
export const big = (size: number): Style => ({ font: { size, bold: true }, horizontal: "left" });
export const NUMBER: Style = centered(BODY);
export const WEIGHT = withStyle(NUMBER, MUTED, { numberFormat: "0.00" });
export const VALUE = withStyle(NUMBER, { font: { bold: true }, numberFormat: "0.00" });
export const POINTS = withStyle(NUMBER, { numberFormat: "0.0000" });
