import { Button, Field, Input, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment, Evidence } from "../../assessment/assessment";
import type { EvidenceDraft } from "../../excel/session";
import { evidenceRulesOf } from "../../instrument/evidence-rules";
import { attachmentEdits, attachmentsOf } from "../model/attachments";
import { changedFields, draftEvidence, nextEvidenceId, suggestedFileName } from "../model/evidence";
import { usePane } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { AttachTo } from "./attach-to";
import { DayField } from "./day-field";
import { MustHaves } from "./must-haves";
import { Page } from "./page";
import { StatusSelect } from "./status-select";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: "8px", rowGap: "12px", alignItems: "start" },
  narrow: { minWidth: 0, width: "100%" },
  title: { marginBottom: "12px" },
});

const draftOf = ({ cells: _, ...draft }: Evidence): EvidenceDraft => draft;

/** One document, new or as registered: its facts, what it contains and what it proves. Written as one step. */
export function DocumentForm(props: { assessment: Assessment; document: Evidence | null; onClose: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { assessment, document } = props;
  const [draft, setDraft] = useState<EvidenceDraft>(() =>
    document ? draftOf(document) : draftEvidence(nextEvidenceId(assessment), {}),
  );
  const [attached] = useState(() => (document ? attachmentsOf(assessment, document.id) : []));
  const [attachments, setAttachments] = useState(attached);
  // What the person saw when the form opened; a colleague may change the row meanwhile.
  const [opened] = useState(draft);
  const change = (part: Partial<EvidenceDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const isNamed = draft.name.trim() !== "" || draft.file.trim() !== "";
  const save = async (): Promise<void> => {
    if (!isNamed) return;
    const references = attachmentEdits(assessment, draft.id, attachments, attached);
    const done = await pane.write("busy.register", () =>
      document
        ? pane.session.editEvidence(document.id, changedFields(opened, draft), references, opened)
        : pane.session.addEvidence([draft], references),
    );
    if (done) props.onClose();
  };
  const text = (field: "name" | "number" | "signatory" | "file" | "page") => (
    <Input className={styles.narrow} value={draft[field]} onChange={(_, { value }) => change({ [field]: value })} />
  );
  const day = (field: "date" | "validUntil") => (
    <DayField
      label={words.t(`document.${field}`)}
      className={styles.narrow}
      value={draft[field]}
      onChange={(date) => change({ [field]: date })}
    />
  );
  return (
    <Page
      top={draft.id}
      primary={{ label: words.t("document.save"), disabled: !isNamed, onClick: () => void save() }}
      secondary={<Button onClick={props.onClose}>{words.t("action.cancel")}</Button>}
    >
      <h1 className={mergeClasses(type.title, styles.title)}>
        {words.t(document ? "document.edit" : "document.new", { id: draft.id })}
      </h1>
      <div className={rows.stack}>
        <Field label={words.t("document.name")} hint={isNamed ? undefined : words.t("document.needsName")}>
          {text("name")}
        </Field>
        <div className={styles.pair}>
          <Field label={words.t("document.kind")}>
            <KindSelect
              assessment={assessment}
              value={draft.kind}
              className={styles.narrow}
              onChange={(kind) => change({ kind })}
            />
          </Field>
          <Field label={words.t("document.status")}>
            <StatusSelect className={styles.narrow} value={draft.status} onChange={(status) => change({ status })} />
          </Field>
          <Field label={words.t("document.number")}>{text("number")}</Field>
          <Field label={words.t("document.signatory")}>{text("signatory")}</Field>
          {day("date")}
          {day("validUntil")}
        </div>
        <Field label={words.t("document.file")}>{text("file")}</Field>
        <Naming draft={draft} first={attachments[0]} onUse={(file) => change({ file })} />
        <Field label={words.t("document.page")}>{text("page")}</Field>
        <AttachTo assessment={assessment} value={attachments} onChange={setAttachments} />
        <MustHaves assessment={assessment} draft={draft} attachments={attachments} onChange={setDraft} />
      </div>
    </Page>
  );
}

/** The instrument's kinds, and what the register holds where it is none of them. */
function KindSelect(props: {
  assessment: Assessment;
  value: string;
  onChange: (kind: string) => void;
  className: string;
}) {
  const kinds = evidenceRulesOf(props.assessment.instrument.id)?.kinds.map(({ label }) => label) ?? [];
  const { value, onChange, className } = props;
  if (kinds.length === 0)
    return <Input className={className} value={value} onChange={(_, data) => onChange(data.value)} />;
  return (
    <Select className={className} value={value} onChange={(_, data) => onChange(data.value)}>
      <option value="">–</option>
      {[...(value && !kinds.includes(value) ? [value] : []), ...kinds].map((kind) => (
        <option key={kind} value={kind}>
          {kind}
        </option>
      ))}
    </Select>
  );
}

/** How the guideline would name the file, by the first criterion that it proves. */
function Naming(props: {
  draft: EvidenceDraft;
  first: { indicator: number; criterion: string | null } | undefined;
  onUse: (file: string) => void;
}) {
  const type = useType();
  const words = useWords();
  const { draft, first } = props;
  if (!first) return <div className={mergeClasses(type.caption, type.quiet)}>{words.t("document.namingHint")}</div>;
  const name = suggestedFileName(first.indicator, first.criterion ?? "", draft.name);
  return (
    <div className={mergeClasses(type.caption, type.quiet)}>
      {words.t("document.naming")} <span className={type.anywhere}>{name}</span>
      <div>
        {name !== draft.file && <TextLink onClick={() => props.onUse(name)}>{words.t("document.useName")}</TextLink>}
      </div>
    </div>
  );
}
