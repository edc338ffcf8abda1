import { Button } from "@fluentui/react-components";
import type { MergeDraft } from "../../assessment/merge";
import { filesIn, isAcceptable, openConflicts, readyCount, SECTIONS, type SectionName } from "../model/merge";
import { ranges } from "../model/ranges";
import { useRows, useType } from "../styles";
import { useWords, type Key } from "../words";
import { FileLine, reasonOf } from "./file-line";
import { MergeSection } from "./merge-section";
import { MergeSteps } from "./merge-steps";
import { Page } from "./page";
import type { Mark } from "./severity-icon";
import { TextLink } from "./text-link";

const LOOK: Readonly<Record<SectionName, { readonly mark: Mark; readonly label: Key; readonly open: boolean }>> = {
  refused: { mark: "refused", label: "merge.section.refused", open: true },
  held: { mark: "held", label: "merge.section.held", open: true },
  superseded: { mark: "superseded", label: "merge.section.superseded", open: false },
  repaired: { mark: "repaired", label: "merge.section.repaired", open: true },
  merged: { mark: "done", label: "merge.section.merged", open: false },
};

/** Step 2: every file by what it needs, before anything is written. */
export function MergePreview(props: {
  draft: MergeDraft;
  skipped: readonly string[];
  onAccept: (sha256: string) => void;
  onSkip: (sha256: string) => void;
  onCancel: () => void;
  onNext: () => void;
}) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const { draft } = props;
  const conflicts = openConflicts(draft).length;
  return (
    <Page
      primary={{
        label: conflicts > 0 ? words.t("merge.decide", { n: conflicts }) : words.t("merge.review"),
        disabled: readyCount(draft) === 0,
        onClick: props.onNext,
      }}
      secondary={<Button onClick={props.onCancel}>{words.t("action.cancel")}</Button>}
    >
      <MergeSteps at={1} />
      <div className={rows.baseline}>
        <span className={type.count}>{readyCount(draft)}</span>
        <span>{words.t("merge.ready", { total: draft.files.length })}</span>
      </div>
      <div className={type.quiet} style={{ marginBottom: 12 }}>
        {words.t("merge.untouched")} {conflicts === 0 && words.t("merge.noConflict")}
      </div>
      {SECTIONS.map((section) => {
        const files = filesIn(draft, section);
        const { mark, label, open } = LOOK[section];
        return (
          <MergeSection key={section} mark={mark} label={words.t(label)} count={files.length} openAtFirst={open}>
            {files.map((file) => (
              <FileLine
                key={file.sha256 + file.file}
                opd={file.opd}
                file={file.file}
                count={section === "refused" ? undefined : file.answered.length}
                note={reasonOf(file, words)}
                report={file}
              >
                {isAcceptable(file) && (
                  <TextLink
                    onClick={() => props.onAccept(file.sha256)}
                    label={words.t(section === "held" ? "merge.acceptOf" : "merge.chooseOf", { file: file.file })}
                  >
                    {words.t(section === "held" ? "merge.accept" : "merge.choose")}
                  </TextLink>
                )}
                {section === "held" &&
                  (props.skipped.includes(file.sha256) ? (
                    <span className={type.quiet}>{words.t("merge.skipped")}</span>
                  ) : (
                    <TextLink
                      onClick={() => props.onSkip(file.sha256)}
                      label={words.t("merge.skipOf", { file: file.file })}
                    >
                      {words.t("merge.skip")}
                    </TextLink>
                  ))}
              </FileLine>
            ))}
          </MergeSection>
        );
      })}
      {draft.missingOffices.length > 0 && (
        <>
          <hr className={rows.rule} style={{ margin: "8px 0" }} />
          <MergeSection
            mark="missing"
            label={words.t("merge.section.missing")}
            count={draft.missingOffices.length}
            openAtFirst
          >
            {draft.missingOffices.map(({ opd, indicators }) => (
              <div key={opd} className={type.anywhere} style={{ paddingBottom: 4 }}>
                {opd} ({ranges(indicators)})
              </div>
            ))}
          </MergeSection>
        </>
      )}
    </Page>
  );
}
