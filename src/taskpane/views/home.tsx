import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { SEVERITIES, type Severity } from "../../assessment/finding";
import { homeModel, rampOfLevel, type HomeModel } from "../model/home";
import { expectedIndex, hasJudgedEvidence } from "../model/stages";
import { LevelChip } from "../parts/level-chip";
import { Page, type PrimaryAction } from "../parts/page";
import { Scale } from "../parts/scale";
import { SeverityIcon, type Mark } from "../parts/severity-icon";
import { TargetField } from "../parts/target-field";
import { TextLink } from "../parts/text-link";
import { usePane, usePaneState, type AssessmentState, type Pane } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Key, type Words } from "../words";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "baseline", justifyContent: "space-between", flexWrap: "wrap", columnGap: "8px" },
  predicate: { display: "flex", alignItems: "baseline", columnGap: "12px", flexWrap: "wrap" },
  pending: { whiteSpace: "nowrap", "@media (max-width: 339px)": { fontSize: "14px", lineHeight: "20px" } },
  goal: { marginBottom: "12px" },
  stat: { display: "flex", alignItems: "center", columnGap: "8px", minHeight: "32px", padding: "4px 0" },
  chevron: { flexShrink: 0 },
  time: { marginTop: "4px" },
  table: { width: "100%", borderCollapse: "collapse" },
  name: { fontWeight: 400, textAlign: "left", padding: "4px 8px 4px 0" },
  heading: { padding: 0, textAlign: "left", color: tokens.colorNeutralForeground1 },
  columnHead: { fontWeight: 400, textAlign: "right", padding: 0 },
  cell: { textAlign: "right", padding: "4px 0", whiteSpace: "nowrap", verticalAlign: "top" },
  value: { fontWeight: 600, width: "56px" },
  levels: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: "8px",
    rowGap: "4px",
    marginTop: "12px",
  },
  level: { display: "inline-flex", alignItems: "center", columnGap: "4px" },
});

export const SEVERITY_KEY: Readonly<Record<Severity, Key>> = {
  kesalahan: "severity.kesalahan",
  peringatan: "severity.peringatan",
  saran: "severity.saran",
};

