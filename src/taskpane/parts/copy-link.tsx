import { Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { copyText } from "../copy-text";
import { useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

/** Copies a text; where the host refuses, shows it to be copied by hand. `text` is made only when it is asked for. */
export function CopyLink(props: { text: () => string; label: string; name: string }) {
  const type = useType();
  const words = useWords();
  const [done, setDone] = useState<"copied" | "refused" | null>(null);
  const copy = async (): Promise<void> => setDone((await copyText(props.text())) ? "copied" : "refused");
  return (
    <>
      <TextLink onClick={() => void copy()} label={words.t("action.of", { action: props.label, name: props.name })}>
        {props.label}
      </TextLink>
      <span role="status" className={type.caption}>
        {done === "copied" && words.t("evidenceView.copied")}
      </span>
      {done === "refused" && (
        <Field label={words.t("evidenceView.copyByHand")} style={{ width: "100%" }}>
          <Textarea readOnly rows={6} value={props.text()} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </>
  );
}
