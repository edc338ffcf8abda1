import { Button, Field, Input, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment, EvidenceStatus, IsoDate } from "../../assessment/assessment";
import { attachable, draftEvidence, nextEvidenceId, suggestedFileName } from "../model/evidence";
import { referenceEdit } from "../model/attachments";
import { usePane, usePaneState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { DayField } from "./day-field";
import { StatusSelect } from "./status-select";
import { TextLink } from "./text-link";

const SHOWN = 6;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px", marginTop: "8px" },
  option: { display: "block", padding: "6px 0", minHeight: "32px" },
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: "8px", alignItems: "start" },
  narrow: { minWidth: 0, width: "100%" },
  list: { listStyle: "none", margin: 0, padding: 0 },
});

export interface AttachProps {
  readonly assessment: Assessment;
  readonly indicator: number;
  readonly criterion: string;
  readonly attached: readonly string[];
  readonly onAttach: (reference: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Attach a document that the register has, or register a new one and attach it. */
export default function AttachEvidence(props: AttachProps) {
  const [fresh, setFresh] = useState(props.assessment.evidence.length === 0);
  return fresh ? (
    <NewDocument {...props} onBack={() => setFresh(false)} />
  ) : (
    <FromRegister {...props} onNew={() => setFresh(true)} />
  );
}

function FromRegister(props: AttachProps & { onNew: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const { busy } = usePaneState();
  const [query, setQuery] = useState("");
  const found = attachable(props.assessment, props.attached, query);
  const attach = async (reference: string): Promise<void> => {
    // Open until it is written: what was typed outlives a failure, and nothing is attached twice.
    if (busy === null && (await props.onAttach(reference))) props.onClose();
  };
  return (
    <div className={mergeClasses(rows.quietPanel, styles.root)}>
      <Field label={words.t("attach.search")}>
        <Input autoFocus className={styles.narrow} value={query} onChange={(_, data) => setQuery(data.value)} />
      </Field>
      {found.length === 0 ? (
        <div className={type.quiet}>{words.t("attach.none")}</div>
      ) : (
        <ul className={styles.list}>
          {found.slice(0, SHOWN).map(({ document, uses }) => (
            <li key={document.cells.id?.cell ?? document.id}>
              <button
                type="button"
                className={mergeClasses(rows.bare, styles.option)}
                onClick={() => void attach(document.id)}
              >
                <span className={type.anywhere}>{document.name || document.file || document.id}</span>
                <span className={mergeClasses(type.caption, type.quiet)} style={{ display: "block" }}>
                  {document.id}
                  {uses > 0 && ` · ${words.t("attach.uses", { n: uses })}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length > SHOWN && (
        <div className={mergeClasses(type.caption, type.quiet)}>
          {words.t("attach.more", { n: found.length - SHOWN })}
        </div>
      )}
      <div className={rows.links}>
        <TextLink onClick={props.onNew}>{words.t("attach.new")}</TextLink>
        <TextLink onClick={props.onClose}>{words.t("action.cancel")}</TextLink>
      </div>
    </div>
  );
}

function NewDocument(props: AttachProps & { onBack: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { busy } = usePaneState();
  const [fields, setFields] = useState({ name: "", number: "", file: "", page: "" });
  const [date, setDate] = useState<IsoDate | null>(null);
  const [status, setStatus] = useState<EvidenceStatus | null>(null);
  const id = nextEvidenceId(props.assessment);
  const canSave = fields.name.trim() !== "" && busy === null;
  const suggestion = suggestedFileName(props.indicator, props.criterion, fields.name);
  const change = (field: keyof typeof fields) => (_: unknown, data: { value: string }) =>
    setFields((before) => ({ ...before, [field]: data.value }));
  const save = async (): Promise<void> => {
    const draft = draftEvidence(id, {
      name: fields.name.trim(),
      number: fields.number.trim(),
      date,
      file: fields.file.trim(),
      page: fields.page.trim(),
      status,
    });
    const { assessment, indicator, criterion, attached } = props;
    const reference = referenceEdit(assessment, { indicator, criterion }, [...attached, id]);
    if (await pane.write("busy.register", () => pane.session.addEvidence([draft], [reference]))) props.onClose();
  };
  return (
    <form
      className={mergeClasses(rows.quietPanel, styles.root)}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) void save();
      }}
    >
      <div className={type.strong}>{words.t("attach.newTitle", { id })}</div>
      <Field label={words.t("evidence.name")} required>
        <Input autoFocus className={styles.narrow} value={fields.name} onChange={change("name")} />
      </Field>
      <div className={styles.pair}>
        <Field label={words.t("evidence.number")}>
          <Input className={styles.narrow} value={fields.number} onChange={change("number")} />
        </Field>
        <DayField label={words.t("evidence.date")} className={styles.narrow} value={date} onChange={setDate} />
      </div>
      <Field label={words.t("evidence.file")}>
        <Input className={styles.narrow} value={fields.file} onChange={change("file")} />
      </Field>
      <div className={mergeClasses(type.caption, type.quiet)}>
        {words.t("attach.naming")} <span className={type.anywhere}>{suggestion}</span>{" "}
        <TextLink inline onClick={() => setFields((before) => ({ ...before, file: suggestion }))}>
          {words.t("attach.useName")}
        </TextLink>
      </div>
      <div className={styles.pair}>
        <Field label={words.t("evidence.page")}>
          <Input className={styles.narrow} value={fields.page} onChange={change("page")} />
        </Field>
        <Field label={words.t("evidence.status")}>
          <StatusSelect className={styles.narrow} value={status} onChange={setStatus} />
        </Field>
      </div>
      <div className={rows.links}>
        <Button type="submit" size="small" disabledFocusable={!canSave}>
          {words.t("attach.save")}
        </Button>
        {props.assessment.evidence.length > 0 && (
          <TextLink onClick={props.onBack}>{words.t("attach.fromRegister")}</TextLink>
        )}
        <TextLink onClick={props.onClose}>{words.t("action.cancel")}</TextLink>
      </div>
    </form>
  );
}
