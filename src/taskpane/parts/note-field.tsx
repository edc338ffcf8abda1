import { Button, Field, makeStyles, mergeClasses, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useFocusBack } from "../focus-back";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  root: { paddingTop: "12px" },
  head: { display: "flex", justifyContent: "space-between", alignItems: "baseline", columnGap: "8px" },
  text: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
});

/** A longer text of a row: shown, and typed only when it is wanted. */
export function NoteField(props: { label: string; text: string; onSave: (text: string, was: string) => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  /** What is typed, and the text that it began from: somebody may change the cell meanwhile. */
  const [draft, setDraft] = useState<{ readonly text: string; readonly was: string } | null>(null);
  const opener = useFocusBack(draft !== null);
  const action = words.t(props.text ? "action.change" : "action.write");
  if (draft === null)
    return (
      <div className={styles.root}>
        <div className={styles.head}>
          <span className={type.strong}>{props.label}</span>
          <TextLink
            ref={opener}
            onClick={() => setDraft({ text: props.text, was: props.text })}
            label={words.t("action.of", { action, name: props.label })}
          >
            {action}
          </TextLink>
        </div>
        <div className={mergeClasses(styles.text, !props.text && type.quiet)}>{props.text || words.t("none.yet")}</div>
      </div>
    );
  return (
    <div className={styles.root}>
      <Field label={props.label}>
        <Textarea
          autoFocus
          resize="vertical"
          rows={4}
          value={draft.text}
          onChange={(_, data) => setDraft({ ...draft, text: data.value })}
        />
      </Field>
      <div className={rows.links}>
        <Button
          size="small"
          onClick={() => {
            setDraft(null);
            if (draft.text !== draft.was) props.onSave(draft.text, draft.was);
          }}
        >
          {words.t("action.save")}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setDraft(null)}>
          {words.t("action.cancel")}
        </Button>
      </div>
    </div>
  );
}
