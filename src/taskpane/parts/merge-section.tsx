import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useRows, useType } from "../styles";
import { Disclosure } from "./disclosure";
import { SeverityIcon, type Mark } from "./severity-icon";

const useStyles = makeStyles({ section: { marginTop: "4px" }, body: { paddingLeft: "28px" } });

/** A counted group of files; those that need nothing start closed. */
export function MergeSection(props: {
  mark: Mark;
  label: string;
  count: number;
  openAtFirst: boolean;
  children: ReactNode;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const [open, setOpen] = useState(props.openAtFirst);
  if (props.count === 0) return null;
  return (
    <section className={styles.section}>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={
          <>
            <SeverityIcon mark={props.mark} />
            <span className={mergeClasses(type.strong, rows.grow)}>{props.label}</span>
            <span className={type.strong}>{props.count}</span>
          </>
        }
      >
        <div className={styles.body}>{props.children}</div>
      </Disclosure>
    </section>
  );
}
