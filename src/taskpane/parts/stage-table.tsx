import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactNode } from "react";
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
  head: { fontWeight: 400, padding: "4px 0", textAlign: "left" },
  name: {
    fontWeight: 400,
    textAlign: "left",
    padding: "8px 0 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: { padding: "4px 0 8px" },
  given: { display: "block" },
  inherited: { display: "inline-block", width: "20px", textAlign: "center", color: tokens.colorNeutralForeground2 },
});

/** The level of every indicator at every stage; what a stage did not touch stands without a box, as the level that it inherits. */
export function StageTable({ assessment }: { assessment: Assessment }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const [onlyChanged, setOnlyChanged] = useState(true);
  const pane = usePane();
  const indicators = indicatorsOf(assessment.instrument);
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
            {table.stages.map(({ stage }) => (
              <th key={stage} scope="col" className={styles.head}>
                {stage}
              </th>
            ))}
          </tr>
        </thead>
        <Lines name={words.t("stages.index")}>
          {table.stages.map(({ stage, index, given }) => (
            <td key={stage} className={styles.cell}>
              <span className={type.strong}>{words.number(index)}</span>
              <span className={mergeClasses(type.caption, type.quiet, styles.given)}>
                {words.t("stages.given", { n: given })}
              </span>
            </td>
          ))}
        </Lines>
        {rows.map(({ entry: { indicator }, levels }) => (
          <Lines
            key={indicator}
            name={
              <TextLink onClick={() => pane.show(indicator)}>
                {`${indicator} ${indicators[indicator - 1]?.shortName ?? ""}`}
              </TextLink>
            }
          >
            {levels.map((value) => (
              <td key={value.stage} className={styles.cell}>
                <StageChip value={value} />
              </td>
            ))}
          </Lines>
        ))}
      </table>
      {rows.length === 0 && <p className={type.quiet}>{words.t("stages.noneChanged")}</p>}
    </section>
  );
}

/** A name over its four values: beside them it would leave no room in a narrow pane. */
function Lines({ name, children }: { name: ReactNode; children: ReactNode }) {
  const styles = useStyles();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.name}>
          {name}
        </th>
      </tr>
      <tr>{children}</tr>
    </tbody>
  );
}

function StageChip({ value }: { value: StageLevel }) {
  const styles = useStyles();
  const words = useWords();
  const { level, inherited } = value;
  const text = words.level(level);
  const said =
    level === null ? words.t("stages.unanswered") : inherited ? words.t("stages.inherited", { level: text }) : text;
  return (
    <span role="img" aria-label={said}>
      {inherited && level !== null ? (
        <span className={styles.inherited}>{text}</span>
      ) : (
        <LevelChip size="small" text={text} step={level === null ? null : rampOfLevel(level)} />
      )}
    </span>
  );
}
