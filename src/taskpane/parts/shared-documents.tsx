import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { planningOf, type SharedDocument } from "../../instrument/planning";
import { ranges } from "../model/ranges";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Disclosure } from "./disclosure";

const useStyles = makeStyles({
  option: { marginBottom: "8px" },
  label: { marginLeft: "32px", marginTop: "-4px" },
  row: {
    display: "grid",
    gridTemplateColumns: "1fr 44px",
    columnGap: "8px",
    padding: "8px 0 8px 32px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const levelOf = ({ steps }: SharedDocument): string => ranges([...new Set(steps.map(({ level }) => level))]);
const numbersOf = ({ steps }: SharedDocument): string => ranges(steps.map(({ indicator }) => indicator));

/** Documents that serve several indicators: those that are ticked are made, and paid, once. */
export function SharedDocuments(props: {
  assessment: Assessment;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { documents } = planningOf(props.assessment.instrument.id);
  if (documents.length === 0) return null;
  return (
    <section>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={
          <>
            <span className={mergeClasses(type.strong, rows.grow)}>{words.t("shared.title")}</span>
            {props.chosen.length > 0 && <span className={type.strong}>{props.chosen.length}</span>}
          </>
        }
      >
        <p className={mergeClasses(type.plain, type.caption, type.quiet)}>{words.t("shared.note")}</p>
        {documents.map((document) => (
          <div key={document.id} className={styles.option}>
            <Checkbox
              label={document.name}
              checked={props.chosen.includes(document.id)}
              onChange={(_, { checked }) =>
                props.onChange([...props.chosen.filter((id) => id !== document.id), ...(checked ? [document.id] : [])])
              }
            />
            <div className={mergeClasses(type.caption, type.quiet, styles.label)}>
              {words.t("shared.about", {
                list: numbersOf(document),
                level: levelOf(document),
                effort: words.decimal(String(document.effort)),
                saves: words.decimal(String(document.saves)),
              })}
            </div>
          </div>
        ))}
      </Disclosure>
    </section>
  );
}

/** A document of the plan, below the steps that it serves. */
export function SharedDocumentRow({ document }: { document: SharedDocument }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  return (
    <div className={styles.row}>
      <span>
        {document.name}
        <span className={mergeClasses(type.caption, type.quiet)} style={{ display: "block" }}>
          {words.t("shared.once")}
        </span>
      </span>
      <span className={type.right}>{words.decimal(String(document.effort))}</span>
    </div>
  );
}
