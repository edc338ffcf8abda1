import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { ShareBar } from "./share-bar";

const useStyles = makeStyles({ bar: { margin: "8px 0" } });

/** Long work: how far it is and with what it is busy. */
export function Progress(props: { done: number; total: number; unit: string; label: string; doing: string }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  return (
    <div>
      <div className={rows.baseline}>
        <span className={type.count}>{props.done}</span>
        <span>{words.t("progress.of", { total: props.total, unit: props.unit })}</span>
      </div>
      <div className={styles.bar}>
        <ShareBar done={props.done} total={props.total} label={props.label} />
      </div>
      <div className={mergeClasses(type.quiet, type.anywhere)}>{props.doing}</div>
    </div>
  );
}
