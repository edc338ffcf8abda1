import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Says what changed to a screen reader; the count makes the same sentence twice in a row heard twice. */
export function LiveRegion({ text, count }: { text: string; count: number }) {
  const styles = useStyles();
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      <span key={count}>{text}</span>
    </div>
  );
}
