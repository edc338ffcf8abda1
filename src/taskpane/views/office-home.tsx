import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { rampOfLevel } from "../model/home";
import type { OfficeModel, OfficeRow } from "../model/office";
import { FindingCounts, LevelCounts, QuickLink, ValidationLine } from "../parts/home-lines";
import { LevelChip } from "../parts/level-chip";
import { Page, type PrimaryAction } from "../parts/page";
import { SeverityIcon } from "../parts/severity-icon";
import { usePane, type AssessmentState, type Pane } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Key, type Words } from "../words";

const useStyles = makeStyles({
  filled: { display: "flex", alignItems: "baseline", columnGap: "12px", flexWrap: "wrap" },
  figures: { display: "flex", columnGap: "24px", rowGap: "8px", flexWrap: "wrap", margin: "4px 0 0" },
  figure: { display: "flex", flexDirection: "column" },
  value: { display: "flex", alignItems: "baseline", columnGap: "6px", margin: 0 },
  ready: { marginTop: "12px" },
  row: { display: "flex", alignItems: "center", columnGap: "8px", padding: "8px 0" },
  chevron: { flexShrink: 0 },
});

/** One office's own part: how far it is filled in and what it brings. No index, no predicate, no scale. */
export function OfficeHome({ state, model }: { state: AssessmentState; model: OfficeModel }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const filled = words.t(model.estimates > 0 ? "office.filled.estimate" : "office.filled", { n: model.estimates });
  return (
    <Page primary={primaryOf(model, words, pane)}>
      <h1 className={mergeClasses(type.plain, type.caption, type.quiet, type.anywhere)} style={{ fontWeight: 400 }}>
        {words.t("office.part", { opd: model.opd })}
      </h1>
      <div className={styles.filled}>
        <span className={type.index}>
          {model.filled}/{model.total}
        </span>
        <span className={type.section}>{filled}</span>
      </div>
      <dl className={styles.figures}>
        <Figure
          label={words.t("office.contribution")}
          value={words.number(model.share.points)}
          unit={words.t("office.points")}
        />
        <Figure label={words.t("office.mean")} value={words.number(model.share.weightedMean)} />
      </dl>
      {model.missing.length > 0 && (
        <div className={mergeClasses(type.caption, type.quiet)}>{words.t("office.bound")}</div>
      )}
      {model.next.kind === "send" && (
        <div className={mergeClasses(type.strong, styles.ready)}>{words.t("office.ready")}</div>
      )}
      <hr className={rows.rule} />
      <FindingCounts counts={model.counts} />
      <ValidationLine state={state} />
      {model.missing.length > 0 && <QuickLink />}
      <hr className={rows.rule} />
      <h2 className={type.section}>{words.t("office.indicators")}</h2>
      {model.rows.map((row) => (
        <Row key={row.indicator.number} row={row} />
      ))}
      <LevelCounts levels={model.levels} />
    </Page>
  );
}

const STATE_KEY: Readonly<Record<OfficeRow["state"], Key>> = {
  missing: "office.row.missing",
  kesalahan: "office.row.kesalahan",
  peringatan: "office.row.peringatan",
  saran: "office.row.saran",
  done: "office.row.done",
};

/** One of the office's indicators: its level and the gravest that is to be said of it; leads to it. */
function Row({ row: { indicator, level, state } }: { row: OfficeRow }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  return (
    <div className={rows.lined} style={{ padding: 0 }}>
      <button type="button" className={mergeClasses(rows.bare, styles.row)} onClick={() => pane.show(indicator.number)}>
        <LevelChip text={words.level(level)} step={level === null ? null : rampOfLevel(level)} />
        <span className={rows.grow}>
          {indicator.number} {indicator.shortName}
          <span className={mergeClasses(type.caption, type.quiet)} style={{ display: "block" }}>
            {words.t(STATE_KEY[state])}
          </span>
        </span>
        <SeverityIcon mark={state} />
        <ChevronRightRegular aria-hidden fontSize={16} className={mergeClasses(type.quiet, styles.chevron)} />
      </button>
    </div>
  );
}

function Figure({ label, value, unit }: { label: string; value: string; unit?: string }) {
  const styles = useStyles();
  const type = useType();
  return (
    <div className={styles.figure}>
      <dt className={mergeClasses(type.caption, type.quiet)}>{label}</dt>
      <dd className={styles.value}>
        <span className={type.title}>{value}</span>
        {unit && <span className={mergeClasses(type.caption, type.quiet)}>{unit}</span>}
      </dd>
    </div>
  );
}

function primaryOf({ next }: OfficeModel, words: Words, pane: Pane): PrimaryAction {
  const openFindings = (severity: "kesalahan" | "peringatan") => (): void => {
    pane.setSeverities([severity]);
    pane.open("findings");
  };
  switch (next.kind) {
    case "fill":
      return { label: words.t("next.fill", { n: next.indicator }), onClick: () => pane.show(next.indicator) };
    case "fix":
      return { label: words.t("next.fix", { n: next.count }), onClick: openFindings("kesalahan") };
    case "review":
      return { label: words.t("next.review", { n: next.count }), onClick: openFindings("peringatan") };
    case "send":
      return { label: words.t("action.revalidate"), onClick: () => void pane.validate() };
  }
}
