import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { homeModel, type HomeModel } from "../model/home";
import { expectedIndex, hasJudgedEvidence } from "../model/stages";
import { FindingCounts, LevelCounts, PlanProgress, QuickLink, Stat, ValidationLine } from "../parts/home-lines";
import { Page, type PrimaryAction } from "../parts/page";
import { Scale } from "../parts/scale";
import { TargetField } from "../parts/target-field";
import { usePane, type AssessmentState, type Pane } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";

const useStyles = makeStyles({
  top: { display: "flex", alignItems: "baseline", justifyContent: "space-between", flexWrap: "wrap", columnGap: "8px" },
  predicate: { display: "flex", alignItems: "baseline", columnGap: "12px", flexWrap: "wrap" },
  pending: { whiteSpace: "nowrap", "@media (max-width: 339px)": { fontSize: "14px", lineHeight: "20px" } },
  goal: { marginBottom: "12px" },
  table: { width: "100%", borderCollapse: "collapse" },
  name: { fontWeight: 400, textAlign: "left", padding: "4px 8px 4px 0" },
  heading: { padding: 0, textAlign: "left", color: tokens.colorNeutralForeground1 },
  columnHead: { fontWeight: 400, textAlign: "right", padding: 0 },
  cell: { textAlign: "right", padding: "4px 0", whiteSpace: "nowrap", verticalAlign: "top" },
  value: { fontWeight: 600, width: "56px" },
});

/** The index as the largest thing on the screen, what stands in the way, and the one next step. */
export function HomeView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const model = homeModel(state);
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
      <FindingCounts counts={model.counts} />
      {state.plan && <PlanProgress assessment={state.assessment} plan={state.plan} />}
      <ValidationLine state={state} />
      {model.score.missing.length > 0 && <QuickLink />}
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
      <LevelCounts levels={model.levels} />
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
        {score.predicate && hasJudgedEvidence(state.assessment) && (
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
