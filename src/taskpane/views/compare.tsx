import { Field, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { NO_EARLIER_MERGE, type EarlierMerge } from "../../assessment/merge";
import { loadCrosswalk } from "../../instrument";
import { chooseFiles } from "../choose-files";
import { compareWith, olderInWorkbook, olderKey, type Older } from "../model/compare";
import { shortAgency } from "../model/home";
import { ComparisonBlock } from "../parts/comparison";
import { HistoryBlock, RecordResult } from "../parts/history";
import { Page } from "../parts/page";
import { PeersBlock } from "../parts/peers";
import { readAssessmentFile } from "../read-workbook-file";
import { usePane, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({
  select: { minWidth: 0, width: "100%" },
  field: { margin: "8px 0 4px" },
});

/** Another year, another workbook or the last merge beside this assessment, and its index among the published results. */
export default function CompareView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const [reading, setReading] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<EarlierMerge>(NO_EARLIER_MERGE);
  const [file, setFile] = useState<Older | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { assessment } = state;
  useEffect(() => {
    void pane.session.earlierMerge().then((outcome) => outcome.ok && setEarlier(outcome.value));
  }, [pane]);
  const choices = [...(file ? [file] : []), ...olderInWorkbook(assessment, state.history, earlier)];
  const older = choices.find((one) => olderKey(one) === chosen) ?? choices[0] ?? null;
  const read = async (): Promise<void> => {
    const [picked] = await chooseFiles(words.t("compare.pick"), false);
    if (!picked) return;
    setReading(picked.name);
    try {
      const outcome = await readAssessmentFile(picked);
      pane.report(outcome.ok ? null : outcome.problem);
      if (!outcome.ok) return;
      const crosswalk = outcome.value.instrument.id === assessment.instrument.id ? null : await loadCrosswalk();
      setFile({ kind: "file", file: picked.name, assessment: outcome.value, crosswalk });
      setChosen("file");
    } catch {
      pane.report({ code: "FILE_UNREADABLE", params: { file: picked.name } });
    } finally {
      setReading(null);
    }
  };
  return (
    <Page primary={{ label: words.t("compare.pick"), disabled: reading !== null, onClick: () => void read() }}>
      <h1 className={type.title}>{words.t("compare.heading")}</h1>
      {older === null ? (
        reading === null && <p className={mergeClasses(type.plain, type.quiet)}>{words.t("compare.promise")}</p>
      ) : (
        <Field label={words.t("compare.with")} className={styles.field}>
          <Select className={styles.select} value={olderKey(older)} onChange={(_, { value }) => setChosen(value)}>
            {choices.map((one, i) => (
              <option key={i} value={olderKey(one)}>
                {olderLabel(one, words)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {older?.kind === "file" && (
        <div className={mergeClasses(type.caption, type.quiet, type.anywhere)}>{older.file}</div>
      )}
      {reading !== null && (
        <p className={mergeClasses(type.quiet, type.anywhere)}>{words.t("compare.reading", { file: reading })}</p>
      )}
      {older && <ComparisonBlock compare={compareWith(older, assessment)} older={older} />}
      {older?.kind === "file" && <RecordResult state={state} assessment={older.assessment} />}
      <HistoryBlock state={state} />
      <hr className={rows.rule} />
      <PeersBlock assessment={assessment} />
    </Page>
  );
}

function olderLabel(older: Older, words: Words): string {
  switch (older.kind) {
    case "history":
      return words.t("compare.option.history", { year: older.row.year, index: words.number(older.row.index) });
    case "merge":
      return older.time === null
        ? words.t("compare.option.merge")
        : words.t("compare.option.mergeAt", { date: words.date(older.time) });
    case "file": {
      const { agency, year } = older.assessment.identity;
      return [year, shortAgency(agency)].filter(Boolean).join(", ") || older.file;
    }
  }
}
