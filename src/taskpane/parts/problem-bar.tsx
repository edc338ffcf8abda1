import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Problem } from "../../locale/problem";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { SeverityIcon } from "./severity-icon";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    columnGap: "8px",
    padding: "12px 16px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorSubtleBackgroundHover,
  },
});

/** What happened, what was kept, what to do: three facts, no stack. */
export function ProblemBar({ problem, onClose }: { problem: Problem; onClose: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const { what, kept, next } = words.problem(problem);
  return (
    <div className={styles.bar} role="alert">
      <SeverityIcon mark="kesalahan" />
      <div className={rows.grow}>
        <div className={type.strong}>{what}</div>
        {kept && <div>{kept}</div>}
        {next && <div>{next}</div>}
        <div className={rows.links}>
          <Button size="small" onClick={onClose}>
            {words.t("action.close")}
          </Button>
          <span className={mergeClasses(type.caption, type.quiet)}>{problem.code}</span>
        </div>
      </div>
    </div>
  );
}
