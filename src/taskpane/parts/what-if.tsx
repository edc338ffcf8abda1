import { Field, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { levelOf } from "../../assessment/level";
import { planOf } from "../../assessment/plan";
import { indicatorsOf } from "../../assessment/score";
import { levelSteps } from "../../workbook/level-steps";
import { indexAt, planRequest, type PlanSettings } from "../model/plan";
import { useRows, useType } from "../styles";
import { useWords } from "../words";
import { Disclosure } from "./disclosure";

const useStyles = makeStyles({
  root: { marginTop: "8px" },
  fields: { display: "grid", gridTemplateColumns: "1fr 80px", gap: "8px" },
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
  const level = wanted ?? (entry ? levelOf(entry.level) : null) ?? assessment.instrument.scale.min;
  const moved = indexAt(assessment, number, level);
  const request = open ? planRequest(assessment, settings) : null;
  const rest =
    request && planOf({ ...request, levels: request.levels.map((held, i) => (i === number - 1 ? level : held)) });
  const sign = moved.change.numerator < 0 ? "−" : "+";
  const size = { ...moved.change, numerator: Math.abs(moved.change.numerator) };
  return (
    <section className={styles.root}>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={<span className={mergeClasses(type.section, rows.grow)}>{words.t("whatif.title")}</span>}
      >
        <div className={styles.fields}>
          <Field label={words.t("whatif.indicator")}>
            <Select
              className={styles.narrow}
              value={String(number)}
              onChange={(_, { value }) => {
                setNumber(Number(value));
                setWanted(null);
              }}
            >
              {indicatorsOf(assessment.instrument).map((indicator) => (
                <option key={indicator.number} value={String(indicator.number)}>
                  {indicator.number} {indicator.shortName}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={words.t("indicator.level")}>
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
          {words.rich("whatif.index", { index: words.number(moved.index), change: `${sign}${words.number(size, 4)}` })}{" "}
          {rest?.kind === "plan" && words.t("whatif.rest", { effort: words.decimal(String(rest.plan.effort)) })}
          {rest?.kind === "unreachable" && words.t("whatif.unreachable", { most: words.number(rest.unreachable.most) })}
        </p>
      </Disclosure>
    </section>
  );
}
