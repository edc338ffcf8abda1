import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { SHEET } from "../../workbook/layout";
import type { WriteCounts } from "../model/merge";
import { useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  sheet: { textAlign: "left", fontWeight: 400, padding: "8px 0" },
  count: { textAlign: "right", whiteSpace: "nowrap" },
  unit: { paddingLeft: "8px", whiteSpace: "nowrap", width: "1%" },
});

/** Sheet, how many, of what. */
export function WriteTable({ counts }: { counts: WriteCounts }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const lines = [
    { sheet: SHEET.answers, count: counts.answers, unit: words.t("merge.rowsAdded") },
    { sheet: SHEET.entries, count: counts.entries, unit: words.t("merge.cellsChanged") },
    { sheet: SHEET.evidence, count: counts.evidence, unit: words.t("merge.rowsAdded") },
    { sheet: SHEET.conflicts, count: counts.conflicts, unit: words.t("merge.rowsAdded") },
    { sheet: SHEET.mergeLog, count: counts.log, unit: words.t("merge.rowsAdded") },
  ];
  return (
    <table className={styles.table}>
      <tbody>
        {lines.map(({ sheet, count, unit }) => (
          <tr key={sheet} className={styles.row}>
            <th scope="row" className={styles.sheet}>
              {sheet}
            </th>
            <td className={mergeClasses(type.strong, styles.count)}>{count}</td>
            <td className={mergeClasses(type.quiet, styles.unit)}>{unit}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
