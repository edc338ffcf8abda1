import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { useRef } from "react";
import { levelOf } from "../../assessment/level";
import type { Conflict, MergeDraft, OfficeAnswer } from "../../assessment/merge";
import { indicatorsOf } from "../../assessment/score";
import { rampOfLevel } from "../model/home";
import { moveInGroup } from "../model/keys";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { LevelChip } from "./level-chip";

const useStyles = makeStyles({
  two: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px" },
  many: { display: "grid", gridTemplateColumns: "1fr", gap: "8px" },
  card: {
    appearance: "none",
    boxSizing: "border-box",
    minWidth: 0,
    font: "inherit",
    color: "inherit",
    textAlign: "left",
    backgroundColor: "transparent",
    cursor: "pointer",
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    padding: "12px",
    margin: "1px",
    borderRadius: "4px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  on: {
    margin: 0,
    border: `2px solid ${tokens.colorBrandStroke1}`,
    "@media (forced-colors: active)": { border: "2px solid Highlight" },
  },
  check: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  source: { marginTop: "auto" },
});

/** The answers as cards side by side; three or more stack. */
export function ConflictAnswers(props: {
  draft: MergeDraft;
  conflict: Conflict;
  chosen: number | null;
  onChoose: (answer: number) => void;
}) {
  const styles = useStyles();
  const words = useWords();
  const group = useRef<HTMLDivElement>(null);
  const { answers } = props.conflict;
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={words.t("conflict.answers")}
      className={answers.length === 2 ? styles.two : styles.many}
    >
      {answers.map((answer, i) => (
        <AnswerCard
          key={`${answer.opd}${answer.sha256}`}
          draft={props.draft}
          answer={answer}
          at={i}
          on={i === props.chosen}
          tabbable={i === (props.chosen ?? 0)}
          onChoose={() => props.onChoose(i)}
          onMove={(key) => {
            const to = key === "ArrowDown" || key === "ArrowUp" ? moveInGroup(key, i, answers.length) : null;
            if (to === null) return false;
            props.onChoose(to);
            group.current?.querySelectorAll<HTMLElement>("[role=radio]")[to]?.focus();
            return true;
          }}
        />
      ))}
    </div>
  );
}

function AnswerCard(props: {
  draft: MergeDraft;
  answer: OfficeAnswer;
  at: number;
  on: boolean;
  tabbable: boolean;
  onChoose: () => void;
  onMove: (key: string) => boolean;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const { answer, on } = props;
  const { instrument } = props.draft.input.base;
  const family = indicatorsOf(instrument)[answer.indicator - 1]?.family ?? "";
  const level = levelOf(answer.level);
  const names = new Map(props.draft.final.evidence.map(({ id, file, name }) => [id, file || name]));
  const Mark = on ? CheckmarkCircleFilled : CircleRegular;
  return (
    <button
      type="button"
      role="radio"
      aria-checked={on}
      tabIndex={props.tabbable ? 0 : -1}
      className={mergeClasses(styles.card, on && styles.on)}
      onClick={props.onChoose}
      onKeyDown={(event) => {
        if (props.onMove(event.key)) event.preventDefault();
      }}
    >
      <span className={rows.top}>
        <span className={mergeClasses(type.strong, rows.grow, type.anywhere)}>
          {answer.opd || words.t("merge.noOpd")}
        </span>
        <Mark aria-hidden fontSize={20} className={on ? styles.check : type.quiet} style={{ flexShrink: 0 }} />
      </span>
      <span className={rows.row}>
        <LevelChip size="large" text={words.level(level)} step={level === null ? null : rampOfLevel(level)} />
        <span>{level === null ? "" : instrument.levelNames[family]?.[String(Math.floor(level))]?.name}</span>
      </span>
      {answer.explanation && <span className={type.anywhere}>{answer.explanation}</span>}
      {answer.evidence.length > 0 && (
        <span className={mergeClasses(type.caption, type.anywhere)}>
          {answer.evidence.map((reference) => (
            <span key={reference} style={{ display: "block" }}>
              {names.get(reference) || reference}
            </span>
          ))}
        </span>
      )}
      <span className={mergeClasses(type.caption, type.quiet, type.anywhere, styles.source)}>
        {answer.file}
        {answer.at && `, ${answer.at.sheet} ${answer.at.cell}`}
        <br />
        {words.t("action.press", { key: props.at + 1 })}
      </span>
    </button>
  );
}
