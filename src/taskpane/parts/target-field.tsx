import { Button, Input, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { parseRatio, toNumber } from "../../assessment/ratio";
import type { Instrument } from "../../instrument/types";
import { useFocusBack } from "../focus-back";
import { usePane } from "../state";
import { useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  form: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: "8px", marginTop: "4px" },
  input: { width: "88px", minWidth: 0 },
});

/** A target typed with comma or point, as decimal text, or null when it is no value of the scale. */
export function readTarget(text: string, instrument: Pick<Instrument, "scale">): string | null {
  const decimal = text.trim().replace(",", ".");
  const value = parseRatio(decimal);
  if (!value) return null;
  const number = toNumber(value);
  return number >= instrument.scale.min && number <= instrument.scale.max ? decimal : null;
}

/** The agency's target: a link until it is wanted, then a small form. */
export function TargetField({ targetIndex, instrument }: { targetIndex: string | null; instrument: Instrument }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const [draft, setDraft] = useState<string | null>(null);
  const opener = useFocusBack(draft !== null);
  if (draft === null)
    return (
      <div className={type.caption}>
        <TextLink ref={opener} inline onClick={() => setDraft(targetIndex === null ? "" : words.decimal(targetIndex))}>
          {words.t(targetIndex === null ? "target.set" : "target.change")}
        </TextLink>
      </div>
    );
  const value = draft.trim() === "" ? null : readTarget(draft, instrument);
  const valid = draft.trim() === "" || value !== null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        setDraft(null);
        void pane.write("busy.edit", () => pane.session.setTargetIndex(value));
      }}
    >
      <Input
        autoFocus
        size="small"
        className={styles.input}
        value={draft}
        inputMode="decimal"
        aria-label={words.t("target.label")}
        aria-invalid={!valid}
        onChange={(_, data) => setDraft(data.value)}
      />
      <Button size="small" type="submit" disabledFocusable={!valid}>
        {words.t("action.save")}
      </Button>
      <Button size="small" appearance="subtle" onClick={() => setDraft(null)}>
        {words.t("action.cancel")}
      </Button>
      {!valid && (
        <span className={mergeClasses(type.caption)} role="alert">
          {words.t("target.invalid", { min: instrument.scale.min, max: instrument.scale.max })}
        </span>
      )}
    </form>
  );
}
