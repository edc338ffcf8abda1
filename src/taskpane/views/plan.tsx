import { Field, makeStyles, mergeClasses, SpinButton } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { useMemo, useState } from "react";
import { planOf, type Plan, type PlanOutcome } from "../../assessment/plan";
import { planText } from "../../assessment/plan-text";
import { parseRatio, ratio, roundHalfUp } from "../../assessment/ratio";
import { bandOf } from "../../assessment/score";
import {
  firstSettings,
  planRequest,
  takeRunnerUp,
  unreachableFacts,
  withEffort,
  type PlanSettings,
} from "../model/plan";
import { ranges } from "../model/ranges";
import { FollowUps } from "../parts/follow-ups";
import { Page } from "../parts/page";
import { PlanLimits } from "../parts/plan-limits";
import { PlanStepRow } from "../parts/plan-step";
import { Rejections } from "../parts/rejections";
import { RunnerUpBlock } from "../parts/runner-up";
import { Scale } from "../parts/scale";
import { SharedDocumentRow } from "../parts/shared-documents";
import { TextLink } from "../parts/text-link";
import { WhatIfBlock } from "../parts/what-if";
import { PlannedWork } from "../parts/work-lists";
import { usePane, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  top: { display: "grid", gridTemplateColumns: "auto auto 1fr", columnGap: "24px", alignItems: "end" },
  target: { width: "96px", minWidth: 0 },
  figure: { marginTop: "4px" },
  result: { display: "flex", alignItems: "baseline", columnGap: "8px", margin: "16px 0 8px" },
  arrow: { alignSelf: "center", position: "relative", top: "6px" },
  rule: { margin: "8px 0 16px" },
  heads: {
    display: "grid",
    gridTemplateColumns: "1fr 56px 44px",
    columnGap: "8px",
    alignItems: "end",
    paddingBottom: "4px",
  },
});

/** The way of least effort to the target, what it rests on, and who has to do what. */
export default function PlanView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { assessment } = state;
  // What the person set; all else follows the workbook.
  const [own, setOwn] = useState<Partial<PlanSettings>>({});
  const settings = useMemo<PlanSettings>(
    () => ({ ...firstSettings(assessment, state.targetIndex), ...own }),
    [assessment, state.targetIndex, own],
  );
  const [second, setSecond] = useState(false);
  const change = (part: Partial<PlanSettings>): void => {
    setOwn((before) => ({ ...before, ...part }));
    setSecond(false);
  };
  const outcome = useMemo<PlanOutcome | null>(() => {
    const request = planRequest(assessment, settings);
    return request && planOf(request);
  }, [assessment, settings]);
  const plan = outcome?.kind === "plan" ? (second ? takeRunnerUp(outcome.plan) : outcome.plan) : null;
  const write = async (chosen: Plan): Promise<void> => {
    await pane.write("busy.plan", () => pane.session.writePlan(chosen));
  };
  return (
    <Page
      primary={{
        label: words.t("plan.write"),
        disabled: plan === null || plan.steps.length === 0,
        onClick: () => plan && void write(plan),
      }}
    >
      {state.plan && <FollowUps assessment={assessment} plan={state.plan} />}
      <div className={styles.top}>
        <Field label={words.t("plan.target")}>
          <TargetSpin state={state} value={settings.target} onChange={(target) => change({ target })} />
        </Field>
        <Figure label={words.t("plan.effort")} value={plan ? words.decimal(String(plan.effort)) : "–"} />
        <Figure label={words.t("plan.indicators")} value={plan ? String(plan.steps.length) : "–"} />
      </div>
      {outcome === null && <p className={type.quiet}>{words.t("plan.empty")}</p>}
      {outcome?.kind === "unreachable" && (
        <Unreachable outcome={outcome} onUnlock={(locks) => change({ locks })} settings={settings} />
      )}
      {plan && (
        <>
          <div className={styles.result}>
            <span style={{ fontSize: 20 }}>{words.number(plan.from)}</span>
            <ArrowRightRegular aria-hidden fontSize={20} className={styles.arrow} />
            <span className={type.result}>{words.number(plan.to)}</span>
            <span className={type.title}>{bandOf(assessment.instrument, plan.to).name}</span>
          </div>
          <Scale
            instrument={assessment.instrument}
            value={plan.to}
            target={plan.target}
            open={plan.missing.length > 0}
          />
          {plan.missing.length > 0 && <Missing missing={plan.missing} />}
        </>
      )}
      <PlanLimits assessment={assessment} settings={settings} onChange={change} />
      {plan && (
        <>
          {plan.steps.length === 0 ? (
            <div>{words.t("plan.reached", { target: words.number(plan.target) })}</div>
          ) : (
            <>
              <hr className={mergeClasses(rows.rule, styles.rule)} />
              <h2 className={type.section}>{words.t(second ? "plan.second" : "plan.cheapest")}</h2>
              <div className={mergeClasses(type.caption, type.quiet, styles.heads)}>
                <span>{words.t("plan.effortNote")}</span>
                <span className={type.right}>{words.t("plan.points")}</span>
                <span className={type.right}>{words.t("plan.effortColumn")}</span>
              </div>
              {plan.steps.map((step) => (
                <PlanStepRow
                  key={step.indicator}
                  assessment={assessment}
                  step={step}
                  onLock={() => change({ locks: [...settings.locks, step.indicator] })}
                  onEffort={(value) => change({ effort: withEffort(settings.effort, step, value, plan.request) })}
                />
              ))}
              {plan.documents.map((document) => (
                <SharedDocumentRow key={document.id} document={document} />
              ))}
            </>
          )}
          {second ? (
            <TextLink onClick={() => setSecond(false)}>{words.t("plan.backToFirst")}</TextLink>
          ) : (
            plan.runnerUp && <RunnerUpBlock plan={plan} runnerUp={plan.runnerUp} onTake={() => setSecond(true)} />
          )}
          {!second && plan.steps.length > 0 && <Rejections plan={plan} />}
        </>
      )}
      <WhatIfBlock assessment={assessment} settings={settings} />
      {plan && plan.steps.length > 0 && <PlannedWork assessment={assessment} plan={plan} />}
    </Page>
  );
}

