import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { useState } from "react";
import { rampOfLevel } from "../model/home";
import type { IndicatorModel, LevelModel } from "../model/indicator";
import { usePane, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";
import { CriterionRow } from "./criterion";
import { Disclosure } from "./disclosure";
import { GainStrip } from "./gain-strip";
import { LevelChip } from "./level-chip";
import { RequestedEvidence } from "./requested-evidence";
import { TextLink } from "./text-link";

const useStyles = makeStyles({
  step: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { minHeight: "40px" },
  right: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "4px",
    color: tokens.colorNeutralForeground2,
    flexShrink: 0,
  },
  check: { color: tokens.colorStatusSuccessForeground1 },
  body: { paddingBottom: "12px" },
  condition: { paddingLeft: "32px", paddingTop: "8px" },
  actions: { paddingLeft: "32px" },
});

/** Levels from the lowest to the highest; the one to work on is open, any other opens on demand. */
export function Ladder({ state, model }: { state: AssessmentState; model: IndicatorModel }) {
  const [worked, setWorked] = useState(model.openLevel);
  const [opened, setOpened] = useState<readonly number[]>(worked === null ? [] : [worked]);
  // Meeting a level opens the next one; what the person opened stays open, so that nothing moves away under the hand.
  if (worked !== model.openLevel) {
    setWorked(model.openLevel);
    if (model.openLevel !== null) setOpened([...opened, model.openLevel]);
  }
  const toggle = (level: number): void =>
    setOpened(opened.includes(level) ? opened.filter((one) => one !== level) : [...opened, level]);
  return (
    <>
      {model.ladder.map((level) => (
        <LevelStep
          key={level.level}
          state={state}
          model={model}
          level={level}
          open={opened.includes(level.level)}
          onToggle={() => toggle(level.level)}
        />
      ))}
    </>
  );
}

interface StepProps {
  readonly state: AssessmentState;
  readonly model: IndicatorModel;
  readonly level: LevelModel;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function LevelStep({ state, model, level, open, onToggle }: StepProps) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const met = level.state === "met" && model.met !== null;
  const current = level.level === (model.met ?? model.claimed);
  return (
    <div className={styles.step}>
      <Disclosure
        open={open}
        onToggle={onToggle}
        className={styles.head}
        head={
          <>
            <LevelChip text={String(level.level)} step={rampOfLevel(level.level)} ghost={!met} />
            <span className={mergeClasses(rows.grow, (current || open) && type.strong)}>{level.name}</span>
            <span className={mergeClasses(type.caption, styles.right)}>
              {met && <CheckmarkRegular aria-hidden fontSize={16} className={styles.check} />}
              {statusOf(level, model, words)}
            </span>
          </>
        }
      >
        <div className={styles.body}>
          {level.level === model.openLevel && <GainStrip indicator={model.indicator.number} gain={model.gain} />}
          <RequestedEvidence items={level.requested} />
          {level.criteria.map((item) => (
            <CriterionRow key={item.criterion.id} state={state} indicator={model.indicator.number} item={item} />
          ))}
          {level.conditions.length > 0 && (
            <div className={mergeClasses(styles.condition, type.caption, type.quiet)}>
              {level.criteria.length > 0 && <strong>{words.t("ladder.condition")}</strong>}
              {level.conditions.map((text) => (
                <div key={text}>{text}</div>
              ))}
            </div>
          )}
          <LevelActions model={model} level={level.level} />
        </div>
      </Disclosure>
    </div>
  );
}

function statusOf(level: LevelModel, model: IndicatorModel, words: Words): string {
  if (level.state === "met") return words.t(model.met === null ? "ladder.lowest" : "ladder.met");
  if (level.state === "open") return words.t("ladder.progress", { done: level.done, asked: level.asked });
  return words.t("ladder.after", { n: level.level - 1 });
}

/** Writes the level as the claim or as the target of this indicator; claiming what is not met comes last and says so. */
function LevelActions({ model, level }: { model: IndicatorModel; level: number }) {
  const styles = useStyles();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const indicator = model.indicator.number;
  const isUnmet = model.met !== null && level > model.met;
  const claim = model.claimed !== level && (
    <TextLink onClick={() => void pane.editEntry({ indicator, level })}>
      {words.t(isUnmet ? "ladder.claimUnmet" : "ladder.claim", { n: level })}
    </TextLink>
  );
  return (
    <div className={mergeClasses(rows.links, styles.actions)}>
      {!isUnmet && claim}
      {model.target !== level && (
        <TextLink onClick={() => void pane.editEntry({ indicator, target: level })}>
          {words.t("ladder.target", { n: level })}
        </TextLink>
      )}
      {isUnmet && claim}
    </div>
  );
}
