import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, type ReactNode } from "react";
import { useRows, useType } from "../styles";

const useStyles = makeStyles({
  button: { display: "flex", alignItems: "center", columnGap: "8px", minHeight: "36px", padding: "4px 0" },
  chevron: { flexShrink: 0 },
});

/** A line that opens what lies under it. The line is what `head` holds; the chevron is added. */
export function Disclosure(props: {
  head: ReactNode;
  open: boolean;
  onToggle: () => void;
  className?: string;
  /** Stands under the line, open or not. */
  note?: ReactNode;
  children?: ReactNode;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const id = useId();
  const Chevron = props.open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <>
      <button
        type="button"
        className={mergeClasses(rows.bare, styles.button, props.className)}
        aria-expanded={props.open}
        aria-controls={props.open ? id : undefined}
        onClick={props.onToggle}
      >
        {props.head}
        <Chevron aria-hidden fontSize={16} className={mergeClasses(type.quiet, styles.chevron)} />
      </button>
      {props.note}
      {props.open && <div id={id}>{props.children}</div>}
    </>
  );
}
