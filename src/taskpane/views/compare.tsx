import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { compareScores, type Comparison, type IndicatorChange, type SideBySide } from "../../assessment/compare";
import type { Ratio } from "../../assessment/ratio";
import { levelsOf } from "../../assessment/score";
import { loadCrosswalk } from "../../instrument";
import { chooseFiles } from "../choose-files";
import { shortAgency, rampOfLevel } from "../model/home";
import { Disclosure } from "../parts/disclosure";
import { LevelChip } from "../parts/level-chip";
import { Page } from "../parts/page";
import { PeersBlock } from "../parts/peers";
import { readAssessmentFile } from "../read-workbook-file";
import { usePane, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({
  result: { display: "flex", alignItems: "baseline", columnGap: "8px", flexWrap: "wrap", margin: "4px 0" },
  arrow: { alignSelf: "center" },
  levels: { display: "inline-flex", alignItems: "center", columnGap: "4px", flexShrink: 0 },
  change: { display: "flex", columnGap: "8px", alignItems: "flex-start", padding: "8px 0" },
  number: { width: "24px", flexShrink: 0 },
  points: { width: "64px", flexShrink: 0, textAlign: "right", whiteSpace: "nowrap" },
  table: { width: "100%", borderCollapse: "collapse" },
  name: { fontWeight: 400, textAlign: "left", padding: "4px 8px 4px 0" },
  cell: { textAlign: "right", padding: "4px 0 4px 8px", whiteSpace: "nowrap", verticalAlign: "top" },
});

/** "+0,0250", "−0,0130", "0,0000". */
export const signed = (words: Words, value: Ratio, places = 4): string => {
  const size = words.number({ ...value, numerator: Math.abs(value.numerator) }, places);
  if (value.numerator === 0) return size;
  return `${value.numerator < 0 ? "−" : "+"}${size}`;
};

interface Older {
  readonly file: string;
  readonly assessment: Assessment;
  readonly result: Comparison | SideBySide;
}

/** Another year's workbook beside this one, and this index among the published results. */
export default function CompareView({ state }: { state: AssessmentState }) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const [reading, setReading] = useState<string | null>(null);
  const [older, setOlder] = useState<Older | null>(null);
  const { assessment } = state;
  const read = async (): Promise<void> => {
    const [file] = await chooseFiles(words.t("compare.pick"), false);
    if (!file) return;
    setReading(file.name);
    const outcome = await readAssessmentFile(file);
    setReading(null);
    if (!outcome.ok) return pane.report(outcome.problem);
    pane.report(null);
    const then = { instrument: outcome.value.instrument, levels: levelsOf(outcome.value) };
    const now = { instrument: assessment.instrument, levels: levelsOf(assessment) };
    const crosswalk = then.instrument.id === now.instrument.id ? null : await loadCrosswalk();
    setOlder({ file: file.name, assessment: outcome.value, result: compareScores(then, now, crosswalk) });
  };
  return (
    <Page primary={{ label: words.t("compare.pick"), disabled: reading !== null, onClick: () => void read() }}>
      <PeersBlock assessment={assessment} />
      <hr className={rows.rule} />
      <h2 className={type.section}>{words.t("compare.title")}</h2>
      {reading !== null && (
        <p className={mergeClasses(type.quiet, type.anywhere)}>{words.t("compare.reading", { file: reading })}</p>
      )}
      {older === null ? (
        reading === null && <p className={mergeClasses(type.plain, type.quiet)}>{words.t("compare.promise")}</p>
      ) : (
        <>
          <div className={mergeClasses(type.caption, type.quiet, type.anywhere)}>
            {[shortAgency(older.assessment.identity.agency), older.assessment.identity.year, older.file]
              .filter(Boolean)
              .join(" · ")}
          </div>
          {older.result.kind === "same-instrument" ? (
            <SameInstrument result={older.result} />
          ) : (
            <OtherInstrument result={older.result} />
          )}
        </>
      )}
    </Page>
  );
}

