import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { useEffect, useRef, type ReactNode } from "react";
import { UndoBar } from "./undo-bar";

const useStyles = makeStyles({
  main: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: "auto",
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    padding: "16px 16px 24px",
    position: "relative",
    ":focus-visible": { outline: "none" },
    "@media print": { overflowY: "visible", overflowX: "visible" },
  },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px",
    padding: "12px 16px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media print": { display: "none" },
  },
  wide: { flexGrow: 1 },
  right: { marginLeft: "auto" },
});

export interface PrimaryAction {
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly forward?: boolean;
}

/**
 * A view's content over the sticky footer. The footer holds exactly one filled button: alone it fills the width, beside
 * others it stands at the right. A view whose only action is to cancel passes it as `secondary` alone.
 */
export function Page(props: {
  primary?: PrimaryAction;
  secondary?: ReactNode;
  /** A change of this brings the content back to its top. */
  top?: string | number;
  quietUndo?: boolean;
  children: ReactNode;
}) {
  const styles = useStyles();
  const main = useRef<HTMLElement>(null);
  const top = useRef(props.top);
  useEffect(() => {
    if (top.current === props.top) return;
    top.current = props.top;
    if (main.current) main.current.scrollTop = 0;
  }, [props.top]);
  const { primary, secondary } = props;
  return (
    <>
      <main ref={main} className={styles.main} tabIndex={-1}>
        {props.children}
      </main>
      {!props.quietUndo && <UndoBar onClose={() => main.current?.focus()} />}
      {(primary || secondary) && (
        <footer className={styles.foot}>
          {secondary}
          {primary && (
            <Button
              appearance="primary"
              className={mergeClasses(secondary ? styles.right : styles.wide)}
              disabledFocusable={primary.disabled}
              icon={primary.forward ? <ArrowRightRegular /> : undefined}
              iconPosition="after"
              onClick={primary.onClick}
            >
              {primary.label}
            </Button>
          )}
        </footer>
      )}
    </>
  );
}
