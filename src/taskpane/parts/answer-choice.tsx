import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkFilled } from "@fluentui/react-icons/svg/checkmark";
import { CircleHalfFillRegular } from "@fluentui/react-icons/svg/circle-half-fill";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useRef, type KeyboardEvent } from "react";
import { ANSWERS, type Answer } from "../../assessment/assessment";
import { moveInGroup } from "../model/keys";
import { useWords, type Key } from "../words";

const ICONS = { Ya: CheckmarkFilled, Sebagian: CircleHalfFillRegular, Tidak: DismissRegular } as const;
export const ANSWER_KEY: Readonly<Record<Answer, Key>> = {
  Ya: "answer.Ya",
  Sebagian: "answer.Sebagian",
  Tidak: "answer.Tidak",
};

const useStyles = makeStyles({
  group: {
    display: "inline-flex",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: "4px",
  },
  option: {
    appearance: "none",
    boxSizing: "border-box",
    height: "28px",
    padding: "0 12px",
    display: "inline-flex",
    alignItems: "center",
    columnGap: "6px",
    border: "none",
    borderRadius: 0,
    font: "inherit",
    fontSize: "14px",
    lineHeight: "20px",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px", zIndex: 1 },
  },
  next: { borderLeft: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  first: { borderRadius: "3px 0 0 3px" },
  last: { borderRadius: "0 3px 3px 0" },
  chosen: {
    fontWeight: 600,
    color: tokens.colorNeutralBackground1,
    backgroundColor: tokens.colorNeutralForeground2,
    ":hover": { backgroundColor: tokens.colorNeutralForeground1 },
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "Highlight",
      color: "HighlightText",
    },
  },
});

/** Ya / Sebagian / Tidak as one radio group: arrows move and choose, Delete takes the answer back. */
export function AnswerChoice(props: {
  label: string;
  value: Answer | null;
  onChange: (answer: Answer | null) => void;
}) {
  const styles = useStyles();
  const words = useWords();
  const group = useRef<HTMLDivElement>(null);
  const chosen = props.value === null ? -1 : ANSWERS.indexOf(props.value);
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      props.onChange(null);
      return;
    }
    const to = moveInGroup(event.key, at, ANSWERS.length);
    const answer = to === null ? undefined : ANSWERS[to];
    if (to === null || !answer) return;
    event.preventDefault();
    props.onChange(answer);
    group.current?.querySelectorAll<HTMLElement>("[role=radio]")[to]?.focus();
  };
  return (
    <div ref={group} role="radiogroup" aria-label={props.label} className={styles.group}>
      {ANSWERS.map((answer, i) => {
        const Icon = ICONS[answer];
        const on = answer === props.value;
        return (
          <button
            key={answer}
            type="button"
            role="radio"
            aria-checked={on}
            tabIndex={on || (chosen < 0 && i === 0) ? 0 : -1}
            className={mergeClasses(
              styles.option,
              i > 0 && styles.next,
              i === 0 && styles.first,
              i === ANSWERS.length - 1 && styles.last,
              on && styles.chosen,
            )}
            onClick={() => props.onChange(answer)}
            onKeyDown={(event) => onKeyDown(event, i)}
          >
            {on && <Icon fontSize={16} aria-hidden />}
            {words.t(ANSWER_KEY[answer])}
          </button>
        );
      })}
    </div>
  );
}