/** Which answers the plan goes without, and the way to the first of them. */
function Missing({ missing }: { missing: readonly number[] }) {
  const words = useWords();
  const pane = usePane();
  const [first] = missing;
  return (
    <div style={{ marginTop: 8 }}>
      {words.t("plan.missing", { n: missing.length, list: ranges(missing) })}
      {first !== undefined && (
        <div>
          <TextLink onClick={() => pane.show(first)}>{words.t("next.fill", { n: first })}</TextLink>
        </div>
      )}
    </div>
  );
}

function TargetSpin(props: { state: AssessmentState; value: string; onChange: (target: string) => void }) {
  const styles = useStyles();
  const words = useWords();
  const { min, max } = props.state.assessment.instrument.scale;
  const number = Number(props.value);
  const shown = parseRatio(props.value);
  return (
    <SpinButton
      className={styles.target}
      min={min}
      max={max}
      step={0.01}
      stepPage={0.1}
      precision={2}
      value={number}
      displayValue={shown ? words.number(shown) : props.value}
      onChange={(_, { value, displayValue }) => {
        const typed = value ?? Number((displayValue ?? "").replace(",", "."));
        if (Number.isFinite(typed) && typed >= min && typed <= max)
          props.onChange(roundHalfUp(ratio(Math.round(typed * 100), 100)));
      }}
    />
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  const styles = useStyles();
  const type = useType();
  return (
    <div>
      <div className={mergeClasses(type.caption, type.quiet)}>{label}</div>
      <div className={mergeClasses(type.title, styles.figure)}>{value}</div>
    </div>
  );
}

function Unreachable(props: {
  outcome: Extract<PlanOutcome, { kind: "unreachable" }>;
  settings: PlanSettings;
  onUnlock: (locks: readonly number[]) => void;
}) {
  const rows = useRows();
  const words = useWords();
  const { unreachable } = props.outcome;
  const facts = unreachableFacts(unreachable);
  const [lock] = facts.locks;
  const params = { target: words.number(unreachable.target), most: words.number(facts.most) };
  return (
    <div className={rows.quietPanel} style={{ marginTop: 16 }}>
      {facts.limited
        ? words.t("plan.unreachable", params)
        : planText(
            facts.missing.length > 0 ? "plan.unreachable.missing" : "plan.unreachable.max",
            words.locale,
            params,
          )}{" "}
      {facts.together &&
        planText("plan.unreachable.together", words.locale, { unlimited: words.number(facts.unlimited) })}
      {facts.locks.length > 0 && words.t("plan.unlock", { list: words.list(facts.locks) })}{" "}
      {facts.maxLevel && words.t("plan.raiseMax")}{" "}
      {facts.opds.length > 0 && words.t("plan.raiseCapacity", { list: words.list(facts.opds) })}{" "}
      {facts.deadline && words.t("plan.laterDeadline")}
      {unreachable.missing.length > 0 && <Missing missing={unreachable.missing} />}
      {lock !== undefined && (
        <div className={rows.links}>
          <TextLink onClick={() => props.onUnlock(props.settings.locks.filter((one) => one !== lock))}>
            {words.t("plan.unlockOne", { n: lock })}
          </TextLink>
        </div>
      )}
    </div>
  );
}
