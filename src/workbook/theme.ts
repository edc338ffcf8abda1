import type { Line, Style } from "./sheet";

/** Colours of the sheets. One ramp says one thing: more ink = more mature; the number always stands beside it. */
export const COLOR = {
  ink: "#1B2B2C",
  muted: "#536566",
  hairline: "#D3DCDC",
  rule: "#0A4547",
  header: "#EAF1F1",
  input: "#FFFAE8",
  inputLine: "#E4DABA",
  problem: "#8A3A00",
  yes: "#0B5A2A",
  no: "#8F1414",
  paper: "#FFFFFF",
  series: "#23746F",
  seriesTarget: "#7F9494",
} as const;

/** Fill, text and edge of the five steps, for levels and for bands alike. */
export const RAMP = [
  { fill: "#EEF3F3", text: "#1F3536", edge: "#71888A" },
  { fill: "#C9E2E0", text: "#10383A", edge: "#568886" },
  { fill: "#8CC5C0", text: "#0C2F31", edge: "#4A8A86" },
  { fill: "#23746F", text: "#FFFFFF", edge: "#23746F" },
  { fill: "#0A4547", text: "#FFFFFF", edge: "#0A4547" },
] as const;

export const FONT = "Calibri";

const line = (color: string, style: Line["style"] = "thin"): Line => ({ color, style });
export const HAIR = line(COLOR.hairline);
export const RULE = line(COLOR.rule, "medium");
export const THIN_RULE = line(COLOR.rule);
const INPUT_LINE = line(COLOR.inputLine);

/** What every used cell starts from. */
export const BASE: Style = { font: { name: FONT, size: 11, color: COLOR.ink }, vertical: "center" };
export const TITLE: Style = { font: { size: 16, bold: true } };
export const SUBTITLE: Style = { font: { size: 10, color: COLOR.muted } };
export const NOTE: Style = { font: { size: 10, color: COLOR.muted }, wrap: true, indent: 1 };
export const HEADER: Style = {
  font: { size: 10, bold: true },
  fill: COLOR.header,
  wrap: true,
  horizontal: "left",
  border: { bottom: RULE },
};
/** A row of a table: hairline below, wrapped, left. */
export const BODY: Style = { horizontal: "left", wrap: true, border: { bottom: HAIR } };
/** Where a person types: tinted, ruled all round and unlocked. */
export const INPUT: Style = {
  fill: COLOR.input,
  locked: false,
  border: { top: INPUT_LINE, bottom: INPUT_LINE, left: INPUT_LINE, right: INPUT_LINE },
};
export const DATE_FORMAT = "dd/mm/yyyy";
/** "21 November 2023" in any language of Excel. */
export const LONG_DATE_FORMAT = "[$-421]d mmmm yyyy";

/** "21 November 2023 14.32". */
export const CLOCK_FORMAT = `${LONG_DATE_FORMAT} hh"."mm`;

export const TITLE_HEIGHT = 28;
export const SUBTITLE_HEIGHT = 18;

/** Two styles as one: the later one's parts win, font and border part by part. */
export function withStyle(base: Style, ...more: readonly Style[]): Style {
  return more.reduce<Style>((all, next) => {
    const font = { ...all.font, ...next.font };
    const border = { ...all.border, ...next.border };
    return {
      ...all,
      ...next,
      ...(Object.keys(font).length ? { font } : {}),
      ...(Object.keys(border).length ? { border } : {}),
    };
  }, base);
}
