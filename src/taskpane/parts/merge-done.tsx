import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import type { MergeDraft } from "../../assessment/merge";
import { readyCount, writeCounts } from "../model/merge";
import { usePane, usePaneState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Page } from "./page";
import { SeverityIcon } from "./severity-icon";
import { SkippedCells } from "./skipped-cells";
import { TextLink } from "./text-link";
import { WriteTable } from "./write-table";

const useStyles = makeStyles({ title: { marginTop: "-4px" }, note: { marginTop: "16px" } });

/** What was written, what was left because somebody changed it meanwhile, and the way back. */
export function MergeDone({ draft, onAgain }: { draft: MergeDraft; onAgain: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { written, undone, undoable } = usePaneState();
  const planned = writeCounts(draft);
  const skipped = undone ? [] : (written?.skipped ?? []);
  const counts = { ...planned, entries: planned.entries - skipped.length };
  return (
    <Page
      quietUndo
      primary={{
        label: words.t("action.validate"),
        onClick: () => void pane.validate().then((ok) => ok && pane.open("findings")),
      }}
      secondary={
        !undone &&
        undoable > 0 && (
          <Button icon={<ArrowUndoRegular />} onClick={() => void pane.undo()}>
            {words.t("action.undo")}
          </Button>
        )
      }
    >
      <div className={rows.top}>
        <SeverityIcon mark={undone ? "superseded" : "done"} />
        <h1 className={mergeClasses(type.title, styles.title)}>
          {undone ? words.t("undo.done") : words.t("merge.done", { n: readyCount(draft) })}
        </h1>
      </div>
      {!undone && (
        <>
          <div className={type.quiet} style={{ margin: "4px 0 16px" }}>
            {words.rich("merge.doneLine", {
              date: words.date(draft.input.time),
              time: words.time(draft.input.time),
              from: words.number(counts.from),
              to: words.number(counts.to),
            })}
          </div>
          <WriteTable counts={counts} />
          {skipped.length > 0 && (
            <div className={styles.note}>
              <SkippedCells skipped={skipped} merged />
            </div>
          )}
        </>
      )}
      <div className={styles.note}>
        <TextLink onClick={onAgain}>{words.t("merge.again")}</TextLink>
      </div>
    </Page>
  );
}
