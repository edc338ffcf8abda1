import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { useState, type DragEvent } from "react";
import type { EarlierMerge, MergeDraft } from "../../assessment/merge";
import { chooseFiles } from "../choose-files";
import { lastMerge } from "../model/merge";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { MergeSteps } from "./merge-steps";
import { Page } from "./page";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  zone: {
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "4px",
    padding: "24px 16px",
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
  },
  left: { marginTop: "16px" },
  over: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorSubtleBackgroundHover },
});

/** Step 1: all files at once, by the dialog or by dropping them. */
export function MergeChoose(props: {
  earlier: EarlierMerge | null;
  /** A merge that was left before it was written. */
  left: MergeDraft | null;
  onResume: () => void;
  onFiles: (files: readonly File[]) => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [over, setOver] = useState(false);
  const last = props.earlier && lastMerge(props.earlier.log);
  const pick = async (): Promise<void> => {
    const files = await chooseFiles(words.t("merge.pick"), true);
    if (files.length > 0) props.onFiles(files);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <Page primary={{ label: words.t("merge.pick"), onClick: () => void pick() }}>
      <MergeSteps at={0} />
      <h1 className={type.title}>{words.t("merge.title")}</h1>
      <div className={type.quiet} style={{ margin: "4px 0 16px" }}>
        {words.t("merge.intro")}
      </div>
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        data-testid="drop-zone"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <DocumentAddRegular aria-hidden fontSize={24} />
        <div>{words.t("merge.drop")}</div>
      </div>
      {props.left && (
        <div className={mergeClasses(rows.quietPanel, styles.left)}>
          {words.t("merge.left", { n: props.left.files.length, decided: props.left.input.decisions.length })}
          <div className={rows.links}>
            <TextLink onClick={props.onResume}>{words.t("merge.resume")}</TextLink>
          </div>
        </div>
      )}
      {last && (
        <>
          <hr className={rows.rule} />
          <h2 className={mergeClasses(type.plain, type.strong)}>{words.t("merge.last")}</h2>
          <div className={type.quiet}>
            {words.t("merge.lastLine", {
              date: words.date(last.time),
              time: words.time(last.time),
              n: last.files,
              decided: props.earlier?.decisions.length ?? 0,
            })}
          </div>
        </>
      )}
    </Page>
  );
}
