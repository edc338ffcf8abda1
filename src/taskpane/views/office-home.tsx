import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { OfficeModel } from "../model/office";
import { FindingCounts, LevelCounts, QuickLink, ValidationLine } from "../parts/home-lines";
import { Page, type PrimaryAction } from "../parts/page";
import { usePane, type AssessmentState, type Pane } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({
  filled: { display: "flex", alignItems: "baseline", columnGap: "12px", flexWrap: "wrap" },
  figures: { display: "flex", columnGap: "24px", rowGap: "8px", flexWrap: "wrap", margin: "4px 0 0" },
  figure: { display: "flex", flexDirection: "column" },
  value: { display: "flex", alignItems: "baseline", columnGap: "6px", margin: 0 },
  ready: { marginTop: "12px" },
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
      {model.next.kind === "send" && (
        <div className={mergeClasses(type.strong, styles.ready)}>{words.t("office.ready")}</div>
      )}
      <hr className={rows.rule} />
      <FindingCounts counts={model.counts} />
      <ValidationLine state={state} />
      {model.missing.length > 0 && <QuickLink />}
      <hr className={rows.rule} />
      <LevelCounts levels={model.levels} />
    </Page>
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
