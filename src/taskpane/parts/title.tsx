import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useType } from "../styles";

const useStyles = makeStyles({ title: { display: "grid", gridTemplateColumns: "auto 1fr", columnGap: "8px" } });

/** The number and the short name of an indicator; its full name is what a screen reader says. */
export function IndicatorTitle({ number, short, full }: { number: number; short: string; full: string }) {
  const styles = useStyles();
  const type = useType();
  return (
    <h1 className={mergeClasses(type.title, styles.title)} aria-label={`${number}. ${full}`}>
      <span className={type.quiet}>{number}</span>
      <span>{short}</span>
    </h1>
  );
}
