import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons/svg/attach";
import { lazy, Suspense, useState } from "react";
import type { CriterionModel } from "../model/indicator";
import { usePane, type AssessmentState } from "../state";
import { useFocusBack } from "../focus-back";
import { useType } from "../styles";
import { useWords } from "../words";
import { AnswerChoice } from "./answer-choice";
import { EvidenceList } from "./evidence-list";
import { FindingLine } from "./finding-line";
import { NoteField } from "./note-field";
import { TextLink } from "./text-link";

const AttachEvidence = lazy(() => import("./attach-evidence"));

const useStyles = makeStyles({
  root: { paddingTop: "12px" },
  text: { display: "grid", gridTemplateColumns: "24px 1fr", columnGap: "8px" },
  body: { paddingLeft: "32px", marginTop: "8px" },
  close: { marginTop: "4px" },
});

/** One criterion: its text, the three answers, the evidence asked for and attached. */
export function CriterionRow(props: { state: AssessmentState; indicator: number; item: CriterionModel }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const [attaching, setAttaching] = useState(false);
  const opener = useFocusBack(attaching);
  const { item, indicator } = props;
  const { criterion } = item;
  const references = item.attached.map(({ reference }) => reference);
  const write = (evidence: readonly string[]): Promise<boolean> =>
    pane.editCriterion({ indicator, criterion: criterion.id, evidence });
  return (
    <div className={styles.root}>
      <div className={styles.text}>
        <span className={type.strong}>{criterion.id}</span>
        <span>
          {criterion.kind === "alternatif" && (
            <span className={mergeClasses(type.caption, type.quiet)}>
              {words.t("criterion.alternative", { id: criterion.replaces ?? "" })}{" "}
            </span>
          )}
          {criterion.text}
        </span>
      </div>
      <div className={styles.body}>
        <AnswerChoice
          label={words.t("criterion.label", { id: criterion.id })}
          value={item.answer}
          onChange={(answer) => void pane.editCriterion({ indicator, criterion: criterion.id, answer })}
        />
        <div className={styles.close}>
          <EvidenceList
            items={item.attached}
            label={words.t("evidence.attachedTo", { id: criterion.id })}
            onDetach={(reference) => void write(references.filter((one) => one !== reference))}
          />
        </div>
        {item.findings.map((finding) => (
          <FindingLine key={`${finding.code}${finding.variant}`} finding={finding} />
        ))}
        {attaching ? (
          <Suspense>
            <AttachEvidence
              assessment={props.state.assessment}
              indicator={indicator}
              criterion={criterion.id}
              attached={references}
              onAttach={(added) => write([...references, added])}
              onClose={() => setAttaching(false)}
            />
          </Suspense>
        ) : (
          <TextLink
            ref={opener}
            onClick={() => setAttaching(true)}
            label={words.t("evidence.attachTo", { id: criterion.id })}
          >
            <AttachRegular aria-hidden fontSize={20} />
            {words.t("evidence.attach")}
          </TextLink>
        )}
        {item.note && (
          <NoteField
            label={words.t("criterion.note")}
            text={item.note}
            onSave={(note, was) =>
              void pane.editCriterion({ indicator, criterion: criterion.id, note, was: { note: was } })
            }
          />
        )}
      </div>
    </div>
  );
}
