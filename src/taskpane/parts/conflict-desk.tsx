import { Button, Field, Textarea } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useEffect } from "react";
import { levelOf } from "../../assessment/level";
import type { Conflict, MergeDecision, MergeDraft } from "../../assessment/merge";
import { indicatorsOf } from "../../assessment/score";
import { localTime } from "../../locale/clock";
import { choiceOfKey, freeKey } from "../model/keys";
import { decisionFor, firstChoice, worthOf, type Choice, type Desk } from "../model/merge";
import { useType } from "../styles";
import { useWords, type Words } from "../words";
import { ConflictAnswers } from "./conflict-answers";
import { ConflictCriteria } from "./conflict-criteria";
import { MergeSteps } from "./merge-steps";
import { Page } from "./page";
import { IndicatorTitle } from "./title";

/** Where arrow keys move something else; among the cards only those up and down do. */
const AROUND = "[role=tablist], [role=menu]";

/** Step 3: one conflict at a time; 1–9 choose, ← → move, a reason is required. */
export function ConflictDesk(props: {
  draft: MergeDraft;
  conflicts: readonly Conflict[];
  by: string;
  desk: Desk;
  onDesk: (desk: Desk) => void;
  /** With the next place at the desk, or null after the last conflict. */
  onDecide: (decision: MergeDecision, desk: Desk | null) => void;
  onBack: () => void;
  onDone: () => void;
}) {
  const type = useType();
  const words = useWords();
  const { conflicts, draft } = props;
  const { choices } = props.desk;
  const at = Math.min(props.desk.at, conflicts.length - 1);
  const conflict = conflicts[at];
  const choice: Choice | null = conflict ? (choices[conflict.indicator] ?? firstChoice(conflict)) : null;
  const change = (part: Partial<Choice>): void => {
    if (conflict && choice) props.onDesk({ at, choices: { ...choices, [conflict.indicator]: { ...choice, ...part } } });
  };
  const move = (to: number): void => {
    if (to < 0) props.onBack();
    else if (to >= conflicts.length) props.onDone();
    else props.onDesk({ at: to, choices });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = freeKey(event, AROUND);
      if (key === null || !conflict) return;
      const picked = choiceOfKey(key, conflict.answers.length);
      if (picked !== null) change({ answer: picked });
      else if (key === "ArrowRight" && at < conflicts.length - 1) move(at + 1);
      else if (key === "ArrowLeft" && at > 0) move(at - 1);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  const indicator = conflict && indicatorsOf(draft.input.base.instrument)[conflict.indicator - 1];
  if (!conflict || !choice || !indicator) return null;
  const decision =
    choice.answer === null
      ? null
      : decisionFor(conflict, choice.answer, choice.reason, props.by, localTime(new Date()));
  const chosen = choice.answer === null ? null : conflict.answers[choice.answer];
  return (
    <Page
      quietUndo
      top={conflict.indicator}
      primary={{
        label: chosen
          ? words.t("conflict.take", { level: words.level(levelOf(chosen.level)) })
          : words.t("conflict.choose"),
        disabled: decision === null,
        onClick: () => {
          if (decision) props.onDecide(decision, at + 1 < conflicts.length ? { at: at + 1, choices } : null);
        },
      }}
      secondary={
        <>
          <Button
            icon={<ChevronLeftRegular />}
            aria-label={words.t(at === 0 ? "action.back" : "conflict.previous")}
            onClick={() => move(at - 1)}
          />
          <Button onClick={() => move(at + 1)}>{words.t("merge.skip")}</Button>
        </>
      }
    >
      <MergeSteps at={2} />
      <div className={`${type.caption} ${type.quiet}`} aria-live="polite">
        {words.t("conflict.place", { place: at + 1, total: conflicts.length })}
      </div>
      <IndicatorTitle number={indicator.number} short={indicator.shortName} full={indicator.name} />
      <div className={type.quiet} style={{ margin: "4px 0 16px" }}>
        {factsOf(conflict, draft, words)}
      </div>
      <ConflictAnswers
        draft={draft}
        conflict={conflict}
        chosen={choice.answer}
        onChoose={(answer) => change({ answer })}
      />
      <ConflictCriteria indicator={indicator} conflict={conflict} />
      <div style={{ marginTop: 12 }}>
        <Field label={words.t("conflict.reason")} required>
          <Textarea
            key={conflict.indicator}
            rows={3}
            resize="none"
            value={choice.reason}
            onChange={(_, { value }) => change({ reason: value })}
          />
        </Field>
      </div>
    </Page>
  );
}

/** Why it is a conflict, what it is worth, what the workbook holds now. */
function factsOf(conflict: Conflict, draft: MergeDraft, words: Words): string {
  const worth = worthOf(draft, conflict);
  const base = levelOf(conflict.base);
  return [
    words.say(`merge.conflict.${conflict.reason}`),
    worth && worth.numerator > 0 ? words.t("conflict.worth", { points: words.number(worth, 4) }) : "",
    base === null ? words.t("conflict.baseBlank") : words.t("conflict.base", { level: words.level(base) }),
    conflict.changedSince ? words.say("merge.conflict.changed-since") : "",
  ]
    .filter(Boolean)
    .join(" ");
}
