import { Button, mergeClasses } from "@fluentui/react-components";
import type { ReadProgress } from "../read-returns";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { FileLine, reasonOf } from "./file-line";
import { MergeSection } from "./merge-section";
import { MergeSteps } from "./merge-steps";
import { Page } from "./page";
import { Progress } from "./progress";

/** While files are read: how far, which one, what came out so far, and the way out. */
export function MergeReading({ progress, onStop }: { progress: ReadProgress; onStop: () => void }) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const read = progress.returns.filter(({ content }) => content.ok && content.value.repairs.length === 0);
  const repaired = progress.returns.filter(({ content }) => content.ok && content.value.repairs.length > 0);
  const refused = progress.returns.filter(({ content }) => !content.ok);
  const names = (list: ReadProgress["returns"]) =>
    list.map(({ file, sha256, content }) => (
      <FileLine key={sha256 + file} opd={content.ok ? content.value.opd : ""} file={file} />
    ));
  return (
    <Page
      quietUndo
      secondary={
        <Button style={{ flexGrow: 1 }} onClick={onStop}>
          {words.t("merge.stop")}
        </Button>
      }
    >
      <MergeSteps at={0} />
      <Progress
        done={progress.done}
        total={progress.total}
        unit={words.t("merge.filesRead")}
        label={words.t("merge.reading")}
        doing={words.t("merge.readingFile", { file: progress.file })}
      />
      <hr className={rows.rule} />
      <MergeSection mark="done" label={words.t("merge.read")} count={read.length} openAtFirst={false}>
        {names(read)}
      </MergeSection>
      <MergeSection mark="repaired" label={words.t("merge.readRepaired")} count={repaired.length} openAtFirst={false}>
        {names(repaired)}
      </MergeSection>
      <MergeSection mark="refused" label={words.t("merge.section.refused")} count={refused.length} openAtFirst>
        {refused.map(({ file, sha256, content }) => (
          <FileLine
            key={sha256 + file}
            opd=""
            file={file}
            note={
              content.ok
                ? undefined
                : reasonOf({ file, ...content.problem, params: content.problem.params ?? {} }, words)
            }
          />
        ))}
      </MergeSection>
      <div className={mergeClasses(type.caption, type.quiet)} style={{ marginTop: 16 }}>
        {words.t("merge.readingPromise")}
      </div>
    </Page>
  );
}
