import { Checkbox, mergeClasses } from "@fluentui/react-components";
import type { Assessment } from "../../assessment/assessment";
import type { EvidenceDraft } from "../../excel/session";
import { mustHaveStates, withMustHave, type Attachment } from "../model/attachments";
import { useType } from "../styles";
import { useWords } from "../words";

/** What the document has to contain where it is attached, each confirmed by the person. */
export function MustHaves(props: {
  assessment: Assessment;
  draft: EvidenceDraft;
  attachments: readonly Attachment[];
  onChange: (draft: EvidenceDraft) => void;
}) {
  const type = useType();
  const words = useWords();
  const { assessment, draft } = props;
  const states = mustHaveStates(assessment, draft, props.attachments);
  const known = states.reduce((left, { mustHave }) => withMustHave(assessment, left, mustHave, false), draft);
  if (states.length === 0 && known.mustHaves.length === 0) return null;
  return (
    <section>
      <h2 className={mergeClasses(type.plain, type.strong)}>{words.t("document.mustHaves")}</h2>
      <div className={mergeClasses(type.caption, type.quiet)}>{words.t("document.mustHavesHint")}</div>
      {states.map(({ mustHave, confirmed }) => (
        <div key={mustHave.id}>
          <Checkbox
            checked={confirmed}
            label={mustHave.text}
            onChange={(_, { checked }) => props.onChange(withMustHave(assessment, draft, mustHave, checked === true))}
          />
        </div>
      ))}
      {known.mustHaves.length > 0 && (
        <div className={mergeClasses(type.caption, type.quiet, type.anywhere)}>
          {words.t("document.otherContents", { list: known.mustHaves.join("; ") })}
        </div>
      )}
    </section>
  );
}
