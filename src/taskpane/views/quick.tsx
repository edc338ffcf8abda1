import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useEffect } from "react";
import type { Level } from "../../instrument/types";
import { levelOf } from "../../assessment/level";
import { ownEntries } from "../../assessment/scope";
import { indicatorsOf } from "../../assessment/score";
import { neighbours } from "../model/filter";
import { freeKey } from "../model/keys";
import { rampOfLevel } from "../model/home";
import { LevelChip } from "../parts/level-chip";
import { Page } from "../parts/page";
import { ShareBar } from "../parts/share-bar";
import { IndicatorTitle } from "../parts/title";
import { usePane, usePaneState, type AssessmentState } from "../state";
import { useRows, useType } from "../styles";
import { useWords } from "../words";

const useStyles = makeStyles({
  option: { display: "flex", columnGap: "12px", padding: "12px 0", alignItems: "flex-start" },
  chosen: { fontWeight: 600 },
  bar: { margin: "4px 0 16px" },
  intro: { margin: "4px 0 12px" },
});

/** What a level is about, in one sentence: its first text that describes it. */
const gist = (level: Level): string =>
  (level.criteria.find(({ kind }) => kind === "syarat") ?? level.criteria.find(({ kind }) => kind !== "prasyarat"))
    ?.text ?? "";

/** All indicators in half an hour: one question a screen, the digit of a level answers it; every answer is marked as an estimate. */
export default function QuickView({ state }: { state: AssessmentState }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const pane = usePane();
  const { indicator: number } = usePaneState();
  const { assessment } = state;
  const indicator = indicatorsOf(assessment.instrument)[number - 1];
  const entry = assessment.entries.find((one) => one.indicator === number);
  const levels = indicator ? [...indicator.levels].sort((a, b) => a.level - b.level) : [];
  const own = ownEntries(assessment);
  const total = own.length;
  const filled = own.filter(({ level }) => level.kind === "level").length;
  const { previous, next } = neighbours(
    own.map((one) => one.indicator),
    number,
  );
  const move = (to: number | null): void => {
    if (to !== null) pane.show(to);
  };
  const choose = (level: number): void => {
    void pane.editEntry({ indicator: number, level, estimate: true });
    move(next);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = freeKey(event);
      const answer = levels.find(({ level }) => String(level) === key);
      if (answer) choose(answer.level);
      else if (key === "ArrowRight") move(next);
      else if (key === "ArrowLeft") move(previous);
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  if (!indicator || !entry) return null;
  return (
    <Page
      top={number}
      primary={
        next !== null
          ? { label: words.t("quick.skip", { n: next }), onClick: () => move(next), forward: true }
          : { label: words.t("next.home"), onClick: () => pane.open("home") }
      }
      secondary={<Button onClick={() => pane.open("home")}>{words.t("quick.stop")}</Button>}
    >
      <div className={mergeClasses(type.caption, type.quiet)}>{words.t("quick.progress", { filled, total })}</div>
      <div className={styles.bar}>
        <ShareBar done={filled} total={total} label={words.t("quick.progress", { filled, total })} />
      </div>
      <IndicatorTitle number={number} short={indicator.shortName} full={indicator.name} />
      <div className={mergeClasses(type.quiet, styles.intro)}>{indicator.question}</div>
      <div className={mergeClasses(type.caption, type.quiet)} style={{ marginBottom: 8 }}>
        {words.t("quick.keys", { first: levels[0]?.level ?? "", last: levels.at(-1)?.level ?? "" })}
      </div>
      {levels.map((level) => {
        const on = levelOf(entry.level) === level.level;
        return (
          <div key={level.level} className={rows.lined} style={{ padding: 0 }}>
            <button
              type="button"
              aria-pressed={on}
              className={mergeClasses(rows.bare, styles.option, on && styles.chosen)}
              onClick={() => choose(level.level)}
            >
              <LevelChip text={String(level.level)} step={rampOfLevel(level.level)} ghost={!on} />
              <span className={rows.grow}>
                {assessment.instrument.levelNames[indicator.family]?.[String(level.level)]?.name}
                <span className={mergeClasses(type.caption, type.quiet)} style={{ display: "block", fontWeight: 400 }}>
                  {gist(level)}
                </span>
              </span>
            </button>
          </div>
        );
      })}
      <div className={mergeClasses(type.caption, type.quiet)} style={{ marginTop: 16 }}>
        {words.t("quick.note")}
      </div>
    </Page>
  );
}
