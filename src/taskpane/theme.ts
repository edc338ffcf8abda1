import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

/**
 * The one ramp of the pane: more ink = more mature, for levels and for bands. Luminance moves one way over the five
 * steps, so it survives colour blindness and grey printing; the number or the name always stands beside it.
 */
interface Step {
  readonly fill: string;
  readonly text: string;
  readonly edge: string;
}

const LIGHT: readonly Step[] = [
  { fill: "#EEF3F3", text: "#1F3536", edge: "#71888A" },
  { fill: "#C9E2E0", text: "#10383A", edge: "#568886" },
  { fill: "#8CC5C0", text: "#0C2F31", edge: "#4A8A86" },
  { fill: "#23746F", text: "#FFFFFF", edge: "#23746F" },
  { fill: "#0A4547", text: "#FFFFFF", edge: "#0A4547" },
];
const DARK: readonly Step[] = [
  { fill: "#2C3839", text: "#DCE8E8", edge: "#73898A" },
  { fill: "#2B5150", text: "#E6F3F2", edge: "#6C9693" },
  { fill: "#34726E", text: "#FFFFFF", edge: "#5FA19C" },
  { fill: "#6FBAB3", text: "#06201F", edge: "#6FBAB3" },
  { fill: "#BCEBE6", text: "#06201F", edge: "#BCEBE6" },
];

type RampTokens = Record<`ramp${number}${"Fill" | "Text" | "Edge"}`, string>;

const rampTokens = (steps: readonly Step[]): RampTokens =>
  Object.fromEntries(
    steps.flatMap(({ fill, text, edge }, i) => [
      [`ramp${i + 1}Fill`, fill],
      [`ramp${i + 1}Text`, text],
      [`ramp${i + 1}Edge`, edge],
    ]),
  );

/** Excel's own face first; the last named one is for machines without Office fonts. */
const FONT =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Open Sans', 'Helvetica Neue', sans-serif";

export type PaneTheme = Theme & RampTokens;
export type Mode = "light" | "dark";

const themed = (base: Theme, steps: readonly Step[]): PaneTheme => ({
  ...base,
  ...rampTokens(steps),
  // Choices that are not chosen use it for their words; paler than the rest they look out of reach.
  colorNeutralForeground3: base.colorNeutralForeground1,
  fontFamilyBase: FONT,
  fontFamilyNumeric: FONT,
});

export const THEMES: Readonly<Record<Mode, PaneTheme>> = {
  light: themed(webLightTheme, LIGHT),
  dark: themed(webDarkTheme, DARK),
};

/** The colours of a step (1 … 5), as CSS values that follow the theme. */
export const rampStep = (step: number): Step => {
  const n = Math.min(5, Math.max(1, Math.floor(step)));
  return { fill: `var(--ramp${n}Fill)`, text: `var(--ramp${n}Text)`, edge: `var(--ramp${n}Edge)` };
};

/** Dark when the host's page colour is darker than middle grey; light when the host names none. */
export function modeOf(background: string | undefined): Mode {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(background ?? "");
  if (!match) return "light";
  const [red = 255, green = 255, blue = 255] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? "dark" : "light";
}
