import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { levelOf } from "../../assessment/level";
import { askedCriteria } from "../../assessment/maturity";
import type { Conflict } from "../../assessment/merge";
import type { Criterion, Indicator } from "../../instrument/types";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  root: { margin: "16px 0 4px" },
  line: { display: "grid", gridTemplateColumns: "24px 1fr", columnGap: "8px", marginTop: "4px" },
});

/** The criteria on which the answers differ: those above the lowest answer up to the highest. */
export function decidingCriteria(indicator: Indicator, conflict: Conflict): readonly Criterion[] {
  const levels = conflict.answers.flatMap(({ level }) => levelOf(level) ?? []);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return indicator.levels
    .filter(({ level }) => level > low && level <= high)
    .flatMap((level) => askedCriteria(indicator, level));
}

export function ConflictCriteria({ indicator, conflict }: { indicator: Indicator; conflict: Conflict }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const criteria = decidingCriteria(indicator, conflict);
  if (criteria.length === 0) return null;
  return (
    <div className={styles.root}>
      <TextLink onClick={() => setOpen(!open)}>
        {words.t(open ? "conflict.hideCriteria" : "conflict.showCriteria", {
          list: criteria.map(({ id }) => id).join(", "),
        })}
      </TextLink>
      {open && (
        <div className={mergeClasses(rows.quietPanel)}>
          {criteria.map(({ id, text }) => (
            <div key={id} className={styles.line}>
              <span className={type.strong}>{id}</span>
              <span>{text}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
