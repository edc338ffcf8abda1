import { Link, makeStyles, mergeClasses } from "@fluentui/react-components";
import type { ReactNode, Ref } from "react";

const useStyles = makeStyles({
  link: {
    fontSize: "inherit",
    lineHeight: "inherit",
    textAlign: "left",
    "@media (forced-colors: active)": { color: "LinkText", textDecorationLine: "underline" },
  },
  target: { minHeight: "24px", display: "inline-flex", alignItems: "center", columnGap: "4px" },
});

/** An action that reads as text: "Ke sel G22". `inline` sits in a sentence, else it is a target of its own. */
export function TextLink({
  ref,
  ...props
}: {
  children: ReactNode;
  onClick: () => void;
  inline?: boolean;
  label?: string;
  disabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
}) {
  const styles = useStyles();
  return (
    <Link
      ref={ref}
      as="button"
      type="button"
      className={mergeClasses(styles.link, !props.inline && styles.target)}
      aria-label={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.children}
    </Link>
  );
}
