import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
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
export function UndoBar({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { written, undone, undoable, busy } = usePaneState();
  if (!busy && !written) return null;
  return (
    <div className={styles.bar} aria-live="off">
      <div className={rows.row}>
        <span className={mergeClasses(rows.grow, type.caption, busy !== null && type.quiet)}>
          {busy ? words.t(busy) : written && words.say(written.summary, written.params)}
        </span>
        {/* Stays while it works and after the last step, so that the keyboard stays on it. */}
        {written && (undoable > 0 || undone || busy === "busy.undo") && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUndoRegular />}
            aria-description={words.t("undo.promise")}
            disabledFocusable={busy !== null || undoable === 0}
            onClick={() => void pane.undo()}
          >
            {words.t(undone ? "action.undoMore" : "action.undo")}
          </Button>
        )}
        {written && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.t("action.close")}
            onClick={() => {
              pane.dismiss("written");
              onClose();
            }}
          />
        )}
      </div>
      {!busy && written && written.skipped.length > 0 && (
        <div className={styles.skipped}>
          <SkippedCells skipped={written.skipped} />
        </div>
      )}
    </div>
  );
}
