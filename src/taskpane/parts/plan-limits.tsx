import { Field, Input, makeStyles, mergeClasses, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Assessment } from "../../assessment/assessment";
import { officesOf } from "../../assessment/offices";
import type { PlanSettings } from "../model/plan";
import { levelSteps } from "../../workbook/level-steps";
import { useRows, useType } from "../styles";
import { useWords, type Words } from "../words";
import { Disclosure } from "./disclosure";
import { PlanLocks } from "./plan-locks";
import { SharedDocuments } from "./shared-documents";

const useStyles = makeStyles({
  root: { marginTop: "16px" },
  fields: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "8px", padding: "8px 0" },
  narrow: { minWidth: 0, width: "100%" },
  capacity: { minWidth: 0, width: "56px" },
});

/** What is set, in a few words: locks, levels, OPDs, documents, days. */
function summaryOf(settings: PlanSettings, words: Words): string {
  const { locks, maxLevel, perOpd, capacities, shared, start, deadline } = settings;
  return [
    locks.length > 0 && words.t("plan.sum.locks", { n: locks.length }),
    maxLevel !== null && words.t("plan.sum.maxLevel", { level: maxLevel }),
    perOpd !== null && words.t("plan.sum.perOpd", { n: perOpd }),
    capacities.size > 0 && words.t("plan.sum.capacities", { n: capacities.size }),
    shared.length > 0 && words.t("plan.sum.shared", { n: shared.length }),
    start !== "" && words.t("plan.sum.start", { date: words.date(start) }),
    start !== "" && deadline !== "" && words.t("plan.sum.deadline", { date: words.date(deadline) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What holds the plan: locks, the highest level, how much one OPD can take on, by when, and what is made once. */
export function PlanLimits(props: {
  assessment: Assessment;
  settings: PlanSettings;
  onChange: (part: Partial<PlanSettings>) => void;
}) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { settings, onChange } = props;
  const levels = levelSteps(props.assessment.instrument).slice(1);
  return (
    <section className={styles.root}>
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        head={<span className={mergeClasses(type.section, rows.grow)}>{words.t("plan.limits")}</span>}
        note={
          <div className={mergeClasses(type.caption, type.quiet)} aria-live="polite">
            {summaryOf(settings, words)}
          </div>
        }
      >
        <PlanLocks assessment={props.assessment} locks={settings.locks} onChange={(locks) => onChange({ locks })} />
        <div className={styles.fields}>
          <Field label={words.t("plan.maxLevel")}>
            <Select
              className={styles.narrow}
              value={settings.maxLevel === null ? "" : String(settings.maxLevel)}
              onChange={(_, { value }) => onChange({ maxLevel: value === "" ? null : Number(value) })}
            >
              <option value="">{words.t("plan.noLimit")}</option>
              {levels.map(({ level }) => (
                <option key={level} value={String(level)}>
                  {level}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={words.t("plan.perOpd")}>
            <Input
              className={styles.narrow}
              inputMode="numeric"
              value={settings.perOpd === null ? "" : String(settings.perOpd)}
              onChange={(_, { value }) => onChange({ perOpd: /^\d{1,2}$/.test(value) ? Number(value) : null })}
            />
          </Field>
          <Field label={words.t("plan.start")}>
            <Input
              type="date"
              className={styles.narrow}
              value={settings.start}
              onChange={(_, { value }) => onChange({ start: value })}
            />
          </Field>
          <Field label={words.t("plan.deadline")}>
            <Input
              type="date"
              className={styles.narrow}
              value={settings.deadline}
              disabled={settings.start === ""}
              onChange={(_, { value }) => onChange({ deadline: value })}
            />
          </Field>
        </div>
        <Capacities {...props} />
        <SharedDocuments
          assessment={props.assessment}
          chosen={settings.shared}
          onChange={(shared) => onChange({ shared })}
        />
      </Disclosure>
    </section>
  );
}

/** OPDs that can take on more or less than the others. */
function Capacities({ assessment, settings, onChange }: Parameters<typeof PlanLimits>[0]) {
  const styles = useStyles();
  const type = useType();
  const rows = useRows();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const offices = officesOf(assessment);
  const set = (opd: string, text: string): void => {
    const capacities = new Map(settings.capacities);
    if (/^\d{1,2}$/.test(text)) capacities.set(opd, Number(text));
    else capacities.delete(opd);
    onChange({ capacities });
  };
  if (offices.length === 0) return null;
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <>
          <span className={mergeClasses(type.strong, rows.grow)}>{words.t("plan.capacities")}</span>
          {settings.capacities.size > 0 && <span className={type.strong}>{settings.capacities.size}</span>}
        </>
      }
    >
      {offices.map((opd) => (
        <div key={opd} className={rows.row} style={{ minHeight: 32 }}>
          <span className={mergeClasses(rows.grow, type.anywhere)}>{opd}</span>
          <Input
            size="small"
            className={styles.capacity}
            inputMode="numeric"
            aria-label={words.t("plan.capacityOf", { opd })}
            placeholder={settings.perOpd === null ? "–" : String(settings.perOpd)}
            value={String(settings.capacities.get(opd) ?? "")}
            onChange={(_, { value }) => set(opd, value)}
          />
        </div>
      ))}
    </Disclosure>
  );
}
