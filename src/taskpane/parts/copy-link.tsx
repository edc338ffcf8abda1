import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { copyText } from "../copy-text";
import { useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

export type CopyState = "copied" | "refused" | null;

/** Copies a text; `text` is made only when it is asked for. */
export function CopyLink(props: { text: () => string; label: string; name: string }) {
  const words = useWords();
  const [state, setState] = useState<CopyState>(null);
  const copy = async (): Promise<void> => setState((await copyText(props.text())) ? "copied" : "refused");
  return (
    <>
      <TextLink onClick={() => void copy()} label={words.t("action.of", { action: props.label, name: props.name })}>
        {props.label}
      </TextLink>
      <CopyResult state={state} text={props.text} />
    </>
  );
}

/** Says that a text was copied; where the host refused, shows it to be copied by hand. */
export function CopyResult({ state, text }: { state: CopyState; text: () => string }) {
  const type = useType();
  const words = useWords();
  return (
    <>
      <span role="status" className={type.caption}>
        {state === "copied" && words.t("evidenceView.copied")}
      </span>
      {state === "refused" && (
        <Field label={words.t("evidenceView.copyByHand")} style={{ width: "100%" }}>
          <Textarea readOnly rows={6} value={text()} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </>
  );
}
