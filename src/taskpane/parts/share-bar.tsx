import { makeStyles, ProgressBar } from "@fluentui/react-components";

const useStyles = makeStyles({
  bar: {
    // Fluent's own words for the query, or its track stays as dark as the bar.
    "@media screen and (forced-colors: active)": { backgroundColor: "Canvas", outline: "1px solid CanvasText" },
  },
});

/** How much of a whole is done, as a bar; the figures stand beside it. */
export function ShareBar({ done, total, label }: { done: number; total: number; label: string }) {
  const styles = useStyles();
  const value = total === 0 ? 0 : done / total;
  return <ProgressBar className={styles.bar} thickness="large" value={value} aria-label={label} />;
}
