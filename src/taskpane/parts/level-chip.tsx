import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
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
  ghost: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, color: tokens.colorNeutralForeground2 },
  contrast: { "@media (forced-colors: active)": { border: "1px solid CanvasText", color: "CanvasText" } },
});

export type ChipSize = "small" | "medium" | "large";

/** A level as a number on its ink; `ghost` = not reached, so it carries no ink. `step` is its place on the ramp (1 … 5). */
export function LevelChip(props: { text: string; step: number | null; size?: ChipSize; ghost?: boolean }) {
  const styles = useStyles();
  const ghost = props.ghost === true || props.step === null;
  const step = rampStep(props.step ?? 1);
  return (
    <span
      className={mergeClasses(
        styles.chip,
        props.size === "small" && styles.small,
        props.size === "large" && styles.large,
        ghost && styles.ghost,
        !ghost && styles.contrast,
      )}
      style={ghost ? undefined : { background: step.fill, color: step.text, borderColor: step.edge }}
    >
      {props.text}
    </span>
  );
}
