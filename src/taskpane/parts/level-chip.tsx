import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import { rampStep } from "../theme";

const useStyles = makeStyles({
  chip: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    boxSizing: "border-box",
    flexShrink: 0,
    borderRadius: "4px",
    fontWeight: 600,
    lineHeight: 1,
    border: "1px solid transparent",
    width: "24px",
    height: "24px",
    fontSize: "14px",
  },
  small: { width: "20px", height: "20px" },
  large: { width: "40px", height: "40px", fontSize: "24px" },
  ghost: {
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      border: "1px dashed CanvasText",
      color: "CanvasText",
    },
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
  inked: {
    border: "1px solid var(--chip-edge)",
    backgroundColor: "var(--chip-fill)",
    color: "var(--chip-text)",
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      border: "1px solid CanvasText",
      backgroundColor: "Canvas",
      color: "CanvasText",
    },
  },
});

export type ChipSize = "small" | "medium" | "large";

/** A level as a number on its ink; `ghost` = not reached, so it carries no ink. `step` is its place on the ramp (1 … 5). */
export function LevelChip(props: { text: string; step: number | null; size?: ChipSize; ghost?: boolean }) {
  const styles = useStyles();
  const ghost = props.ghost === true || props.step === null;
  const step = rampStep(props.step ?? 1);
  const ink = { "--chip-fill": step.fill, "--chip-text": step.text, "--chip-edge": step.edge } as CSSProperties;
  return (
    <span
      className={mergeClasses(
        styles.chip,
        props.size === "small" && styles.small,
        props.size === "large" && styles.large,
        ghost && styles.ghost,
        !ghost && styles.inked,
      )}
      style={ghost ? undefined : ink}
    >
      {props.text}
    </span>
  );
}
