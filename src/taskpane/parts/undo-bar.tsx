import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { usePane, usePaneState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { SkippedCells } from "./skipped-cells";

const useStyles = makeStyles({
  bar: {
    padding: "8px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media print": { display: "none" },
  },
  skipped: { marginTop: "8px" },
});

/** After a write: what changed, what was left because it had changed, and *Urungkan*, step by step back. */
export function UndoBar() {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { written, undone, undoable, busy } = usePaneState();
  if (busy)
    return (
      <div className={mergeClasses(styles.bar, type.caption, type.quiet)} aria-live="off">
        {words.t(busy)}
      </div>
    );
  if (!written) return null;
  return (
    <div className={styles.bar}>
      <div className={rows.row}>
        <span className={mergeClasses(rows.grow, type.caption)}>{words.say(written.summary, written.params)}</span>
        {undoable > 0 && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUndoRegular />}
            aria-description={words.t("undo.promise")}
            onClick={() => void pane.undo()}
          >
            {words.t(undone ? "action.undoMore" : "action.undo")}
          </Button>
        )}
      </div>
      {written.skipped.length > 0 && (
        <div className={styles.skipped}>
          <SkippedCells skipped={written.skipped} />
        </div>
      )}
    </div>
  );
}
