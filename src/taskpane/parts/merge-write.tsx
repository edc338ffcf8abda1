import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import type { MergeDraft } from "../../assessment/merge";
import { openConflicts, writeCounts } from "../model/merge";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { MergeSteps } from "./merge-steps";
import { Page } from "./page";
import { SeverityIcon } from "./severity-icon";
import { WriteTable } from "./write-table";

const useStyles = makeStyles({ note: { marginTop: "16px" } });

/** Step 4: what will be written, sheet by sheet, before it is. */
export function MergeWrite(props: { draft: MergeDraft; onBack: () => void; onWrite: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const counts = writeCounts(props.draft);
  const open = openConflicts(props.draft).length;
  const { held, refused } = counts.left;
  return (
    <Page
      quietUndo
      primary={{ label: words.t("merge.write"), onClick: props.onWrite }}
      secondary={<Button onClick={props.onBack}>{words.t("action.back")}</Button>}
    >
      <MergeSteps at={3} />
      <div className={rows.baseline}>
        <span className={type.count}>{counts.entries}</span>
        <span>{words.t("merge.cells")}</span>
      </div>
      <div className={type.quiet} style={{ marginBottom: 16 }}>
        {words.rich("merge.index", { to: words.number(counts.to), from: words.number(counts.from) })}
      </div>
      <WriteTable counts={counts} />
      {(held > 0 || refused > 0) && (
        <div className={mergeClasses(rows.top, styles.note)}>
          <SeverityIcon mark="held" />
          <span className={rows.grow}>{words.t("merge.leftOut", { held, refused })}</span>
        </div>
      )}
      {open > 0 && (
        <div className={mergeClasses(rows.top, styles.note)}>
          <SeverityIcon mark="peringatan" />
          <span className={rows.grow}>{words.t("merge.undecided", { n: open })}</span>
        </div>
      )}
      <div className={mergeClasses(type.caption, type.quiet, styles.note)}>{words.t("undo.promise")}</div>
    </Page>
  );
}
