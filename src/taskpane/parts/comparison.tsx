import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { useState, type ReactNode } from "react";
import type { Comparison, IndicatorChange, PartChange, SideBySide } from "../../assessment/compare";
import type { ResultComparison } from "../../assessment/compare-result";
import { planText } from "../../assessment/plan-text";
import type { Ratio } from "../../assessment/ratio";
import { instrumentTitle } from "../../instrument";
import type { Compare, Older } from "../model/compare";
import { rampOfLevel } from "../model/home";
import { ranges } from "../model/ranges";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Disclosure } from "./disclosure";
import { LevelChip } from "./level-chip";

const useStyles = makeStyles({
  result: { display: "flex", alignItems: "baseline", columnGap: "8px", flexWrap: "wrap", margin: "4px 0" },
  arrow: { alignSelf: "center" },
  levels: { display: "inline-flex", alignItems: "center", columnGap: "4px", flexShrink: 0 },
  change: { display: "flex", columnGap: "8px", alignItems: "flex-start", padding: "8px 0" },
  number: { width: "24px", flexShrink: 0 },
  points: { width: "64px", flexShrink: 0, textAlign: "right", whiteSpace: "nowrap" },
  table: { width: "100%", borderCollapse: "collapse" },
  caption: { textAlign: "left", padding: "8px 0 4px" },
  name: { fontWeight: 400, textAlign: "left", padding: "4px 8px 4px 0" },
  head: { fontWeight: 400 },
  cell: {
    textAlign: "right",
    padding: "4px 0 4px 8px",
    whiteSpace: "nowrap",
    verticalAlign: "top",
    "& svg": { verticalAlign: "-1px" },
  },
});

/** What changed, as far as the older side tells it. */
export function ComparisonBlock({ compare: { result, untouched }, older }: { compare: Compare; older: Older }) {
  switch (result.kind) {
    case "same-instrument":
      return <SameInstrument result={result} untouched={untouched} />;
    case "other-instrument":
      return <OtherInstrument result={result} />;
    case "result":
      return <ResultOnly result={result} instrument={older.kind === "history" ? older.row.instrument : ""} />;
  }
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
      {change && <span className={type.strong}>{words.points(change)}</span>}
    </div>
  );
}

/** Parts with their own values and the index points that each brings. */
function PartTable(props: {
  caption?: string;
  parts: readonly PartChange<{ readonly id: string; readonly name: string }>[];
  children?: ReactNode;
}) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  return (
    <table className={styles.table}>
      {props.caption && <caption className={mergeClasses(type.strong, styles.caption)}>{props.caption}</caption>}
      <thead>
        <tr className={mergeClasses(type.caption, type.quiet)}>
          <td />
          <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
            {words.t("home.value")}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
            {words.t("plan.points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.parts.map(({ part, from, to, contribution }) => (
          <tr key={part.id}>
            <th scope="row" className={styles.name}>
              {part.name}
            </th>
            <td className={mergeClasses(styles.cell, type.quiet)}>
              {words.number(from)} <ArrowRightRegular role="img" aria-label={words.t("plan.to")} fontSize={12} />{" "}
              {words.number(to)}
            </td>
            <td className={mergeClasses(styles.cell, type.strong)}>{words.points(contribution)}</td>
          </tr>
        ))}
        {props.children}
      </tbody>
    </table>
  );
}

/** Against a row of `Riwayat`: the domains, and what its few decimals leave over. */
function ResultOnly({ result, instrument }: { result: ResultComparison; instrument: string }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  return (
    <>
      <FromTo from={result.from} to={result.to} change={result.change} />
      {result.change === null && (
        <p className={type.quiet}>
          {words.t("compare.otherInstrumentOf", { instrument: instrumentTitle(instrument) })}
        </p>
      )}
      {result.domains.length > 0 && (
        <PartTable caption={words.t("compare.domains")} parts={result.domains}>
          {result.restReason === "rounding" && (
            <tr className={type.quiet}>
              <th scope="row" colSpan={2} className={styles.name}>
                {words.t("compare.rest")}
              </th>
              <td className={styles.cell}>{words.points(result.rest)}</td>
            </tr>
          )}
        </PartTable>
      )}
      {result.restReason === "unexplained" && (
        <p className={type.quiet}>
          {planText("compare.unexplained", words.locale, { rest: words.points(result.rest) })}
        </p>
      )}
      <p className={mergeClasses(type.caption, type.quiet)}>{words.t("compare.noLevels")}</p>
    </>
  );
}

function SameInstrument({ result, untouched }: { result: Comparison; untouched: readonly number[] }) {
  const type = useType();
  const words = useWords();
  const rises = result.indicators.filter(({ contribution }) => contribution.numerator > 0);
  const same = result.indicators.filter(({ contribution }) => contribution.numerator === 0);
  return (
    <>
      <FromTo from={result.from} to={result.to} change={result.change} />
      {result.incomplete.length > 0 && (
        <p className={mergeClasses(type.caption, type.quiet)}>
          {words.t("compare.incomplete", { list: ranges(result.incomplete) })}
        </p>
      )}
      {untouched.length > 0 && (
        <p className={mergeClasses(type.caption, type.quiet)}>
          {words.t("compare.untouched", { list: ranges(untouched) })}
        </p>
      )}
      <PartTable caption={words.t("compare.domains")} parts={result.domains} />
      <Section label={words.t("compare.aspects")} count={null} openAtFirst={false}>
        <PartTable parts={result.aspects} />
      </Section>
      {result.regressions.length === 0 && <p className={type.quiet}>{words.t("compare.none")}</p>}
      <Changes label={words.t("compare.regressions")} changes={result.regressions} openAtFirst />
      <Changes label={words.t("compare.rises")} changes={rises} openAtFirst={rises.length <= 10} />
      <Changes label={words.t("compare.same")} changes={same} openAtFirst={false} />
    </>
  );
}

function Section(props: { label: string; count: number | null; openAtFirst: boolean; children: ReactNode }) {
  const type = useType();
  const rows = useRows();
  const [open, setOpen] = useState(props.openAtFirst);
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <>
          <span className={mergeClasses(type.section, rows.grow)}>{props.label}</span>
          {props.count !== null && <span className={type.section}>{props.count}</span>}
        </>
      }
    >
      {props.children}
    </Disclosure>
  );
}

function Changes(props: { label: string; changes: readonly IndicatorChange[]; openAtFirst: boolean }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  if (props.changes.length === 0) return null;
  return (
    <Section label={props.label} count={props.changes.length} openAtFirst={props.openAtFirst}>
      {props.changes.map(({ indicator, from, to, contribution }) => (
        <div key={indicator.number} className={mergeClasses(rows.lined, styles.change)}>
          <span className={mergeClasses(type.strong, styles.number)}>{indicator.number}</span>
          <span className={rows.grow}>{indicator.shortName}</span>
          <span className={styles.levels}>
            <Chip level={from} />
            <ArrowRightRegular role="img" aria-label={words.t("plan.to")} fontSize={12} />
            <Chip level={to} />
          </span>
          <span className={styles.points}>{words.points(contribution)}</span>
        </div>
      ))}
    </Section>
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
