import { Checkbox, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { indicatorsOf } from "../../assessment/score";
import type { StageLevel } from "../../assessment/stages";
import { rampOfLevel } from "../model/home";
import { stageTable, type StageRow } from "../model/stages";
import { usePane } from "../state";
import { useType } from "../styles";
import { useWords } from "../words";
import { LevelChip } from "./level-chip";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: { fontWeight: 400, padding: "4px 0", textAlign: "center", width: "50px", verticalAlign: "bottom" },
  first: { textAlign: "left", width: "auto" },
  name: { fontWeight: 400, textAlign: "left", padding: "4px 8px 4px 0", overflowWrap: "break-word" },
  cell: { textAlign: "center", padding: "4px 0", verticalAlign: "middle" },
});

/** The level of every indicator at every stage; what a stage did not touch is dashed, with the level that it inherits. */
export function StageTable({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const table = useMemo(() => stageTable(assessment), [assessment]);
  const isChanged = ({ levels }: StageRow): boolean => levels.some(({ level }) => level !== levels[0]?.level);
  const rows = table.rows.filter((row) => !onlyChanged || isChanged(row));
  return (
    <section>
      <h1 className={type.title}>{words.t("stages.title")}</h1>
      <div className={type.quiet}>{words.t("stages.intro")}</div>
      <Checkbox
        checked={onlyChanged}
        label={words.t("stages.onlyChanged")}
        onChange={(_, { checked }) => setOnlyChanged(checked === true)}
      />
      <table className={styles.table}>
        <thead>
          <tr className={mergeClasses(type.caption, type.quiet)}>
            <th scope="col" className={mergeClasses(styles.head, styles.first)}>
              {words.t("stages.indicator")}
            </th>
            {table.stages.map(({ stage }) => (
              <th key={stage} scope="col" className={styles.head}>
                {stage}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={mergeClasses(styles.name, type.strong)}>
              {words.t("stages.index")}
            </th>
            {table.stages.map(({ stage, index }) => (
              <td key={stage} className={mergeClasses(styles.cell, type.strong)}>
                {words.number(index)}
              </td>
            ))}
          </tr>
          <tr className={mergeClasses(type.caption, type.quiet)}>
            <th scope="row" className={styles.name}>
              {words.t("stages.given")}
            </th>
            {table.stages.map(({ stage, given }) => (
              <td key={stage} className={styles.cell}>
                {given}
              </td>
            ))}
          </tr>
          {rows.map((row) => (
            <Row key={row.entry.indicator} assessment={assessment} row={row} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={type.quiet}>{words.t("stages.noneChanged")}</p>}
    </section>
  );
}

function Row({ assessment, row }: { assessment: Assessment; row: StageRow }) {
  const styles = useStyles();
  const words = useWords();
  const pane = usePane();
  const number = row.entry.indicator;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <TextLink
          onClick={() => pane.show(number)}
          label={words.t("findings.show", { n: number })}
        >{`${number} ${indicatorsOf(assessment.instrument)[number - 1]?.shortName ?? ""}`}</TextLink>
      </th>
      {row.levels.map((value) => (
        <td key={value.stage} className={styles.cell}>
          <StageChip value={value} />
        </td>
      ))}
    </tr>
  );
}

function StageChip({ value }: { value: StageLevel }) {
  const words = useWords();
  const { level, inherited } = value;
  const text = words.level(level);
  const said =
    level === null ? words.t("stages.unanswered") : inherited ? words.t("stages.inherited", { level: text }) : text;
  return (
    <span role="img" aria-label={said}>
      <LevelChip size="small" text={text} step={level === null ? null : rampOfLevel(level)} ghost={inherited} />
    </span>
  );
}