function FromTo({ from, to, change }: { from: Ratio; to: Ratio; change: Ratio | null }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  return (
    <div className={styles.result}>
      <span style={{ fontSize: 20 }}>{words.number(from)}</span>
      <ArrowRightRegular aria-hidden fontSize={20} className={styles.arrow} />
      <span className={type.count}>{words.number(to)}</span>
      {change && <span className={type.strong}>{signed(words, change)}</span>}
    </div>
  );
}

function SameInstrument({ result }: { result: Comparison }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const rises = result.indicators.filter(({ contribution }) => contribution.numerator > 0);
  const same = result.indicators.filter(({ contribution }) => contribution.numerator === 0);
  return (
    <>
      <FromTo from={result.from} to={result.to} change={result.change} />
      {result.incomplete.length > 0 && (
        <p className={mergeClasses(type.caption, type.quiet)}>
          {words.t("compare.incomplete", { list: words.list(result.incomplete) })}
        </p>
      )}
      <table className={styles.table}>
        <caption className={type.strong} style={{ textAlign: "left", padding: "8px 0 4px" }}>
          {words.t("compare.domains")}
        </caption>
        <tbody>
          {result.domains.map(({ part, from, to, contribution }) => (
            <tr key={part.id}>
              <th scope="row" className={styles.name}>
                {part.name}
              </th>
              <td className={mergeClasses(styles.cell, type.quiet)}>
                {words.number(from)} → {words.number(to)}
              </td>
              <td className={mergeClasses(styles.cell, type.strong)}>{signed(words, contribution)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.regressions.length === 0 && <p className={type.quiet}>{words.t("compare.none")}</p>}
      <Changes label={words.t("compare.regressions")} changes={result.regressions} openAtFirst />
      <Changes label={words.t("compare.rises")} changes={rises} openAtFirst={rises.length <= 10} />
      <Changes label={words.t("compare.same")} changes={same} openAtFirst={false} />
    </>
  );
}

function Changes(props: { label: string; changes: readonly IndicatorChange[]; openAtFirst: boolean }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(props.openAtFirst);
  if (props.changes.length === 0) return null;
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <>
          <span className={mergeClasses(type.section, rows.grow)}>{props.label}</span>
          <span className={type.section}>{props.changes.length}</span>
        </>
      }
    >
      {props.changes.map(({ indicator, from, to, contribution }) => (
        <div key={indicator.number} className={mergeClasses(rows.lined, styles.change)}>
          <span className={mergeClasses(type.strong, styles.number)}>{indicator.number}</span>
          <span className={rows.grow}>{indicator.shortName}</span>
          <span className={styles.levels}>
            <Chip level={from} />
            <ArrowRightRegular role="img" aria-label={words.t("plan.to")} fontSize={12} />
            <Chip level={to} />
          </span>
          <span className={styles.points}>{signed(words, contribution)}</span>
        </div>
      ))}
    </Disclosure>
  );
}

function Chip({ level }: { level: number | null }) {
  const words = useWords();
  return <LevelChip size="small" text={words.level(level)} step={level === null ? null : rampOfLevel(level)} />;
}

function OtherInstrument({ result }: { result: SideBySide }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  return (
    <>
      <FromTo from={result.from} to={result.to} change={null} />
      <p className={type.quiet}>{words.t("compare.otherInstrument")}</p>
      {result.rows.map(({ indicator, to, earlier }) => (
        <div key={indicator.number} className={mergeClasses(rows.lined, styles.change)}>
          <span className={mergeClasses(type.strong, styles.number)}>{indicator.number}</span>
          <span className={rows.grow}>
            {indicator.shortName}
            <span className={mergeClasses(type.caption, type.quiet)} style={{ display: "block" }}>
              {earlier.length === 0
                ? words.t("compare.noMatch")
                : earlier
                    .map(({ indicator: old, from }) => `${old.number} ${old.shortName}: ${words.level(from)}`)
                    .join("; ")}
            </span>
          </span>
          <Chip level={to} />
        </div>
      ))}
    </>
  );
}
