import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  list: { display: "flex", listStyle: "none", margin: "0 0 16px", padding: 0, columnGap: "4px" },
  step: {
    flexGrow: 1,
    flexBasis: "0",
    display: "flex",
    flexDirection: "column",
    rowGap: "4px",
    color: tokens.colorNeutralForeground2,
  },
  here: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
  line: {
    height: "4px",
    borderRadius: "2px",
    backgroundColor: tokens.colorNeutralStroke1,
    "@media (forced-colors: active)": { outline: "1px solid CanvasText" },
  },
  done: {
    backgroundColor: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
});

/** Where one stands in a task of several steps (0-based). */
export function Stepper({ steps, at }: { steps: readonly string[]; at: number }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  return (
    <ol className={styles.list} aria-label={words.t("steps.label")}>
      {steps.map((step, i) => (
        <li
          key={step}
          aria-current={i === at ? "step" : undefined}
          className={mergeClasses(styles.step, type.caption, i === at && styles.here)}
        >
          <span className={mergeClasses(styles.line, i <= at && styles.done)} />
          <span>
            {i + 1} {step}
          </span>
        </li>
      ))}
    </ol>
  );
}
