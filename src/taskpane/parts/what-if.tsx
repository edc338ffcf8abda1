import { Field, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { levelOf } from "../../assessment/level";
import { indicatorsOf } from "../../assessment/score";
import { whatIf, type WhatIf } from "../../assessment/what-if";
import { levelSteps } from "../../workbook/level-steps";
import { indexAt, planRequest, type PlanSettings } from "../model/plan";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Disclosure } from "./disclosure";

const useStyles = makeStyles({
  root: { marginTop: "8px" },
  fields: { display: "grid", gap: "8px" },
  level: { width: "96px" },
  narrow: { minWidth: 0, width: "100%" },
});

/** "What if this one moved?": the index at once, and what would be left of the plan. */
export function WhatIfBlock({ assessment, settings }: { assessment: Assessment; settings: PlanSettings }) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [number, setNumber] = useState(1);
  const [wanted, setWanted] = useState<number | null>(null);
  const entry = assessment.entries[number - 1];
  const indicators = indicatorsOf(assessment.instrument);
  const chosen = indicators[number - 1];
  const level = wanted ?? (entry ? levelOf(entry.level) : null) ?? assessment.instrument.scale.min;
  const moved = indexAt(assessment, number, level);
  const request = open && wanted !== null ? planRequest(assessment, settings) : null;
  const rest =
    request && whatIf(request, { levels: request.levels.map((held, i) => (i === number - 1 ? level : held)) });
  return (
    <section className={styles.root}>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={<span className={mergeClasses(type.section, rows.grow)}>{words.t("whatif.title")}</span>}
      >
        <div className={styles.fields}>
          <Field label={words.t("whatif.indicator")} hint={chosen?.name}>
            <Select
              className={styles.narrow}
              value={String(number)}
              onChange={(_, { value }) => {
                setNumber(Number(value));
                setWanted(null);
              }}
            >
              {indicators.map((indicator) => (
                <option key={indicator.number} value={String(indicator.number)}>
                  {indicator.number} {indicator.shortName}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={words.t("indicator.level")} className={styles.level}>
            <Select
              className={styles.narrow}
              value={String(Math.floor(level))}
              onChange={(_, { value }) => setWanted(Number(value))}
            >
              {levelSteps(assessment.instrument).map((step) => (
                <option key={step.level} value={String(step.level)}>
                  {step.level}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <p aria-live="polite" style={{ margin: "8px 0" }}>
          {words.rich("whatif.index", { index: words.number(moved.index), change: words.points(moved.change) })}{" "}
          {rest && <PlanAfter whatIf={rest} moved={number} />}
        </p>
      </Disclosure>
    </section>
  );
}

/** What the move makes of the plan: its effort, and the steps that fall away or come in. */
function PlanAfter({ whatIf: { before, after, without, instead }, moved }: { whatIf: WhatIf; moved: number }) {
  const words = useWords();
  if (after.kind === "unreachable")
    return words.t("whatif.unreachable", { most: words.number(after.unreachable.most) });
  const effort = words.decimal(String(after.plan.effort));
  const listed = (steps: WhatIf["without"]): string =>
    words.list(
      steps
        .filter(({ indicator }) => indicator !== moved)
        .map(({ indicator, to }) => words.t("whatif.step", { n: indicator, to: words.level(to) })),
    );
  const [gone, come] = [listed(without), listed(instead)];
  return (
    <>
      {before.kind === "plan"
        ? words.t("whatif.effort", { before: words.decimal(String(before.plan.effort)), after: effort })
        : words.t("whatif.rest", { effort })}{" "}
      {gone && words.t("whatif.gone", { list: gone })} {come && words.t("whatif.come", { list: come })}
    </>
  );
}
