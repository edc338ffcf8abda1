import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Finding } from "../../assessment/finding";
import { findingText } from "../../locale/findings";
import { useType } from "../styles";
import { useWords } from "../words";
import { SeverityIcon } from "./severity-icon";

const useStyles = makeStyles({ line: { display: "flex", columnGap: "4px", marginTop: "2px" } });

/** One finding where it belongs, beside the criterion or the document. */
export function FindingLine({ finding }: { finding: Finding }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  return (
    <div className={mergeClasses(styles.line, type.caption)}>
      <SeverityIcon mark={finding.severity} size={16} />
      <span>{findingText(finding, words.locale).message}</span>
    </div>
  );
}
