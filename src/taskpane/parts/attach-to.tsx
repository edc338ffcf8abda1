import { Button, Field, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import { attachmentKey, type Attachment } from "../model/attachments";
import { criteriaOf } from "../model/import-files";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: { display: "flex", columnGap: "8px", padding: "4px 0", alignItems: "baseline" },
  code: { minWidth: "48px", flexShrink: 0 },
  pair: { display: "grid", rowGap: "8px", marginTop: "8px" },
  narrow: { minWidth: 0, width: "100%" },
  text: { margin: "4px 0 8px" },
});

/** The criteria that a document proves, over as many indicators as it serves. */
export function AttachTo(props: {
  assessment: Assessment;
  value: readonly Attachment[];
  onChange: (attachments: readonly Attachment[]) => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [number, setNumber] = useState(props.value[0]?.indicator ?? 1);
  const [criterion, setCriterion] = useState("");
  const indicators = indicatorsOf(props.assessment.instrument);
  const criteria = criteriaOf(props.assessment, number);
  const chosen: Attachment = { indicator: number, criterion: criterion || null };
  const isTaken = props.value.some((one) => attachmentKey(one) === attachmentKey(chosen));
  const codeOf = (one: Attachment): string => `${one.indicator} · ${one.criterion ?? words.t("register.row")}`;
  return (
    <section>
      <h2 className={mergeClasses(type.plain, type.strong)}>{words.t("document.attached")}</h2>
      {props.value.length === 0 ? (
        <div className={mergeClasses(type.caption, type.quiet)}>{words.t("document.notAttached")}</div>
      ) : (
        <ul className={styles.list}>
          {props.value.map((one) => (
            <li key={attachmentKey(one)} className={styles.item}>
              <span className={mergeClasses(type.strong, type.number, styles.code)}>{codeOf(one)}</span>
              <span className={rows.grow}>{indicators[one.indicator - 1]?.shortName}</span>
              <TextLink
                onClick={() => props.onChange(props.value.filter((other) => other !== one))}
                label={words.t("action.of", { action: words.t("document.detach"), name: codeOf(one) })}
              >
                {words.t("document.detach")}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.pair}>
        <Field label={words.t("document.indicator")}>
          <Select
            className={styles.narrow}
            value={String(number)}
            onChange={(_, { value }) => {
              setNumber(Number(value));
              setCriterion("");
            }}
          >
            {indicators.map((indicator) => (
              <option key={indicator.number} value={String(indicator.number)}>
                {indicator.number} {indicator.shortName}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={words.t("document.criterion")}>
          <Select className={styles.narrow} value={criterion} onChange={(_, { value }) => setCriterion(value)}>
            <option value="">{words.t("register.row")}</option>
            {criteria.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className={mergeClasses(type.caption, type.quiet, styles.text)}>
        {criteria.find(({ id }) => id === criterion)?.text ?? words.t("document.ownRow")}
      </div>
      <Button size="small" disabledFocusable={isTaken} onClick={() => props.onChange([...props.value, chosen])}>
        {words.t("document.attach")}
      </Button>
    </section>
  );
}
