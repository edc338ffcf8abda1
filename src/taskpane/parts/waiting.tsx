import { makeStyles, Spinner } from "@fluentui/react-components";
import { useWords } from "../words";
import { Page } from "./page";

const useStyles = makeStyles({ waiting: { padding: "32px 0" } });

/** While the workbook is read or a view's script arrives. */
export function Waiting() {
  const styles = useStyles();
  const words = useWords();
  return (
    <Page quietUndo>
      <Spinner className={styles.waiting} size="small" label={words.t("caption.reading")} />
    </Page>
  );
}