/** The index as the largest thing on the screen, what stands in the way, and the one next step. */
export function HomeView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { planWritten } = usePaneState();
  const model = homeModel(state.assessment, state.findings, state.targetIndex, planWritten);
  const openFindings = (severity: Severity): void => {
    pane.setSeverities([severity]);
    pane.open("findings");
  };
  const openFilled = (): void => {
    const [missing] = model.score.missing;
    pane.setFilter(missing === undefined ? { kind: "all" } : { kind: "unfinished" });
    pane.show(missing ?? 1);
  };
  return (
    <Page primary={primaryOf(model, words, pane)}>
      <Headline state={state} model={model} />
      <Scale
        instrument={state.assessment.instrument}
        value={model.score.index}
        target={model.target?.target ?? null}
        open={model.score.predicate === null}
      />
      <hr className={rows.rule} />
      <Stat
        mark={model.score.missing.length === 0 ? "done" : "missing"}
        label={words.t("home.filled")}
        value={`${model.filled}/${model.total}`}
        onClick={openFilled}
      />
      {SEVERITIES.map((severity) => (
        <Stat
          key={severity}
          mark={severity}
          label={words.t(SEVERITY_KEY[severity])}
          value={String(model.counts[severity])}
          onClick={() => openFindings(severity)}
        />
      ))}
      <ValidationLine state={state} />
      {model.score.missing.length > 0 && (
        <div className={mergeClasses(type.caption, styles.time)}>
          <TextLink inline onClick={() => pane.open("quick")}>
            {words.t("home.quick")}
          </TextLink>
        </div>
      )}
      <hr className={rows.rule} />
      <table className={styles.table}>
        <thead>
          <tr className={mergeClasses(type.caption, type.quiet)}>
            <th scope="col" className={styles.heading}>
              <h2 className={type.section}>{words.t("home.domain")}</h2>
            </th>
            <th scope="col" className={styles.columnHead}>
              {words.t("home.weight")}
            </th>
            <th scope="col" className={styles.columnHead}>
              {words.t("home.value")}
            </th>
          </tr>
        </thead>
        <tbody>
          {model.score.domains.map(({ domain, value }) => (
            <tr key={domain.id}>
              <th scope="row" className={styles.name}>
                {domain.name}
              </th>
              <td className={mergeClasses(styles.cell, type.quiet)}>{words.percent(domain.weight, true)}</td>
              <td className={mergeClasses(styles.cell, styles.value)}>{words.number(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <LevelCounts model={model} />
      {state.assessment.instrument.notice && (
        <>
          <hr className={rows.rule} />
          <div className={mergeClasses(type.caption, type.quiet)}>{state.assessment.instrument.notice}</div>
        </>
      )}
    </Page>
  );
}

function Headline({ state, model }: { state: AssessmentState; model: HomeModel }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const { score } = model;
  const { indexName } = state.assessment.instrument;
  const label = score.predicate
    ? model.estimates > 0
      ? words.t("home.index.estimate", { index: indexName, n: model.estimates })
      : indexName
    : words.t("home.index.bound", { index: indexName });
  return (
    <>
      <div className={styles.top}>
        <h1 className={mergeClasses(type.plain, type.caption, type.quiet)} style={{ fontWeight: 400 }}>
          {label}
        </h1>
        <TargetField targetIndex={state.targetIndex} instrument={state.assessment.instrument} />
      </div>
      <div className={styles.predicate}>
        <span className={type.index}>{words.number(score.index)}</span>
        {score.predicate ? (
          <span className={type.title}>{score.predicate.name}</span>
        ) : (
          <span className={mergeClasses(type.section, styles.pending)}>
            {words.t("home.incomplete", { filled: model.filled, total: model.total })}
          </span>
        )}
      </div>
      <div className={mergeClasses(type.quiet, styles.goal)}>
        {score.predicate ? <GoalLine model={model} /> : <PendingLine missing={score.missing} />}
        {score.predicate && score.predicateOfRounded && score.predicate.name !== score.predicateOfRounded.name && (
          <div className={type.caption}>
            {words.t("home.rounded", { exact: score.predicate.name, rounded: score.predicateOfRounded.name })}
          </div>
        )}
        {hasJudgedEvidence(state.assessment) && (
          <div className={type.caption}>
            {words.t("expected.home", { index: words.number(expectedIndex(state.assessment).accepted) })}
          </div>
        )}
      </div>
    </>
  );
}

function GoalLine({ model }: { model: HomeModel }) {
  const words = useWords();
  const { target } = model;
  if (!target) return null;
  const params = {
    distance: words.number(target.distance),
    target: words.number(target.target),
    band: target.band.name,
  };
  return <div>{words.t(target.reached ? "home.target.reached" : "home.target.distance", params)}</div>;
}

function PendingLine({ missing }: { missing: readonly number[] }) {
  const words = useWords();
  return (
    <div>
      {missing.length <= 4
        ? words.t("home.predicate.after", { list: words.list(missing) })
        : words.t("home.predicate.afterMany", { n: missing.length })}
    </div>
  );
}

function Stat(props: { mark: Mark; label: string; value: string; onClick: () => void }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  return (
    <button type="button" className={mergeClasses(rows.bare, styles.stat)} onClick={props.onClick}>
      <SeverityIcon mark={props.mark} />
      <span className={rows.grow}>{props.label}</span>
      <span className={type.section}>{props.value}</span>
      <ChevronRightRegular aria-hidden fontSize={16} className={mergeClasses(type.quiet, styles.chevron)} />
    </button>
  );
}

function ValidationLine({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const pane = usePane();
  const { changedSinceValidation } = usePaneState();
  const { validatedAt } = state;
  const line =
    validatedAt === null
      ? words.t("home.notValidated")
      : changedSinceValidation > 0
        ? words.t("home.changedSince", { n: changedSinceValidation, time: words.time(validatedAt) })
        : words.t("home.validated", { date: words.date(validatedAt), time: words.time(validatedAt) });
  return (
    <div className={mergeClasses(type.caption, type.quiet, styles.time)}>
      {line} ·{" "}
      <TextLink inline onClick={() => void pane.validate()}>
        {words.t(validatedAt === null ? "action.validate" : "action.revalidate")}
      </TextLink>
    </div>
  );
}

function LevelCounts({ model }: { model: HomeModel }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  return (
    <div className={styles.levels} role="group" aria-label={words.t("home.levels")}>
      <span className={rows.grow} style={{ flexBasis: "auto" }}>
        {words.t("home.levels")}
      </span>
      {model.levels.map(({ level, count }) => (
        <span key={level} className={styles.level}>
          <LevelChip size="small" text={String(level)} step={rampOfLevel(level)} />
          <span className={type.strong}>{count}</span>
        </span>
      ))}
    </div>
  );
}

function primaryOf(model: HomeModel, words: Words, pane: Pane): PrimaryAction {
  const { next } = model;
  switch (next.kind) {
    case "fill":
      return { label: words.t("next.fill", { n: next.indicator }), onClick: () => pane.show(next.indicator) };
    case "fix":
      return {
        label: words.t("next.fix", { n: next.count }),
        onClick: () => {
          pane.setSeverities(["kesalahan"]);
          pane.open("findings");
        },
      };
    case "review":
      return {
        label: words.t("next.review", { n: next.count }),
        onClick: () => {
          pane.setSeverities(["peringatan"]);
          pane.open("findings");
        },
      };
    case "plan":
      return { label: words.t("next.plan"), onClick: () => pane.open("plan") };
    case "summary":
      return {
        label: words.t("next.summary"),
        onClick: () => void pane.write("busy.summary", () => pane.session.writeSummary()),
      };
  }
}
