import { mergeClasses } from "@fluentui/react-components";
import type { Plan, PlanStep, RunnerUp } from "../../assessment/plan";
import { reasonText } from "../../assessment/plan-text";
import { indicatorsOf } from "../../assessment/score";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { TextLink } from "./text-link";

/** The best other plan: its price, what it does otherwise and why it came second. */
export function RunnerUpBlock({ plan, runnerUp, onTake }: { plan: Plan; runnerUp: RunnerUp; onTake: () => void }) {
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const indicators = indicatorsOf(plan.request.instrument);
  const named = (step: PlanStep): string =>
    words.t("plan.rise", {
      n: step.indicator,
      name: indicators[step.indicator - 1]?.shortName ?? "",
      from: words.level(step.from),
      to: words.level(step.to),
    });
  const more = Math.round((runnerUp.effort - plan.effort) * 100) / 100;
  const numbers = {
    to: words.number(runnerUp.to, 4),
    this: words.number(plan.to, 4),
    without: words.list(runnerUp.without.map(named)),
    instead: words.list(runnerUp.instead.map(named)),
  };
  return (
    <section style={{ marginTop: 16 }}>
      <div className={rows.row} style={{ alignItems: "baseline", justifyContent: "space-between" }}>
        <h2 className={type.section}>{words.t("plan.second")}</h2>
        <span className={mergeClasses(type.caption, type.quiet)}>
          {words.t("plan.secondEffort", {
            effort: words.decimal(String(runnerUp.effort)),
            more: `${more < 0 ? "−" : "+"}${words.decimal(String(Math.abs(more)))}`,
          })}
        </span>
      </div>
      <div>
        {words.t(
          runnerUp.without.length === 0 ? "plan.also" : runnerUp.instead.length === 0 ? "plan.without" : "plan.instead",
          numbers,
        )}
      </div>
      <div className={mergeClasses(type.caption, type.quiet)}>{reasonText(plan, runnerUp, words.locale)}</div>
      <div className={rows.links}>
        <TextLink onClick={onTake}>{words.t("plan.takeSecond")}</TextLink>
      </div>
    </section>
  );
}
