import { Button, Field, Input, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import { EVIDENCE_STATUSES, type Assessment, type EvidenceStatus } from "../../assessment/assessment";
import { attachable, draftEvidence, nextEvidenceId, suggestedFileName } from "../model/evidence";
import { usePane } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Key } from "../words";
import { TextLink } from "./text-link";

const SHOWN = 6;
const STATUS_KEY: Readonly<Record<EvidenceStatus, Key>> = {
  belum: "status.belum",
  draf: "status.draf",
  proses: "status.proses",
  revisi: "status.revisi",
  diterima: "status.diterima",
};

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: "8px", marginTop: "8px" },
  option: { display: "block", padding: "6px 0", minHeight: "32px" },
  pair: { display: "grid", gridTemplateColumns: "1fr 1fr", columnGap: "8px" },
  narrow: { minWidth: 0, width: "100%" },
  list: { listStyle: "none", margin: 0, padding: 0 },
});

export interface AttachProps {
  readonly assessment: Assessment;
  readonly indicator: number;
  readonly criterion: string;
  readonly attached: readonly string[];
  readonly onAttach: (references: readonly string[]) => Promise<boolean>;
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
  const [query, setQuery] = useState("");
  const found = attachable(props.assessment, props.attached, query);
  const attach = (reference: string): void => {
    props.onClose();
    void props.onAttach([reference]);
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
            <li key={document.id}>
              <button
                type="button"
                className={mergeClasses(rows.bare, styles.option)}
                onClick={() => attach(document.id)}
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
  const [fields, setFields] = useState({ name: "", number: "", date: "", file: "", page: "", status: "" });
  const id = nextEvidenceId(props.assessment.evidence);
  const suggestion = suggestedFileName(props.indicator, props.criterion, fields.name);
  const change = (field: keyof typeof fields) => (_: unknown, data: { value: string }) =>
    setFields((before) => ({ ...before, [field]: data.value }));
  const save = async (): Promise<void> => {
    const draft = draftEvidence(id, {
      name: fields.name.trim(),
      number: fields.number.trim(),
      date: fields.date || null,
      file: fields.file.trim(),
      page: fields.page.trim(),
      status: EVIDENCE_STATUSES.find((status) => status === fields.status) ?? null,
    });
    props.onClose();
    if (await pane.write("busy.edit", () => pane.session.addEvidence([draft]))) await props.onAttach([id]);
  };
  return (
    <form
      className={mergeClasses(rows.quietPanel, styles.root)}
      onSubmit={(event) => {
        event.preventDefault();
        if (fields.name.trim()) void save();
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
        <Field label={words.t("evidence.date")}>
          <Input type="date" className={styles.narrow} value={fields.date} onChange={change("date")} />
        </Field>
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
          <Select className={styles.narrow} value={fields.status} onChange={change("status")}>
            <option value="">–</option>
            {EVIDENCE_STATUSES.map((status) => (
              <option key={status} value={status}>
                {words.t(STATUS_KEY[status])}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={rows.links}>
        <Button type="submit" size="small" disabledFocusable={!fields.name.trim()}>
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
