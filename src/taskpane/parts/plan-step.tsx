import { Button, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { LockOpenRegular } from "@fluentui/react-icons/svg/lock-open";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import type { PlanStep } from "../../assessment/plan";
import { indicatorsOf } from "../../assessment/score";
import { rampOfLevel } from "../model/home";
import { useType } from "../styles";
import { useWords } from "../words";
import { LevelChip } from "./level-chip";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "24px 1fr 24px",
    columnGap: "8px",
    rowGap: "4px",
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  lock: { minWidth: "24px", width: "24px", height: "24px", padding: 0 },
  facts: {
    gridColumn: "2 / 4",
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "flex-end",
    columnGap: "8px",
    rowGap: "4px",
  },
  // Beside the figures where the names are short, else on a line of their own.
  opd: { flexGrow: 1, flexShrink: 1, flexBasis: "auto" },
  figures: { display: "grid", gridTemplateColumns: "auto 56px 44px", columnGap: "8px", alignItems: "center" },
  levels: { display: "inline-flex", alignItems: "center", columnGap: "4px" },
  right: { textAlign: "right", whiteSpace: "nowrap" },
  effort: { width: "100%", minWidth: 0 },
});

/** One rise: what, who, from where to where, what it brings and what it costs; the cost is the person's to change. */
export function PlanStepRow(props: {
  assessment: Assessment;
  step: PlanStep;
  onLock: () => void;
  onEffort: (effort: number) => void;
}) {
  const styles = useStyles();
  const type = useType();
  const words = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const { step } = props;
  const indicator = indicatorsOf(props.assessment.instrument)[step.indicator - 1];
  const chip = (level: number) => <LevelChip size="small" text={words.level(level)} step={rampOfLevel(level)} />;
  const finish = (): void => {
    const value = Number((draft ?? "").replace(",", "."));
    if (draft !== null && draft.trim() !== "" && Number.isFinite(value) && value >= 0)
      props.onEffort(Math.round(value * 100) / 100);
    setDraft(null);
  };
  return (
    <div className={styles.row}>
      <span className={type.strong}>{step.indicator}</span>
      <span>{indicator?.shortName}</span>
      <Button
        appearance="subtle"
        size="small"
        className={styles.lock}
        icon={<LockOpenRegular />}
        aria-label={words.t("plan.lockOne", { n: step.indicator })}
        onClick={props.onLock}
      />
      <div className={styles.facts}>
        <span className={mergeClasses(type.caption, type.quiet, type.anywhere, styles.opd)}>{step.opd.join("; ")}</span>
        <div className={styles.figures}>
          <span className={styles.levels}>
            {chip(step.from)}
            <ArrowRightRegular role="img" aria-label={words.t("plan.to")} fontSize={12} />
            {chip(step.to)}
          </span>
          <span className={styles.right}>+{words.number(step.gain, 4)}</span>
          <span className={styles.right}>
            {draft === null ? (
              <TextLink
                onClick={() => setDraft(words.decimal(String(step.effort)))}
                label={words.t("plan.effortOf", { n: step.indicator, effort: words.decimal(String(step.effort)) })}
              >
                {words.decimal(String(step.effort))}
                <EditRegular aria-hidden fontSize={12} />
              </TextLink>
            ) : (
              <Input
                autoFocus
                size="small"
                appearance="underline"
                className={styles.effort}
                inputMode="decimal"
                aria-label={words.t("plan.effortLabel", { n: step.indicator })}
                value={draft}
                onChange={(_, { value }) => setDraft(value)}
                onBlur={finish}
                onKeyDown={({ key }) => {
                  if (key === "Enter") finish();
                  if (key === "Escape") setDraft(null);
                }}
              />
            )}
          </span>
        </div>
      </div>
    </div>
  );
}
