import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Assessment } from "../../assessment/assessment";
import { instrumentTitle } from "../../instrument";
import { recordable } from "../model/compare";
import { usePane, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", marginTop: "4px" },
  year: { textAlign: "left", fontWeight: 600, padding: "4px 8px 4px 0", width: "56px" },
  name: { padding: "4px 0" },
  value: { textAlign: "right", padding: "4px 0", whiteSpace: "nowrap" },
});

/** The sheet `Riwayat`, and the way to write this year's result there. */
export function HistoryBlock({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const history = [...state.history].sort((a, b) => b.year - a.year);
  return (
    <>
      <hr className={rows.rule} />
      <h2 className={type.section}>{words.t("history.title")}</h2>
      {history.length === 0 && <p className={mergeClasses(type.plain, type.quiet)}>{words.t("history.empty")}</p>}
      <table className={styles.table}>
        <tbody>
          {history.map((row, i) => (
            <tr key={i}>
              <th scope="row" className={styles.year}>
                {row.year}
              </th>
              <td className={mergeClasses(styles.name, type.quiet)}>
                {[row.predicate, row.instrument !== state.assessment.instrument.id && instrumentTitle(row.instrument)]
                  .filter(Boolean)
                  .join(" · ")}
              </td>
              <td className={mergeClasses(styles.value, type.strong)}>{words.number(row.index)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <RecordResult state={state} assessment={state.assessment} />
    </>
  );
}

/** Offers to write an assessment's result into `Riwayat`, and says first what it would take the place of. */
export function RecordResult({ state, assessment }: { state: AssessmentState; assessment: Assessment }) {
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const found = recordable(assessment, state.history, state.assessment.identity.agency);
  if (!found) return null;
  const { result, replaces } = found;
  return (
    <div style={{ marginTop: 4 }}>
      <TextLink onClick={() => void pane.write("busy.history", () => pane.session.recordResult(result))}>
        {words.t("history.record", { year: result.year, index: words.number(result.index) })}
      </TextLink>
      {replaces && (
        <div className={mergeClasses(type.caption, type.quiet)}>
          {words.t("history.replaces", { year: replaces.year, index: words.number(replaces.index) })}
        </div>
      )}
    </div>
  );
}
